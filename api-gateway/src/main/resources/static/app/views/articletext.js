// The text of an article: headings between paragraphs, names underlined and linked, what was said
// marked by a rule with its speaker in the margin.

import {h} from '../dom.js';
import {t, word} from '../i18n.js';
import {pieces} from '../marks.js';
import {narrowToDate} from '../query.js';
import {NAMED, entityAddress, speakerAddress} from '../names.js';

const WHOLE_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

export function articleText(article, enrichment, sections) {
  const entities = (enrichment?.entities ?? []).map(entity => ({...entity, layer: 'entity'}));
  const quotes = (enrichment?.quotes ?? []).map(quote => ({...quote, layer: 'quote'}));
  const people = new Set(entities.filter(entity => entity.type === 'PER').map(entity => entity.name ?? entity.text));
  const nodes = [];
  let base = 0;
  article.paragraphs.forEach((text, i) => {
    nodes.push(...headingsBefore(sections, i));
    const points = Array.from(text);
    nodes.push(paragraph(points, base, entities, quotes, people));
    base += points.length + 1; // the line feed between paragraphs
  });
  nodes.push(...headingsBefore(sections, article.paragraphs.length));
  return h('div', {class: 'text'}, nodes);
}

function headingsBefore(sections, paragraph) {
  return sections
      .filter(section => section.paragraph === paragraph)
      .map(({level, text, anchor}) => h(`h${Math.min(level + 1, 6)}`, {id: anchor}, text));
}

function paragraph(points, base, entities, quotes, people) {
  const said = quotes.filter(quote => quote.start < base + points.length && quote.end > base);
  const content = [];
  let open = null;
  for (const piece of pieces(points, base, [...entities, ...quotes])) {
    const quote = piece.spans.find(span => span.layer === 'quote');
    const entity = piece.spans.find(span => span.layer === 'entity');
    const node = entity ? name(entity, piece.text) : piece.text;
    if (!quote) {
      open = null;
      content.push(node);
    } else if (open?.quote === quote) {
      open.nodes.push(node);
    } else {
      open = {quote, nodes: [node]};
      content.push(open);
    }
  }
  const text = h('p', null, content.map(part => part.quote ? saying(part) : part));
  return said.length ? h('div', {class: 'said'}, margin(said, people), text) : text;
}

function saying({quote, nodes}) {
  return h('span', {class: quote.direct ? 'saying direct' : 'saying', title: `${quote.speaker}${quote.cue ?? ''} · ${t(quote.direct ? 'article.direct' : 'article.indirect')}`}, nodes);
}

/** Each speaker once, with the verb the text uses. */
function margin(quotes, people) {
  const speakers = new Map(quotes.map(quote => [quote.speaker, quote.cue ?? '']));
  return h('div', {class: 'speaker'}, [...speakers].map(([speaker, cue]) =>
      h('span', null, h('a', {href: people.has(speaker) ? entityAddress('PER', speaker) : speakerAddress(speaker)}, speaker), h('small', null, cue))));
}

function name(entity, text) {
  const type = entity.type.toLowerCase();
  const canonical = entity.name ?? entity.text;
  const about = [word('entity', entity.type), canonical !== text ? canonical : null, entity.role].filter(Boolean).join(' · ');
  if (NAMED.includes(entity.type)) return h('a', {class: `name ${type}`, href: entityAddress(entity.type, canonical), title: about}, text);
  if (entity.type === 'TIME' && WHOLE_DATE.test(entity.value ?? '')) return h('a', {class: 'when', href: narrowToDate(entity.value), title: entity.value}, text);
  return text;
}
