// The page as a whole: which place the address names, and the keys.

const PAGES = [
  ['', 'Overview'], ['network', 'Network'], ['audit', 'Credit audit'], ['drift', 'Facts changed'], ['quotes', 'Quotes'],
];

async function pageAt(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  const [name, ...rest] = path.split('/').map(decoded);
  switch (name) {
    case '': case 'main': return overview(new URLSearchParams(query));
    case 'event': return eventPage(rest[0], rest.slice(1));
    case 'pair': return pairPage(rest[0], rest[1]);
    case 'network': return networkPage(rest[0]);
    case 'audit': return auditPage(rest[0]);
    case 'drift': return driftPage(rest[0]);
    case 'quotes': return quotesPage(rest[0]);
    default: return missing('This address names nothing in the report.');
  }
}

function decoded(part) {
  try { return decodeURIComponent(part); } catch { return part; }
}

let shown = null, turn = 0;

async function go(first) {
  const mine = ++turn;
  let page;
  try {
    page = await pageAt(location.hash);
  } catch (err) {
    page = missing(`This place could not be shown: ${err.message}.`);
    console.error(err);
  }
  if (mine !== turn) return; // the reader has gone elsewhere meanwhile
  shown = page;
  const main = document.getElementById('main');
  main.replaceChildren(...page.nodes.flat().filter(Boolean));
  document.title = page.title + ' – who ran whose words';
  const name = location.hash.replace(/^#\/?/, '').split(/[/?]/)[0];
  for (const a of document.querySelectorAll('#nav a')) {
    if (a.dataset.page === name) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
  if (!first) {
    scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  announce(page.title);
}

function keys(e) {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const typing = e.target.matches('input, select, textarea');
  if (e.key === 'Escape' && typing) { e.target.blur(); return; }
  if (typing || e.defaultPrevented) return;
  if (e.key === '/') {
    e.preventDefault();
    const search = document.getElementById('search');
    if (search) search.focus();
    else { location.hash = '#/'; setTimeout(() => document.getElementById('search')?.focus(), 100); }
  } else if (e.key === '?') {
    help();
  } else if (e.key === 'n' || e.key === 'p') {
    document.querySelector(`[data-key="${e.key}"]`)?.click();
  } else if (e.key === 'm') {
    document.querySelector('.grid [tabindex="0"]')?.focus();
  } else if (/^[1-5]$/.test(e.key)) {
    location.hash = '#/' + PAGES[Number(e.key) - 1][0];
  }
}

const KEYS = [
  ['/', 'search'], ['1 – 5', 'overview, network, audit, facts, quotes'], ['n, p', 'next and previous event or passage'],
  ['m', 'into the matrix of paragraphs'], ['arrows, Home, End, Page keys', 'move in the matrix'],
  ['Enter', 'read the cell’s wording'], ['Escape', 'back to the cell, out of a field'], ['?', 'these keys'],
];

function help() {
  const dialog = el('dialog', { class: 'help', 'aria-label': 'Keys', onclose: (e) => e.target.remove() },
    el('h2', null, 'Keys'), el('dl', null, KEYS.map(([key, does]) => [el('dt', null, el('kbd', null, key)), el('dd', null, does)])),
    el('form', { method: 'dialog' }, el('button', null, 'Close')));
  dialog.querySelector('button').addEventListener('click', (e) => { e.preventDefault(); dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}

async function start() {
  const nav = document.getElementById('nav');
  PAGES.forEach(([name, title]) => nav.append(el('li', null, el('a', { href: '#/' + name, 'data-page': name }, title))));
  document.querySelector('.skip').addEventListener('click', (e) => {
    e.preventDefault();
    document.getElementById('main').focus();
  });
  if (typeof DecompressionStream === 'undefined') {
    document.getElementById('wait').textContent = 'This browser is too old to unpack the report. Any version of 2023 or later can: Firefox 113, Chrome 80, Safari 16.4.';
    return;
  }
  try {
    await unpackReport();
    addEventListener('hashchange', () => go(false));
    addEventListener('keydown', keys);
    addEventListener('beforeprint', () => shown?.print?.());
    await go(true);
    performance.mark('ready');
    document.documentElement.dataset.ready = 'yes';
  } catch (err) {
    document.getElementById('main').replaceChildren(el('p', { class: 'note' }, `The report could not be shown: ${err.message}. Is the file whole?`));
    throw err;
  }
}

start();
