// The way of one document: its stages as a bar, its articles, everything that happened.

import {h, refill} from '../dom.js';
import {t, word} from '../i18n.js';
import {get} from '../api.js';
import {between, clock, exact} from '../format.js';
import {trouble, skeleton} from '../states.js';

const POLL_MS = 700, UNKNOWN_FOR_MS = 30_000;
// Versions beyond it are milliseconds since 1970.
const EARLIEST_TIME = Date.UTC(2000, 0);
const STAGES = ['received', 'extracted', 'enriched', 'indexed', 'embedded'];

export function journeyView({main, args, title, signal, ready}) {
  const [id] = args;
  const started = Date.now();
  let timer = 0;
  main.className = 'desk';
  title(t('journey.title'));
  refill(main, h('header', null, h('h1', null, t('journey.title'))), skeleton(2));

  async function load() {
    try {
      const journey = await get(`/api/v1/submissions/${encodeURIComponent(id)}`, {signal});
      draw(journey);
      ready();
      // Vectors follow the words: the page stays awake for them a while after all is searchable.
      const quiet = journey.state !== 'in-flight' && ((journey.articles ?? []).every(article => article.embeddedAt) || Date.now() - started > UNKNOWN_FOR_MS);
      if (!quiet) again();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      if (problem.status === 404) return unknown();
      refill(main, trouble(problem, load));
    }
  }

  function again() {
    timer = setTimeout(load, POLL_MS);
  }

  function unknown() {
    const waiting = Date.now() - started < UNKNOWN_FOR_MS;
    refill(main, h('header', null, h('h1', null, t('journey.title'))),
        h('p', {class: 'state', role: 'status'}, t(waiting ? 'journey.unknown' : 'journey.gaveUp')));
    if (waiting) again();
  }

  function draw(journey) {
    const articles = journey.articles ?? [];
    title(journey.name ?? journey.ownId ?? t('journey.title'));
    refill(main,
        h('header', null,
            h('p', {class: 'kicker'}, t('journey.title')),
            h('h1', null, journey.name ?? journey.ownId ?? journey.documentId, h('span', {class: `badge ${journey.state}`}, t(`journey.state.${journey.state}`))),
            h('dl', {class: 'inline'},
                pair('journey.source', journey.source), pair('journey.ownId', journey.ownId), pair('journey.version', version(journey.version))),
            journey.searchableAt && h('p', {class: 'intro'}, t('journey.total', between(journey.receivedAt, journey.searchableAt)))),
        bar(journey, articles),
        articles.length > 0 && h('section', null, h('h2', null, t('journey.articles', articles.length)), table(journey, articles)),
        journey.versions?.length > 1 && h('section', null, h('h2', null, t('journey.versions', journey.versions.length)), versions(journey.versions)),
        h('section', null, h('h2', null, t('journey.events')), events(journey, articles)));
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  load();
}

function pair(key, value) {
  return value !== null && value !== undefined && [h('dt', null, t(key)), h('dd', null, value)];
}

/** The source's own number, or the time that stands in for it; the low ten bits are ours. */
function version(value) {
  if (value === null || value === undefined) return null;
  const content = Math.floor(value / 1024);
  return content > EARLIEST_TIME ? exact(new Date(content).toISOString()) : content;
}

/** Each stage with the time since the document was received; the last article counts. */
function bar(journey, articles) {
  const last = field => articles.length && articles.every(article => article[field]) ? articles.map(article => article[field]).sort().at(-1) : null;
  const times = {
    received: journey.receivedAt,
    extracted: articles.map(article => article.extractedAt).filter(Boolean).sort()[0],
    enriched: last('enrichedAt'),
    indexed: journey.searchableAt ?? last('indexedAt'),
    embedded: last('embeddedAt'),
  };
  return h('ol', {class: 'stages'}, STAGES.map(stage => h('li', {class: times[stage] ? 'done' : journey.state === 'failed' ? 'failed' : 'open'},
      h('span', null, t(`journey.stage.${stage}`)),
      times[stage] ? h('time', {datetime: times[stage], title: exact(times[stage])}, stage === 'received' ? clock(times[stage]) : `+${between(journey.receivedAt, times[stage])}`) : h('small', null, '—'))));
}

function table(journey, articles) {
  const columns = [['extractedAt', 'extracted'], ['enrichedAt', 'enriched'], ['indexedAt', 'indexed'], ['embeddedAt', 'embedded']];
  return h('div', {class: 'scroller'}, h('table', null,
      h('thead', null, h('tr', null, h('th', {scope: 'col'}, h('span', {class: 'visually-hidden'}, t('article.headline'))), columns.map(([, stage]) => h('th', {scope: 'col'}, t(`journey.stage.${stage}`))))),
      h('tbody', null, articles.map(article => h('tr', null,
          h('th', {scope: 'row'},
              article.state === 'searchable' ? h('a', {href: `/articles/${encodeURIComponent(article.id)}`}, article.headline || t('article.untitled')) : article.headline ?? '…',
              article.state !== 'searchable' && h('span', {class: `badge ${article.state}`}, t(`journey.state.${article.state}`)),
              article.reason && h('small', {class: 'reason'}, article.reason)),
          columns.map(([field]) => h('td', null, article[field] ? h('time', {datetime: article[field], title: exact(article[field])}, `+${between(journey.receivedAt, article[field])}`) : '—')))))));
}

function versions(all) {
  return h('ol', {class: 'events'}, all.map(one => h('li', null,
      h('time', {datetime: one.receivedAt, title: one.receivedAt && exact(one.receivedAt)}, one.receivedAt ? clock(one.receivedAt) : '—'),
      h('span', {class: 'offset'}, one.searchableAt && one.receivedAt ? `+${between(one.receivedAt, one.searchableAt)}` : ''),
      h('span', null, version(one.version), ' ', h('span', {class: `badge ${one.state}`}, t(`journey.state.${one.state}`))))));
}

function events(journey, articles) {
  const headlines = new Map(articles.map(article => [article.id, article.headline]));
  return h('ol', {class: 'events'}, (journey.events ?? []).map(event => h('li', {class: event.step === 'failed' ? 'failed' : ''},
      h('time', {datetime: event.at, title: exact(event.at)}, clock(event.at)),
      h('span', {class: 'offset'}, `+${between(journey.receivedAt, event.at)}`),
      h('span', null, word('journey.step', event.step), event.articleId && h('small', null, headlines.get(event.articleId) ?? event.articleId)),
      event.reason && h('p', {class: 'reason'}, event.reason))));
}
