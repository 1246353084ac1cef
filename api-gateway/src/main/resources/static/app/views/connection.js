// Whether a stream of events is there.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {listen} from '../sse.js';

/**
 * A line that tells how the stream of matches at this address is; `end` ends it.
 *
 * @param matched is told each match; `missed` is called where some may not have been told
 */
export function connection(address, {matched, missed}) {
  const element = h('p', {class: 'connection', role: 'status'});
  const show = (state, text, detail) => {
    element.dataset.state = state;
    refill(element, h('i', {'aria-hidden': 'true'}, state === 'open' ? '●' : '○'), text, detail && h('small', null, detail));
  };
  show('connecting', t('live.connecting'));
  let opened = false;
  const end = listen(address, {
    open: () => {
      show('open', t('live.open'));
      if (opened) missed();
      opened = true;
    },
    away: () => show('connecting', t('live.connecting')),
    lost: (problem, seconds) => show('lost', t('live.lost', seconds), problem.detail || problem.message),
    event: ({name, data}) => {
      if (name === 'match') matched(JSON.parse(data));
      else if (name === 'gap') missed();
    },
  });
  return {element, end};
}
