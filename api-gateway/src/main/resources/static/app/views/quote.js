// One quote: who in the margin, what in the middle, where below.

import {h, joined} from '../dom.js';
import {t} from '../i18n.js';
import {marked} from '../marks.js';
import {narrowTo} from '../query.js';
import {speakerAddress} from '../names.js';
import {dateLink} from './hit.js';

/** @param speaker whether to tell who said it */
export function quoteItem(quote, {speaker = true} = {}) {
  return h('li', {class: speaker ? 'quote' : 'quote own', 'data-result': quote.articleId},
      speaker && h('div', {class: 'who'},
          h('a', {href: quote.speakerId ? `/entities/${encodeURIComponent(quote.speakerId)}` : speakerAddress(quote.speaker)}, quote.speaker),
          quote.cue && h('small', null, quote.cue)),
      h('div', null,
          h('blockquote', {class: quote.direct ? 'direct' : null, lang: 'zh-CN', title: t(quote.direct ? 'article.direct' : 'article.indirect')},
              quote.highlight ? marked(quote.highlight) : quote.text),
          h('p', {class: 'byline'}, joined('·',
              h('a', {'data-open': true, href: `/articles/${encodeURIComponent(quote.articleId)}`}, quote.headline || t('article.untitled')),
              quote.newspaper && h('a', {href: narrowTo('newspaper', quote.newspaper)}, quote.newspaper),
              dateLink(quote.published, false)))));
}
