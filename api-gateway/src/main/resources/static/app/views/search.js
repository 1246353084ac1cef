// Search: the box's results, their facets and their spread over time. Without a query it is the
// front page: the newest articles.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {count, today, day} from '../format.js';
import {trouble, skeleton} from '../states.js';
import {Query, FILTERS} from '../query.js';
import {histogram} from '../histogram.js';
import {facets, related, filterLabel} from './facets.js';
import {hit} from './hit.js';

// Going back must not wait for the network; a few pages are enough for that.
const REMEMBERED = 30;
const answers = new Map();
document.addEventListener('wenliu:forgotten', () => answers.clear());

export function searchView({main, go, title, signal, ready}) {
  let query = Query.fromAddress();
  let running = null;
  let shown = null;
  const status = h('div', {class: 'status', 'aria-live': 'polite'});
  const chips = h('div', {class: 'chips'});
  const chart = h('div', {class: 'chart'});
  const take = h('nav', {class: 'take', 'aria-label': t('take.title')});
  const list = h('div', {class: 'hits'});
  const pager = h('nav', {class: 'pager', 'aria-label': t('search.next')});
  const left = h('aside', {class: 'facets', 'aria-label': t('search.filters')});
  const right = h('aside', {class: 'related', 'aria-label': t('search.related', t('facet.person'))});
  main.className = 'search';
  refill(main, left, h('section', {class: 'results'}, h('h1', {class: 'visually-hidden'}, t('search.label')), status, chart, chips, list, pager, take), right);
  signal.addEventListener('abort', () => running?.abort());

  /** @param typing whether the query is half-typed: until there are results, those before stay */
  async function load(scroll, typing = false) {
    query = Query.fromAddress();
    title(query.text);
    main.classList.toggle('front', query.isFront);
    running?.abort();
    running = new AbortController();
    const address = query.request();
    // What was chosen shows at once; its results follow.
    if (shown) drawChoices(shown);
    const remembered = scroll ? answers.get(address) : null;
    if (remembered) {
      draw(remembered);
      if (scroll !== null) window.scrollTo(0, scroll);
    } else if (!shown || (list.querySelector('.state') && !typing)) {
      refill(list, skeleton(6));
    }
    main.classList.add('loading');
    try {
      const [page, counted] = await Promise.all([
        get(address, {signal: running.signal}),
        query.page > 1 ? get(query.facetsRequest(), {signal: running.signal}) : null,
      ]);
      const answer = counted ? {...page, facets: counted.facets, histogram: counted.histogram} : page;
      remember(address, answer);
      draw(answer);
      main.classList.remove('loading');
      if (scroll !== null) window.scrollTo(0, scroll);
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      main.classList.remove('loading');
      if (typing && shown && problem.status === 400) {
        refill(status, h('p', {class: 'figures'}, problem.detail || problem.message));
        return;
      }
      shown = null;
      refill(status);
      refill(pager);
      refill(take);
      refill(list, trouble(problem, () => load(scroll)));
    }
  }

  function drawChoices(answer) {
    drawStatus(answer);
    drawChips();
    refill(chart, histogram(answer.histogram ?? [], query));
    refill(left, facets(answer.facets ?? {}, query, go));
    refill(right, related(answer.facets ?? {}, query));
  }

  function draw(answer) {
    shown = answer;
    drawChoices(answer);
    refill(list, answer.notice && h('p', {class: 'notice'}, answer.notice),
        answer.didYouMean && h('p', {class: 'notice'}, t('search.meant'), h('a', {href: query.asking(answer.didYouMean)}, answer.didYouMean)),
        answer.hits.length ? answer.hits.map((article, i) => hit(article, {query, mode: answer.mode, lead: query.isFront && i === 0})) : nothing());
    refill(pager,
        query.page > 1 && h('a', {href: query.first()}, t('search.first')),
        query.page > 1 && h('span', null, t('search.page', query.page)),
        answer.cursor && h('a', {class: 'button', rel: 'next', href: query.next(answer.cursor)}, t('search.next')));
    refill(take, answer.total > 0 && [
        h('a', {href: query.export('csv'), download: true}, t('take.csv')),
        h('a', {href: query.export('ndjson'), download: true}, t('take.ndjson')),
        h('a', {href: query.feed(), type: 'application/atom+xml'}, t('take.feed')),
        query.text && query.sort === 'relevance' && h('small', null, t('take.words'))]);
  }

  function drawStatus(answer) {
    refill(status,
        query.isFront ? h('p', {class: 'dateline'}, h('time', null, today())) : null,
        h('p', {class: 'figures'},
            h('strong', null, total(answer)),
            h('span', null, t('search.took', answer.tookMillis)),
            query.narrowing.size > 0 && h('a', {class: 'watch', href: query.watch()}, t('take.alert')),
            query.text && answer.mode && h('span', null, t(`search.mode.${answer.mode === 'hybrid' ? 'hybrid' : 'words'}`))),
        h('div', {class: 'sort', role: 'group', 'aria-label': t('search.sort')},
            ['relevance', 'newest'].map(sort => h('a', {href: query.sorted(sort), 'aria-current': query.sort === sort ? 'true' : null}, t(`search.sort.${sort}`)))));
  }

  function total({total, stories}) {
    const told = typeof stories === 'number' && stories !== total;
    return told ? t('search.stories.total', count(total), count(stories)) : t('search.total', count(total));
  }

  function drawChips() {
    const active = FILTERS.flatMap(filter => query.values(filter).map(value => [filter, value]));
    const dated = query.from || query.to;
    refill(chips,
        active.map(([filter, value]) => chip(t(`facet.${filter}`), filterLabel(filter, value), query.toggled(filter, value))),
        dated && chip(t('facet.date'), `${day(query.from)}—${day(query.to)}`, query.dated('', '')),
        active.length + (dated ? 1 : 0) > 1 && h('a', {class: 'clear', href: query.unfiltered()}, t('search.filters.clear')));
  }

  function chip(name, label, href) {
    return h('a', {class: 'chip', href, title: t('search.filter.remove', label), 'aria-label': t('search.filter.remove', label)},
        h('small', null, name), label, h('span', {class: 'x', 'aria-hidden': 'true'}, '×'));
  }

  function nothing() {
    if (query.isFront) {
      return h('section', {class: 'state'}, h('h2', null, t('search.none.title')), h('p', null, t('search.none.how')),
          h('p', null, h('a', {class: 'button', href: '/submit'}, t('nav.submit'))));
    }
    return h('section', {class: 'state'},
        h('h2', null, t('search.empty.title')),
        h('p', null, t('search.empty.try')),
        h('ul', null,
            query.isFiltered && h('li', null, h('a', {href: query.unfiltered()}, t('search.empty.filters'))),
            query.text && h('li', null, t('search.empty.shorter')),
            h('li', null, h('a', {href: '/'}, t('search.empty.all')))));
  }

  load(null).then(ready);
  return {revisit: load, leave: () => running?.abort()};
}

function remember(address, answer) {
  answers.delete(address);
  answers.set(address, answer);
  if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value);
}
