// The form of an alert: its search, with how often it would have matched, and its webhook.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {callerName, may} from '../caller.js';
import {count} from '../format.js';
import {Query} from '../query.js';
import {filtersIn, queryOf} from '../watch.js';

const DAYS = 30, DAY_MS = 86_400_000;
const TYPING_PAUSE_MS = 400;
const SECRET_BYTES = 24;

/**
 * @param alert `{name, webhook}` as it stands; `search` its parameters
 * @param save takes what the API wants, throws a Problem
 */
export function alertForm({alert, search, signal, save, buttons = []}) {
  let timer = 0;
  // A webhook sends what is found out of the house.
  const hooks = may('operator'), locked = alert.webhook && !hooks;
  const name = h('input', {id: 'alert-name', required: true, disabled: locked, maxlength: '100', value: alert.name, autocomplete: 'off'});
  const words = h('input', {id: 'alert-words', type: 'search', disabled: locked, maxlength: '256', value: search.get('q') ?? '', autocomplete: 'off', spellcheck: 'false'});
  const url = h('input', {id: 'alert-url', type: 'url', maxlength: '2000', value: alert.webhook?.url ?? '', autocomplete: 'off'});
  const secret = h('input', {id: 'alert-secret', minlength: '16', maxlength: '256', autocomplete: 'off', spellcheck: 'false', placeholder: alert.webhook ? t('alert.webhook.keep') : ''});
  const filters = h('div', {class: 'chips'});
  const forecast = h('p', {class: 'forecast', 'aria-live': 'polite'});
  const told = h('p', {class: 'told', role: 'status'});

  words.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, TYPING_PAUSE_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(timer));

  function now() {
    const params = new URLSearchParams(search);
    params.delete('q');
    if (words.value.trim()) params.set('q', words.value.trim());
    return params;
  }

  function drawFilters() {
    refill(filters, filtersIn(search).map(({name: filter, value, label, text}) => h('button', {type: 'button', class: 'chip', disabled: locked, 'aria-label': t('alert.filter.remove', text), onclick: () => {
      search.delete(filter, value);
      drawFilters();
      look();
    }}, h('small', null, label), text, h('span', {class: 'x', 'aria-hidden': 'true'}, '×'))));
  }

  /** How often it would have matched: what a search for the same words finds. */
  async function look() {
    const params = now();
    if (!params.size) return refill(forecast, t('alert.empty'));
    const ever = new URLSearchParams(params);
    ever.set('size', '1');
    // An alert goes by words: what only its meaning brings near never matches.
    ever.set('sort', 'newest');
    ever.set('evidence', 'words,characters');
    const lately = new URLSearchParams(ever);
    const since = new Date(Date.now() - DAYS * DAY_MS).toISOString().slice(0, 10);
    if (!(lately.get('from') > since)) lately.set('from', since);
    try {
      const [month, all] = await Promise.all([lately, ever].map(asked => get(`/api/v1/articles?${asked}`, {signal})));
      refill(forecast, t('alert.month', count(month.total), count(all.total)), ' ', h('a', {href: new Query(params).sorted('newest')}, `${t('alert.search')} →`));
    } catch (problem) {
      if (problem.name !== 'AbortError') refill(forecast, problem.detail || problem.message);
    }
  }

  async function submitted(event) {
    event.preventDefault();
    refill(told);
    try {
      const hook = url.value.trim();
      await save({name: name.value.trim(), query: queryOf(now()), webhook: hook ? {url: hook, secret: secret.value || null} : null});
      refill(told, t('alert.saved'));
    } catch (problem) {
      if (problem.name !== 'AbortError') refill(told, h('strong', {role: 'alert'}, problem.detail || problem.message));
    }
  }

  drawFilters();
  look();
  return h('form', {class: 'alert', onsubmit: submitted},
      row('alert-name', 'alert.name', name),
      row('alert-words', 'alert.words', words),
      h('div', {class: 'row'}, h('span', null), h('div', null, filters, forecast)),
      !hooks && h('p', {class: 'hint'}, t(locked ? 'access.alert' : 'access.webhook', callerName())),
      hooks && h('fieldset', null,
          h('legend', null, t('alert.webhook')),
          row('alert-url', 'alert.webhook.url', url),
          row('alert-secret', 'alert.webhook.secret', h('div', {class: 'pair'}, secret,
              h('button', {type: 'button', class: 'button', onclick: () => { secret.value = madeUp(); }}, t('alert.webhook.make')))),
          h('p', {class: 'hint'}, t('alert.webhook.hint'))),
      !locked && h('div', {class: 'actions'}, h('button', {class: 'button primary'}, t('alert.save')), buttons, told));
}

function row(id, key, field) {
  return h('div', {class: 'row'}, h('label', {for: id}, t(key)), field);
}

function madeUp() {
  return [...crypto.getRandomValues(new Uint8Array(SECRET_BYTES))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
