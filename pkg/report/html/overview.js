// The overview: all events, filtered by who ran them, when, how, and in what words.

const FILTERS = ['q', 'outlet', 'agency', 'class', 'finding', 'from', 'to', 'texts'], ORDER = 'order';
const ORDERS = {
  '': (a, b) => a - b, // as the report has them: the biggest first
  newest: (a, b) => later(report.events[b].from, report.events[a].from) || a - b,
  oldest: (a, b) => later(report.events[a].from ?? '9', report.events[b].from ?? '9') || a - b,
};
const later = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

// overview shows the events that pass the filters, which stand in the address.
function overview(query) {
  const filter = Object.fromEntries([...FILTERS, ORDER].map((name) => [name, query.get(name) ?? '']));
  const shared = report.events.filter((e) => e.articles.length > 1);
  const box = el('div', { class: 'results' });
  const change = (name, value) => {
    filter[name] = value;
    const kept = new URLSearchParams(Object.entries(filter).filter(([, v]) => v));
    history.replaceState(null, '', '#/' + (kept.size ? '?' + kept : ''));
    draw();
  };
  let turn = 0; // of the latest search: an older one that is still reading gives up
  const draw = async () => {
    const mine = ++turn;
    let found = report.events.map((e, i) => i).filter((i) => passes(report.events[i], filter));
    if (filter.q) found = await matching(found, filter, box, () => mine === turn);
    found.sort(ORDERS[filter.order] ?? ORDERS['']);
    if (mine === turn) showEvents(box, found, FILTERS.some((f) => filter[f]));
  };
  const nodes = [
    el('h1', { class: 'unseen' }, 'Overview'),
    shared.length ? eventChart(report.events) : null,
    filterForm(filter, change),
    box,
    skipped(),
  ];
  draw();
  return { title: 'Overview', nodes };
}

function filterForm(filter, change) {
  const search = el('input', {
    type: 'search', id: 'search', value: filter.q, placeholder: 'headline, outlet, words …', autocomplete: 'off', 'aria-keyshortcuts': '/',
    oninput: after(180, (e) => change('q', e.target.value.trim())),
  });
  const texts = el('input', { type: 'checkbox', checked: Boolean(filter.texts), onchange: (e) => change('texts', e.target.checked ? '1' : '') });
  const day = (name, label) => el('label', { class: 'field' }, el('span', null, label),
    el('input', { type: 'date', value: filter[name], onchange: (e) => change(name, e.target.value) }));
  const known = report.articles;
  return el('form', { class: 'filters', role: 'search', 'aria-label': 'Filter events', onsubmit: (e) => e.preventDefault() },
    el('div', { class: 'field find' }, el('label', { for: 'search' }, 'Search'), search,
      el('label', { class: 'check' }, texts, report.withText ? ' in the texts too' : ' in the paragraphs too')),
    choice('Outlet', optionsOf(tally(known, (a) => a.outlet), 'any'), filter.outlet, (v) => change('outlet', v)),
    choice('Agency credited', optionsOf(tally(known, (a) => a.credit ?? []), 'any'), filter.agency, (v) => change('agency', v)),
    choice('Has paragraphs', [['', 'of any class'], ...CLASSES.slice(0, CUT).map((c) => [c.name, c.name])], filter.class, (v) => change('class', v)),
    choice('Credit audit', optionsOf(tally(report.audit, (a) => a.finding), 'any finding'), filter.finding, (v) => change('finding', v)),
    day('from', 'From day'), day('to', 'To day'),
    choice('Order', [['', 'biggest first'], ['newest', 'newest first'], ['oldest', 'oldest first']], filter.order, (v) => change('order', v)));
}

function passes(event, filter) {
  const articles = event.articles;
  return (!filter.outlet || articles.some((n) => report.articles[n].outlet === filter.outlet))
    && (!filter.agency || articles.some((n) => report.articles[n].credit?.includes(filter.agency)))
    && (!filter.class || event.classes?.[CLASSES.findIndex((c) => c.name === filter.class)] > 0)
    && (!filter.finding || articles.some((n) => findingOf().get(n)?.finding === filter.finding))
    && (!filter.from || (event.to || event.from || '') >= filter.from)
    && (!filter.to || (event.from ? event.from <= filter.to : false));
}

let findingsByArticle;
function findingOf() {
  findingsByArticle ??= new Map(report.audit.map((a) => [a.article, a]));
  return findingsByArticle;
}

