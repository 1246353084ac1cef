// 提醒: the saved searches, how often each has matched, and what matches now.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {ago, count} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {described} from '../watch.js';
import {connection} from './connection.js';
import {matchRow} from './match.js';

const MOST_SHOWN = 100;

export function alertsView({main, title, signal, ready}) {
  title(t('alerts.title'));
  main.className = 'desk';
  const body = h('div', null, skeleton(3));
  const arriving = h('ol', {class: 'arrivals matches', 'aria-live': 'polite', 'aria-relevant': 'additions'});
  const waiting = h('p', {class: 'waiting'}, t('alerts.waiting'));
  const stream = connection('/api/v1/alerts/stream', {matched, missed: load});
  const alerts = new Map();
  const told = new Set();
  refill(main,
      h('header', null, h('h1', null, t('alerts.title')), h('p', {class: 'intro'}, t('alerts.intro')), h('div', {class: 'tools'}, stream.element)),
      body);

  async function load() {
    try {
      const answer = await get('/api/v1/alerts', {signal});
      answer.alerts.forEach(alert => alerts.set(alert.id, {...alert, counted: Date.parse(alert.lastMatchAt)}));
      draw();
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(body, trouble(problem, load));
    }
  }

  function draw() {
    if (!alerts.size) {
      refill(body, h('section', {class: 'state'}, h('h2', null, t('alerts.none.title')), h('p', null, t('alerts.none.how')),
          h('p', null, h('a', {class: 'button', href: '/'}, t('state.home')))));
      return;
    }
    refill(body,
        h('ol', {class: 'watches'}, [...alerts.values()].map(row)),
        h('section', null, h('h2', null, t('alerts.arriving')), waiting, arriving));
  }

  function matched(match) {
    const alert = alerts.get(match.alertId);
    if (!alert) return load(); // made elsewhere meanwhile
    if (told.has(match.id)) return;
    told.add(match.id);
    // What was missed is told again; the alerts may have been asked for since.
    if (!(Date.parse(match.matchedAt) <= alert.counted)) {
      alerts.set(alert.id, {...alert, matches: alert.matches + 1, lastMatchAt: match.matchedAt});
    }
    waiting.hidden = true;
    arriving.prepend(matchRow(match, alert));
    if (arriving.children.length > MOST_SHOWN) arriving.lastChild.remove();
    draw();
  }

  load();
  return {leave: stream.end};
}

function row(alert) {
  return h('li', {'data-result': alert.id},
      h('div', null, h('a', {href: `/alerts/${encodeURIComponent(alert.id)}`}, alert.name), described(alert.query)),
      h('p', null,
          h('span', null, alert.matches > 0 ? t('alerts.matches', count(alert.matches)) : t('alerts.matches.none')),
          alert.lastMatchAt && ago(alert.lastMatchAt),
          alert.webhook && h('small', {title: alert.webhook.url}, t('alerts.hook'))));
}
