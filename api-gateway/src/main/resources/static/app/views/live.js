// Articles as they become searchable, newest on top.

import {h, refill, joined} from '../dom.js';
import {listed, t, word} from '../i18n.js';
import {between, clock, day, duration, exact} from '../format.js';
import {listen} from '../sse.js';

const MOST_SHOWN = 300;

// What arrived stays when the editor looks at an article and comes back: articles, and in between
// the times at which some were missed (`missedAt`).
const arrived = [];
let end = null;
let view = null;
let connection = {state: 'connecting'};

export function liveView({main, title}) {
  title(t('live.title'));
  const held = [];
  let heldBack = 0;
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
  for (const entry of arrived) list.prepend(row(entry));

  function togglePause() {
    paused = !paused;
    held.splice(0).forEach(show);
    heldBack = 0;
    update();
  }

  function add(entry) {
    if (paused) {
      keep(held, entry);
      if (!entry.missedAt) heldBack++;
    } else {
      show(entry);
    }
    update();
  }

  function show(entry) {
    const element = row(entry);
    element.classList.add('new');
    list.prepend(element);
    while (list.children.length > MOST_SHOWN) list.lastChild.remove();
  }

  function update() {
    pause.textContent = paused ? t('live.resume') : t('live.pause');
    pause.setAttribute('aria-pressed', String(paused));
    waiting.hidden = list.children.length > 0 || held.length > 0;
    const articles = arrived.filter(entry => !entry.missedAt).length;
    const seconds = arrived.map(entry => entry.seconds).filter(Number.isFinite).sort((a, b) => a - b);
    refill(figures, joined('·',
        articles > 0 && t('live.count', articles),
        seconds.length > 0 && `${t('live.latency')} ${t('live.median', duration(seconds[Math.floor(seconds.length / 2)]))}`));
    drawConnection();
  }

  function drawConnection() {
    state.dataset.state = connection.state;
    const text = {connecting: t('live.connecting'), open: t('live.open'), lost: t('live.lost', connection.seconds)}[connection.state];
    refill(state, h('i', {'aria-hidden': 'true'}, connection.state === 'open' ? '●' : '○'), text,
        connection.state === 'lost' && h('small', null, connection.problem.detail || connection.problem.message),
        paused && h('strong', null, t('live.held', heldBack)));
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
  const add = entry => {
    keep(arrived, entry);
    view?.add(entry);
  };
  return listen('/api/v1/live', {
    open: () => set({state: 'open'}),
    away: () => set({state: 'connecting'}),
    lost: (problem, seconds) => set({state: 'lost', problem, seconds}),
    event: ({name, data}) => {
      if (name === 'article') add(timed(JSON.parse(data)));
      else if (name === 'gap' && !arrived.at(-1)?.missedAt) add({missedAt: new Date().toISOString()});
    },
  });
}

// The stream was opened for whoever was signed in.
document.addEventListener('wenliu:forgotten', () => {
  end?.();
  end = null;
  arrived.length = 0;
  connection = {state: 'connecting'};
});

/** With the seconds from push to searchable, reckoned once: the median is drawn with each article. */
function timed(article) {
  return {...article, seconds: (Date.parse(article.searchableAt) - Date.parse(article.receivedAt)) / 1000};
}

function keep(entries, entry) {
  entries.push(entry);
  if (entries.length > MOST_SHOWN) entries.shift();
}

function row(entry) {
  return entry.missedAt ? gap(entry.missedAt) : arrival(entry);
}

function arrival(article) {
  const wait = between(article.receivedAt, article.searchableAt);
  return h('li', {'data-result': article.id},
      h('time', {datetime: article.searchableAt, title: exact(article.searchableAt)}, clock(article.searchableAt)),
      h('div', null,
          h('a', {href: `/articles/${encodeURIComponent(article.id)}`}, article.headline || t('article.untitled')),
          h('p', {class: 'byline'}, joined('·', article.newspaper, day(article.published), listed(article.authors ?? []), article.kind && word('kind', article.kind)))),
      h('span', {class: 'wait', title: t('live.latency')}, wait));
}

/** In its place among the articles: more were published than the server keeps for those who come back. */
function gap(at) {
  return h('li', {class: 'gap'},
      h('time', {datetime: at, title: exact(at)}, clock(at)),
      h('div', null, t('live.gap'), ' ', h('a', {href: '/?sort=newest'}, t('live.gap.search'))));
}
