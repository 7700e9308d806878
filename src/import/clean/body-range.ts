import { imagePlaceholder } from '../lines/image-placeholder.ts';
import { lineFields } from '../lines/page-fields.ts';
import { paperDay } from '../lines/paper-day.ts';
import { sentenceCount } from '../lines/prose.ts';
import { brokenTitleLength, isIssuerLine, isReportTitle, isSomeTitle, joinableLines } from '../lines/title-line.ts';
import { chromeRule, lineRule } from './chrome-rules.ts';
import { type Held, headingLine, isEditorsNote, isProse, salutation } from './held-lines.ts';

/** How far down a page's head can reach, in lines that hold something. */
const headLimit = 300;

/** The first line that begins the text itself: a sentence, a heading, an address to a reader; past the last title. */
export function bodyStart(held: readonly Held[]): number {
  const limit = Math.min(held.length, headLimit);
  let start = held.length;
  for (let at = 0; at < limit; at++) {
    const text = held[at]?.text ?? '';
    const one = held[at];
    if (!one || one.line.isListed) continue;
    const isHead =
      isEditorsNote(text) ||
      chromeRule(text, 'header') !== null ||
      lineFields(one.line.text, 0, true).length > 0 ||
      isSomeTitle(text);
    if (headingLine.test(text) || (isProse(text) && !isHead)) {
      start = at;
      break;
    }
  }
  // Below a title of the field, what reads like one is a heading of the text.
  const above = held.slice(0, start).map(({ line }) => line);
  if (above.some((_, at) => brokenTitleLength(joinableLines(above, at), 0) > 0)) return start;
  // A summary or a notice may stand above the title: a title further down, before any heading, moves the start.
  for (let at = start; at < Math.min(limit, start + 12); at++) {
    if (headingLine.test(held[at]?.text ?? '')) break;
    const near = held.slice(at, at + 4).map(({ line }) => line);
    const length = brokenTitleLength(joinableLines(near, 0), 0);
    if (length > 0 && (isReportTitle(held[at]?.text ?? '') || length > 1)) return bodyStartFrom(held, at + length);
  }
  return start;
}

function bodyStartFrom(held: readonly Held[], from: number): number {
  for (let at = from; at < held.length; at++) {
    const { text = '', line } = held[at] ?? {};
    if (line?.isListed) continue;
    if (headingLine.test(text) || salutation.test(text)) return at;
    const isHead =
      line !== undefined &&
      (isEditorsNote(text) || chromeRule(text, 'header') !== null || lineFields(line.text, 0).length > 0);
    if (isProse(text) && !isHead) return at;
  }
  return held.length;
}

const dayLine =
  /^[（(]?(?:\d{4}[年./-]?\d{1,2}[月./-]?\d{0,2}日?|[〇○零O一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿]{0,3}日?)[）)]?$/;
const attachment =
  /^附(?:件|表|注|录)?(?:[:：]|\d|[一二三四五]|$)|^\d[.．、].{2,60}(?:\.(?:docx?|xlsx?|pdf|wps|zip))?$/;

