// A small series as bars, the last of them in the accent colour.

import {h, s} from './dom.js';

const WIDTH = 120, HEIGHT = 36;

/** @param series `{date, count}` without gaps; @param label of one point */
export function sparkline(series, label) {
  const most = Math.max(1, ...series.map(point => point.count));
  const step = WIDTH / Math.max(1, series.length);
  return h('figure', {class: 'spark'},
      s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': series.map(label).join('; ')},
          series.map((point, i) => {
            const height = point.count ? Math.max(2, point.count / most * HEIGHT) : 0;
            return s('g', null,
                s('title', null, label(point)),
                s('rect', {class: 'hold', x: i * step, y: 0, width: step, height: HEIGHT}),
                s('rect', {class: i === series.length - 1 ? 'bar last' : 'bar', x: i * step + 0.75, y: HEIGHT - height, width: Math.max(1, step - 1.5), height}));
          })));
}
