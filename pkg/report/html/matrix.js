// The matrix: an event's paragraphs down, its articles across. Only the cells in
// view are elements, so 600 articles scroll as lightly as six.

const CELL = { width: 36, height: 46 };

// matrix draws into a section; chosen is { row, article } or null, from the address.
function matrix(n, rows, chosen) {
  const event = report.events[n];
  if (!rows.length) {
    return section('matrix', 'Who ran which paragraph', el('p', { class: 'note' }, event.articles.length > 1
      ? 'The report lists no paragraph of this story that several articles carry.' : 'The article stands alone.'));
  }
  const view = new MatrixView(n, rows, event.articles);
  const legend = el('ul', { class: 'legend', 'aria-label': 'Classes' }, CLASSES.map((c) => el('li', { title: c.tells }, tag(c.name, c.letter))));
  const order = choice('Order of articles', [['time', 'by time'], ['family', 'by family'], ['most', 'most paragraphs first']], 'time', (v) => view.order(v));
  const node = section('matrix', 'Who ran which paragraph', el('div', { class: 'bar-line' }, legend, order),
    el('div', { class: 'split' }, view.node, view.panel), view.tip, el('div', { class: 'print-only' }));
  requestAnimationFrame(() => view.start(chosen));
  return node;
}

class MatrixView {
  constructor(event, rows, articles) {
    this.event = event;
    this.rows = rows;
    this.articles = articles;
    this.at = { row: 0, column: -1 }; // column -1 is the paragraph itself
    this.lines = new Map(); // by row, -1 the head; each with its cells by column
    this.body = el('div', { class: 'cells', role: 'presentation' });
    this.node = el('div', {
      class: 'grid', role: 'grid', tabindex: '-1', 'aria-label': `Paragraphs by article: ${rows.length} rows, ${articles.length} columns`,
      'aria-rowcount': rows.length + 1, 'aria-colcount': articles.length + 1,
    }, this.body);
    this.panel = el('aside', { class: 'panel', tabindex: '-1', 'aria-label': 'The paragraph' });
    this.tip = el('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
    this.node.addEventListener('scroll', () => { this.tip.hidden = true; this.soon(); }, { passive: true });
    this.node.addEventListener('keydown', (e) => this.key(e));
    this.node.addEventListener('click', (e) => this.click(e));
    this.node.addEventListener('pointerover', (e) => this.hover(e));
    this.node.addEventListener('pointerleave', () => { this.tip.hidden = true; });
    this.panel.addEventListener('keydown', (e) => { if (e.key === 'Escape') this.focus(); });
    new ResizeObserver(() => this.soon()).observe(this.node);
  }

  start(chosen) {
    const styles = getComputedStyle(this.node);
    this.head = parseFloat(styles.getPropertyValue('--head'));
    this.lead = parseFloat(styles.getPropertyValue('--lead'));
    this.body.style.width = this.lead + 2 + this.articles.length * CELL.width + 'px';
    this.body.style.height = this.head + this.rows.length * CELL.height + 'px';
    const most = Math.round(innerHeight * 0.8);
    this.node.style.height = Math.min(most, this.head + this.rows.length * CELL.height + 18) + 'px';
    const row = chosen ? this.rows.findIndex((r) => r.id === chosen.row) : -1;
    if (row >= 0) {
      this.at = { row, column: this.articles.indexOf(chosen.article) };
      this.node.scrollIntoView({ block: 'nearest' });
      this.focus();
      this.show();
    } else {
      this.draw();
      this.show();
    }
  }

  order(by) {
    const event = report.events[this.event];
    const article = this.articles[this.at.column];
    const carried = (n) => this.rows.filter((r) => r.cells.has(n) && r.cells.get(n).kind !== CUT).length;
    const rank = { time: () => 0, family: (n) => event.families.indexOf(report.articles[n].family), most: (n) => -carried(n) }[by];
    const ranks = new Map(event.articles.map((n) => [n, rank(n)]));
    this.articles = [...event.articles].sort((a, b) => ranks.get(a) - ranks.get(b));
    this.at.column = article === undefined ? -1 : this.articles.indexOf(article);
    this.again();
  }

  soon() {
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw(); });
  }

  // draw makes the elements of the cells in view and of the focused one, and takes
  // away those that have left it.
  draw() {
    if (!this.head) return;
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.node;
    const columns = inView(scrollLeft, clientWidth - this.lead, CELL.width, this.articles.length, this.at.column);
    const rows = inView(scrollTop, clientHeight - this.head, CELL.height, this.rows.length, this.at.row).add(-1);
    keep(this.lines, rows, this.body, (r) => (r < 0 ? this.headLine() : this.line(r)));
    for (const [r, line] of this.lines) {
      line.cells ??= new Map();
      keep(line.cells, columns, line, (c) => (r < 0 ? this.headCell(c) : this.cell(r, c)));
    }
  }

  // again draws everything anew.
  again() {
    this.body.replaceChildren();
    this.lines.clear();
    this.draw();
  }

  headLine() {
    return el('div', { class: 'line head', role: 'row', 'aria-rowindex': '1' },
      el('div', { class: 'lead', role: 'columnheader', 'aria-colindex': '1' }, 'Paragraph'));
  }

  headCell(c) {
    const a = report.articles[this.articles[c]], family = familyClass(report.events[this.event], a.family);
    const cell = el('div', { class: 'outlet', role: 'columnheader', 'aria-colindex': c + 2, title: `${a.name}${a.when ? ', ' + a.when : ''}` },
      el('span', { class: 'turned' }, said(shortName(a.name))), el('span', { class: `badge ${family.css}`, 'aria-hidden': 'true' }, family.letter || '·'));
    cell.style.left = this.lead + 2 + c * CELL.width + 'px';
    return cell;
  }

  line(r) {
    const row = this.rows[r];
    const line = el('div', { class: 'line', role: 'row', 'aria-rowindex': r + 2 },
      el('div', { class: 'lead', role: 'rowheader', 'aria-colindex': '1', 'data-row': r, 'data-column': -1, tabindex: this.tab(r, -1) },
        el('span', { class: 'number', 'aria-hidden': 'true' }, r + 1), el('span', { class: 'clamp', dir: 'auto', lang: report.articles[row.source]?.lang }, row.text)));
    line.style.top = this.head + r * CELL.height + 'px';
    return line;
  }

  cell(r, c) {
    const article = this.articles[c], carried = this.rows[r].cells.get(article);
    const kind = carried && CLASSES[carried.kind];
    const cell = el('div', {
      class: kind ? 'cell mark ' + kind.name : 'cell', role: 'gridcell', 'aria-colindex': c + 2, 'data-row': r, 'data-column': c,
      tabindex: this.tab(r, c), 'aria-label': `${articleName(article)}: ${kind ? kind.name : 'not carried'}`,
    }, kind ? kind.letter : '');
    cell.style.left = this.lead + 2 + c * CELL.width + 'px';
    return cell;
  }

  // move makes another cell the one that the Tab key reaches.
  move(at) {
    this.cellNode()?.setAttribute('tabindex', '-1');
    this.at = at;
    this.cellNode()?.setAttribute('tabindex', '0');
  }

  tab(row, column) {
    return row === this.at.row && column === this.at.column ? '0' : '-1';
  }

  cellNode() {
    return this.body.querySelector(`[data-row="${this.at.row}"][data-column="${this.at.column}"]`);
  }

  // focus scrolls to the cell and gives it the focus.
  focus() {
    const { row, column } = this.at;
    const y = row * CELL.height, x = column * CELL.width;
    const { clientHeight, clientWidth, scrollTop, scrollLeft } = this.node;
    const high = clientHeight - this.head - CELL.height, wide = clientWidth - this.lead - CELL.width - 2;
    if (y < scrollTop) this.node.scrollTop = y;
    else if (y > scrollTop + high) this.node.scrollTop = y - high;
    if (column >= 0) {
      if (x < scrollLeft) this.node.scrollLeft = x;
      else if (x > scrollLeft + wide) this.node.scrollLeft = x - wide;
    }
    this.draw();
    this.cellNode()?.focus({ preventScroll: true });
  }

  key(e) {
    const last = { row: this.rows.length - 1, column: this.articles.length - 1 };
    const page = Math.max(1, Math.floor((this.node.clientHeight - this.head) / CELL.height) - 1);
    const { row, column } = this.at;
    const moves = {
      ArrowDown: [row + 1, column], ArrowUp: [row - 1, column], ArrowRight: [row, column + 1], ArrowLeft: [row, column - 1],
      PageDown: [row + page, column], PageUp: [row - page, column],
      Home: [e.ctrlKey ? 0 : row, -1], End: [e.ctrlKey ? last.row : row, last.column],
    };
    if (e.key === 'Enter' || e.key === ' ') {
      this.open();
    } else if (moves[e.key]) {
      const [r, c] = moves[e.key];
      this.move({ row: Math.max(0, Math.min(r, last.row)), column: Math.max(-1, Math.min(c, last.column)) });
      this.focus();
      this.show();
    } else {
      return;
    }
    e.preventDefault();
  }

  placeOf(e) {
    const node = e.target.closest('[data-row]');
    return node && { row: Number(node.dataset.row), column: Number(node.dataset.column) };
  }

  click(e) {
    const at = this.placeOf(e);
    if (!at) return;
    this.move(at);
    this.focus();
    this.show();
    this.tip.hidden = true;
    this.raise();
  }

  open() {
    this.show();
    this.raise();
    this.panel.focus();
  }

  // raise shows the panel; on a telephone it lies over the lower part of the page.
  raise() {
    this.panel.classList.add('open');
    if (getComputedStyle(this.panel).position === 'fixed') this.node.scrollIntoView({ block: 'start' });
  }

  hover(e) {
    if (e.pointerType !== 'mouse') return;
    const at = this.placeOf(e);
    const cell = at && at.column >= 0 && this.rows[at.row].cells.get(this.articles[at.column]);
    this.tip.hidden = !cell;
    if (!cell) return;
    const kind = CLASSES[cell.kind];
    this.tip.replaceChildren(el('p', { class: 'meta' }, tag(kind.name, kind.letter), ' ', said(articleName(cell.article))), wording(this.rows[at.row], cell));
    const box = e.target.closest('[data-row]').getBoundingClientRect();
    const { width, height } = this.tip.getBoundingClientRect();
    this.tip.style.left = Math.max(8, Math.min(box.left, innerWidth - width - 8)) + 'px';
    this.tip.style.top = (box.bottom + height + 8 < innerHeight ? box.bottom + 4 : Math.max(8, box.top - height - 4)) + 'px';
  }

  // show fills the panel and puts the cell's address into the address bar.
  show() {
    const row = this.rows[this.at.row], article = this.articles[this.at.column];
    const cell = article === undefined ? null : row.cells.get(article);
    const here = eventPlace(this.event, 'row', row.id, ...(article === undefined ? [] : [report.articles[article].id]));
    if (this.node.contains(document.activeElement)) history.replaceState(null, '', here);
    const kind = cell && CLASSES[cell.kind];
    this.panel.replaceChildren(
      el('button', { type: 'button', class: 'close', onclick: () => { this.panel.classList.remove('open'); this.focus(); } }, 'Close'),
      el('h3', null, `Paragraph ${this.at.row + 1} of ${this.rows.length}`),
      article === undefined ? '' : el('div', { class: 'cell-text' },
        el('p', null, el('b', null, said(articleName(article))), report.articles[article].when ? el('span', { class: 'meta' }, ' · ' + report.articles[article].when) : ''),
        kind ? el('p', null, tag(kind.name, kind.letter), el('span', { class: 'meta' }, `: ${kind.tells}${cell.kind < 2 ? `, ${cell.likeness}% of its words` : ''}`)) : el('p', { class: 'note' }, 'Does not carry this paragraph.'),
        kind ? wording(row, cell) : '',
        row.source >= 0 && row.source !== article ? el('p', null, link(pairPlace(row.source, article), 'Side by side with ', said(articleName(row.source)))) : ''),
      el('h4', null, 'As in ', said(articleName(row.source))),
      el('p', { class: 'wording', dir: 'auto', lang: report.articles[row.source]?.lang }, row.text),
      carriers(this, row),
      el('p', null, el('a', { class: 'meta', href: here }, 'Link to this place')));
  }
}

