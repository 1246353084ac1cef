// Takes a key. It stands in the place of the view that was asked for, and makes room for it after.

import {h, refill} from '../dom.js';
import {t} from '../i18n.js';
import {signIn} from '../caller.js';

export function signInView({main, title, enter}) {
  title(t('signin.title'));
  main.className = 'desk';
  const key = h('input', {id: 'key', type: 'password', autocomplete: 'current-password', spellcheck: 'false', autocapitalize: 'off', required: true, 'aria-describedby': 'key-hint'});
  const told = h('p', {class: 'told', role: 'alert'});
  const button = h('button', {class: 'button primary'}, t('signin.go'));
  refill(main, h('section', {class: 'state signin'},
      h('h1', null, t('signin.title')),
      h('p', null, t('signin.intro')),
      h('form', {class: 'field', onsubmit: submitted}, h('label', {for: 'key'}, t('signin.key')), key, button),
      told,
      h('p', {class: 'hint', id: 'key-hint'}, t('signin.keep'))));
  key.focus();

  async function submitted(event) {
    event.preventDefault();
    refill(told);
    button.disabled = true;
    try {
      await signIn(key.value);
      enter();
    } catch (problem) {
      refill(told, problem.detail ? t('because', problem.title, problem.detail) : problem.title ?? problem.message);
      key.select();
    } finally {
      button.disabled = false;
    }
  }
}
