// Whether a stream of events is there.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {listen} from '../sse.js';

/** A line that tells how the stream at this address is; `end` ends it. */
export function connection(address, event) {
  const element = h('p', {class: 'connection', role: 'status'});
  const show = (state, text, detail) => {
    element.dataset.state = state;
    refill(element, h('i', {'aria-hidden': 'true'}, state === 'open' ? '●' : '○'), text, detail && h('small', null, detail));
  };
  show('connecting', t('live.connecting'));
  const end = listen(address, {
    open: () => show('open', t('live.open')),
    lost: (problem, seconds) => show('lost', t('live.lost', seconds), problem.detail || problem.message),
    event: ({name, data}) => { if (name === 'match') event(JSON.parse(data)); },
  });
  return {element, end};
}
