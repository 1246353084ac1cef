// 名录: the people, places, organisations and works that articles name.

import {h, refill} from '../dom.js';
import {listed, t, word} from '../i18n.js';
import {get} from '../api.js';
import {count} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {addressForm, changed, choice} from '../choices.js';
import {NAMED} from '../names.js';

const PAGE_SIZE = 50;
const MOST_ALIASES = 3;

export function entitiesView({main, go, title, signal, ready}) {
  title(t('entities.title'));
  main.className = 'desk';
  const params = new URLSearchParams(location.search);
  const body = h('div', null, skeleton(5));
  refill(main,
      h('header', null, h('h1', null, t('entities.title')), h('p', {class: 'intro'}, t('entities.intro')),
          h('div', {class: 'tools'},
              choice(t('trends.type'), 'type', ['', ...NAMED].map(type => [type, type ? word('entity', type) : t('entities.every')]), params.get('type') ?? ''),
              addressForm(go, [
                h('label', null, t('entities.contains'), h('input', {name: 'q', type: 'search', value: params.get('q') ?? '', maxlength: '40', autocomplete: 'off'})),
                h('button', {class: 'button'}, t('quotes.find'))]))),
      body);

  async function load() {
    try {
      const asked = new URLSearchParams(params);
      asked.set('size', String(PAGE_SIZE));
      const page = await get(`/api/v1/entities?${asked}`, {signal});
      refill(body, page.entities.length ? [list(page.entities), pager(page.cursor)] : nothing());
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(body, trouble(problem, load));
    }
  }

  function pager(cursor) {
    return h('nav', {class: 'pager', 'aria-label': t('entities.more')},
        params.has('cursor') && h('a', {href: changed({})}, t('entities.first')),
        cursor && h('a', {class: 'button', rel: 'next', href: changed({cursor})}, t('entities.more')));
  }

  load();
}

function list(entities) {
  const most = Math.max(...entities.map(entity => entity.articles));
  return h('ol', {class: 'roll'}, entities.map(entity => h('li', {'data-result': entity.id},
      h('a', {class: `name ${entity.type.toLowerCase()}`, href: `/entities/${encodeURIComponent(entity.id)}`}, entity.name),
      h('span', {class: 'sort'}, word('entity', entity.type)),
      h('span', {class: 'aliases'}, listed(entity.aliases.slice(0, MOST_ALIASES))),
      h('meter', {min: '0', max: String(most), value: String(entity.articles), 'aria-hidden': 'true'}),
      h('span', {class: 'n'}, t('entity.articles', count(entity.articles))))));
}

function nothing() {
  return h('section', {class: 'state'}, h('h2', null, t('entities.none.title')), h('p', null, t('entities.none.try')),
      h('p', null, h('a', {class: 'button', href: '/entities'}, t('entities.every'))));
}
