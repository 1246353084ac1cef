// What a view shows when it has nothing to show yet, nothing at all, or trouble.

import {h} from './dom.js';
import {t} from './i18n.js';

/** Trouble: what happened, what to do, and a way to try again. */
export function trouble(problem, retry) {
  return h('section', {class: 'state trouble', role: 'alert'},
      h('h2', null, problem.title ?? t('state.error')),
      h('p', null, problem.detail || problem.message),
      retry && h('button', {type: 'button', class: 'button', onclick: retry}, t('state.retry')));
}

/** Grey lines of the size of what will come, so that nothing jumps. */
export function skeleton(rows) {
  return h('div', {class: 'skeleton', role: 'status', 'aria-busy': 'true', 'aria-label': t('state.loading')},
      Array.from({length: rows}, () => h('div', {class: 'ghost'},
          h('i', {class: 'wide'}), h('i', {class: 'short'}), h('i'), h('i', {class: 'most'}))));
}
