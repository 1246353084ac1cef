// A name among those of the same articles: the closer two are tied, the thicker their line.

import {t} from './i18n.js';
import {count} from './format.js';
import {chart} from './charts.js';

const MOST = 18;
const LONGEST_LABEL = 110;
const SMALLEST = 8, LARGEST = 26, OWN = 34;

export function nameGraph(entity, {go, signal}) {
  const around = entity.related.slice(0, MOST);
  if (around.length < 3) return null;
  const most = Math.max(...around.map(name => name.articles));
  const shown = new Set(around.map(name => name.id));
  const lines = entity.lines.filter(({a, b}) => shown.has(a) && shown.has(b));
  const option = colour => ({
    textStyle: {fontFamily: colour.font},
    series: [{
      type: 'graph', layout: 'force', cursor: 'pointer',
      force: {repulsion: 380, gravity: 0.14, edgeLength: [80, 170], initLayout: 'circular', layoutAnimation: false},
      label: {show: true, position: 'bottom', distance: 3, color: colour.ink, textBorderColor: colour.paper, textBorderWidth: 3, fontSize: 13, width: LONGEST_LABEL, overflow: 'truncate'},
      labelLayout: {hideOverlap: true},
      emphasis: {focus: 'adjacency', label: {fontWeight: 'bold'}},
      data: [
        node(entity, OWN, {color: colour.paper, borderColor: colour[entity.type], borderWidth: 4}),
        ...around.map(name => node(name, SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(name.articles / most), {color: colour[name.type]})),
      ],
      links: [
        ...around.map(({id, articles}) => line(entity.id, id, articles, most, colour.rule, 1)),
        ...lines.map(({a, b, articles}) => line(a, b, articles, most, colour.rule, 0.5)),
      ],
    }],
  });
  return chart({
    label: t('entity.graph', entity.name, count(around.length)),
    className: 'graph',
    option,
    onclick: ({dataType, data}) => dataType === 'node' && data.id !== entity.id && go(`/entities/${encodeURIComponent(data.id)}`),
    signal,
  });
}

function node({id, name}, symbolSize, itemStyle) {
  return {id, name, symbolSize, itemStyle};
}

function line(source, target, articles, most, color, opacity) {
  return {source, target, lineStyle: {color, opacity, width: 0.6 + 3 * articles / most}};
}
