// For when something is wrong: the ledger as one equation that has to balance, how fast articles
// become searchable, and the way to a document's journey.

import {h, s, refill} from '../dom.js';
import {t, word} from '../i18n.js';
import {duration} from '../format.js';
import {get} from '../api.js';
import {callerName, may} from '../caller.js';
import {trouble, skeleton} from '../states.js';
import {deadLetters} from './deadletters.js';

const POLL_MS = 2000, SAMPLES = 60;
const TERMS = ['searchable', 'superseded', 'rejected', 'withdrawn', 'inFlight'];
const WIDTH = 600, HEIGHT = 60;
const DOCUMENT_ID = /[0-9a-f]{32}/;

export function operationsView({main, go, title, signal, ready}) {
  title(t('nav.operations'));
  main.className = 'desk';
  const body = h('div', null, skeleton(2));
  const samples = [];
  const letters = may('operator') ? deadLetters(signal) : {section: h('p', {class: 'hint'}, t('access.letters', callerName())), refresh: () => {}};
  refill(main, h('header', null, h('h1', null, t('nav.operations'))), body, letters.section, lookup(go));
  let timer = 0, asking = false;

  async function poll() {
    asking = true;
    try {
      const [ledger, operations] = await Promise.all([get('/api/v1/ledger', {signal}), get('/api/v1/operations', {signal})]);
      samples.push({at: performance.now(), articles: settled(ledger.articles)});
      if (samples.length > SAMPLES) samples.shift();
      refill(body,
          ['documents', 'articles'].map(kind => h('section', null, h('h2', null, t(`ledger.${kind}`)), equation(ledger[kind]))),
          h('section', null, h('h2', null, t('ledger.rate')), rate(samples)),
          h('section', null, h('h2', null, t('stages.title')), stages(operations.stages)));
      await letters.refresh();
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(body, trouble(problem, null));
    }
    asking = false;
    next(POLL_MS);
  }

  /** One clock; it stands still where nobody looks. */
  function next(wait) {
    clearTimeout(timer);
    if (!document.hidden && !signal.aborted) timer = setTimeout(poll, wait);
  }

  document.addEventListener('visibilitychange', () => { if (!asking) next(0); }, {signal});
  signal.addEventListener('abort', () => clearTimeout(timer));
  poll();
}

/** What has left the pipeline one way or another. */
function settled(line) {
  return TERMS.filter(term => term !== 'inFlight').reduce((sum, term) => sum + line[term], 0);
}

/** Accepted = searchable + superseded + rejected + withdrawn + in flight; says so when it is not. */
function equation(line) {
  const difference = line.accepted - TERMS.reduce((sum, term) => sum + line[term], 0);
  return [
    h('p', {class: 'equation'},
        term('accepted', line.accepted), h('span', {class: 'operator'}, difference === 0 ? '=' : '≠'),
        TERMS.flatMap((name, i) => [i > 0 && h('span', {class: 'operator'}, '+'), term(name, line[name])])),
    line.accepted > 0 && h('div', {class: 'proportions', 'aria-hidden': 'true'}, TERMS.map(name => line[name] > 0 && share(name, line[name]))),
    difference !== 0 && h('p', {class: 'notice', role: 'alert'}, t(difference > 0 ? 'ledger.missing' : 'ledger.surplus', Math.abs(difference).toLocaleString('zh-CN'))),
  ];
}

function share(name, n) {
  const bar = h('i', {class: name});
  bar.style.flexGrow = n;
  return bar;
}

function term(name, n) {
  return h('span', {class: `term ${name}${n === 0 ? ' zero' : ''}`}, h('strong', null, n.toLocaleString('zh-CN')), h('small', null, t(`ledger.${name}`)));
}

/** The stages in a document's way: what waits before each, how fast it goes, how long the first has waited. */
function stages(list) {
  return h('div', {class: 'scroller'}, h('table', {class: 'stage-table'},
      h('thead', null, h('tr', null, ['name', 'lag', 'backfill', 'perSecond', 'oldest', 'failures'].map(column => h('th', {scope: 'col'}, t(`stages.${column}`))))),
      h('tbody', null, list.map(stage => h('tr', {'data-stage': stage.name},
          h('th', {scope: 'row'}, word('letters.stage', stage.name)),
          h('td', null, stage.lag.toLocaleString('zh-CN')), h('td', null, stage.backfill.toLocaleString('zh-CN')),
          h('td', null, stage.perSecond.toFixed(stage.perSecond < 10 ? 1 : 0)),
          h('td', null, stage.oldestSeconds === null ? '–' : duration(stage.oldestSeconds)),
          h('td', {class: stage.failures > 0 ? 'reason' : null}, stage.failures.toLocaleString('zh-CN')))))));
}

/** Articles a second between polls, as a line. */
function rate(samples) {
  const rates = samples.slice(1).map((sample, i) => Math.max(0, (sample.articles - samples[i].articles) / (sample.at - samples[i].at) * 1000));
  const now = rates.at(-1) ?? 0;
  const most = Math.max(1, ...rates);
  const points = rates.map((value, i) => `${(WIDTH - (rates.length - 1 - i) * WIDTH / (SAMPLES - 1)).toFixed(1)},${(HEIGHT - value / most * (HEIGHT - 2) - 1).toFixed(1)}`);
  return h('figure', {class: 'rate'},
      h('figcaption', null, h('strong', null, now.toFixed(now < 10 ? 1 : 0)), h('small', null, t('ledger.perSecond'))),
      s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
          points.length > 1 && s('polyline', {points: points.join(' ')})));
}

/** A document's or an article's id leads to the document's journey. */
function lookup(go) {
  const box = h('input', {id: 'document', autocomplete: 'off', spellcheck: 'false', required: true, pattern: `.*${DOCUMENT_ID.source}.*`, 'aria-describedby': 'document-hint'});
  return h('section', null,
      h('h2', null, t('journey.title')),
      h('form', {class: 'field', onsubmit: event => {
        event.preventDefault();
        go(`/submissions/${DOCUMENT_ID.exec(box.value)[0]}`);
      }}, h('label', {for: 'document'}, t('ledger.document')), box, h('button', {class: 'button'}, t('ledger.look')),
      h('small', {id: 'document-hint'}, t('ledger.hint'))));
}
