// What could not be processed, by reason, with a look inside and the way back.

import {h, refill} from '../dom.js';
import {t, word} from '../i18n.js';
import {get, send} from '../api.js';
import {ago} from '../format.js';
import {trouble} from '../states.js';

const LIST = '/api/v1/dead-letters?state=waiting&size=20';
const SETTLE_MS = 1500;

/** A section that keeps itself up to date; `refresh` is called by the page's own clock. */
export function deadLetters(signal) {
  const body = h('div');
  const section = h('section', {class: 'letters', 'aria-labelledby': 'letters-title'}, h('h2', {id: 'letters-title'}, t('letters.title')), body);
  let open = null, drawn = '';

  async function refresh() {
    // Whoever reads or points at a letter is not to lose it under their eyes.
    if (open || section.matches(':hover') || section.contains(document.activeElement)) return;
    await load();
  }

  async function load() {
    try {
      const page = await get(LIST, {signal});
      const state = JSON.stringify(page);
      if (state === drawn) return;
      drawn = state;
      draw(page);
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      drawn = '';
      refill(body, trouble(problem, load));
    }
  }

  function draw(page) {
    open = null;
    if (page.total === 0) return refill(body, h('p', {class: 'hint'}, t('letters.none')));
    const list = h('ul', {class: 'letter-list'});
    refill(body,
        h('p', {class: 'letter-total', role: 'status'}, t('letters.total', page.total.toLocaleString('zh-CN')),
            action(t('letters.replayAll'), () => send('POST', '/api/v1/dead-letters/replay', {all: true}, {signal}))),
        h('ul', {class: 'letter-reasons', 'aria-label': t('letters.reasons')}, page.reasons.map(({value, count}) => h('li', null,
            h('strong', null, count.toLocaleString('zh-CN')), h('span', {class: 'reason'}, value),
            action(t('letters.replayReason', count), () => send('POST', '/api/v1/dead-letters/replay', {reason: value}, {signal}))))),
        list);
    append(list, page);
  }

  function append(list, page) {
    list.append(...page.deadLetters.map(row));
    if (!page.cursor) return;
    const more = h('button', {class: 'button', onclick: async () => {
      const next = await get(`${LIST}&cursor=${encodeURIComponent(page.cursor)}`, {signal});
      more.parentNode.remove();
      append(list, next);
    }}, t('letters.more'));
    list.append(h('li', {class: 'more'}, more));
  }

  function row(letter) {
    const path = `/api/v1/dead-letters/${letter.id}`;
    const preview = h('div', {class: 'letter-preview', hidden: true});
    const show = h('button', {class: 'button', 'aria-expanded': 'false', onclick: async () => {
      const opening = preview.hidden;
      preview.hidden = !opening;
      show.setAttribute('aria-expanded', String(opening));
      show.textContent = t(opening ? 'letters.hide' : 'letters.show');
      open = opening ? letter.id : null;
      if (opening) await fill(preview, path);
    }}, t('letters.show'));
    return h('li', {'data-letter': letter.id},
        h('p', {class: 'letter-facts'},
            h('strong', null, word('letters.stage', letter.stage)), letter.source && h('span', null, letter.source),
            ago(letter.at),
            letter.attempt > 1 && h('span', null, t('letters.attempt', letter.attempt)),
            h('span', null, t('letters.bytes', letter.bytes.toLocaleString('zh-CN')))),
        h('p', {class: 'reason'}, letter.reason),
        h('p', {class: 'letter-actions'}, show,
            action(t('letters.replay'), () => send('POST', `${path}/replay`, null, {signal})),
            discarding(() => send('POST', `${path}/discard`, null, {signal})),
            h('a', {href: `/submissions/${letter.documentId}`}, t('letters.journey'))),
        preview);
  }

  async function fill(preview, path) {
    try {
      const letter = await get(path, {signal});
      refill(preview,
          letter.exception && h('p', {class: 'hint'}, letter.exception),
          h('pre', {tabindex: '0'}, letter.preview || t('letters.noPreview')));
    } catch (problem) {
      if (problem.name !== 'AbortError') refill(preview, trouble(problem, () => fill(preview, path)));
    }
  }

  /** A button that does something to letters once, then has the list drawn anew. */
  function action(label, act) {
    const button = h('button', {class: 'button', onclick: async () => {
      button.disabled = true;
      try {
        await act();
        drawn = '';
        await load();
        setTimeout(load, SETTLE_MS);
      } catch (problem) {
        if (problem.name === 'AbortError') return;
        button.disabled = false;
        button.after(h('span', {class: 'reason', role: 'alert'}, t('letters.failed', problem.message)));
      }
    }}, label);
    return button;
  }

  /** What cannot be undone is asked for twice. */
  function discarding(act) {
    const ask = h('button', {class: 'button quiet', onclick: () => {
      const sure = action(t('letters.discard.sure'), act);
      ask.replaceWith(sure);
      sure.focus();
    }}, t('letters.discard'));
    return ask;
  }

  return {section, refresh};
}
