// A new alert out of a search, and an alert that stands: its form and what it has found.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get, send} from '../api.js';
import {ago} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {filtersIn, searchOf} from '../watch.js';
import {alertForm} from './alertform.js';
import {connection} from './connection.js';
import {matchRow} from './match.js';

const PAGE_SIZE = 50;

/** Its address carries the search that it is made of. */
export function newAlertView({main, go, title, signal}) {
  title(t('alert.new'));
  main.className = 'desk';
  const search = new URLSearchParams(location.search);
  const name = [search.get('q'), ...filtersIn(search).map(({text}) => text)].filter(Boolean).join(' ');
  refill(main,
      h('header', null, h('h1', null, t('alert.new'))),
      alertForm({alert: {name: name.slice(0, 100), webhook: null}, search, signal, save: async body => {
        const made = await send('POST', '/api/v1/alerts', body, {signal});
        go(`/alerts/${encodeURIComponent(made.id)}`, {replace: true});
      }}));
}

export function alertView({main, args, go, title, signal, ready}) {
  const [id] = args;
  const address = `/api/v1/alerts/${encodeURIComponent(id)}`;
  const list = h('ol', {class: 'arrivals matches', 'aria-live': 'polite', 'aria-relevant': 'additions'});
  const none = h('p', {class: 'waiting'}, t('alert.found.none'));
  const more = h('p', {class: 'pager'});
  const missing = h('div');
  const shown = new Set();
  let stream = null;
  let meanwhile = null;
  main.className = 'desk';

  async function load() {
    refill(main, skeleton(3));
    try {
      const alert = await get(address, {signal});
      title(alert.name);
      draw(alert);
      await page(null);
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(main, trouble(problem, problem.status === 404 ? null : load));
    }
  }

  function draw(alert) {
    stream?.end();
    stream = connection(`/api/v1/alerts/stream?${new URLSearchParams({alert: id})}`, {matched, missed: catchUp});
    const heading = h('h1', null, alert.name);
    refill(main,
        h('header', null, h('p', {class: 'kicker'}, h('a', {href: '/alerts'}, t('alerts.title'))), heading,
            h('p', {class: 'figures'}, h('span', null, t('alert.created'), ' ', ago(alert.createdAt)))),
        alertForm({alert, search: searchOf(alert.query), signal, buttons: [removal()], save: async body => {
          const saved = await send('PUT', address, body, {signal});
          refill(heading, saved.name);
          title(saved.name);
        }}),
        h('section', null, h('h2', null, t('alert.found')), h('div', {class: 'tools'}, stream.element), missing, none, list, more));
  }

  /** The first press asks, the second deletes. */
  function removal() {
    let sure = false;
    const button = h('button', {type: 'button', class: 'button', onclick: async () => {
      if (!sure) {
        sure = true;
        button.textContent = t('alert.delete.sure');
        return;
      }
      try {
        await send('DELETE', address, null, {signal});
        go('/alerts');
      } catch (problem) {
        if (problem.name !== 'AbortError') refill(main, trouble(problem, load));
      }
    }}, t('alert.delete'));
    return button;
  }

  async function page(cursor) {
    const answer = await matches(cursor);
    answer.matches.forEach(match => add(match, false));
    drawMore(answer);
  }

  function matches(cursor) {
    const asked = new URLSearchParams({size: String(PAGE_SIZE)});
    if (cursor) asked.set('cursor', cursor);
    return get(`${address}/matches?${asked}`, {signal});
  }

  function drawMore(answer) {
    refill(more, answer.cursor && h('button', {type: 'button', class: 'button', onclick: () => page(answer.cursor).catch(problem => refill(more, trouble(problem, null)))}, t('alert.more')));
  }

  function matched(match) {
    meanwhile?.push(match);
    add(match, true);
  }

  /** What was found while nothing was told. Asked for again meanwhile, the last answer counts. */
  async function catchUp() {
    const before = new Set(shown), told = [];
    meanwhile = told;
    try {
      const answer = await matches(null);
      if (meanwhile !== told) return;
      if (answer.cursor && !answer.matches.some(match => before.has(match.id))) {
        // So many that a page does not reach back to what was shown.
        shown.clear();
        refill(list);
        drawMore(answer);
      }
      [...answer.matches, ...told].forEach(match => add(match, true));
      refill(missing);
    } catch (problem) {
      if (problem.name !== 'AbortError') refill(missing, trouble(problem, catchUp));
    } finally {
      if (meanwhile === told) meanwhile = null;
    }
  }

  /** @param arrived whether it goes to its place by time, else to the end */
  function add(match, arrived) {
    if (shown.has(match.id)) return;
    shown.add(match.id);
    none.hidden = true;
    const row = matchRow(match, null);
    if (!arrived) {
      list.append(row);
      return;
    }
    row.classList.add('new');
    const at = Date.parse(match.matchedAt);
    list.insertBefore(row, [...list.children].find(other => Date.parse(other.firstChild.dateTime) <= at) ?? null);
  }

  load();
  return {leave: () => stream?.end()};
}
