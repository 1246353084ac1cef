// What the results have in common, as filters on the left and as a short list of names on the right.

import {h} from '../dom.js';
import {t, word} from '../i18n.js';
import {count} from '../format.js';
import {FILTERS} from '../query.js';
import {TYPE_OF, entityAddress} from '../names.js';

const SHOWN = 6;
const RELATED = 8;

export function filterLabel(filter, value) {
  return filter === 'kind' ? word('kind', value) : value;
}

export function facets(found, query, go) {
  return h('details', {class: 'filters', open: matchMedia('(min-width: 62rem)').matches},
      h('summary', null, t('search.filters')),
      FILTERS.map(filter => group(filter, withChosen(found[filter] ?? [], query.values(filter)), query)),
      dates(query, go));
}

/** A chosen value stays in the list even when nothing is left of it. */
function withChosen(values, chosen) {
  const missing = chosen.filter(value => !values.some(entry => entry.value === value));
  return [...missing.map(value => ({value, count: 0})), ...values];
}

function group(filter, values, query) {
  if (!values.length) return null;
  const items = values.map(({value, count: n}) => {
    const chosen = query.has(filter, value);
    return h('li', null, h('a', {class: 'choice', href: query.toggled(filter, value), 'aria-current': chosen ? 'true' : null},
        h('span', {class: 'box', 'aria-hidden': 'true'}, chosen ? '☑' : '☐'), h('span', {class: 'label'}, filterLabel(filter, value)), h('span', {class: 'n'}, count(n))), about(filter, value));
  });
  const rest = items.slice(SHOWN);
  return h('section', null,
      h('h3', null, t(`facet.${filter}`)),
      h('ul', null, items.slice(0, SHOWN)),
      rest.length > 0 && h('details', {class: 'more'}, h('summary', null, t('search.more', rest.length)), h('ul', null, rest)));
}

/** A name has a page of its own. */
function about(filter, value) {
  const label = TYPE_OF[filter] && t('facet.about', value);
  return label && h('a', {class: 'about', href: entityAddress(TYPE_OF[filter], value), title: label, 'aria-label': label}, '›');
}

function dates(query, go) {
  const input = (name, value) => h('input', {type: 'date', name, value, 'aria-label': `${t('facet.date')} ${t(`facet.${name}`)}`, onchange: event => {
    const form = event.target.form;
    go(query.dated(form.elements.from.value, form.elements.to.value));
  }});
  return h('section', null,
      h('h3', null, t('facet.date')),
      h('form', {class: 'dates', onsubmit: event => event.preventDefault()},
          h('label', null, t('facet.from'), input('from', query.from)),
          h('label', null, t('facet.to'), input('to', query.to))));
}

/** People and organisations of these results, with a bar for how many of them each is in. */
export function related(found, query) {
  return ['person', 'organisation'].map(filter => {
    const values = (found[filter] ?? []).filter(({value}) => !query.has(filter, value)).slice(0, RELATED);
    if (!values.length) return null;
    const most = values[0].count;
    return h('section', null,
        h('h3', null, t('search.related', t(`facet.${filter}`))),
        h('ol', null, values.map(({value, count: n}) => h('li', null,
            h('a', {href: entityAddress(TYPE_OF[filter], value), title: t('facet.about', value)}, value),
            h('meter', {min: '0', max: String(most), value: String(n), 'aria-hidden': 'true'}),
            h('span', {class: 'n'}, count(n))))));
  });
}
