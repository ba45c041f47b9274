// The overview's chart: every event of two articles or more at its first day, as
// high as it has articles. The list below it tells the same in words, so it is
// hidden from readers of words.

const DAY = 24 * 60;

function eventChart(events) {
  const dated = events.filter((e) => e.from && e.articles.length > 1);
  if (dated.length < 2) return null;
  const width = 960, height = 190, left = 34, bottom = 24, top = 18;
  const at = (day) => Date.parse(day + 'T00:00Z') / 60000;
  let from = Math.min(...dated.map((e) => at(e.from))), to = Math.max(...dated.map((e) => at(e.to || e.from))) + DAY;
  const margin = Math.max((to - from) * 0.02, DAY / 2);
  from -= margin;
  to += margin;
  const most = Math.max(...dated.map((e) => e.articles.length));
  const x = (minutes) => left + (minutes - from) / (to - from) * (width - left - 16);
  const y = (n) => height - bottom - Math.log(n) / Math.log(Math.max(most, 3)) * (height - bottom - top - 8);
  const root = svg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'chart', 'aria-hidden': 'true', focusable: 'false' });
  const steps = most < 10 ? [2, 3, 4, 6, 8] : [2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 20000];
  for (const n of steps.filter((n) => n <= most)) {
    root.append(svg('line', { class: 'grid', x1: left, x2: width, y1: y(n), y2: y(n) }),
      svg('text', { class: 'axis', x: left - 6, y: y(n) + 4, 'text-anchor': 'end' }, String(n)));
  }
  for (const tick of timeTicks(from, to, 11)) {
    root.append(svg('line', { class: 'tick', x1: x(tick.at), x2: x(tick.at), y1: height - bottom, y2: height - bottom + 5 }),
      svg('text', { class: 'axis', x: x(tick.at), y: height - 5, 'text-anchor': 'middle' }, tick.text));
  }
  const bubbles = dated.slice(0, 500).map((e) => {
    const n = e.articles.length, r = Math.min(3 + Math.sqrt(n), 16), cx = x(at(e.from));
    return { e, n, r, cx, cy: y(n), end: Math.max(x(at(e.to || e.from) + DAY), cx + r) };
  });
  const labels = chartLabels(bubbles, left, width);
  for (const b of [...bubbles].reverse()) {
    root.append(svg('g', { class: 'bubble', onclick: () => { location.hash = place('event', b.e.id); } },
      b.end > b.cx + b.r ? svg('line', { x1: b.cx + b.r, x2: b.end, y1: b.cy, y2: b.cy }) : '',
      svg('circle', { cx: b.cx, cy: b.cy, r: b.r }),
      labels.get(b),
      svg('title', null, `${b.e.label}: ${plural(b.n, 'article', 'articles')}, ${b.e.days}`)));
  }
  return el('figure', { class: 'figure', tabindex: '0', role: 'group', 'aria-label': 'Drawing of the events, which the list below tells in words' }, root,
    el('figcaption', null, `Each circle is ${report.one === 'event' ? 'an event' : 'a family'} at its first day, as high as it has articles; a line goes to its last day. ${dated.length > 500 ? 'The 500 biggest are drawn.' : ''}`));
}

// chartLabels names the biggest events beside or above their circles, as far as there is
// room. A letter is 6 wide on average at the chart's size of type, a Chinese one 11.
function chartLabels(bubbles, left, width) {
  const taken = bubbles.map((b) => ({ from: b.cx - b.r, to: b.end, top: b.cy - b.r, bottom: b.cy + b.r }));
  const labels = new Map();
  for (const b of bubbles.slice(0, 30)) {
    const letter = /[\u2e80-\uffef]/.test(b.e.label) ? 11 : 6;
    const best = [
      { x: b.end + 5, y: b.cy, way: 1 },
      { x: b.cx - b.r, y: b.cy - b.r - 8, way: 1 },
      { x: b.cx - b.r - 5, y: b.cy, way: -1 },
    ].map((at) => ({ ...at, letters: Math.min(Math.floor(roomAt(at, taken, left, width) / letter), 40, [...b.e.label].length) }))
      .reduce((a, c) => (c.letters > a.letters ? c : a));
    if (best.letters < 12) continue;
    const text = cutName(b.e.label, best.letters), end = best.x + best.way * best.letters * letter;
    taken.push({ from: Math.min(best.x, end), to: Math.max(best.x, end), top: best.y - 7, bottom: best.y + 7 });
    labels.set(b, svg('text', { x: best.x, y: best.y + 4, 'text-anchor': best.way > 0 ? 'start' : 'end' }, text));
  }
  return labels;
}

// roomAt is how far a line of type may run from a place before it meets what is drawn.
function roomAt(at, taken, left, width) {
  let room = at.way > 0 ? width - at.x : at.x - left;
  for (const t of taken) {
    if (t.bottom <= at.y - 7 || t.top >= at.y + 7) continue;
    if (at.way > 0 ? t.to > at.x : t.from < at.x) room = Math.min(room, at.way > 0 ? t.from - at.x : at.x - t.to);
  }
  return room;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// timeTicks are about n moments from one to another, in minutes since 1970, at
// round hours, days, months or years.
function timeTicks(from, to, n) {
  const span = Math.max(to - from, 60);
  const steps = [15, 30, 60, 180, 360, 720, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 365 * DAY, 1826 * DAY, 3652 * DAY];
  const step = steps.find((s) => span / s <= n) ?? 3652 * DAY;
  const ticks = [];
  if (step >= 30 * DAY) {
    const months = Math.round(step / (30 * DAY));
    const first = new Date(from * 60000);
    for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months; ; month += months) {
      const at = Date.UTC(Math.floor(month / 12), month % 12) / 60000;
      if (at > to) return ticks;
      if (at >= from) ticks.push({ at, text: months >= 12 ? String(Math.floor(month / 12)) : `${MONTHS[month % 12]} ${Math.floor(month / 12)}` });
    }
  }
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const t = new Date(at * 60000);
    const day = `${t.getUTCDate()} ${MONTHS[t.getUTCMonth()]}`;
    ticks.push({ at, text: step < DAY && at % DAY ? t.toISOString().slice(11, 16) : day });
  }
  return ticks;
}
