// 趋势: what is rising against everything before, as small multiples; each leads on.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {count, day} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {changed, choice} from '../choices.js';
import {narrowTo} from '../query.js';
import {sparkline} from '../sparkline.js';
import {risingLines} from '../risinglines.js';

const SHOWN = 36;
const INTERVALS = ['day', 'week', 'month'];
const TYPES = ['name', 'keyphrase', 'topic'];

export function trendsView({main, go, title, signal, ready}) {
  title(t('trends.title'));
  main.className = 'desk wide';
  const params = new URLSearchParams(location.search);
  const interval = params.get('interval') ?? 'week';
  const period = h('p', {class: 'period', 'aria-live': 'polite'});
  const body = h('div', null, skeleton(4));
  refill(main,
      h('header', null, h('h1', null, t('trends.title')), h('p', {class: 'intro'}, t('trends.intro')),
          h('div', {class: 'tools'},
              choice(t('trends.type'), 'type', ['', ...TYPES].map(type => [type, t(`trends.type.${type || 'all'}`)]), params.get('type') ?? ''),
              h('div', {class: 'labelled'}, t('trends.interval'),
                  choice(t('trends.interval'), 'interval', INTERVALS.map(step => [step, t(`trends.interval.${step}`)]), interval)),
              h('label', {class: 'labelled'}, t('trends.until'),
                  h('input', {type: 'date', value: params.get('to') ?? '', onchange: event => go(changed({to: event.target.value}))})))),
      period, body);

  async function load() {
    try {
      const asked = new URLSearchParams(params);
      asked.set('size', String(SHOWN));
      const answer = await get(`/api/v1/trends?${asked}`, {signal});
      refill(period, answer.from && t('trends.days', day(answer.from), day(answer.to)));
      refill(body, answer.trends.length
          ? [risingLines(answer.trends, address, {go, signal}), h('ol', {class: 'multiples'}, answer.trends.map(rising))]
          : nothing());
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(period);
      refill(body, trouble(problem, load));
    }
  }

  load();
}

function rising(trend) {
  return h('li', {'data-result': trend.text},
      h('a', {href: address(trend)}, trend.text),
      h('small', null, t(`trends.type.${trend.type}`)),
      sparkline(trend.series, point => t('trends.point', day(point.date), point.count)),
      h('p', {class: 'figures'},
          h('strong', null, t('trends.now', count(trend.articles))),
          h('span', null, trend.background > 0 ? t('trends.before', count(trend.background)) : t('trends.new'))));
}

function address(trend) {
  if (trend.entityId) return `/entities/${encodeURIComponent(trend.entityId)}`;
  if (trend.type === 'topic') return narrowTo('topic', trend.text);
  return `/?${new URLSearchParams({q: trend.text})}`;
}

function nothing() {
  return h('section', {class: 'state'}, h('h2', null, t('trends.none.title')), h('p', null, t('trends.none.try')));
}
