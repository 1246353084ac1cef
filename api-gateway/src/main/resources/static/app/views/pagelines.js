// The page that an article was cut from: every line tinted by the article it went to. A line that is
// pointed at, or that has the focus, tells where it went and why.

import {h, joined, refill} from '../dom.js';
import {currentLanguage, t, word} from '../i18n.js';

const TINTS = 6;

/**
 * @param page as the API tells it
 * @returns {{element: HTMLElement, show(id: string): void}} `show` makes this article's lines stand out
 */
export function pageLines(page) {
  const articles = new Map(page.articles.map((article, i) => [article.id, {...article, number: i + 1, tint: `tint${i % TINTS}`}]));
  const why = h('p', {class: 'why', role: 'status'}, t('page.hint'));
  const links = [...articles.values()].map(article => h('a', {class: article.tint, href: addressOf(article.id), 'data-article': article.id},
      h('b', {'aria-hidden': 'true'}, article.number), article.headline || t('article.untitled')));
  const lists = page.pages.map(({name, lines}, i) => [
    page.pages.length > 1 && h('h3', null, name || t('page.nth', i + 1)),
    h('ol', {'aria-label': name || t('page.lines')}, lines.map((line, at) => h('li', null, row(line, lines[at - 1], articles)))),
  ]);
  const element = h('section', {class: 'page', 'aria-label': t('page.title')},
      h('nav', {'aria-label': t('page.legend')}, h('h2', null, t('page.legend')), h('ul', {class: 'legend', lang: 'zh-CN'}, links.map(link => h('li', null, link)))),
      h('div', {class: 'lines', lang: 'zh-CN'}, lists),
      why);
  const rows = [...element.querySelectorAll('.line')];
  const byRow = new Map(rows.map((node, i) => [node, page.pages.flatMap(({lines}) => lines)[i]]));

  const explain = node => {
    const line = byRow.get(node);
    if (!line) return;
    const article = articles.get(line.article);
    refill(why,
        h('strong', null, joined(' · ', t('page.line', line.number), word('page.role', line.role),
            article ? h('span', {lang: 'zh-CN'}, article.headline || t('article.untitled')) : t('page.none'))),
        h('span', {class: 'evidence', lang: 'zh-CN'}, line.reason));
  };
  const enter = node => {
    rows.forEach(other => other.setAttribute('tabindex', other === node ? '0' : '-1'));
  };
  let shown = '';
  element.addEventListener('click', event => {
    // Where the reader is already; the line has told its reason.
    if (byRow.get(event.target.closest('.line'))?.article === shown) event.preventDefault();
  });
  element.addEventListener('mouseover', event => explain(event.target.closest('.line')));
  element.addEventListener('focusin', event => {
    const node = event.target.closest('.line');
    if (!node) return;
    enter(node);
    explain(node);
  });
  element.addEventListener('keydown', event => {
    const at = rows.indexOf(event.target.closest('.line'));
    const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1}[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    rows[Math.min(rows.length - 1, Math.max(0, to))].focus();
  });

  function show(id) {
    shown = id;
    rows.forEach(node => node.classList.toggle('own', byRow.get(node).article === id));
    links.forEach(link => {
      if (link.dataset.article === id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const first = rows.find(node => node.classList.contains('own')) ?? rows[0];
    if (first && !element.contains(document.activeElement)) {
      enter(first);
      // Only the lines' own box is scrolled, never the page.
      const box = first.closest('.lines');
      requestAnimationFrame(() => { box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4; });
    }
  }

  return {element, show};
}

function addressOf(article) {
  return `/articles/${encodeURIComponent(article)}?view=page`;
}

/** The number of its article stands before the first of the lines that follow each other. */
function row(line, before, articles) {
  const article = articles.get(line.article);
  const props = {class: `line role-${line.role} ${article ? article.tint : 'nowhere'}`, tabindex: '-1'};
  const content = [
    h('b', {'aria-hidden': 'true'}, article && before?.article !== line.article && article.number),
    h('span', null, line.text),
    line.role !== 'body' && h('small', {lang: currentLanguage()}, word('page.role', line.role)),
  ];
  return article ? h('a', {...props, href: addressOf(line.article)}, content) : h('span', props, content);
}