// matching finds the words of a search: all of them in what an event or one of its
// articles is called, or, when asked for, anywhere in a text.
async function matching(events, filter, box, wanted) {
  const words = filter.q.toLocaleLowerCase().split(/\s+/);
  const holds = (text) => { const t = text.toLocaleLowerCase(); return words.every((w) => t.includes(w)); };
  const found = [];
  let read = -1;
  for (const i of events) {
    const e = report.events[i];
    let hit = holds(e.label) || e.articles.some((n) => {
      const a = report.articles[n];
      return holds(`${a.title ?? ''} ${a.outlet ?? ''} ${a.id} ${(a.credit ?? []).join(' ')}`);
    });
    if (!hit && filter.texts) {
      const { rows, texts } = await block(i);
      if (read !== e.block) {
        read = e.block;
        box.replaceChildren(el('p', { class: 'note' }, 'Searching the texts …'));
        await breathe();
        if (!wanted()) return found;
      }
      hit = e.articles.some((n) => n in texts && holds(flat(texts[n]))) || (rows.get(i) ?? []).some((r) => holds(r.text));
    }
    if (hit) found.push(i);
  }
  return found;
}

function showEvents(box, found, filtered) {
  const shared = found.filter((i) => report.events[i].articles.length > 1);
  const alone = found.filter((i) => report.events[i].articles.length === 1);
  const said = `${plural(shared.length, report.one, report.many)} of two articles or more` + (filtered ? ' found' : '')
    + (alone.length ? `, ${plural(alone.length, 'article', 'articles')} alone` : '');
  if (filtered) announce(said);
  const list = (numbers) => {
    const body = el('ul', { class: 'events' });
    return paged(body, numbers, eventItem);
  };
  box.replaceChildren(
    el('p', { class: 'count' }, said),
    shared.length ? list(shared) : el('p', { class: 'note' }, filtered ? 'No shared story passes these filters.' : 'No two articles here tell the same story.'),
    alone.length ? el('details', { class: 'alone', open: Boolean(filtered && !shared.length) },
      el('summary', null, plural(alone.length, 'article stands alone', 'articles stand alone')), list(alone)) : '');
}

function eventItem(i) {
  const e = report.events[i], n = e.articles.length;
  const outlets = [...new Set(e.articles.map((a) => report.articles[a].outlet).filter(Boolean))];
  return el('li', null,
    el('div', { class: 'size', 'aria-hidden': 'true' }, n.toLocaleString('en')),
    el('div', null,
      el('h2', null, link(eventPlace(i), said(e.label))),
      el('p', { class: 'meta' }, [e.days, plural(n, 'article', 'articles'), plural(e.outlets, 'outlet', 'outlets'),
        e.rows && n > 1 ? plural(e.rows, 'paragraph', 'paragraphs') : ''].filter(Boolean).join(' · ')),
      n > 1 && e.copies?.length ? el('p', null, told(e.copies[0])) : '',
      outlets.length > 1 ? el('p', { class: 'who' }, outlets.slice(0, 6).map((o, k) => [k ? ', ' : '', said(o)]),
        outlets.length > 6 ? ` and ${outlets.length - 6} more` : '') : '',
      e.classes ? classBar(e.classes) : ''));
}

// classBar shows the shares of the classes, with their letters where there is room.
function classBar(counts) {
  const all = counts.reduce((a, b) => a + b, 0);
  const some = counts.map((n, i) => [n, CLASSES[i]]).filter(([n]) => n);
  const words = some.map(([n, c]) => `${n} ${c.name}`).join(', ');
  let x = 0;
  const root = svg('svg', { class: 'bar', viewBox: '0 0 400 14', preserveAspectRatio: 'none', role: 'img', 'aria-label': `Paragraphs as carried: ${words}` },
    svg('title', null, words));
  for (const [n, c] of some) {
    const w = n / all * 400;
    root.append(svg('rect', { x, y: 0, width: Math.max(w - 1, 1), height: 14, class: 'fill-' + c.name }));
    x += w;
  }
  return el('div', { class: 'bars' }, root, el('span', { class: 'meta', 'aria-hidden': 'true' }, words));
}

function skipped() {
  if (!report.skipped.length) return '';
  const body = el('ul');
  return el('details', { class: 'alone' },
    el('summary', null, plural(report.omitted, 'input was left out', 'inputs were left out')),
    paged(body, report.skipped, ([path, reason]) => el('li', null, said(path), ': ', said(reason))));
}
