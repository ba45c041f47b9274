// The credit audit, fact drift and quotations, of all events or of one.

function auditPage(finding) {
  const counts = tally(report.audit, (a) => a.finding).sort(([a], [b]) => gravity(a) - gravity(b));
  const some = report.audit.filter((a) => !finding || a.finding === finding);
  return {
    title: 'Credit audit',
    nodes: [el('h1', null, 'Credit audit'),
      el('p', null, 'Who carries others’ copy, and says so. What is not certain is called so.'),
      report.audit.length ? el('div', { class: 'filters' }, choice('Finding', optionsOf(counts, 'any'), finding ?? '', (v) => { location.hash = v ? place('audit', v) : place('audit'); })) : '',
      counts.length ? el('dl', { class: 'legend findings' }, counts.map(([name, n]) => [el('dt', null, tag(name, FINDINGS[name]?.letter ?? '·', n)), el('dd', null, FINDINGS[name]?.tells ?? '')])) : '',
      auditTable(some, true)],
  };
}

// gravity puts what is wrong before what is right.
function gravity(finding) {
  return Object.keys(FINDINGS).indexOf(finding);
}

// auditTable lists what is wrong first, and of that the most copied.
function auditTable(records, events) {
  records = [...records].sort((a, b) => gravity(a.finding) - gravity(b.finding) || b.copied - a.copied);
  return table('Credit audit', [
    { title: 'Article', cell: (a) => [a.from >= 0 && a.article >= 0 ? link(pairPlace(a.from, a.article), said(articleName(a.article))) : said(articleName(a.article)),
      events && a.article >= 0 ? el('span', { class: 'meta block' }, inEvent(report.articles[a.article].event)) : ''] },
    { title: 'Finding', cell: (a) => tag(a.finding, FINDINGS[a.finding]?.letter ?? '·') },
    { title: 'Whose copy', cell: (a) => [said(a.origin ?? 'not known'), a.from >= 0 ? el('span', { class: 'meta block' }, 'taken from ', said(articleName(a.from))) : ''] },
    { title: 'Words copied', kind: 'number', cell: (a) => a.article >= 0 ? `${a.copied.toLocaleString('en')} of ${report.articles[a.article].words.toLocaleString('en')}` : '' },
    { title: 'Evidence', kind: 'wide', cell: (a) => evidence(a.evidence) || '—' },
  ], records);
}

function inEvent(n) {
  return n >= 0 ? link(eventPlace(n), said(report.events[n].label)) : '';
}

function driftPage(kind) {
  const some = report.drift.filter((d) => !kind || d.kind === kind);
  return {
    title: 'What was changed',
    nodes: [el('h1', null, 'What was changed'), el('p', null, 'Facts that two carriers of one paragraph give differently.'),
      report.drift.length ? el('div', { class: 'filters' }, choice('Kind', optionsOf(tally(report.drift, (d) => d.kind), 'any'), kind ?? '', (v) => { location.hash = v ? place('drift', v) : place('drift'); })) : '',
      driftTable(some, true)],
  };
}

function driftTable(records, events) {
  return table('What was changed', [
    { title: 'What', cell: (d) => [d.event >= 0 ? link(eventPlace(d.event, 'row', d.row, report.articles[d.to]?.id ?? ''), d.kind) : d.kind, el('span', { class: 'meta block' }, d.relation)] },
    { title: 'One says', kind: 'wide', cell: (d) => [el('q', null, said(d.was)), el('span', { class: 'meta block' }, said(articleName(d.from)))] },
    { title: 'The other', kind: 'wide', cell: (d) => [el('q', null, said(d.is)), el('span', { class: 'meta block' }, said(articleName(d.to)))] },
    { title: 'Compare', cell: (d) => [d.from >= 0 && d.to >= 0 ? link(pairPlace(d.from, d.to), 'side by side') : '', events ? el('span', { class: 'meta block' }, inEvent(d.event)) : ''] },
  ], records, 'No fact was found that carriers give differently.');
}

function quotesPage(speaker) {
  const some = report.quotes.filter((q) => !speaker || q.speaker === speaker);
  return {
    title: 'What was quoted',
    nodes: [el('h1', null, 'What was quoted'),
      report.quotes.length ? el('div', { class: 'filters' }, choice('Speaker', optionsOf(tally(report.quotes, (q) => q.speaker), 'anyone'), speaker ?? '', (v) => { location.hash = v ? place('quotes', v) : place('quotes'); })) : '',
      quoteList(some, true)],
  };
}

function quoteList(records, events) {
  if (!records.length) return el('p', { class: 'note' }, 'No quotation was found that several articles carry.');
  const body = el('ul', { class: 'quotes' });
  return paged(body, [...records].sort((a, b) => b.carriers.length - a.carriers.length), (q) => quoteItem(q, events));
}

function quoteItem(q, events) {
  return el('li', null,
    el('blockquote', { dir: 'auto' }, q.text),
    el('p', { class: 'meta' }, q.speaker ? [el('b', null, said(q.speaker)), q.title ? [', ', said(q.title)] : ''] : 'Nobody says who said it',
      q.others?.length ? [' · others say ', said(q.others.join(', '))] : '', q.said && q.said !== q.speaker ? [' · named as “', said(q.said), '”'] : '', events ? [' · ', inEvent(q.event)] : ''),
    el('details', null, el('summary', null, plural(q.carriers.length, 'carrier', 'carriers'), ': ', tally(q.carriers, (c) => c.kinds.split(', ')).map(([k, n]) => `${n} ${k}`).join(', ')),
      el('ul', { class: 'evidence' }, q.carriers.map((c) => el('li', null, said(articleName(c.article)), ` — ${c.kinds}`,
        c.speaker ? [', said by ', said(c.speaker)] : '', (c.changes ?? []).map(([from, to]) => [' ', from ? el('del', null, from) : '', from && to ? ' ' : '', to ? el('ins', null, to) : '']))))));
}
