// 言论: what people said, by words and by speaker.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {count} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {addressForm, changed, choice} from '../choices.js';
import {quoteItem} from './quote.js';

const SHOWN_SPEAKERS = 20;

export function quotesView({main, go, title, signal, ready}) {
  title(t('quotes.title'));
  main.className = 'explore';
  const params = new URLSearchParams(location.search);
  const words = params.get('q') ?? '';
  const speaker = params.get('speaker') ?? '';
  const sort = params.get('sort') ?? (words ? 'relevance' : 'newest');
  const side = h('aside', {class: 'facets', 'aria-label': t('quotes.speakers')});
  const status = h('div', {class: 'status', 'aria-live': 'polite'});
  const body = h('div', null, skeleton(5));
  const pager = h('nav', {class: 'pager', 'aria-label': t('search.next')});
  refill(main, side, h('section', {class: 'results'},
      h('header', null, h('h1', null, t('quotes.title')), h('p', {class: 'intro'}, t('quotes.intro')), form(go, words, speaker)),
      status, body, pager));

  async function load() {
    try {
      const asked = new URLSearchParams(params);
      asked.set('sort', sort);
      const page = await get(`/api/v1/quotes?${asked}`, {signal});
      refill(status,
          h('p', {class: 'figures'}, h('strong', null, t('quotes.total', count(page.total)))),
          choice(t('search.sort'), 'sort', [['relevance', t('search.sort.relevance')], ['newest', t('search.sort.newest')]], sort));
      refill(side, speakers(page.speakers, speaker));
      refill(body, page.quotes.length ? h('ol', {class: 'quotes'}, page.quotes.map(quote => quoteItem(quote))) : nothing());
      refill(pager,
          params.has('cursor') && h('a', {href: changed({})}, t('search.first')),
          page.cursor && h('a', {class: 'button', rel: 'next', href: changed({cursor: page.cursor})}, t('search.next')));
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(status);
      refill(body, trouble(problem, load));
    }
  }

  load();
}

function form(go, words, speaker) {
  return addressForm(go, [
    h('label', null, t('quotes.words'), h('input', {name: 'q', type: 'search', value: words, maxlength: '256', autocomplete: 'off', placeholder: t('quotes.words.hint')})),
    h('label', null, t('quotes.speaker'), h('input', {name: 'speaker', type: 'search', value: speaker, maxlength: '64', autocomplete: 'off'})),
    h('button', {class: 'button'}, t('quotes.find')),
  ]);
}

function speakers(found, chosen) {
  const listed = found.slice(0, SHOWN_SPEAKERS);
  if (chosen && !listed.some(({value}) => value === chosen)) listed.unshift({value: chosen, count: 0});
  if (!listed.length) return null;
  return h('section', null,
      h('h3', null, t('quotes.speakers')),
      h('ul', null, listed.map(({value, count: n}) => h('li', null,
          h('a', {class: 'choice', href: changed({speaker: value === chosen ? '' : value}), 'aria-current': value === chosen ? 'true' : null},
              h('span', {class: 'box', 'aria-hidden': 'true'}, value === chosen ? '☑' : '☐'), h('span', {class: 'label'}, value), h('span', {class: 'n'}, count(n)))))));
}

function nothing() {
  return h('section', {class: 'state'}, h('h2', null, t('quotes.none.title')), h('p', null, t('quotes.none.try')),
      h('p', null, h('a', {class: 'button', href: '/quotes'}, t('quotes.all'))));
}
