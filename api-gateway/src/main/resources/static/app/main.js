// Starts the page: reads the address, shows its view, follows links without reloading.

import {h, refill} from './dom.js';
import {t, isEnglish} from './i18n.js';
import {forget, isByProxy, isKnown, recognise} from './caller.js';
import {header} from './header.js';
import {listenToKeys} from './keys.js';
import {trouble} from './states.js';
import {signInView} from './views/signin.js';
import {searchView} from './views/search.js';
import {articleView} from './views/article.js';
import {reprintsView} from './views/reprints.js';
import {entitiesView} from './views/entities.js';
import {entityView} from './views/entity.js';
import {quotesView} from './views/quotes.js';
import {trendsView} from './views/trends.js';
import {alertsView} from './views/alerts.js';
import {alertView, newAlertView} from './views/alert.js';
import {liveView} from './views/live.js';
import {submitView} from './views/submit.js';
import {operationsView} from './views/operations.js';
import {journeyView} from './views/journey.js';
import {notFoundView} from './views/notfound.js';

// Each address here is one of those the gateway serves this page at.
const VIEWS = [
  [/^\/$/, searchView],
  [/^\/articles\/([^/]+)$/, articleView],
  [/^\/articles\/([^/]+)\/reprints$/, reprintsView],
  [/^\/entities$/, entitiesView],
  [/^\/entities\/([^/]+)$/, entityView],
  [/^\/quotes$/, quotesView],
  [/^\/trends$/, trendsView],
  [/^\/alerts$/, alertsView],
  [/^\/alerts\/new$/, newAlertView],
  [/^\/alerts\/([^/]+)$/, alertView],
  [/^\/live$/, liveView],
  [/^\/submit$/, submitView],
  [/^\/operations$/, operationsView],
  [/^\/submissions\/([^/]+)$/, journeyView],
];

const page = {
  main: h('main', {id: 'main', tabindex: '-1'}),
  view: null,
  leave: null,
};

history.scrollRestoration = 'manual';

/**
 * Goes to an address of this page. `replace` keeps the way back free of half-typed searches;
 * `typing` tells a view that there will be more of it.
 */
export function go(address, {replace = false, typing = false} = {}) {
  rememberScroll();
  if (replace) history.replaceState({}, '', address);
  else history.pushState({}, '', address);
  show({scroll: replace ? null : 0, typing});
}

function rememberScroll() {
  history.replaceState({...history.state, scroll: window.scrollY}, '');
}

function show({scroll, typing = false}) {
  const path = location.pathname;
  const [view, match] = found(path);
  // The view that is already there may take its new address without being built anew.
  if (page.view === view && page.leave?.revisit) {
    page.header.update();
    page.leave.revisit(scroll, typing);
    return;
  }
  page.leave?.();
  const controller = new AbortController();
  const context = {
    main: page.main,
    args: match.slice(1).map(decodeURIComponent),
    signal: controller.signal,
    go,
    enter: rebuild,
    title: text => { document.title = text ? `${text} · ${t('brand')}` : t('brand'); },
    // Once: a view that keeps itself up to date must not move the page under a reader.
    ready: () => {
      if (scroll !== null && !controller.signal.aborted) window.scrollTo(0, scroll);
      scroll = null;
    },
  };
  page.view = view;
  refill(page.main);
  page.main.className = '';
  context.title('');
  page.header.update();
  let left;
  try {
    left = view(context) ?? {};
  } catch (e) {
    refill(page.main, trouble(e, () => show({scroll: 0})));
    throw e;
  }
  page.leave = Object.assign(() => { controller.abort(); left.leave?.(); }, {revisit: left.revisit});
}

/** Whoever is not known yet is asked first; the address stays, and so does where they wanted to go. */
function found(path) {
  if (!isKnown()) return [signInView, ['']];
  for (const [pattern, view] of VIEWS) {
    const match = pattern.exec(path);
    if (match) return [view, match];
  }
  return [notFoundView, ['']];
}

/** Builds everything again, in the language that is set now. */
export function rebuild() {
  page.leave?.();
  page.leave = null;
  page.view = null;
  document.documentElement.lang = isEnglish() ? 'en' : 'zh-CN';
  page.header = header({go, rebuild});
  refill(document.body,
      h('a', {class: 'skip', href: '#main'}, t('nav.skip')),
      page.header.element, page.main);
  show({scroll: window.scrollY});
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const address = new URL(link.getAttribute('href'), location.href); // links in drawings have no plain href
  const ours = address.origin === location.origin && VIEWS.some(([pattern]) => pattern.test(address.pathname));
  if (!ours || link.target || link.hasAttribute('download') || (address.hash && address.pathname === location.pathname)) return;
  event.preventDefault();
  go(address.pathname + address.search);
});
window.addEventListener('popstate', event => show({scroll: event.state?.scroll ?? 0}));
window.addEventListener('pagehide', rememberScroll);

document.addEventListener('wenliu:stranger', () => {
  if (!isKnown()) return;
  const byProxy = isByProxy();
  forget();
  if (byProxy) location.reload(); // which leads to the proxy's login
  else rebuild();
});

listenToKeys({go});
// Where the gateway does not answer, the sign-in says so when it is tried.
recognise().catch(() => {}).then(rebuild);
