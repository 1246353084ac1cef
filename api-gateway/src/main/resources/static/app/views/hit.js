// One result.

import {h, headline, joined} from '../dom.js';
import {t, word} from '../i18n.js';
import {ago, between, day} from '../format.js';
import {marked} from '../marks.js';
import {narrowTo, narrowToDate} from '../query.js';

const MOST_LINES = 2;

/** @param lead whether it opens the front page */
export function hit(article, {query, mode, lead = false}) {
  const title = article.highlights?.headline ? marked(article.highlights.headline) : headline(article.headline || t('article.untitled'));
  return h('article', {class: lead ? 'hit lead' : 'hit', 'data-result': article.id},
      h('h2', null, h('a', {href: `/articles/${encodeURIComponent(article.id)}`}, title)),
      article.subtitle && h('p', {class: 'subtitle'}, article.subtitle),
      byline(article),
      h('p', {class: 'extract'}, extract(article)),
      foot(article),
      query.text && explain(article, mode));
}

/** Newspaper · date · page · authors, each a search of its own. */
export function byline(article) {
  return h('p', {class: 'byline'}, joined('·',
      article.newspaper && h('a', {href: narrowTo('newspaper', article.newspaper)}, article.newspaper),
      dateLink(article.published, article.publishedInferred),
      article.page && h('span', null, t('article.page', article.page)),
      article.authors?.length ? h('span', null, joined(t('list'), article.authors.map(author => h('a', {href: narrowTo('author', author)}, author)))) : null,
      article.kind && h('a', {href: narrowTo('kind', article.kind)}, word('kind', article.kind))));
}

export function dateLink(date, inferred) {
  if (!date) return null;
  const shown = date.startsWith('--') ? h('span', null, day(date)) : h('a', {href: narrowToDate(date)}, h('time', {datetime: date}, day(date)));
  return inferred ? h('span', {class: 'inferred', title: t('article.inferred')}, shown, h('i', {'aria-label': t('article.inferred')}, '?')) : shown;
}

function extract(article) {
  const fragments = article.highlights?.body ?? [];
  if (fragments.length) return joined('…', fragments.slice(0, MOST_LINES).map(fragment => h('span', null, marked(fragment))));
  return (article.summary ?? []).slice(0, MOST_LINES).join('');
}

function foot(article) {
  const topics = (article.topics ?? []).slice(0, 3);
  const reprints = (article.storySize ?? 1) - 1;
  return h('p', {class: 'foot'},
      topics.map(topic => h('a', {class: 'topic', href: narrowTo('topic', topic.label)}, topic.label)),
      reprints > 0 && h('a', {class: 'reprints', href: `/articles/${encodeURIComponent(article.id)}/reprints`}, t('search.stories', reprints)),
      h('span', {class: 'arrived'}, ago(article.receivedAt)));
}

function explain(article, mode) {
  const inHeadline = Boolean(article.highlights?.headline);
  const inBody = Boolean(article.highlights?.body?.length);
  const wait = between(article.receivedAt, article.indexedAt);
  return h('details', {class: 'explain'},
      h('summary', null, t('explain.title')),
      h('p', null, joined('·',
          inHeadline && t('explain.headline'),
          inBody && t('explain.body'),
          !inHeadline && !inBody && mode === 'hybrid' && t('explain.meaning'),
          typeof article.score === 'number' && t('explain.score', article.score.toPrecision(3)),
          wait && t('explain.searchable', wait))));
}
