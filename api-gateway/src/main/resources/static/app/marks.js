// Highlights and annotations laid over plain text.

import {h} from './dom.js';

const START = '\uE000', END = '\uE001';

/** A highlighted string of the API: its private-use markers become <mark>, all else stays text. */
export function marked(text) {
  const nodes = [];
  for (const part of text.split(START)) {
    if (nodes.length === 0) {
      nodes.push(part.replaceAll(END, ''));
      continue;
    }
    const end = part.indexOf(END);
    nodes.push(h('mark', null, end < 0 ? part : part.slice(0, end)));
    if (end >= 0) nodes.push(part.slice(end + 1).replaceAll(END, ''));
  }
  return nodes;
}

/** The same string without its markers. */
export function unmarked(text) {
  return text.replaceAll(START, '').replaceAll(END, '');
}

/**
 * Cuts annotated text into pieces. Offsets count code points, as the API's do, not the UTF-16 units
 * of JavaScript strings.
 *
 * @param points the paragraph's code points
 * @param base offset of its first code point in the article's text
 * @param spans `{start, end, …}` over the article's text; layers may overlap
 * @return `[{text, spans}]` in order
 */
export function pieces(points, base, spans) {
  const inside = spans.filter(span => span.start < base + points.length && span.end > base && span.end > span.start);
  const cuts = new Set([0, points.length]);
  for (const span of inside) {
    cuts.add(Math.max(0, span.start - base));
    cuts.add(Math.min(points.length, span.end - base));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => ({
    text: points.slice(from, edges[i + 1]).join(''),
    spans: inside.filter(span => span.start - base <= from && span.end - base >= edges[i + 1]),
  }));
}
