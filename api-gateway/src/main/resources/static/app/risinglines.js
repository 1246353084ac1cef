// The steepest of the rising terms over time, the first of them in the accent colour.

import {listed, t} from './i18n.js';
import {day, count} from './format.js';
import {chart} from './charts.js';

const LINES = 6;
const DASHES = ['solid', 'solid', 'dashed', 'solid', 'dashed', 'dotted'];

/** @param address where a term leads */
export function risingLines(trends, address, {go, signal}) {
  const shown = trends.slice(0, LINES);
  const dates = [...new Set(shown.flatMap(trend => trend.series.map(point => point.date)))].sort();
  if (dates.length < 3) return null;
  const option = colour => {
    const tones = [colour.accent, colour.ink, colour.ink, colour.faint, colour.faint, colour.faint];
    return {
      textStyle: {fontFamily: colour.font, color: colour.quiet},
      grid: {left: 28, right: 150, top: 16, bottom: 8, containLabel: true},
      tooltip: {
        trigger: 'axis', renderMode: 'richText', confine: true,
        backgroundColor: colour.paper, borderColor: colour.rule, textStyle: {color: colour.ink, fontFamily: colour.font},
        formatter: points => [day(points[0].axisValue), ...points.filter(point => point.value > 0).map(point => `${point.seriesName}  ${count(point.value)}`)].join('\n'),
      },
      xAxis: {type: 'category', boundaryGap: false, data: dates, axisTick: {show: false}, axisLine: {lineStyle: {color: colour.rule}}, axisLabel: {color: colour.quiet, formatter: day, hideOverlap: true}},
      yAxis: {type: 'value', minInterval: 1, axisLabel: {color: colour.quiet}, splitLine: {lineStyle: {color: colour.rule, opacity: 0.5}}},
      series: shown.map((trend, i) => ({
        name: trend.text, type: 'line', showSymbol: false, triggerLineEvent: true, cursor: 'pointer', z: LINES - i,
        data: counts(trend, dates),
        lineStyle: {color: tones[i], width: i === 0 ? 2.5 : 1.5, type: DASHES[i]},
        itemStyle: {color: tones[i]},
        endLabel: {show: true, formatter: '{a}', color: tones[i], fontSize: 13, lineHeight: 18, width: 135, overflow: 'truncate'},
        labelLayout: {moveOverlap: 'shiftY'},
        emphasis: {focus: 'series'},
      })),
    };
  };
  return chart({
    label: t('trends.lines', listed(shown.map(trend => trend.text))),
    className: 'lines',
    option,
    onclick: ({seriesIndex}) => go(address(shown[seriesIndex])),
    signal,
  });
}

function counts(trend, dates) {
  const byDate = new Map(trend.series.map(point => [point.date, point.count]));
  return dates.map(date => byDate.get(date) ?? 0);
}
