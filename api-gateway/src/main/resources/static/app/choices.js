// Addresses that change one thing about the present one.

import {h} from './dom.js';

/** The present address with these parameters; empty ones are left out. A change starts over. */
export function changed(changes) {
  const params = new URLSearchParams(location.search);
  params.delete('cursor');
  for (const [name, value] of Object.entries(changes)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  return params.size ? `${location.pathname}?${params}` : location.pathname;
}

/** One value out of few, as links; the value '' stands for no choice. */
export function choice(label, name, values, chosen) {
  return h('div', {class: 'choices', role: 'group', 'aria-label': label},
      values.map(([value, text]) => h('a', {href: changed({[name]: value}), 'aria-current': value === chosen ? 'true' : null}, text)));
}

/** A form whose fields go into the address; typing goes nowhere until Enter. */
export function addressForm(go, children) {
  return h('form', {class: 'asking', onsubmit: event => {
    event.preventDefault();
    const fields = [...event.currentTarget.elements].filter(field => field.name);
    go(changed(Object.fromEntries(fields.map(field => [field.name, field.value.trim()]))));
  }}, children);
}
