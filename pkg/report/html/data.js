// The data of the page: what the report holds, and how it is unpacked.

// The classes in the order of the numbers that the data give them. Each has a letter
// besides its colour.
const CLASSES = [
  { name: 'verbatim', letter: 'V', tells: 'every word, unchanged' },
  { name: 'edited', letter: 'E', tells: 'most of it, with words changed' },
  { name: 'rewritten', letter: 'R', tells: 'the same matter in other words' },
  { name: 'excerpt', letter: 'X', tells: 'a part of it' },
  { name: 'quote', letter: 'Q', tells: 'a quotation that both give' },
  { name: 'cut', letter: '–', tells: 'left out, though the copy has it' },
];
const CUT = 5;
const PAIR_CLASSES = ['wholly derived', 'partially derived', 'quotes only', 'same event', 'a phrase only'];

// What is wrong comes first.
const FINDINGS = {
  removed: { letter: 'D', tells: 'names nobody, though the article it took the copy from does' },
  replaced: { letter: 'S', tells: 'carries others’ copy and names somebody else' },
  uncredited: { letter: 'U', tells: 'carries others’ copy and names nobody' },
  undecided: { letter: '?', tells: 'shares copy; who took it from whom is not known' },
  'mostly-own': { letter: 'M', tells: 'names an origin; most words are its own' },
  unchecked: { letter: 'N', tells: 'names an agency whose copy is not here to compare with' },
  credited: { letter: 'C', tells: 'carries others’ copy and names the origin' },
  origin: { letter: 'O', tells: 'source of copy that others ran' },
};

let report; // what all pages need
const numberOf = { event: new Map(), article: new Map() };
const blocks = new Map(); // promises of the rows, pairs and texts of events

// unpack reads one of the page's data elements: gzipped JSON in base64.
async function unpack(id) {
  const text = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}

async function unpackReport() {
  report = await unpack('data');
  report.events.forEach((event, i) => numberOf.event.set(event.id, i));
  report.articles.forEach((article, i) => numberOf.article.set(article.id, i));
}

// block has the rows, pairs and texts of an event and of those packed with it.
function block(event) {
  const n = report.events[event].block;
  if (!blocks.has(n)) blocks.set(n, unpack('data-' + n).then(readBlock));
  return blocks.get(n);
}

function readBlock(packed) {
  const rows = new Map();
  const texts = packed.texts || {};
  for (const row of packed.rows) {
    row.cells = new Map(); // by article; of several places the first
    row.text ??= flat((texts[row.source] ?? '').slice(row.start, row.end));
    for (let i = 0, at = 0; i < row.carried.length; i += 5, at++) {
      const [article, kind, likeness, start, end] = row.carried.slice(i, i + 5);
      if (row.cells.has(article)) continue;
      row.cells.set(article, {
        article, kind, likeness,
        text: article in texts ? flat(texts[article].slice(start, end)) : row.wordings?.[at],
        changes: row.changes?.[at] ?? [],
      });
    }
    for (const article of row.cut ?? []) row.cells.set(article, { article, kind: CUT, likeness: 0, changes: [] });
    delete row.carried;
    if (!rows.has(row.event)) rows.set(row.event, []);
    rows.get(row.event).push(row);
  }
  return { rows, texts, pairs: packed.pairs };
}

// flat joins the lines of a paragraph.
function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function pairOf(block, a, b) {
  return block.pairs.find((p) => (p.a === a && p.b === b) || (p.a === b && p.b === a));
}

const plural = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
