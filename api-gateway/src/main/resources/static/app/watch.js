// What an alert watches for: a search's parameters, as the API keeps them and as an address has them.

import {h} from './dom.js';
import {t} from './i18n.js';
import {day} from './format.js';
import {FILTERS} from './query.js';
import {filterLabel} from './views/facets.js';

const WATCHED = ['q', ...FILTERS, 'from', 'to'];

/** `{q: '…', person: ['…', '…']}` → the parameters of a search. */
export function searchOf(query) {
  const params = new URLSearchParams();
  for (const name of WATCHED) {
    for (const value of [query[name] ?? []].flat()) params.append(name, value);
  }
  return params;
}

/** The other way round; what an alert cannot watch for is left out. */
export function queryOf(params) {
  const query = {};
  for (const name of WATCHED) {
    const values = params.getAll(name).filter(value => value.trim());
    if (values.length) query[name] = values.length === 1 ? values[0] : values;
  }
  return query;
}

/** The filters in words: `[{name, value, label, text}]`. */
export function filtersIn(params) {
  return [...params].filter(([name]) => name !== 'q' && WATCHED.includes(name)).map(([name, value]) => ({
    name, value,
    label: t(`facet.${name}`),
    text: name === 'from' || name === 'to' ? day(value) : filterLabel(name, value),
  }));
}

/** The whole search in one line. */
export function described(query) {
  const params = searchOf(query);
  return h('span', {class: 'watched'}, params.get('q'), filtersIn(params).map(({label, text}) => h('span', null, h('small', null, label), ' ', text)));
}
