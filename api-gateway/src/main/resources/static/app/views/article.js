// The reading view: outline, text with its names and quotes, facts; or the page that it was cut from
// beside the text.

import {h, headline, refill, joined} from '../dom.js';
import {listed, t} from '../i18n.js';
import {get} from '../api.js';
import {choice} from '../choices.js';
import {trouble, skeleton} from '../states.js';
import {byline} from './hit.js';
import {articleText} from './articletext.js';
import {facts} from './facts.js';
import {pageLines} from './pagelines.js';

export function articleView({main, args, title, signal, ready}) {
  let [id] = args;
  let observer = null;
  let left = null; // the outline, or the page
  let switching = null;
  let page = {document: null, lines: null};
  main.className = 'reading';

  async function load() {
    const wanted = id;
    // Beside a page that stays, the text before it does too until the next one is there.
    if (!left || !isPageWanted()) wait();
    try {
      const answer = await get(`/api/v1/articles/${encodeURIComponent(wanted)}`, {signal});
      if (wanted !== id) return;
      title(answer.article.headline);
      draw(answer);
      ready();
      await loadPage(answer.documentId);
    } catch (problem) {
      if (problem.name === 'AbortError' || wanted !== id) return;
      left = null;
      main.className = 'reading';
      refill(main, h('div'), trouble(problem, problem.status === 404 || problem.status === 410 ? null : load));
    }
  }

  function wait() {
    left = null;
    main.className = 'reading';
    refill(main, h('div'), h('div', {class: 'column'}, skeleton(4)), h('div'));
  }

  /** An article that came as one has no page, and no switch. */
  async function loadPage(documentId) {
    if (page.document !== documentId) {
      page = {document: documentId, lines: null};
      const answer = await get(`/api/v1/documents/${encodeURIComponent(documentId)}/page`, {signal}).catch(problem => {
        if (problem.name === 'AbortError') throw problem;
        return {pages: []}; // the article is there all the same
      });
      if (page.document !== documentId || answer.pages.length === 0) return;
      page.lines = pageLines(answer);
    }
    arrange();
  }

  /** Shows the page or the outline, as the address says. */
  function arrange() {
    if (!page.lines || !left) return;
    const shown = isPageWanted();
    refill(switching, choice(t('page.view'), 'view', [['', t('page.view.article')], ['page', t('page.view.page')]], shown ? 'page' : ''));
    main.classList.toggle('with-page', shown);
    left.hidden = shown;
    if (!shown) return page.lines.element.remove();
    if (page.lines.element.parentNode !== main) left.after(page.lines.element);
    page.lines.show(id);
  }

  function revisit(scroll) {
    const wanted = decodeURIComponent(location.pathname.split('/')[2]);
    if (wanted === id && left) {
      arrange();
      if (scroll !== null) window.scrollTo(0, scroll);
      return;
    }
    id = wanted;
    load().then(() => { if (scroll !== null && wanted === id) window.scrollTo(0, scroll); });
  }

  function draw({article, enrichment, ...about}) {
    observer?.disconnect();
    const sections = (article.outline ?? []).map((heading, i) => ({...heading, anchor: `h${i + 1}`}));
    const body = articleText(article, enrichment, sections);
    const kind = enrichment?.kind;
    const failed = enrichment?.failedAnnotators ?? [];
    left = h('div', {class: 'outline'}, outline(sections));
    switching = h('div', {class: 'view'});
    const kept = page.document === about.documentId && isPageWanted() ? page.lines?.element : null;
    const column = h('article', {class: 'column', lang: 'zh-CN'},
        h('header', null,
            switching,
            article.kicker && h('p', {class: 'kicker'}, article.kicker),
            h('h1', {id: 'top'}, headline(article.headline || t('article.untitled'))),
            article.subtitle && h('p', {class: 'subtitle'}, article.subtitle),
            byline({...article, kind}),
            article.affiliation && h('p', {class: 'affiliation'}, article.affiliation)),
        failed.length > 0 && h('p', {class: 'notice'}, t('article.partial', listed(failed))),
        enrichment?.summary?.length > 0 && sections.length > 0 && h('section', {class: 'summary'},
            h('h2', null, t('article.summary')), h('p', null, enrichment.summary.join(''))),
        body,
        article.captions?.length > 0 && captions(article.captions));
    const aside = h('aside', {class: 'facts', 'aria-label': t('article.facts')}, facts(article, enrichment ?? {}, {...about, kind}, signal));
    if (kept && kept.parentNode === main) {
      // The page stays where it is, with its focus and its scroll.
      for (const child of [...main.children]) if (child !== kept) child.remove();
      kept.before(left);
      kept.after(column, aside);
    } else {
      main.classList.remove('with-page');
      refill(main, left, column, aside);
    }
    arrange();
    observer = followScroll(main);
  }

  load();
  return {leave: () => observer?.disconnect(), revisit};
}

function isPageWanted() {
  return new URLSearchParams(location.search).get('view') === 'page';
}

function outline(sections) {
  if (!sections.length) return null;
  return h('nav', {'aria-label': t('article.outline')},
      h('h2', null, t('article.outline')),
      h('ol', null,
          h('li', {class: 'level1'}, h('a', {href: '#top', onclick: glide}, t('article.top'))),
          sections.map(({anchor, level, text}) => h('li', {class: `level${Math.min(level, 3)}`}, h('a', {href: `#${anchor}`, onclick: glide}, text)))));
}

function glide(event) {
  event.preventDefault();
  const target = document.querySelector(event.currentTarget.getAttribute('href'));
  target?.scrollIntoView({behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth'});
}

/** Marks the outline's entry of the section that is being read. */
function followScroll(main) {
  const links = new Map([...main.querySelectorAll('.outline a')].map(link => [link.getAttribute('href').slice(1), link]));
  if (links.size < 2) return null;
  const headings = [...links.keys()].map(anchor => document.getElementById(anchor)).filter(Boolean);
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < window.innerHeight / 3);
    const current = (passed.at(-1) ?? headings[0]).id;
    for (const [anchor, link] of links) {
      if (anchor !== current) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'true');
        link.scrollIntoView({block: 'nearest'});
      }
    }
  };
  const controller = new AbortController();
  window.addEventListener('scroll', () => requestAnimationFrame(mark), {passive: true, signal: controller.signal});
  mark();
  return {disconnect: () => controller.abort()};
}

function captions(list) {
  return h('section', {class: 'captions'},
      h('h2', null, t('article.captions')),
      list.map(({text, photographers}) => h('p', null, joined('　', text,
          photographers?.length > 0 && h('small', null, t('article.photographers', listed(photographers)))))));
}
