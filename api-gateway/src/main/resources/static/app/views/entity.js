// A person's, place's, organisation's or work's page: when, what they said, with whom, where.

import {h, refill, joined} from '../dom.js';
import {t, word} from '../i18n.js';
import {get} from '../api.js';
import {count, day} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {histogram} from '../histogram.js';
import {FILTER_OF} from '../names.js';
import {changed} from '../choices.js';
import {nameGraph} from '../namegraph.js';
import {hit} from './hit.js';
import {quoteItem} from './quote.js';

const MOST_ROLES = 8;
const NOT_SEARCHED = {text: ''};

export function entityView({main, args, go, title, signal, ready}) {
  const [id] = args;
  const params = new URLSearchParams(location.search);
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  main.className = 'explore entity';

  async function load() {
    refill(main, h('div'), h('div', {class: 'results'}, skeleton(5)));
    try {
      const entity = await get(`/api/v1/entities/${encodeURIComponent(id)}?${params}`, {signal});
      title(entity.name);
      draw(entity);
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(main, h('div'), trouble(problem, problem.status === 404 ? null : load));
    }
  }

  function draw(entity) {
    const search = searchFor(entity, from, to);
    refill(main,
        h('aside', {class: 'facets', 'aria-label': t('article.facts')}, facts(entity)),
        h('section', {class: 'results'},
            h('header', null,
                h('p', {class: 'kicker'}, h('a', {href: `/entities?type=${entity.type}`}, word('entity', entity.type))),
                h('h1', null, h('span', {class: `name ${entity.type.toLowerCase()}`}, entity.name)),
                h('p', {class: 'figures'}, h('strong', null, t('entity.articles', count(entity.articles))), h('span', null, t('entity.mentions', count(entity.mentions))))),
            (from || to) && h('p', {class: 'notice'}, joined('·', t('entity.period', `${day(from)}—${day(to)}`), h('a', {href: changed({from: '', to: ''})}, t('entity.period.clear')))),
            histogram(entity.histogram, {dated: (first, last) => changed({from: first, to: last})}),
            nameGraph(entity, {go, signal}),
            entity.articles === 0 && h('p', {class: 'state'}, t('entity.period.none')),
            entity.quotes.length > 0 && h('section', null,
                h('h2', null, t('entity.said')),
                h('ol', {class: 'quotes'}, entity.quotes.map(quote => quoteItem(quote, {speaker: false}))),
                h('p', {class: 'more'}, h('a', {href: `/quotes?${new URLSearchParams({speaker: entity.name})}`}, `${t('entity.said.more')} →`))),
            entity.hits.length > 0 && h('section', null,
                h('h2', null, t('entity.hits')),
                entity.hits.map(article => hit(article, {query: NOT_SEARCHED})),
                h('p', {class: 'more'}, h('a', {href: search}, `${t('entity.hits.more', count(entity.articles))} →`)))),
        entity.related.length > 0 && h('aside', {class: 'related', 'aria-label': t('entity.related')}, related(entity.related)));
  }

  load();
}

/** The search for the articles that name it; a work has no filter, its title is searched for. */
function searchFor(entity, from, to) {
  const filter = FILTER_OF[entity.type];
  const params = new URLSearchParams(filter ? {[filter]: entity.name} : {q: `“${entity.name}”`});
  if (from) params.set('from', from);
  if (to) params.set('to', to);
  return `/?${params}`;
}

function facts(entity) {
  return [
    entity.aliases.length > 0 && h('section', null, h('h3', null, t('entity.aliases')), h('p', {class: 'forms'}, joined(t('list'), entity.aliases))),
    entity.roles.length > 0 && h('section', null, h('h3', null, t('entity.roles')),
        h('ul', {class: 'plain'}, entity.roles.slice(0, MOST_ROLES).map(({text, articles}) => h('li', null, h('span', {class: 'label'}, text), h('span', {class: 'n'}, count(articles)))))),
  ];
}

/** Names of the same articles by type, with a bar for how many they share. */
function related(names) {
  const most = Math.max(...names.map(name => name.articles));
  return [
    h('h2', null, t('entity.related')),
    ...Object.entries(Object.groupBy(names, name => name.type)).map(([type, group]) => h('section', null,
        h('h3', null, word('entity', type)),
        h('ol', null, group.map(({id, name, articles}) => h('li', null,
            h('a', {href: `/entities/${encodeURIComponent(id)}`, title: name}, name),
            h('meter', {min: '0', max: String(most), value: String(articles), 'aria-hidden': 'true'}),
            h('span', {class: 'n'}, count(articles))))))),
  ];
}
