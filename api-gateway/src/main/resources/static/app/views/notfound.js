import {h, refill} from '../dom.js';
import {t} from '../i18n.js';

export function notFoundView({main, title}) {
  title(t('state.notFound'));
  refill(main, h('section', {class: 'state'},
      h('h1', null, t('state.notFound')),
      h('p', null, t('state.notFound.detail')),
      h('p', null, h('a', {href: '/', class: 'button'}, t('state.home')))));
}
