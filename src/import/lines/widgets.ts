import { pressed, widgets } from './widget-words.ts';

const widget = pressed.join('|');
const mark = '[【\\[(（|·•、/：:\\]】)）\\s]*';
const anyMark = '[-—–―_=~【\\[(（〖『「<《«‹|｜·•●■◆▶►>»›→←↑↓、，,/＼\\\\：:…？?+\\]】)）〗』」》\\s]*';
/** Words that nobody ends a paragraph with, or any of the widgets in brackets of its own. */
const sureWidget =
  '打印(?:本页|此页|窗口)|关闭(?:本页|此页|窗口|本窗口)|扫一扫在手机(?:上)?打开(?:当前页面?|本页面?)|分享(?:到|至)[:：]';
const bracketed = `[【\\[]\\s*(?:(?:${widget})[\\s/|·]*)+[】\\]]`;
/** A line that is only a day and then widgets: what stands behind a signature's day is not its own. */
const dayThenWidgets = new RegExp(
  `^\\s*(?:20\\d{2}|[〇○零O一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十廿]{1,3}\\s*日(?=(?:${mark}(?:${widget}))+${mark}$)`,
  'i',
);
const widgetTail = new RegExp(`(?:${bracketed}|${sureWidget})(?:${mark}(?:${widget}))*${mark}$`, 'i');

const marks = new RegExp(anyMark, 'yu');
const words = widgets.map((one) => new RegExp(one, 'iuy'));
const begins = new RegExp(`^${anyMark}(?:${widgets.join('|')})`, 'iu');
/** How often something was pressed: 赞(12). */
const count = /[（(]\d{1,6}[）)]/g;
const longestWidgets = 120;

/** Where a pattern's match ends that begins at an offset; the offset itself where there is none. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/**
 * Whether a line, without white space, is nothing but what a site sets to press, to scan or to count: words of the site's
 * and signs that part them, one word at least. Every place is looked at once, however many ways there are to part it.
 */
export function isWidgetLine(line: string): boolean {
  if (line.length > longestWidgets || !begins.test(line)) return false;
  const text = line.replace(count, '');
  const seen = new Set<number>([matchEnd(marks, text, 0)]);
  for (const at of seen) {
    for (const word of words) {
      const end = matchEnd(word, text, at);
      if (end === at) continue;
      const next = matchEnd(marks, text, end);
      if (next === text.length) return true;
      seen.add(next);
      seen.add(end);
    }
  }
  return false;
}

/**
 * Where, in a line, the widgets begin that were glued to its end: `…2024年1月2日【打印】【关闭】`. Null where there are
 * none, or nothing stands before them.
 */
export function widgetTailAt(line: string): number | null {
  const [day] = line.length <= 120 ? (dayThenWidgets.exec(line) ?? []) : [];
  if (day !== undefined) return day.length;
  const tail = widgetTail.exec(line.slice(-120));
  if (!tail) return null;
  const at = Math.max(0, line.length - 120) + tail.index;
  return line.slice(0, at).trim() === '' ? null : at;
}
