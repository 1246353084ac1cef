// Server-sent events over fetch. The browser's own EventSource hides why a connection failed and
// forgets where it was when it gives up; this one keeps both.

import {acceptLanguage, problemOf, Problem} from './api.js';
import {t} from './i18n.js';

const FIRST_WAIT_S = 1, LONGEST_WAIT_S = 30;

/**
 * @param handlers `event({id, name, data})`, `open()`, `lost(problem, seconds)`
 * @return a function that ends it
 */
export function listen(address, handlers) {
  let lastId = null;
  let wait = FIRST_WAIT_S;
  let timer = 0;
  let controller = null;
  let ended = false;

  async function connect() {
    controller = new AbortController();
    try {
      const headers = {'Accept': 'text/event-stream', 'Accept-Language': acceptLanguage()};
      if (lastId !== null) headers['Last-Event-ID'] = lastId;
      const response = await fetch(address, {headers, signal: controller.signal, cache: 'no-store'});
      if (!response.ok) throw await problemOf(response);
      wait = FIRST_WAIT_S;
      handlers.open();
      await read(response.body);
      throw new Problem(0, t('state.error'), t('state.network'));
    } catch (problem) {
      if (ended) return;
      handlers.lost(problem, wait);
      timer = setTimeout(connect, wait * 1000);
      wait = Math.min(wait * 2, LONGEST_WAIT_S);
    }
  }

  async function read(body) {
    let event = {data: []};
    let rest = '';
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const {value, done} = await reader.read();
      if (done) return;
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

  connect();
  return () => {
    ended = true;
    clearTimeout(timer);
    controller?.abort();
  };
}
