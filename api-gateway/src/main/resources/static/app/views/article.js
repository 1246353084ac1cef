// The reading view: outline, text with its names and quotes, facts.

import {h, headline, refill, joined} from '../dom.js';
import {listed, t} from '../i18n.js';
import {get} from '../api.js';
import {trouble, skeleton} from '../states.js';
import {byline} from './hit.js';
import {articleText} from './articletext.js';
import {facts} from './facts.js';

export function articleView({main, args, title, signal, ready}) {
  const [id] = args;
  let observer = null;
  main.className = 'reading';

  async function load() {
    refill(main, h('div'), h('div', {class: 'column'}, skeleton(4)), h('div'));
    try {
      const answer = await get(`/api/v1/articles/${encodeURIComponent(id)}`, {signal});
      title(answer.article.headline);
      draw(answer);
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(main, h('div'), trouble(problem, problem.status === 404 || problem.status === 410 ? null : load));
    }
  }

  function draw({article, enrichment, ...about}) {
    const sections = (article.outline ?? []).map((heading, i) => ({...heading, anchor: `h${i + 1}`}));
    const body = articleText(article, enrichment, sections);
    const kind = enrichment?.kind;
    const failed = enrichment?.failedAnnotators ?? [];
    refill(main,
        h('div', {class: 'outline'}, outline(sections)),
        h('article', {class: 'column', lang: 'zh-CN'},
            h('header', null,
                article.kicker && h('p', {class: 'kicker'}, article.kicker),
                h('h1', {id: 'top'}, headline(article.headline || t('article.untitled'))),
                article.subtitle && h('p', {class: 'subtitle'}, article.subtitle),
                byline({...article, kind}),
                article.affiliation && h('p', {class: 'affiliation'}, article.affiliation)),
            failed.length > 0 && h('p', {class: 'notice'}, t('article.partial', listed(failed))),
            enrichment?.summary?.length > 0 && sections.length > 0 && h('section', {class: 'summary'},
                h('h2', null, t('article.summary')), h('p', null, enrichment.summary.join(''))),
            body,
            article.captions?.length > 0 && captions(article.captions)),
        h('aside', {class: 'facts', 'aria-label': t('article.facts')}, facts(article, enrichment ?? {}, {...about, kind}, signal)));
    observer = followScroll(main);
  }

  load();
  return {leave: () => observer?.disconnect()};
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