// inView are the numbers of what a scroll shows, with a few around it, and the one
// that has the focus, which must not go.
function inView(from, size, step, all, focused) {
  const numbers = new Set();
  for (let i = Math.max(0, Math.floor(from / step) - 2); i < Math.min(all, Math.ceil((from + size) / step) + 2); i++) numbers.add(i);
  if (focused >= 0) numbers.add(focused);
  return numbers;
}

// shortName leaves out the middle of a long name: what tells two articles of an outlet
// or of a file apart stands at its end.
function shortName(name) {
  const all = [...name];
  return all.length > 21 ? all.slice(0, 11).join('') + '…' + all.slice(-9).join('') : name;
}

// keep makes nodes hold those of the wanted numbers and no others, in their order.
function keep(nodes, wanted, parent, make) {
  for (const [n, node] of nodes) {
    if (wanted.has(n)) continue;
    node.remove();
    nodes.delete(n);
  }
  for (const n of wanted) {
    if (nodes.has(n)) continue;
    const node = make(n);
    node.order = n;
    let before = parent.lastChild;
    while (before && before.order > n) before = before.previousSibling;
    parent.insertBefore(node, before ? before.nextSibling : parent.firstChild);
    nodes.set(n, node);
  }
}

// carriers lists who carries a row, by class.
function carriers(view, row) {
  const by = CLASSES.map(() => []);
  for (const cell of row.cells.values()) by[cell.kind].push(cell.article);
  return el('dl', { class: 'carriers' }, by.map((articles, kind) => articles.length ? [
    el('dt', null, tag(CLASSES[kind].name, CLASSES[kind].letter, articles.length)),
    el('dd', null, articles.slice(0, 12).map((a, i) => [i ? ', ' : '', said(articleName(a))]), articles.length > 12 ? ` and ${articles.length - 12} more` : ''),
  ] : ''));
}

// printedRows tells the matrix in words, for paper.
function printedRows(rows) {
  return el('ol', null, rows.map((row) => el('li', null, el('p', { dir: 'auto' }, row.text), carriers(null, row))));
}
