// The only way this page builds its elements. Text goes in as text nodes: nothing a newspaper
// prints is ever read as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element. `props`: attributes; `on…` handlers; `class`; false and null leave a prop out. */
export function h(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** An SVG element. */
export function s(tag, props, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Puts these children in the place of whatever the element holds. */
export function refill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Children with a separator between those that are there; one that is no comma stands apart from both. */
export function joined(separator, ...children) {
  const present = children.flat().filter(child => child !== null && child !== undefined && child !== false && child !== '');
  const props = {class: /[、,]/.test(separator) ? 'comma' : 'sep', 'aria-hidden': 'true'};
  return present.flatMap((child, i) => i === 0 ? [child] : [h('span', props, separator), child]);
}

/** A headline that breaks at its spaces, as newspapers set it, before it breaks anywhere else. */
export function headline(text) {
  return text.trim().split(/[\s\u3000]+/).flatMap((phrase, i) => [i > 0 && ' ', h('span', {class: 'phrase'}, phrase)]);
}
