// Drawings by Apache ECharts, which is fetched by those pages only that draw.

import {h} from './dom.js';

const ECHARTS = '/webjars/echarts/5.3.1/dist/echarts.esm.min.js';
const ROUTINE = {animation: false};

let library;

/**
 * The one thing ECharts asks of the page's markup is to empty the element it draws in; whatever
 * else would be read as markup is refused, here as everywhere on this page.
 */
function load() {
  library ??= (() => {
    window.trustedTypes?.createPolicy('default', {createHTML: text => (text === '' ? text : null)});
    return import(ECHARTS);
  })();
  return library;
}

/**
 * A figure that is drawn as soon as it has a size, and again in another theme or width.
 *
 * @param label what the drawing says, for those who cannot see it
 * @param option makes the chart's option from the page's colours
 * @param onclick is given what was clicked, as ECharts tells it
 */
export function chart({label, className, option, onclick, signal}) {
  const canvas = h('div', {class: 'canvas'});
  const figure = h('figure', {class: `chart ${className}`, role: 'img', 'aria-label': label}, canvas);
  load().then(echarts => {
    if (signal.aborted) return;
    const drawing = echarts.init(canvas, null, {renderer: 'canvas'});
    const draw = () => drawing.setOption({...ROUTINE, ...option(colours())}, true);
    if (onclick) drawing.on('click', onclick);
    const width = new ResizeObserver(() => drawing.resize());
    const theme = new MutationObserver(draw);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    draw();
    width.observe(canvas);
    theme.observe(document.documentElement, {attributeFilter: ['data-theme']});
    dark.addEventListener('change', draw, {signal});
    signal.addEventListener('abort', () => {
      width.disconnect();
      theme.disconnect();
      drawing.dispose();
    });
    figure.dataset.drawn = '';
  }, () => figure.remove());
  return figure;
}

/** The page's own colours and fonts, as the theme of the moment has them. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'), quiet: of('ink-2'), faint: of('ink-3'), rule: of('rule-2'), paper: of('paper'),
    accent: of('accent'),
    PER: of('person'), LOC: of('place'), ORG: of('organisation'), WORK: of('work'),
    font: of('sans'),
  };
}
