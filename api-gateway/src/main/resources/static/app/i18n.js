// What the page says, in Chinese and in English.

import * as general from './words.js';
import * as access from './words-access.js';
import * as explore from './words-explore.js';
import * as page from './words-page.js';
import * as watch from './words-watch.js';

const chinese = {...general.chinese, ...explore.chinese, ...watch.chinese, ...access.chinese, ...page.chinese};
const english = {...general.english, ...explore.english, ...watch.english, ...access.english, ...page.english};

const stored = localStorage.getItem('wenliu.language');
let language = stored === 'en' ? 'en' : 'zh';

export function currentLanguage() {
  return language;
}

export function isEnglish() {
  return language === 'en';
}

export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('wenliu.language', language);
}

/** The sentence for this key; `{0}`, `{1}` take the arguments, `{0|article|articles}` goes by the number. */
export function t(key, ...args) {
  const text = (language === 'en' ? english : chinese)[key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text
      .replace(/\{(\d)\|([^|}]*)\|([^}]*)}/g, (_, i, one, many) => String(args[Number(i)]) === '1' ? one : many)
      .replace(/\{(\d)}/g, (_, i) => args[Number(i)]);
}

/** Several names as one text. */
export function listed(names) {
  return names.join(t('list'));
}

/** The words for a value out of a fixed set (`kind.NEWS`); the value itself where it is a new one. */
export function word(prefix, value) {
  return (language === 'en' ? english : chinese)[`${prefix}.${value}`] ?? value;
}
