// Tables and lists that draw a page of their records and more when asked to, so
// that 20,000 articles cost as little as 20.

// On a telephone, where a record takes several lines, a page is shorter.
const PAGE = matchMedia('(max-width: 640px)').matches ? 15 : 50;

// paged fills body with the nodes of records, a page at a time.
function paged(body, records, node) {
  const box = el('div', { class: 'paged' });
  const more = el('button', { type: 'button', class: 'more' });
  let shown = 0;
  const draw = () => {
    body.append(...records.slice(shown, shown + PAGE).map(node));
    shown = Math.min(shown + PAGE, records.length);
    more.hidden = shown >= records.length;
    more.textContent = `Show ${Math.min(PAGE, records.length - shown)} more of ${(records.length - shown).toLocaleString('en')}`;
  };
  more.addEventListener('click', () => {
    const first = shown;
    draw();
    focusable(body.children[first])?.focus();
  });
  draw();
  const outer = body.closest('table')?.parentElement ?? body;
  box.append(outer, more);
  return box;
}

function focusable(node) {
  return node?.matches('a, button') ? node : node?.querySelector('a, button');
}

// table is a table of records: columns are [{ title, cell, number, wide }].
function table(label, columns, records, empty = 'Nothing of the kind was found.') {
  if (!records.length) return el('p', { class: 'note' }, empty);
  const body = el('tbody');
  const node = (record) => el('tr', null, columns.map((c, i) =>
    el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: c.kind, 'data-title': c.title }, c.cell(record))));
  const t = el('table', { class: 'records' },
    el('caption', { class: 'unseen' }, label),
    el('thead', null, el('tr', null, columns.map((c) => el('th', { scope: 'col', class: c.kind }, c.title)))), body);
  el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label }, t);
  return paged(body, records, node);
}

// choice is a labelled select: options are [value, text, count].
function choice(label, options, value, chosen) {
  const select = el('select', { onchange: (e) => chosen(e.target.value) }, options.map(([v, text, count]) =>
    el('option', { value: v, selected: v === value }, count === undefined ? text : `${text} (${count.toLocaleString('en')})`)));
  return el('label', { class: 'field' }, el('span', null, label), select);
}

// tally counts the values of records, the most frequent first.
function tally(records, values) {
  const counts = new Map();
  for (const r of records) for (const v of new Set([values(r)].flat())) if (v) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const optionsOf = (counts, all) => [['', all], ...counts.map(([value, count]) => [value, value, count])];
