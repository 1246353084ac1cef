// The gateway's API, and nothing else: this page asks no other host for anything.

import {currentLanguage, t} from './i18n.js';

/** A problem as RFC 9457 tells it, or a network that is not there (status 0). */
export class Problem extends Error {
  constructor(status, title, detail, retryAfter) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

export function acceptLanguage() {
  return currentLanguage() === 'en' ? 'en' : 'zh-CN';
}

/** @throws Problem; an aborted request throws the AbortError as it is */
export function get(path, options) {
  return send('GET', path, null, options);
}

/**
 * @param body is sent as JSON; null for none
 * @returns the answer's JSON; null where it has none
 * @throws Problem; an aborted request throws the AbortError as it is
 */
export async function send(method, path, body, {signal} = {}) {
  const headers = {'Accept': 'application/json', 'Accept-Language': acceptLanguage()};
  if (body !== null) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, {method, signal, headers, body: body === null ? null : JSON.stringify(body)});
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem(0, t('state.error'), t('state.network'));
  }
  if (!response.ok) throw await problemOf(response);
  return response.status === 204 ? null : response.json();
}

/** Tells the page that the gateway does not know who is asking (any more). */
function noticeStrangers(status) {
  if (status === 401) document.dispatchEvent(new Event('wenliu:stranger'));
}

export async function problemOf(response) {
  noticeStrangers(response.status);
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body.title ?? `HTTP ${response.status}`, body.detail ?? '', Number(response.headers.get('Retry-After')) || null);
}

/** Sends one file; `progress` is told the share sent, from 0 to 1. */
export function submit(file, source, progress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.set('source', source);
    form.set('id', file.name);
    form.set('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/submissions');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Accept-Language', acceptLanguage());
    request.upload.onprogress = event => progress(event.total ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Problem(0, t('state.error'), t('state.network')));
    request.onload = () => {
      let body = {};
      try {
        body = JSON.parse(request.responseText);
      } catch { /* no JSON: the status says enough */ }
      noticeStrangers(request.status);
      if (request.status === 202) resolve(body);
      else reject(new Problem(request.status, body.title ?? `HTTP ${request.status}`, body.detail ?? ''));
    };
    request.send(form);
  });
}
