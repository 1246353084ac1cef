// Articles like the one that is read, loaded after it: reading does not wait for them.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {byline} from './hit.js';

const SHOWN = 5;

export function similar(id, signal) {
  const section = h('section', {class: 'similar'});
  get(`/api/v1/articles/${encodeURIComponent(id)}/similar?size=${SHOWN}`, {signal}).then(
      ({hits}) => hits.length && refill(section,
          h('h2', null, t('similar.title')),
          h('ol', null, hits.map(hit => h('li', null,
              h('a', {href: `/articles/${encodeURIComponent(hit.id)}`}, hit.headline || t('article.untitled')),
              byline({...hit, kind: null}))))),
      () => section.remove()); // the article itself is there; this is an extra
  return section;
}
