// 转载对照: an article and its other printings side by side; only what differs stands out.

import {h, refill, joined} from '../dom.js';
import {t} from '../i18n.js';
import {get} from '../api.js';
import {trouble, skeleton} from '../states.js';
import {byline} from './hit.js';

const ONLY_HERE = {left: 'removed', right: 'added'};

export function reprintsView({main, args, title, signal, ready}) {
  const [id] = args;
  main.className = 'compare';

  async function load() {
    refill(main, skeleton(3));
    try {
      const address = `/api/v1/articles/${encodeURIComponent(id)}`;
      const [own, answer] = await Promise.all([get(address, {signal}), get(`${address}/reprints`, {signal})]);
      title(`${t('reprints.title')} · ${answer.headline || t('article.untitled')}`);
      refill(main,
          h('header', null, h('p', {class: 'kicker'}, t('reprints.title')), h('h1', null, answer.headline || t('article.untitled'))),
          answer.reprints.length ? answer.reprints.map(reprint => comparison(own, reprint)) : h('p', {class: 'state'}, t('reprints.none')));
      ready();
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      refill(main, trouble(problem, load));
    }
  }

  load();
}

function comparison(own, reprint) {
  const rows = [...reprint.headlineDifference.map(paragraph => ({...paragraph, head: true})), ...reprint.differences];
  return h('section', {class: 'printing'},
      h('p', {class: 'likeness'}, joined('·',
          t('reprints.alike', Math.round(reprint.similarity * 100)),
          t('reprints.changes', rows.filter(row => row.kind !== 'same').length))),
      h('div', {class: 'sides heads'}, side(own.id, own.article), side(reprint.id, reprint)),
      h('div', {lang: 'zh-CN'}, folded(rows)));
}

function side(id, printing) {
  return h('div', null, h('h2', null, h('a', {href: `/articles/${encodeURIComponent(id)}`}, printing.newspaper ?? printing.headline)), byline({...printing, newspaper: null}));
}

/** Paragraphs both have are folded where several follow each other. */
function folded(rows) {
  const nodes = [];
  let same = [];
  const flush = () => {
    if (same.length > 1) nodes.push(h('details', {class: 'same'}, h('summary', null, t('reprints.same', same.length)), same.map(pair)));
    else nodes.push(...same.map(pair));
    same = [];
  };
  for (const row of rows) {
    if (row.kind === 'same') {
      same.push(row);
    } else {
      flush();
      nodes.push(pair(row));
    }
  }
  flush();
  return nodes;
}

function pair(row) {
  return h('div', {class: `sides ${row.kind}`}, ['left', 'right'].map(which => cell(row, which)));
}

function cell(row, which) {
  const pieces = row.pieces.filter(piece => piece.kind === 'same' || piece.kind === ONLY_HERE[which]);
  if (!pieces.length) return h('p', {class: 'absent'}, '—');
  return h('p', {class: row.head ? 'head' : null}, pieces.map(piece => piece.kind === 'same' ? piece.text : h(which === 'left' ? 'del' : 'ins', null, piece.text)));
}
