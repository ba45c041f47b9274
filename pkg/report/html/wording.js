// How an article gives a paragraph: its words, with those marked that differ.

function wording(row, cell) {
  const lang = report.articles[cell.article]?.lang;
  if (cell.kind === CUT) return el('p', { class: 'wording', dir: 'auto', lang }, el('del', null, row.text));
  if (cell.text !== undefined) {
    if (cell.kind === 2) return el('p', { class: 'wording', dir: 'auto', lang }, cell.text);
    return el('p', { class: 'wording', dir: 'auto', lang }, marked(shortened(difference(row.text, cell.text), cell.kind)));
  }
  return el('div', null, el('p', { class: 'wording', dir: 'auto', lang }, marked(applied(row.text, cell.changes))));
}

// shortened leaves out of an excerpt or a quotation what surrounds it in the
// paragraph: that it is a part of it is known.
function shortened(parts, kind) {
  const end = parts[parts.length - 1];
  if (end?.op === 'cut' && !/[\p{L}\p{N}]/u.test(end.text)) parts = parts.slice(0, -1); // where a span ends is no change
  if (CLASSES[kind].name !== 'excerpt' && CLASSES[kind].name !== 'quote') return parts;
  const dots = { op: 'same', text: ' … ' };
  return parts.map((p, i) => ((i === 0 || i === parts.length - 1) && p.op === 'cut' && p.text.length > 60 ? dots : p));
}

// applied marks the changes of a carrier in the paragraph's text, where the
// carrier's own is not in the report. Added words stand behind the change before
// them: where exactly, the report does not say.
function applied(text, changes) {
  const parts = [];
  let at = 0;
  for (const [from, to] of changes) {
    const found = from ? text.indexOf(from, at) : at;
    if (found < 0) continue;
    parts.push({ op: 'same', text: text.slice(at, found) });
    if (from) parts.push({ op: 'cut', text: from });
    if (to) parts.push({ op: 'added', text: ' ' + to });
    at = found + from.length;
  }
  return [...parts, { op: 'same', text: text.slice(at) }].filter((p) => p.text);
}
