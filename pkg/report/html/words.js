// Word-level differences, by Myers' algorithm ("An O(ND) Difference Algorithm and
// Its Variations", 1986).

// Scripts without spaces are compared character by character.
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Khmer}\\p{sc=Lao}';
const LETTERS = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`;
const TOKEN = new RegExp(`\\s*(?:[${UNSPACED}]\\p{M}*|${LETTERS}(?:['’.,-]${LETTERS})*|[^\\s])`, 'gu');

// tokens splits text into words and marks, each with the space before it and a key
// by which it is compared.
function tokens(text) {
  const all = text.match(TOKEN) ?? [];
  return all.map((t) => ({ text: t, key: sameMarks(t.trim()) }));
}

// Typographic marks are no change of wording.
function sameMarks(word) {
  return word.replace(/[“”„«»]/g, '"').replace(/[‘’‚]/g, "'").replace(/[‐‑–—]/g, '-');
}

// difference lists what becomes of text a in text b: [{ op, text }] with op
// 'same', 'cut' or 'added'.
function difference(a, b) {
  const x = tokens(a), y = tokens(b);
  let head = 0;
  while (head < x.length && head < y.length && x[head].key === y[head].key) head++;
  let tail = 0;
  while (tail < x.length - head && tail < y.length - head && x[x.length - 1 - tail].key === y[y.length - 1 - tail].key) tail++;
  const parts = [], waiting = { cut: '', added: '' };
  const flush = () => {
    for (const op of ['cut', 'added']) {
      if (waiting[op]) parts.push({ op, text: waiting[op] });
      waiting[op] = '';
    }
  };
  const add = (op, text) => {
    if (op !== 'same') { waiting[op] += text; return; }
    flush();
    const last = parts[parts.length - 1];
    if (last?.op === 'same') last.text += text;
    else parts.push({ op, text });
  };
  for (let i = 0; i < head; i++) add('same', spaced(x[i], y[i]).text);
  for (const step of script(x.slice(head, x.length - tail), y.slice(head, y.length - tail))) add(step.op, step.token.text);
  for (let i = tail; i > 0; i--) add('same', spaced(x[x.length - i], y[y.length - i]).text);
  flush();
  return parts;
}

// spaced is of two tokens alike the one with a space before it: a word that opens
// one text can stand behind others in what is shown of both.
function spaced(x, y) {
  return x.text.length > y.text.length ? x : y;
}

// script is the shortest edit script. Texts that differ in more than 1,500 words are
// given as one exchanged for the other: there is nothing to be seen in more marks.
function script(x, y) {
  const most = Math.min(x.length + y.length, 1500);
  const all = [...x.map((token) => ({ op: 'cut', token })), ...y.map((token) => ({ op: 'added', token }))];
  if (!x.length || !y.length) return all;
  const offset = most + 1;
  let reach = new Int32Array(2 * most + 3);
  const trace = [];
  for (let d = 0; d <= most; d++) {
    trace.push(reach.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      let i = k === -d || (k !== d && reach[offset + k - 1] < reach[offset + k + 1]) ? reach[offset + k + 1] : reach[offset + k - 1] + 1;
      let j = i - k;
      while (i < x.length && j < y.length && x[i].key === y[j].key) { i++; j++; }
      reach[offset + k] = i;
      if (i >= x.length && j >= y.length) return walkBack(trace, x, y, d);
    }
  }
  return all;
}

function walkBack(trace, x, y, d) {
  const steps = [];
  let i = x.length, j = y.length;
  for (; d > 0; d--) {
    const reach = trace[d], at = (k) => reach[k + d + 1];
    const k = i - j;
    const before = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
    const i0 = at(before), j0 = i0 - before;
    while (i > i0 && j > j0) { steps.push({ op: 'same', token: spaced(x[--i], y[--j]) }); }
    if (i > i0) steps.push({ op: 'cut', token: x[--i] });
    else steps.push({ op: 'added', token: y[--j] });
  }
  while (i > 0) { steps.push({ op: 'same', token: spaced(x[--i], y[--j]) }); }
  return steps.reverse();
}

// marked shows a difference with the words that were cut and those that were added.
function marked(parts) {
  return parts.map((part) => {
    if (part.op === 'same') return part.text;
    const space = part.text.match(/^\s*/)[0];
    return [space, el(part.op === 'cut' ? 'del' : 'ins', null, part.text.slice(space.length))];
  });
}

// side shows what one of two texts has: 'cut' for the first, 'added' for the second.
function side(parts, op) {
  return marked(parts.filter((part) => part.op === 'same' || part.op === op));
}
