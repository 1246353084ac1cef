// The keyboard: / j k o e ?

import {h} from './dom.js';
import {t} from './i18n.js';

const CURRENT = 'current';

export function listenToKeys({go}) {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && typing) {
      event.preventDefault(); // a search field would empty itself
      return typing.blur();
    }
    if (typing || document.querySelector('dialog[open]')) return;
    const action = {'/': focusBox, '?': showHelp, j: () => step(1), k: () => step(-1), o: () => open(go), Enter: null, e: explain}[event.key];
    if (action && action() !== false) event.preventDefault();
  });
}

function focusBox() {
  const box = document.getElementById('q');
  if (!box) return false; // nobody has signed in
  box.focus();
  box.select();
  return true;
}

function results() {
  return [...document.querySelectorAll('[data-result]')];
}

function currentResult() {
  return document.querySelector(`[data-result].${CURRENT}`);
}

function step(by) {
  const all = results();
  if (!all.length) return false;
  const at = all.indexOf(currentResult());
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  all.forEach(result => result.classList.toggle(CURRENT, result === next));
  next.querySelector('a')?.focus({preventScroll: true});
  next.scrollIntoView({block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
  return true;
}

function open(go) {
  const link = currentResult()?.querySelector('a[data-open]') ?? currentResult()?.querySelector('a[href]');
  if (!link) return false;
  const address = new URL(link.href);
  go(address.pathname + address.search);
  return true;
}

function explain() {
  const details = currentResult()?.querySelector('details.explain');
  if (!details) return false;
  details.open = !details.open;
  return true;
}

export function showHelp() {
  const keys = ['/', 'j', 'k', 'o', 'e', '?'];
  const dialog = h('dialog', {class: 'help', 'aria-label': t('help.title'), onclose: () => dialog.remove()},
      h('h2', null, t('help.title')),
      h('dl', null, [...keys, 'esc'].map(key => [h('dt', null, h('kbd', null, key === 'esc' ? 'Esc' : key)), h('dd', null, t(`help.${key}`))])),
      h('p', null, t('help.operators')),
      h('p', null, t('help.pages')),
      h('form', {method: 'dialog'}, h('button', {class: 'button'}, t('help.close'))));
  document.body.append(dialog);
  dialog.showModal();
}
