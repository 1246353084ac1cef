// Beside the text: where it comes from, what it is about, who is in it.

import {h, joined} from '../dom.js';
import {listed, t, word} from '../i18n.js';
import {ago, between, day} from '../format.js';
import {narrowTo, narrowToDate} from '../query.js';
import {entityAddress} from '../names.js';
import {dateLink} from './hit.js';
import {similar} from './similar.js';

const NAME_TYPES = ['PER', 'LOC', 'ORG'];
const MOST_NAMES = 14;

export function facts(article, enrichment, about, signal) {
  return [
    h('section', null, h('h2', null, t('article.facts')), h('dl', null,
        row('article.newspaper', article.newspaper && h('a', {href: narrowTo('newspaper', article.newspaper)}, article.newspaper)),
        row('article.pageNo', article.page && t('article.page', article.page)),
        row('article.published', dateLink(article.published, article.publishedInferred)),
        row('article.document', article.documentDate && (article.documentDate.startsWith('--') ? day(article.documentDate) : h('a', {href: narrowToDate(article.documentDate)}, day(article.documentDate)))),
        row('article.dateline', article.dateline),
        row('article.agency', article.agency),
        row('article.authors', article.authors?.length > 0 && joined(t('list'), article.authors.map(author => h('a', {href: narrowTo('author', author)}, author)))),
        row('article.issuers', article.issuers?.length > 0 && listed(article.issuers)),
        row('article.kind', about.kind && h('a', {href: narrowTo('kind', about.kind)}, word('kind', about.kind))),
        row('article.topics', enrichment.topics?.length > 0 && joined('·', enrichment.topics.map(topic => h('a', {href: narrowTo('topic', topic.label)}, topic.label)))))),
    about.story?.size > 1 && h('section', null, h('h2', null, t('reprints.title')),
        h('p', null, h('a', {href: `/articles/${encodeURIComponent(about.id)}/reprints`}, `${t('search.stories', about.story.size - 1)} →`))),
    keyphrases(enrichment.keyphrases ?? []),
    names(enrichment.entities ?? []),
    similar(about.id, signal),
    h('section', {class: 'origin'}, h('h2', null, t('article.journey')), h('dl', null,
        row('article.received', ago(about.receivedAt)),
        row('live.latency', between(about.receivedAt, about.indexedAt)),
        row('journey.source', about.source)),
        h('p', null, h('a', {href: `/submissions/${encodeURIComponent(about.documentId)}`}, `${t('article.journey')} →`))),
  ];
}

function row(key, value) {
  return value ? [h('dt', null, t(key)), h('dd', null, value)] : null;
}

function keyphrases(list) {
  if (!list.length) return null;
  return h('section', null, h('h2', null, t('article.keyphrases')),
      h('p', {class: 'phrases'}, list.map(({text}) => h('a', {href: `/?${new URLSearchParams({q: text})}`}, text))));
}

/** The names by type, most mentioned first; the underline is the one they have in the text. */
function names(entities) {
  const groups = NAME_TYPES.map(type => {
    const mentions = new Map();
    for (const entity of entities) {
      if (entity.type !== type) continue;
      const name = entity.name ?? entity.text;
      mentions.set(name, (mentions.get(name) ?? 0) + 1);
    }
    const sorted = [...mentions].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES);
    return sorted.length > 0 && [
      h('dt', null, word('entity', type)),
      h('dd', {class: 'names'}, sorted.map(([name, n]) => h('span', null,
          h('a', {class: `name ${type.toLowerCase()}`, href: entityAddress(type, name)}, name), n > 1 && h('small', null, n)))),
    ];
  }).filter(Boolean);
  return groups.length > 0 && h('section', null, h('h2', null, t('article.names')), h('dl', {class: 'stacked'}, groups));
}
