// The page of an event: in short, who published when, families, matrix, and what
// was found of facts, quotations and credits.

async function eventPage(id, more) {
  const n = numberOf.event.get(id);
  if (n === undefined) return missing(`There is no ${report.one} ${id} in this report.`);
  const event = report.events[n];
  const { rows: all } = await block(n);
  const rows = all.get(n) ?? [];
  const chosen = more[0] === 'row' ? { row: more[1], article: numberOf.article.get(more[2]) ?? -1 } : null;
  const drift = report.drift.filter((d) => d.event === n);
  const quotes = report.quotes.filter((q) => q.event === n);
  const audit = report.audit.filter((a) => report.articles[a.article]?.event === n);
  const parts = [
    matrix(n, rows, chosen),
    timeline(event),
    families(event),
    drift.length ? section('drift', 'What was changed', driftTable(drift)) : '',
    quotes.length ? section('quotes', 'What was quoted', quoteList(quotes)) : '',
    audit.length ? section('audit', 'Credit audit', auditTable(audit)) : '',
  ];
  const nodes = [
    el('nav', { class: 'way', 'aria-label': 'Events' }, link('#/', '← All ' + report.many), neighbours(n)),
    el('header', { class: 'title' },
      el('h1', { dir: 'auto' }, event.label),
      el('p', { class: 'meta' }, [event.days, plural(event.articles.length, 'article', 'articles'), plural(event.outlets, 'outlet', 'outlets')].join(' · ')),
      (event.copies ?? []).map((text) => el('p', null, told(text))),
      el('p', null, el('b', null, 'Credit: '), told(event.credit))),
    el('ul', { class: 'within', 'aria-label': 'On this page' }, parts.filter(Boolean).map((part) => el('li', null,
      el('button', { type: 'button', onclick: () => part.scrollIntoView({ behavior: still() ? 'auto' : 'smooth' }) }, part.querySelector('h2').textContent)))),
    ...parts,
  ];
  const printed = nodes.find((node) => node.id === 's-matrix' || false)?.querySelector('.print-only');
  return { title: event.label, nodes, print: () => printed?.replaceChildren(printedRows(rows)) };
}

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function neighbours(n) {
  const before = n > 0 ? n - 1 : -1, next = n + 1 < report.events.length ? n + 1 : -1;
  return el('span', { class: 'steps' },
    before >= 0 ? el('a', { href: eventPlace(before), 'data-key': 'p', title: report.events[before].label }, 'Previous event') : '',
    next >= 0 ? el('a', { href: eventPlace(next), 'data-key': 'n', title: report.events[next].label }, 'Next event') : '');
}

function missing(text) {
  return { title: 'Not found', nodes: [el('h1', null, 'Not found'), el('p', { class: 'note' }, text), el('p', null, link('#/', 'To the overview'))] };
}

function families(event) {
  const shared = event.families.filter((f) => report.families[f].articles.length > 1);
  if (!shared.length) return section('families', 'Families of copies', el('p', { class: 'note' }, 'No two of these articles carry the same copy.'));
  const body = el('div', { class: 'cards' });
  return section('families', 'Families of copies', paged(body, shared, (f) => familyCard(event, f)));
}

function familyCard(event, f) {
  const family = report.families[f], look = familyClass(event, f);
  const source = family.source >= 0 ? articleName(family.source) : family.outside ? `${family.outside}, which is not among the inputs` : 'not known';
  return el('article', { class: 'card' },
    el('h3', null, look.letter ? [el('span', { class: `badge ${look.css}` }, look.letter), ' '] : '', `${family.articles.length} articles`),
    el('p', null, el('b', null, 'Source: '), said(source), family.score ? el('span', { class: 'meta' }, ` · ${Math.round(family.score * 100)}% sure`) : ''),
    evidence(family.evidence),
    el('p', { class: 'meta' }, `Weakest link: ${Math.round(family.weakest * 100)}% alike.`,
      family.bridges?.length ? [' Held together by ', family.bridges.slice(0, 5).map((b, i) => [i ? ', ' : '', said(articleName(b))]), '.'] : ''),
    family.copies?.length ? el('details', null, el('summary', null, 'Who took it from whom'), table('Copies', [
      { title: 'Article', cell: (c) => c.from >= 0 ? link(pairPlace(c.from, c.article), said(articleName(c.article))) : said(articleName(c.article)) },
      { title: 'Took it from', cell: (c) => said(c.from >= 0 ? articleName(c.from) : c.outside || 'not known') },
      { title: 'Sure', kind: 'number', cell: (c) => c.score ? Math.round(c.score * 100) + '%' : '—' },
      { title: 'Evidence', kind: 'wide', cell: (c) => evidence(c.evidence) || '—' },
    ], family.copies)) : '');
}

function evidence(all) {
  return all?.length ? el('ul', { class: 'evidence' }, all.map((text) => el('li', null, told(text)))) : '';
}
