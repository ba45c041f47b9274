// Who took from whom: givers on the left, takers on the right, a band for each two
// as thick as the words taken. An outlet that gives and takes stands on both sides.

const FLOWS = 40; // that are drawn; the table has all

function networkPage(outlet) {
  const edges = report.edges.filter((e) => !outlet || e.from === outlet || e.to === outlet).sort((a, b) => b.words - a.words);
  const names = tally(report.edges, (e) => [e.from, e.to]).map(([name, n]) => [name, name, n]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const nodes = [
    el('h1', null, 'Who took from whom'),
    report.edges.length ? el('div', { class: 'filters' }, choice('Outlet or agency', [['', 'all'], ...names], outlet ?? '', (v) => { location.hash = v ? place('network', v) : place('network'); })) : '',
    edges.length ? flowChart(edges.slice(0, FLOWS), edges.length) : '',
    table('Flows', [
      { title: 'From', cell: (e) => link(place('network', e.from), said(e.from)) },
      { title: 'To', cell: (e) => link(place('network', e.to), said(e.to)) },
      { title: 'Words', kind: 'number', cell: (e) => e.words.toLocaleString('en') },
      { title: 'Paragraphs', kind: 'number', cell: (e) => e.paragraphs.toLocaleString('en') },
      { title: 'Articles', kind: 'number', cell: (e) => e.articles.toLocaleString('en') },
      { title: 'Sure', kind: 'number', cell: (e) => Math.round(e.score * 100) + '%' },
      { title: 'Evidence', kind: 'wide', cell: (e) => evidence(e.evidence) || '—' },
    ], edges, 'Nobody is known to have taken text from another.'),
    section('outlets', 'Outlets: whose words they ran', outletTable(outlet)),
  ];
  return { title: outlet ? `Who took from whom: ${outlet}` : 'Who took from whom', nodes };
}

function flowChart(edges, all) {
  const narrow = matchMedia('(max-width: 640px)').matches;
  const [width, band, letters] = narrow ? [360, 106, 13] : [960, 200, 27];
  const gap = 8, thin = 13;
  const sum = (name, key) => edges.filter((e) => e[key] === name).reduce((n, e) => n + e.words, 0);
  const side = (key) => [...new Set(edges.map((e) => e[key]))].map((name) => ({ name, words: sum(name, key) })).sort((a, b) => b.words - a.words || (a.name < b.name ? -1 : 1));
  const givers = side('from');
  const rank = new Map(givers.map((g, i) => [g.name, i]));
  const takers = side('to').map((t) => {
    const mine = edges.filter((e) => e.to === t.name);
    return { ...t, middle: mine.reduce((n, e) => n + rank.get(e.from) * e.words, 0) / Math.max(1, t.words) };
  }).sort((a, b) => a.middle - b.middle || b.words - a.words || (a.name < b.name ? -1 : 1));
  const total = Math.max(1, edges.reduce((n, e) => n + e.words, 0));
  const high = Math.max(300, Math.max(givers.length, takers.length) * 24);
  const scale = (high * 0.7) / total;
  const layout = (nodes) => {
    const sizes = nodes.map((n) => Math.max(n.words * scale, thin));
    const space = Math.max(gap, (high - sizes.reduce((a, b) => a + b, 0)) / Math.max(1, nodes.length));
    let y = space / 2;
    nodes.forEach((n, i) => { n.y = y; n.size = sizes[i]; n.used = (sizes[i] - n.words * scale) / 2; y += sizes[i] + space; });
    return y;
  };
  const height = Math.max(layout(givers), layout(takers));
  const from = new Map(givers.map((n) => [n.name, n])), to = new Map(takers.map((n) => [n.name, n]));
  const x0 = band + 10, x1 = width - band - 10;
  const root = svg('svg', { viewBox: `0 0 ${width} ${Math.ceil(height)}`, class: 'flow', role: 'img', 'aria-label': `Flows of words from ${givers.length} givers to ${takers.length} takers; the table below has them` });
  const order = [...edges].sort((a, b) => to.get(a.to).y - to.get(b.to).y || from.get(a.from).y - from.get(b.from).y);
  for (const e of order) {
    const g = from.get(e.from), t = to.get(e.to), thick = Math.max(e.words * scale, 1);
    const y0 = g.y + g.used + thick / 2, y1 = t.y + t.used + thick / 2, half = (x0 + x1) / 2;
    g.used += e.words * scale;
    t.used += e.words * scale;
    root.append(svg('path', { class: `band family-${Math.min(rank.get(e.from), 6)}`, d: `M${x0} ${y0.toFixed(1)}C${half} ${y0.toFixed(1)} ${half} ${y1.toFixed(1)} ${x1} ${y1.toFixed(1)}`, 'stroke-width': thick.toFixed(1) },
      svg('title', null, `${e.to} took ${plural(e.words, 'word', 'words')} from ${e.from}`)));
  }
  const label = (n, x, anchor, text) => svg('g', { class: 'node', onclick: () => { location.hash = place('network', n.name); } },
    svg('rect', { x: x - 3, y: n.y.toFixed(1), width: 6, height: n.size.toFixed(1) }),
    svg('text', { x: text, y: (n.y + n.size / 2 + 4).toFixed(1), 'text-anchor': anchor }, cutName(n.name, letters)), svg('title', null, `${n.name}: ${plural(n.words, 'word', 'words')}`));
  givers.forEach((n) => root.append(label(n, x0, 'end', x0 - 10)));
  takers.forEach((n) => root.append(label(n, x1, 'start', x1 + 10)));
  return el('figure', { class: 'figure wide', tabindex: '0', role: 'group', 'aria-label': 'Drawing of the flows' }, root, el('figcaption', null,
    `Left: whose words they are. Right: who ran them. Thickness: words taken.${all > edges.length ? ` The ${edges.length} thickest of ${all} flows are drawn.` : ''}`));
}

function cutName(name, letters) {
  const all = [...name];
  return all.length > letters ? all.slice(0, letters - 1).join('') + '…' : name;
}

function outletTable(outlet) {
  const some = report.outlets.filter((o) => !outlet || o.name === outlet)
    .sort((a, b) => b.own + b.credited + b.uncredited + b.undecided - (a.own + a.credited + a.uncredited + a.undecided));
  return table('Outlets', [
    { title: 'Outlet', cell: (o) => [link(place('network', o.name), said(o.name)), o.owner ? el('span', { class: 'meta block' }, said(o.owner)) : ''] },
    { title: 'Articles', kind: 'number', cell: (o) => o.articles.toLocaleString('en') },
    { title: 'Own words', kind: 'number', cell: (o) => o.own.toLocaleString('en') },
    { title: 'Others’, credited', kind: 'number', cell: (o) => o.credited.toLocaleString('en') },
    { title: 'Others’, uncredited', kind: 'number', cell: (o) => o.uncredited.toLocaleString('en') },
    { title: 'Not decided', kind: 'number', cell: (o) => o.undecided.toLocaleString('en') },
  ], some);
}
