// Server-sent events over fetch. The browser's own EventSource hides why a connection failed and
// forgets where it was when it gives up; this one keeps both.

import {acceptLanguage, problemOf, Problem} from './api.js';
import {t} from './i18n.js';

const FIRST_WAIT_S = 1, LONGEST_WAIT_S = 30;
// The server says something every 15 seconds. Browsers do not notice a network that goes without a word.
const SILENCE_MS = 40_000;
// A browser opens six connections to a host for all its tabs together: who does not look gives theirs back.
const LOOKED_AWAY_MS = 60_000;

/**
 * @param handlers `event({id, name, data})`, `open()`, `lost(problem, seconds)`, and `away()` where
 *     the connection was ended because nobody looks; the event `gap` says that some were missed
 * @return a function that ends it
 */
export function listen(address, handlers) {
  const over = new AbortController();
  let lastId = null;
  let opened = false;
  let wait = FIRST_WAIT_S;
  let timer = 0;
  let silence = 0;
  let leaving = 0;
  let connection = null;

  async function connect() {
    drop();
    const mine = connection = new AbortController();
    heard();
    try {
      const headers = {'Accept': 'text/event-stream', 'Accept-Language': acceptLanguage()};
      if (lastId !== null) headers['Last-Event-ID'] = lastId;
      const response = await fetch(address, {headers, signal: mine.signal, cache: 'no-store'});
      if (!response.ok) throw await problemOf(response);
      if (mine !== connection) return;
      wait = FIRST_WAIT_S;
      handlers.open();
      if (opened && lastId === null) handlers.event({name: 'gap', data: '{}'}); // nobody knows since when
      opened = true;
      await read(response.body, mine);
      throw unreachable();
    } catch (problem) {
      if (mine === connection) lost(problem);
    }
  }

  function lost(problem) {
    drop();
    handlers.lost(problem, wait);
    timer = setTimeout(connect, wait * 1000);
    wait = Math.min(wait * 2, LONGEST_WAIT_S);
  }

  /** Whatever comes of the connection from now on is not heard. */
  function drop() {
    clearTimeout(timer);
    clearTimeout(silence);
    connection?.abort();
    connection = null;
  }

  function heard() {
    clearTimeout(silence);
    silence = setTimeout(() => lost(unreachable()), SILENCE_MS);
  }

  async function read(body, mine) {
    let event = {data: []};
    let rest = '';
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const {value, done} = await reader.read();
      if (done || mine !== connection) return;
      heard();
      const lines = (rest + value).split(/\r\n|\n|\r/);
      rest = lines.pop();
      for (const line of lines) event = take(line, event);
    }
  }

  /** One line, by the HTML standard's rules for event streams. */
  function take(line, event) {
    if (line === '') {
      if (event.id !== undefined) lastId = event.id;
      if (event.data.length) handlers.event({id: event.id, name: event.name ?? 'message', data: event.data.join('\n')});
      return {data: []};
    }
    const colon = line.indexOf(':');
    if (colon === 0) return event;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') event.data.push(value);
    else if (field === 'event') event.name = value;
    else if (field === 'id') event.id = value;
    return event;
  }

  function looked() {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(leave, LOOKED_AWAY_MS);
    else again();
  }

  function leave() {
    drop();
    wait = FIRST_WAIT_S;
    handlers.away();
  }

  /** At once, where it waits or was left. */
  function again() {
    if (!connection && !document.hidden) connect();
  }

  document.addEventListener('visibilitychange', looked, {signal: over.signal});
  window.addEventListener('online', again, {signal: over.signal});
  connect();
  looked();
  return () => {
    over.abort();
    clearTimeout(leaving);
    drop();
  };
}

function unreachable() {
  return new Problem(0, t('state.error'), t('state.network'));
}
