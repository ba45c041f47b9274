// Passages of two texts of which the report lists no pair: runs of eight words that
// stand once in each, made as long as they go, and joined where little is between.

const RUN = 8;

function align(a, b) {
  const x = places(a), y = places(b);
  const once = new Map();
  for (let i = 0; i + RUN <= y.length; i++) {
    const key = runAt(y, i);
    once.set(key, once.has(key) ? -1 : i);
  }
  const passages = [];
  for (let i = 0; i + RUN <= x.length;) {
    const j = once.get(runAt(x, i)) ?? -1;
    if (j < 0) { i++; continue; }
    let n = RUN, back = 0;
    while (x[i + n] && y[j + n] && x[i + n].key === y[j + n].key) n++;
    const last = passages[passages.length - 1];
    const edge = last ? last.toA : 0, edgeB = last && last.toB <= j ? last.toB : 0;
    while (i - back > edge && j - back > edgeB && x[i - back - 1].key === y[j - back - 1].key) back++;
    const found = { fromA: i - back, toA: i + n, fromB: j - back, toB: j + n };
    const near = last && found.fromB >= last.toB && found.fromA - last.toA <= 20 && found.fromB - last.toB <= 20;
    if (near) Object.assign(last, { toA: found.toA, toB: found.toB });
    else passages.push(found);
    i += n;
  }
  return passages.map((p) => ({ a: [x[p.fromA].start, x[p.toA - 1].end], b: [y[p.fromB].start, y[p.toB - 1].end] }));
}

function places(text) {
  return [...text.matchAll(TOKEN)].map((m) => {
    const word = m[0].trim();
    return { key: sameMarks(word).toLowerCase(), start: m.index + m[0].length - word.length, end: m.index + m[0].length };
  });
}

const runAt = (words, i) => words.slice(i, i + RUN).map((w) => w.key).join(' ');
