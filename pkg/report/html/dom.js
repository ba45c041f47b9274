// Making elements. All text gets in as text nodes: nothing scraped is ever read as
// markup, and nothing sets an address that leads out of this page.

// el makes an element: el('a', { href: '#/', class: 'brand', onclick: f }, 'text', other).
function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

// svg does the same for drawings.
function svg(name, attributes, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((c) => c !== undefined && c !== null && c !== false && c !== ''));
  return node;
}

// said is scraped text within a line of ours, with its own reading direction.
function said(text, lang) {
  return el('bdi', { dir: 'auto', lang: lang || undefined }, text);
}

// told is a sentence of the report's own. It runs from the left; words in it that run
// from the right are kept apart, so that they do not draw a number beside them along.
const FROM_RIGHT = /([\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{M}]+(?:[\s-]+[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{M}]+)*)/u;

function told(text) {
  return el('bdi', { dir: 'ltr' }, text.split(FROM_RIGHT).map((part, i) => (i % 2 ? said(part) : part)));
}

// link leads to a place of this page.
function link(to, ...children) {
  return el('a', { href: to }, ...children);
}

const place = (...parts) => '#/' + parts.map(encodeURIComponent).join('/');
const eventPlace = (event, ...more) => place('event', report.events[event].id, ...more);
const pairPlace = (a, b) => place('pair', report.articles[a].id, report.articles[b].id);

function articleName(n) {
  return n < 0 ? 'an article that is not here' : report.articles[n].name;
}

// tag is a class or a finding: its letter on its colour, and its name.
function tag(name, letter, count) {
  return el('span', { class: 'tag' },
    el('span', { class: `mark ${name}`, 'aria-hidden': 'true' }, letter), ' ',
    name.replace('-', ' '), count === undefined ? '' : ` ${count.toLocaleString('en')}`);
}

function section(id, title, ...children) {
  return el('section', { 'aria-labelledby': 'h-' + id, id: 's-' + id, class: 'part ' + id }, el('h2', { id: 'h-' + id }, title), ...children);
}

function announce(text) {
  document.getElementById('live').textContent = text;
}

// after calls f once, a while after the last call.
function after(milliseconds, f) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...values), milliseconds);
  };
}

// breathe lets the browser paint and listen between two stretches of long work.
const breathe = () => new Promise((resolve) => setTimeout(resolve));
