// Numbers, dates and durations as people read them.

import {isEnglish} from './i18n.js';
import {h} from './dom.js';

const MINUTE = 60, HOUR = 3600, DAY = 86400;

/** 12345 → 1.2万; 230000000 → 2.3亿. */
export function count(n) {
  if (isEnglish()) return n.toLocaleString('en');
  if (n >= 1e8) return `${trim(n / 1e8)}亿`;
  if (n >= 1e4) return `${trim(n / 1e4)}万`;
  return String(n);
}

function trim(n) {
  return n.toFixed(n < 10 ? 1 : 0).replace(/\.0$/, '');
}

/** `2025-02-24` → 2025年2月24日; `--02-24` → 2月24日; `2025-02` → 2025年2月. */
export function day(date) {
  if (!date) return '';
  if (isEnglish()) return date.replace(/^--/, '');
  const open = /^--(\d\d)-(\d\d)$/.exec(date);
  if (open) return `${Number(open[1])}月${Number(open[2])}日`;
  const [year, month, dayOfMonth] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${dayOfMonth ? `${Number(dayOfMonth)}日` : ''}`;
}

/** Seconds between two instants, as in `1.24 秒`; empty where one of them is missing. */
export function between(from, to) {
  if (!from || !to) return '';
  return duration((Date.parse(to) - Date.parse(from)) / 1000);
}

export function duration(seconds) {
  const en = isEnglish();
  if (seconds < 1) return `${Math.max(0, Math.round(seconds * 1000))} ${en ? 'ms' : '毫秒'}`;
  if (seconds < 10) return `${seconds.toFixed(2)} ${en ? 's' : '秒'}`;
  if (seconds < 2 * MINUTE) return `${Math.round(seconds)} ${en ? 's' : '秒'}`;
  if (seconds < 2 * HOUR) return `${Math.round(seconds / MINUTE)} ${en ? 'min' : '分钟'}`;
  return `${Math.round(seconds / HOUR)} ${en ? 'h' : '小时'}`;
}

/** A <time> that reads relative and shows the exact moment on hover. */
export function ago(instant) {
  if (!instant) return null;
  return h('time', {datetime: instant, title: exact(instant)}, relative(instant));
}

export function exact(instant) {
  return new Date(instant).toLocaleString(isEnglish() ? 'en-GB' : 'zh-CN', {hour12: false, dateStyle: 'long', timeStyle: 'medium'});
}

export function clock(instant) {
  return new Date(instant).toLocaleTimeString('zh-CN', {hour12: false});
}

function relative(instant) {
  const seconds = (Date.now() - Date.parse(instant)) / 1000;
  const en = isEnglish();
  if (seconds < 10) return en ? 'just now' : '刚刚';
  if (seconds < MINUTE) return en ? `${Math.round(seconds)} s ago` : `${Math.round(seconds)} 秒前`;
  if (seconds < HOUR) return en ? `${Math.round(seconds / MINUTE)} min ago` : `${Math.round(seconds / MINUTE)} 分钟前`;
  if (seconds < DAY) return en ? `${Math.round(seconds / HOUR)} h ago` : `${Math.round(seconds / HOUR)} 小时前`;
  return en ? `${Math.round(seconds / DAY)} days ago` : `${Math.round(seconds / DAY)} 天前`;
}

/** Today as a masthead prints it. */
export function today() {
  return new Date().toLocaleDateString(isEnglish() ? 'en-GB' : 'zh-CN', {year: 'numeric', month: 'long', day: 'numeric', weekday: 'long'});
}
