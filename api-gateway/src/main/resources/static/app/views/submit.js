// Files for the pipeline: dropped or chosen, each followed until its articles can be searched.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get, submit} from '../api.js';
import {callerName, may, ownSource} from '../caller.js';
import {between} from '../format.js';

const POLL_MS = 400, POLL_FOR_MS = 120_000;
const FINAL = new Set(['searchable', 'failed', 'superseded', 'withdrawn']);

export function submitView({main, title, signal}) {
  title(t('submit.title'));
  if (!may('submitter')) {
    refill(main, h('section', {class: 'state'}, h('h1', null, t('access.submit.title')), h('p', null, t('access.submit', callerName()))));
    return;
  }
  const rows = h('ol', {class: 'uploads', 'aria-live': 'polite'});
  const picker = h('input', {type: 'file', multiple: true, id: 'files', class: 'visually-hidden', onchange: () => send([...picker.files])});
  const source = h('input', {id: 'source', value: ownSource() || 'desk', pattern: '[A-Za-z0-9._\\-]{1,64}', maxlength: '64', required: true, 'aria-describedby': 'source-hint'});
  const zone = h('section', {class: 'dropzone'},
      h('p', {class: 'big'}, t('submit.drop')),
      picker, h('label', {class: 'button', for: 'files'}, t('submit.choose')),
      h('p', {class: 'hint'}, t('submit.kinds')));
  main.className = 'desk';
  refill(main,
      h('header', null, h('h1', null, t('submit.title'))),
      zone,
      h('p', {class: 'field'}, h('label', {for: 'source'}, t('submit.source')), source, h('small', {id: 'source-hint'}, t('submit.source.hint'))),
      rows);

  for (const type of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    document.addEventListener(type, event => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      zone.classList.toggle('over', type === 'dragenter' || type === 'dragover');
      if (type === 'drop') send([...event.dataTransfer.files]);
    }, {signal});
  }

  function send(files) {
    if (!source.reportValidity()) return;
    files.forEach(file => rows.prepend(upload(file, source.value, signal)));
    picker.value = '';
  }
}

function upload(file, source, signal) {
  const bar = h('progress', {max: '1', value: '0', 'aria-label': file.name});
  const state = h('span', {class: 'state-text'});
  const links = h('span', {class: 'links'});
  const row = h('li', null, h('strong', null, file.name), bar, state, links);
  run();
  return row;

  async function run() {
    row.className = 'sending';
    refill(links);
    try {
      const {documentId} = await submit(file, source, share => {
        bar.value = share;
        state.textContent = t('submit.sending', Math.round(share * 100));
      });
      row.className = 'accepted';
      bar.removeAttribute('value');
      state.textContent = t('submit.accepted');
      refill(links, h('a', {href: `/submissions/${encodeURIComponent(documentId)}`}, `${t('submit.journey')} →`));
      await follow(documentId);
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      row.className = 'failed';
      bar.value = 0;
      refill(state, t('because', t('submit.failed'), problem.detail || problem.message));
      refill(links, h('button', {type: 'button', class: 'quiet', onclick: run}, t('submit.retry')));
    }
  }

  async function follow(documentId) {
    const deadline = Date.now() + POLL_FOR_MS;
    while (Date.now() < deadline && !signal.aborted) {
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
      const journey = await get(`/api/v1/submissions/${encodeURIComponent(documentId)}`, {signal}).catch(problem => {
        if (problem.status === 404 || problem.status === 503) return null;
        throw problem;
      });
      if (!journey || !FINAL.has(journey.state)) continue;
      row.className = journey.state;
      bar.value = 1;
      const done = (journey.articles ?? []).filter(article => article.state === 'searchable');
      refill(state, journey.state === 'searchable' ? t('submit.searchable', done.length) : t(`journey.state.${journey.state}`), ' ', between(journey.receivedAt, journey.searchableAt));
      return;
    }
  }
}
