// One article that matched an alert.

import {h, joined} from '../dom.js';
import {t} from '../i18n.js';
import {ago, day} from '../format.js';

/** @param alert whose match it is, to be named; null where that is plain */
export function matchRow(match, alert) {
  return h('li', {'data-result': match.articleId},
      ago(match.matchedAt),
      h('div', null,
          h('a', {href: `/articles/${encodeURIComponent(match.articleId)}`}, match.headline || t('article.untitled')),
          h('p', {class: 'byline'}, joined('·', match.newspaper, day(match.published), alert && h('a', {href: `/alerts/${encodeURIComponent(alert.id)}`}, alert.name)))));
}
