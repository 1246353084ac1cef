// Articles by month as bars; each bar narrows the search to its month.

import {h, s} from './dom.js';
import {t} from './i18n.js';
import {day} from './format.js';
import {monthRange} from './query.js';

const WIDTH = 640, HEIGHT = 44, MOST_BARS = 120;

export function histogram(buckets, query) {
  const months = filled(buckets);
  if (months.length < 2) return null;
  const most = Math.max(...months.map(month => month.count));
  const step = WIDTH / months.length;
  const bars = months.map(({date, count}, i) => {
    const height = count ? Math.max(2, count / most * HEIGHT) : 0;
    const {from, to} = monthRange(date);
    const label = t('search.month', day(date), count);
    return s('a', {href: query.dated(from, to), 'aria-label': label, class: count ? '' : 'none', tabindex: count ? null : '-1'},
        s('title', null, label),
        s('rect', {class: 'hold', x: i * step, y: 0, width: step, height: HEIGHT}),
        s('rect', {class: 'bar', x: i * step + 0.5, y: HEIGHT - height, width: Math.max(1, Math.min(step - 1, 28)), height}));
  });
  return h('figure', {class: 'histogram'},
      s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'group', 'aria-label': t('search.histogram')}, bars),
      h('figcaption', null, h('span', null, day(months[0].date)), h('span', null, day(months.at(-1).date))));
}

/** Months without articles have their place too; the oldest fall off where there are too many. */
function filled(buckets) {
  const counts = new Map(buckets.map(({date, count}) => [date.slice(0, 7), count]));
  if (!counts.size) return [];
  const sorted = [...counts.keys()].sort();
  const months = [];
  for (let month = sorted.at(-1); month >= sorted[0] && months.length < MOST_BARS; month = before(month)) {
    months.unshift({date: month, count: counts.get(month) ?? 0});
  }
  return months;
}

function before(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
