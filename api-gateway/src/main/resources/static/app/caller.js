// Who is in front of the page, as the gateway knows them: the key itself is never kept here.

import {get, send} from './api.js';

const NOBODY = {open: false, name: null, roles: [], sources: []};

let caller = NOBODY;

/** Asks the gateway, once, before the first view. */
export async function recognise() {
  caller = await get('/session');
}

/** @throws Problem where the key is none */
export async function signIn(key) {
  caller = await send('POST', '/session', {key});
}

export async function signOut() {
  await send('DELETE', '/session', null);
  forget();
}

/** The gateway knows them no more; what was fetched for them is not for whoever comes next. */
export function forget() {
  caller = NOBODY;
  document.dispatchEvent(new Event('wenliu:forgotten'));
}

export function isKnown() {
  return caller.name !== null;
}

/** Whether there is a session to end here: an open gateway asks nobody, and a proxy has its own. */
export function isSignedIn() {
  return isKnown() && !caller.open && !isByProxy();
}

/** Whether a proxy adds their token: no key's name begins with `@`. */
export function isByProxy() {
  return isKnown() && caller.name.startsWith('@');
}

export function callerName() {
  return caller.name;
}

/** Whether the gateway lets them do what takes this role; it decides, the page only asks for less. */
export function may(role) {
  return caller.roles.includes('operator') || caller.roles.includes(role);
}

/** The source that they submit as unless they say otherwise; empty where any will do. */
export function ownSource() {
  return caller.sources.includes('*') ? '' : caller.sources[0] ?? '';
}
