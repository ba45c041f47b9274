// Two articles side by side: what both have stands in one line, with the words
// marked that differ; what only one has stands alone.

async function pairPage(idA, idB) {
  const a = numberOf.article.get(idA), b = numberOf.article.get(idB);
  if (a === undefined || b === undefined) return missing('One of these two articles is not in this report.');
  const [blockA, blockB] = await Promise.all([block(report.articles[a].event), block(report.articles[b].event)]);
  const pair = pairOf(blockA, a, b) ?? pairOf(blockB, a, b);
  const texts = [blockA.texts[a], blockB.texts[b]];
  const event = report.articles[a].event;
  const title = `${articleName(a)} and ${articleName(b)}`;
  const full = texts[0] !== undefined && texts[1] !== undefined;
  const passages = full ? orient(pair, a) ?? align(texts[0], texts[1]) : [];
  const lines = full ? alignedLines(texts[0], texts[1], passages) : [];
  const stops = lines.filter((l) => l.joined);
  const nodes = [
    el('nav', { class: 'way', 'aria-label': 'Event' }, link(eventPlace(event), '← ', said(report.events[event].label)), !stops.length ? '' : el('span', { class: 'steps' },
      el('button', { type: 'button', 'data-key': 'p', onclick: () => step(-1) }, 'Previous passage'),
      el('button', { type: 'button', 'data-key': 'n', onclick: () => step(1) }, 'Next passage'))),
    el('header', { class: 'title' }, el('h1', null, 'Side by side'), el('p', { class: 'meta' }, pairFacts(pair, a, passages, full)), pairChoice(a, b)),
    el('div', { class: 'beside heads' }, [a, b].map((n) => articleHead(n))),
    full ? drawLines(lines, a, b) : withoutTexts(pair, a, b, blockA),
  ];
  let at = -1;
  const step = (by) => {
    if (!stops.length) return;
    at = (at + by + stops.length) % stops.length;
    if (by < 0 && at < 0) at = stops.length - 1;
    const node = stops[at].node;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: 'center', behavior: still() ? 'auto' : 'smooth' });
    announce(`Passage ${at + 1} of ${stops.length}`);
  };
  return { title, nodes };
}

// orient reads the passages of a pair with a as the first article.
function orient(pair, a) {
  if (!pair) return null;
  const turned = pair.a !== a, all = [];
  for (let i = 0; i < pair.passages.length; i += 5) {
    const [startA, endA, startB, endB] = pair.passages.slice(i, i + 4);
    all.push(turned ? { a: [startB, endB], b: [startA, endA] } : { a: [startA, endA], b: [startB, endB] });
  }
  return all;
}

// alignedLines puts two texts into lines: { a, b, joined, moved }. Passages that keep
// their order stand in one line; those that do not are shown where the first text has
// them, and marked where the second does.
function alignedLines(textA, textB, passages) {
  const sorted = passages.map((p) => ({ a: withMarks(textA, p.a), b: withMarks(textB, p.b) })).sort((p, q) => p.a[0] - q.a[0]);
  const kept = inOrder(sorted);
  const moved = sorted.filter((p) => !kept.has(p)).sort((p, q) => p.b[0] - q.b[0]);
  const lines = [];
  let atA = 0, atB = 0;
  const between = (endA, endB) => {
    alone(endA, endB);
    atA = Math.max(atA, endA);
    atB = Math.max(atB, endB);
  };
  const alone = (endA, endB) => {
    const b = [];
    let from = atB;
    for (const p of moved) {
      if (p.b[0] < from || p.b[0] >= endB) continue;
      b.push({ text: textB.slice(from, p.b[0]) }, { text: textB.slice(p.b[0], p.b[1]), moved: true });
      from = Math.max(from, p.b[1]);
    }
    if (from < endB) b.push({ text: textB.slice(from, endB) });
    const a = textA.slice(atA, Math.max(atA, endA));
    if (a.trim() || b.some((part) => part.text.trim())) lines.push({ a: [{ text: a }], b });
  };
  for (const p of sorted) {
    if (p.a[0] < atA) continue; // within another, as what is repeated can be
    const inLine = kept.has(p) && p.b[0] >= atB;
    between(p.a[0], inLine ? p.b[0] : atB);
    if (inLine) atB = p.b[1];
    lines.push({ joined: true, moved: !inLine, texts: [textA.slice(...p.a), textB.slice(...p.b)] });
    atA = p.a[1];
  }
  between(textA.length, textB.length);
  return lines;
}

