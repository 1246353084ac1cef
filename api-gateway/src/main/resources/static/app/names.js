// The addresses of names. A name's id is made of its type and the name alone, as the API makes it,
// so that an article's names lead to their pages without asking first.

export const NAMED = ['PER', 'LOC', 'ORG', 'WORK'];
export const FILTER_OF = {PER: 'person', LOC: 'place', ORG: 'organisation'};
export const TYPE_OF = {person: 'PER', place: 'LOC', organisation: 'ORG'};

/** `per-` and the name's UTF-8 in base64url without padding. */
export function entityId(type, name) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(name));
  return `${type.toLowerCase()}-${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

export function entityAddress(type, name) {
  return `/entities/${entityId(type, name)}`;
}

/** What somebody said, whether or not they have a page. */
export function speakerAddress(speaker) {
  return `/quotes?${new URLSearchParams({speaker})}`;
}
