// The masthead: the name, the search box, the way to the other views.

import {h, refill} from './dom.js';
import {isEnglish, t, switchLanguage} from './i18n.js';
import {callerName, isKnown, isSignedIn, may, signOut} from './caller.js';
import {showHelp} from './keys.js';
import {suggestions} from './suggest.js';

// Results are there 200 ms after the last key, so most of that is the search's.
const TYPING_PAUSE_MS = 80;

/** Address, name, and the role without which it would show nothing. */
const PLACES = [
  ['/entities', 'nav.entities', 'reader'],
  ['/quotes', 'nav.quotes', 'reader'],
  ['/trends', 'nav.trends', 'reader'],
  ['/live', 'nav.live', 'reader'],
  ['/alerts', 'nav.alerts', 'reader'],
  ['/submit', 'nav.submit', 'submitter'],
  ['/operations', 'nav.operations', 'reader'],
];

export function header({go, rebuild}) {
  let timer = 0;
  const box = h('input', {
    id: 'q', name: 'q', type: 'search', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false',
    enterkeyhint: 'search', maxlength: '256', placeholder: t('search.placeholder'), 'aria-label': t('search.label'),
  });
  const hints = suggestions(box, {go, search});
  const form = h('form', {class: 'searchbox', role: 'search', action: '/', onsubmit: event => {
    event.preventDefault();
    hints.close();
    search(box.value, false);
  }}, box, h('kbd', {'aria-hidden': 'true'}, '/'), hints.element);

  // Typing searches on the results page; elsewhere Enter does, so that reading is not interrupted.
  box.addEventListener('input', event => {
    clearTimeout(timer);
    if (event.isComposing || location.pathname !== '/') return;
    timer = setTimeout(() => search(box.value, true), TYPING_PAUSE_MS);
  });
  box.addEventListener('compositionend', () => box.dispatchEvent(new Event('input')));

  function search(text, typing) {
    clearTimeout(timer);
    const params = location.pathname === '/' ? new URLSearchParams(location.search) : new URLSearchParams();
    const query = text.trim();
    if (typing && (params.get('q') ?? '') === query) return;
    if (query) params.set('q', query);
    else params.delete('q');
    params.delete('cursor');
    params.delete('page');
    const address = params.size ? `/?${params}` : '/';
    go(address, {replace: typing || address === location.pathname + location.search, typing});
  }

  const nav = h('nav', {'aria-label': t('brand')});
  const element = h('header', {class: 'masthead'},
      h('a', {class: 'brand', href: '/', title: t('search.all')}, t('brand')),
      isKnown() ? form : h('span'), nav,
      h('div', {class: 'switches'},
          h('button', {type: 'button', class: 'quiet', lang: isEnglish() ? 'zh-CN' : 'en', title: t('nav.language.title'), onclick: () => { switchLanguage(); rebuild(); }}, t('nav.language')),
          h('button', {type: 'button', class: 'quiet', title: t('nav.theme'), 'aria-label': t('nav.theme'), onclick: switchTheme}, '◐'),
          isSignedIn() && h('button', {type: 'button', class: 'quiet', title: t('nav.signOut.title', callerName()), onclick: () => signOut().catch(() => {}).then(rebuild)}, t('nav.signOut')),
          h('button', {type: 'button', class: 'quiet wide-only', title: t('nav.help'), 'aria-label': t('nav.help'), onclick: showHelp}, '?')));

  function update() {
    refill(nav, PLACES.filter(([, , role]) => may(role)).map(([address, key]) =>
        h('a', {href: address, 'aria-current': location.pathname === address || location.pathname.startsWith(`${address}/`) ? 'page' : null}, t(key))));
    const query = location.pathname === '/' ? new URLSearchParams(location.search).get('q') ?? '' : '';
    if (document.activeElement !== box || box.value.trim() !== query) box.value = query;
  }

  return {element, update};
}

function switchTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('wenliu.theme', root.dataset.theme);
}