// withMarks takes the marks around a passage into it: its words are the report's, but
// a full stop by itself is nothing to read.
function withMarks(text, [start, end]) {
  const mark = /[\p{P}\p{S}]/u, opening = /[\p{Ps}\p{Pi}"'¿¡]/u;
  while (end < text.length && mark.test(text[end])) end++;
  while (start > 0 && opening.test(text[start - 1])) start--;
  return [start, end];
}

// inOrder is the heaviest chain of passages that both texts have in the same order.
function inOrder(sorted) {
  const best = sorted.map((p) => ({ weight: p.a[1] - p.a[0], before: -1 }));
  let end = -1;
  for (let i = 0; i < sorted.length; i++) {
    const own = best[i].weight;
    for (let k = 0; k < i; k++) {
      if (sorted[k].b[1] <= sorted[i].b[0] && sorted[k].a[1] <= sorted[i].a[0] && best[k].weight + own > best[i].weight) {
        best[i] = { weight: best[k].weight + own, before: k };
      }
    }
    if (end < 0 || best[i].weight > best[end].weight) end = i;
  }
  const kept = new Set();
  for (let i = end; i >= 0; i = best[i].before) kept.add(sorted[i]);
  return kept;
}

function drawLines(lines, a, b) {
  const langs = [a, b].map((n) => report.articles[n].lang);
  let passage = 0;
  const column = (n, i, ...inner) => el('div', { class: 'column', lang: langs[i], dir: 'auto', 'data-name': articleName(n) }, ...inner);
  const box = el('div', { class: 'lines' });
  for (const l of lines) {
    if (l.joined) {
      const parts = difference(flat(l.texts[0]), flat(l.texts[1]));
      passage++;
      l.node = el('div', { class: 'beside joined', tabindex: '-1', role: 'group', 'aria-label': `Passage ${passage}${l.moved ? ', moved' : ''}` },
        el('span', { class: 'knot', 'aria-hidden': 'true' }, String(passage)),
        column(a, 0, el('p', null, side(parts, 'cut'))),
        column(b, 1, l.moved ? el('p', { class: 'meta' }, 'Stands elsewhere in this article:') : '', el('p', null, side(parts, 'added'))));
    } else {
      l.node = el('div', { class: 'beside apart' }, [l.a, l.b].map((parts, i) => column(i ? b : a, i, parts.flatMap((part) =>
        part.text.split(/\n\s*\n/).map(flat).filter(Boolean).map((text) => el('p', { class: part.moved ? 'moved' : null }, part.moved ? el('span', { class: 'meta' }, 'Stands elsewhere on the left: ') : '', text))))));
    }
    box.append(l.node);
  }
  return box;
}

function pairFacts(pair, a, passages, full) {
  if (!pair) return full ? `The report lists no passage of these two. Shared runs of ${RUN} words were looked for here: ${plural(passages.length, 'passage', 'passages')}.` : 'The report lists no passage of these two.';
  const [inA, inB] = pair.a === a ? [pair.inA, pair.inB] : [pair.inB, pair.inA];
  return `${PAIR_CLASSES[pair.class] ?? ''} · the right one carries ${inA}% of the left one’s news words, the left one ${inB}% of the right one’s · `
    + `longest run ${plural(pair.longest, 'word', 'words')} · ${plural(pair.passages.length / 5, 'passage', 'passages')}`;
}

function pairChoice(a, b) {
  const event = report.events[report.articles[a].event];
  const names = event.articles.map((n) => [String(n), articleName(n)]);
  const one = (label, chosen, go) => choice(label, names.some(([v]) => v === String(chosen)) ? names : [[String(chosen), articleName(chosen)], ...names], String(chosen), go);
  return el('div', { class: 'filters' },
    one('Left', a, (v) => { location.hash = pairPlace(Number(v), b); }),
    one('Right', b, (v) => { location.hash = pairPlace(a, Number(v)); }),
    el('a', { class: 'button', href: pairPlace(b, a) }, 'Swap'));
}

function articleHead(n) {
  const a = report.articles[n];
  return el('div', { class: 'column' },
    el('h2', null, said(a.name)),
    el('p', null, said(a.title ?? '', a.lang)),
    el('p', { class: 'meta' }, [a.when ?? 'undated', plural(a.words, 'word', 'words'), a.credit?.length ? 'credits ' + a.credit.join(', ') : 'credits nobody'].join(' · ')),
    el('p', { class: 'meta path' }, said(a.id)));
}

// withoutTexts shows what a report without texts can: the paragraphs that both carry.
function withoutTexts(pair, a, b, blockA) {
  const changes = (pair?.changes ?? []).flat().filter(Boolean);
  const rows = (blockA.rows.get(report.articles[a].event) ?? []).filter((r) => r.cells.has(a) && r.cells.has(b));
  return el('div', null,
    el('p', { class: 'note' }, 'The report was made without the articles’ texts (scan --with-text has them), so this shows the paragraphs that it lists for both.'),
    rows.map((row) => el('div', { class: 'beside joined' }, [a, b].map((n) => {
      const cell = row.cells.get(n), kind = CLASSES[cell.kind];
      return el('div', { class: 'column' }, el('p', null, tag(kind.name, kind.letter)), wording(row, cell));
    }))),
    changes.length ? section('changes', 'Words changed', table('Changes', [
      { title: articleName(pair.a), cell: ([from]) => el('del', null, said(from || '—')) },
      { title: articleName(pair.b), cell: ([, to]) => el('ins', null, said(to || '—')) },
    ], changes)) : '');
}
