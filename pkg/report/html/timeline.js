// Who published when: a dot for each article, piled up where many are near each
// other, and below it the articles in the order of publication.

function timeline(event) {
  const dated = event.articles.filter((n) => report.articles[n].at !== undefined);
  return section('timeline', 'Who published when',
    el('p', null, el('b', null, 'First: '), told(event.first)),
    dated.length > 1 ? dotPlot(event, dated) : '',
    articleTable(event));
}

// familyClass is a family's pattern in the drawings: the event's biggest have a
// colour and a letter of their own.
function familyClass(event, family) {
  const shared = event.families.filter((f) => report.families[f].articles.length > 1);
  const at = shared.indexOf(family);
  return at < 0 || at > 5 ? { css: 'family-none', letter: '' } : { css: 'family-' + at, letter: 'ABCDEF'[at] };
}

function dotPlot(event, dated) {
  const width = 960, left = 20, right = 20, r = dated.length > 150 ? 3.5 : 6;
  const at = (n) => report.articles[n].at;
  let from = Math.min(...dated.map(at)), to = Math.max(...dated.map(at));
  const margin = Math.max((to - from) * 0.02, 30);
  from -= margin; to += margin;
  const x = (minutes) => left + (minutes - from) / (to - from) * (width - left - right);
  const columns = new Map(), dots = [];
  for (const n of dated) {
    const column = Math.round((x(at(n)) - left) / (2 * r + 1));
    const level = columns.get(column) ?? 0;
    columns.set(column, level + 1);
    dots.push({ n, cx: left + column * (2 * r + 1), level });
  }
  const high = Math.max(...columns.values());
  const step = Math.min(2 * r + 1, 200 / high);
  const base = Math.max(high * step + 10, 40);
  const root = svg('svg', { viewBox: `0 0 ${width} ${base + 28}`, class: 'chart', 'aria-hidden': 'true', focusable: 'false' },
    svg('line', { class: 'grid', x1: 0, x2: width, y1: base + 2, y2: base + 2 }));
  for (const tick of timeTicks(from, to, 8)) {
    root.append(svg('line', { class: 'tick', x1: x(tick.at), x2: x(tick.at), y1: base + 2, y2: base + 7 }),
      svg('text', { class: 'axis', x: x(tick.at), y: base + 22, 'text-anchor': 'middle' }, tick.text));
  }
  for (const { n, cx, level } of dots) {
    const a = report.articles[n], family = familyClass(event, a.family);
    const cy = base - r - level * step;
    root.append(svg('g', { class: `dot ${family.css}${a.clock ? '' : ' dayonly'}` },
      svg('circle', { cx, cy, r }),
      r > 5 && family.letter ? svg('text', { x: cx, y: cy + 3, 'text-anchor': 'middle' }, family.letter) : '',
      svg('title', null, `${a.name}, ${a.when}${a.title ? ': ' + a.title : ''}`)));
  }
  const hollow = dated.some((n) => !report.articles[n].clock);
  const left0 = event.articles.length - dated.length;
  return el('figure', { class: 'figure', tabindex: '0', role: 'group', 'aria-label': 'Drawing of who published when, which the table below tells in words' }, root, el('figcaption', null,
    'Each dot is an article; its letter is the family whose copy it carries. ', hollow ? 'Hollow: only the day is known, drawn at its middle. ' : '',
    left0 ? `${plural(left0, 'article has', 'articles have')} no full date.` : ''));
}

function articleTable(event) {
  const findings = findingOf();
  return table('Articles in the order of publication', [
    { title: 'Outlet', cell: (n) => articleLink(event, n) },
    { title: 'Published', kind: 'time', cell: (n) => [report.articles[n].when ?? 'undated',
      report.articles[n].dated ? el('span', { class: 'meta block' }, told(report.articles[n].dated)) : ''] },
    { title: 'Headline', kind: 'wide', cell: (n) => said(report.articles[n].title ?? '—', report.articles[n].lang) },
    { title: 'Credit', cell: (n) => credit(report.articles[n]) },
    { title: 'Whose copy', cell: (n) => [familyBadge(event, n), told(report.articles[n].share ?? ''),
      findings.has(n) ? el('span', { class: 'meta block' }, findings.get(n).finding.replace('-', ' ')) : ''] },
  ], event.articles);
}

function familyBadge(event, n) {
  const family = familyClass(event, report.articles[n].family);
  return family.letter ? [el('span', { class: `badge ${family.css}`, title: 'Family ' + family.letter }, family.letter), ' '] : '';
}

function credit(a) {
  const proof = (a.proof ?? []).join('; ');
  return el('span', { title: proof || null }, said((a.credit ?? []).join(', ') || 'none'),
    a.photo?.length ? el('span', { class: 'meta block' }, 'pictures: ', said(a.photo.join(', '))) : '');
}

// articleLink leads to the article beside the one whose copy it has.
function articleLink(event, n) {
  const a = report.articles[n];
  const other = besides(event, n);
  return other < 0 ? said(a.name) : el('a', { href: pairPlace(other, n), title: `Side by side with ${articleName(other)}` }, said(a.name));
}

// besides is the article that n is best read beside: the one that it took its copy
// from, else the family's canonical one, else another of its family or event.
function besides(event, n) {
  const family = report.families[report.articles[n].family];
  const copy = family?.copies?.find((c) => c.article === n);
  return [copy?.from ?? -1, family?.source ?? -1, family?.canonical ?? -1, ...(family?.articles ?? []), ...event.articles]
    .find((m) => m >= 0 && m !== n) ?? -1;
}
