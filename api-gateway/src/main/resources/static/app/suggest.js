// Suggestions under the search box: at most six, by the keyboard or the pointer.

import {h, refill} from './dom.js';
import {t, word} from './i18n.js';
import {get} from './api.js';

const MOST = 6, TYPING_PAUSE_MS = 80;

export function suggestions(box, {go, search}) {
  const list = h('ul', {id: 'suggestions', class: 'suggestions', role: 'listbox', 'aria-label': t('search.label'), hidden: true});
  let chosen = -1;
  let running = null;
  let timer = 0;
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-controls', 'suggestions');
  box.setAttribute('aria-expanded', 'false');
  box.setAttribute('aria-autocomplete', 'list');

  box.addEventListener('input', event => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => ask(box.value.trim()), TYPING_PAUSE_MS);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', event => {
    if (event.isComposing || list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen].suggestion);
    }
  });

  async function ask(text) {
    running?.abort();
    if (!text) return close();
    running = new AbortController();
    try {
      const answer = await get(`/api/v1/suggest?${new URLSearchParams({q: text})}`, {signal: running.signal});
      offer((answer.suggestions ?? []).filter(suggestion => suggestion.text !== text).slice(0, MOST));
    } catch (problem) {
      // Suggestions are a help; the search itself says what is wrong.
      if (problem.name !== 'AbortError') close();
    }
  }

  function offer(found) {
    if (!found.length || document.activeElement !== box) return close();
    chosen = -1;
    refill(list, found.map((suggestion, i) => {
      const item = h('li', {id: `suggestion-${i}`, role: 'option', 'aria-selected': 'false', onpointerdown: event => {
        event.preventDefault();
        take(suggestion);
      }}, h('span', null, suggestion.text), h('small', null, word('suggest', suggestion.type)));
      item.suggestion = suggestion;
      return item;
    }));
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
  }

  function choose(index) {
    const items = [...list.children];
    chosen = (index + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    box.setAttribute('aria-activedescendant', items[chosen].id);
  }

  function take(suggestion) {
    close();
    if (suggestion.articleId) return go(`/articles/${encodeURIComponent(suggestion.articleId)}`);
    box.value = suggestion.text;
    search(suggestion.text, false);
  }

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  return {element: list, close};
}
