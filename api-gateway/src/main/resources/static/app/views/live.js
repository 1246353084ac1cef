// Articles as they become searchable, newest on top.

import {h, refill, joined} from '../dom.js';
import {listed, t, word} from '../i18n.js';
import {between, clock, day, duration, exact} from '../format.js';
import {listen} from '../sse.js';

const MOST_SHOWN = 300;

// What arrived stays when the editor looks at an article and comes back.
const arrived = [];
let end = null;
let view = null;
let connection = {state: 'connecting'};

export function liveView({main, title}) {
  title(t('live.title'));
  const held = [];
  let paused = false;
  const state = h('p', {class: 'connection', role: 'status'});
  const figures = h('p', {class: 'figures'});
  const pause = h('button', {type: 'button', class: 'button', onclick: togglePause}, t('live.pause'));
  const list = h('ol', {class: 'arrivals', 'aria-live': 'polite', 'aria-relevant': 'additions'});
  const waiting = h('p', {class: 'waiting'}, t('live.waiting'));
  main.className = 'desk';
  refill(main,
      h('header', null, h('h1', null, t('live.title')), h('p', {class: 'intro'}, t('live.intro')), h('div', {class: 'tools'}, state, figures, pause)),
      waiting, list);
  for (const article of arrived) list.prepend(row(article));

  function togglePause() {
    paused = !paused;
    if (!paused) held.splice(0).forEach(add);
    update();
  }

  function add(article) {
    if (paused) {
      held.push(article);
    } else {
      const element = row(article);
      element.classList.add('new');
      list.prepend(element);
      while (list.children.length > MOST_SHOWN) list.lastChild.remove();
    }
    update();
  }

  function update() {
    pause.textContent = paused ? t('live.resume') : t('live.pause');
    pause.setAttribute('aria-pressed', String(paused));
    waiting.hidden = list.children.length > 0 || held.length > 0;
    const seconds = arrived.map(article => (Date.parse(article.searchableAt) - Date.parse(article.receivedAt)) / 1000).filter(Number.isFinite).sort((a, b) => a - b);
    refill(figures, joined('·',
        arrived.length > 0 && t('live.count', arrived.length),
        seconds.length > 0 && `${t('live.latency')} ${t('live.median', duration(seconds[Math.floor(seconds.length / 2)]))}`));
    drawConnection();
  }

  function drawConnection() {
    state.dataset.state = connection.state;
    const text = {connecting: t('live.connecting'), open: t('live.open'), lost: t('live.lost', connection.seconds)}[connection.state];
    refill(state, h('i', {'aria-hidden': 'true'}, connection.state === 'open' ? '●' : '○'), text,
        connection.state === 'lost' && h('small', null, connection.problem.detail || connection.problem.message),
        paused && h('strong', null, t('live.held', held.length)));
  }

  view = {add, drawConnection};
  end ??= start();
  update();
  return {leave: () => { view = null; }};
}

/** The stream outlives the view, so nothing is missed while an article is read. */
function start() {
  const set = next => {
    connection = next;
    view?.drawConnection();
  };
  return listen('/api/v1/live', {
    open: () => set({state: 'open'}),
    away: () => set({state: 'connecting'}),
    lost: (problem, seconds) => set({state: 'lost', problem, seconds}),
    event: ({name, data}) => {
      if (name !== 'article') return;
      const article = JSON.parse(data);
      arrived.push(article);
      if (arrived.length > MOST_SHOWN) arrived.shift();
      view?.add(article);
    },
  });
}

function row(article) {
  const wait = between(article.receivedAt, article.searchableAt);
  return h('li', {'data-result': article.id},
      h('time', {datetime: article.searchableAt, title: exact(article.searchableAt)}, clock(article.searchableAt)),
      h('div', null,
          h('a', {href: `/articles/${encodeURIComponent(article.id)}`}, article.headline || t('article.untitled')),
          h('p', {class: 'byline'}, joined('·', article.newspaper, day(article.published), listed(article.authors ?? []), article.kind && word('kind', article.kind)))),
      h('span', {class: 'wait', title: t('live.latency')}, wait));
}