/** What may stand below a signature and is the document's own. */
const belowSignature =
  /^[（(]?(?:联系人|此件|抄送|抄报|主送|(?:注|说明|备注)[:：])|^[①-⑳*＊※]|^[[［【〔]\d|^[（(][^（）()]{2,36}[）)]$|^(?:特|专|谨)此报告[。.]?$|^以上报告|^(?:信息)?(?:公开选项|公开属性|公开方式)[:：]/;
/** A day as sites write it: below a signature it is theirs. */
const siteDay = /^20\d{2}[-./]\d{1,2}[-./]\d{1,2}$/;
/** A line that is no paragraph. */
const longestStray = 40;
const longestSigning = 80;
const dayAtEnd =
  /[（(]?(?:20\d{2}年\d{1,2}月\d{1,2}日|[〇○零O一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日)[）)]?$/;

/** Whether lines end in a signature with its day: who signs, and below that when; in any of the last lines. */
export function isSignedWithDay(held: readonly Held[]): boolean {
  return signedAt(held, 0) >= 0;
}

/** The index of the day below a signature, the last of them; -1 where no line from `from` on is one. */
function signedAt(held: readonly Held[], from: number): number {
  return held.findLastIndex(({ text, line }, at) => {
    if (at < from || line.isListed || text.length > longestSigning) return false;
    const who = text.replace(dayAtEnd, '');
    return who !== text && isIssuerLine(who === '' ? (held[at - 1]?.text ?? '') : who);
  });
}

/**
 * Where, below a signature with its day, words stand that are neither an attachment's nor a note's: the site's, set
 * between the text and its foot. `end` where there are none.
 */
function strayFrom(held: readonly Held[], last: number, end: number): number {
  const signed = signedAt(held.slice(0, end), last);
  if (signed < 0) return end;
  for (let at = signed + 1; at < end; at++) {
    const text = held[at]?.text ?? '';
    if (siteDay.test(text) || chromeRule(text, 'footer') !== null) return at;
    if (attachment.test(text) || text.length > longestStray) return end;
    if (text === imagePlaceholder) continue;
    if (!dayLine.test(text) && !isIssuerLine(text) && !belowSignature.test(text) && paperDay(text) === null) return at;
  }
  return end;
}

const copiesTo = /^(?:抄送|抄报|分送)[:：].{2,120}$/;
const printedBy =
  /^[\p{Script=Han}（）()]{4,40}(?:办公室|秘书[科处股]|综合[科处股]|局|厅|委员会)20\d{2}年\d{1,2}月\d{1,2}日印发$/u;

/**
 * Where a document's imprint begins, below its signature or its annex: to whom copies go and which office printed it.
 * `end` where the text has none.
 */
export function imprintFrom(held: readonly Held[], start: number, end: number): number {
  let from = end;
  while (from - 1 > start && isImprintLine(held[from - 1]?.text ?? '')) from--;
  return from;
}

/** Whether a line (compact) is one of a document's imprint. */
export const isImprintLine = (text: string): boolean => copiesTo.test(text) || printedBy.test(text);

/** Labels that the last line of a text may begin with as well. */
const ownLabels: ReadonlySet<string> = new Set([
  ...['日期', '时间', '名称', '标题', '编号', '文号', '类别', '分类', '状态', '摘要', '简介', '导读', '次数', '栏目'],
  ...[
    '责任单位',
    '责任部门',
    '责任人',
    '服务对象',
    '实施日期',
    '生效日期',
    '有效期',
    '关键字',
    '一审',
    '二审',
    '公开范围',
  ],
  ...['公开方式', '公开形式', '公开属性', '公开时限', '信息公开日期'],
]);

/** Whether a line (as it stands) below a text holds nothing but what a page's table or header says of it. */
export function isFieldLine({ line, text }: Held): boolean {
  if (text.length > longestSigning || sentenceCount(text) > 0) return false;
  const fields = lineFields(line.text, line.number);
  return fields.length > 0 && fields.some(({ label }) => !ownLabels.has(label));
}

/** Where the text ends: the index behind its last line. What follows is the site's. */
export function bodyEnd(held: readonly Held[], start: number): number {
  let last = held.length - 1;
  while (last > start) {
    const text = held[last]?.text ?? '';
    const { line } = held[last] ?? {};
    const isText = (isProse(text) || headingLine.test(text)) && !line?.isListed && chromeRule(text, 'footer') === null;
    if (isText) break;
    last--;
  }
  let end = last + 1;
  for (; end < held.length; end++) {
    const one = held[end];
    if (!one || dayLine.test(one.text) || (attachment.test(one.text) && chromeRule(one.text, 'footer') === null))
      continue;
    if (lineRule(one, 'footer') !== null || isFieldLine(one)) break;
  }
  return strayFrom(held, last, end);
}
