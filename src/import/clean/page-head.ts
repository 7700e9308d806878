import { dayNamedIn, hasDayLook } from '../lines/calendar-day.ts';
import { compact } from '../lines/layout-space.ts';
import { fieldsBehind, fitsLabel, lineFields, loneLabel } from '../lines/page-fields.ts';
import { sentenceCount } from '../lines/prose.ts';
import type { PageField } from '../lines/reading.ts';
import {
  brokenTitleLength,
  isDeliveryLead,
  isDeliveryLine,
  isIssuerLine,
  isReportTitle,
  isSomeTitle,
  joinableLines,
} from '../lines/title-line.ts';
import { chromeRule, lineRule } from './chrome-rules.ts';
import { type Held, headingLine, isEditorsNote, isProse } from './held-lines.ts';

/** A line taken out of the text, and why: `chrome/…`, `page/…`, `title`, `title/repeat`. */
export interface ExcludedLine {
  readonly number: number;
  readonly rule: string;
}

const bareDayField = (value: string, line: number): PageField => ({ label: '日期', value, line, isBare: true });

/** A title with its day and fields on the same line: `…情况报告 2023-02-14 来源：司法局`; null for any other line. */
function titleAndFields(line: string, number: number): { title: string; fields: PageField[] } | null {
  const { lead, fields } = fieldsBehind(line, number);
  const day =
    /\s*[[（(]?\d{4}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\]）)]?\s*$/.exec(
      lead,
    );
  if (!day && fields.length === 0) return null;
  const title = (day ? lead.slice(0, day.index) : lead).trim();
  if (!isReportTitle(title)) return null;
  const own = day ? [bareDayField(day[0].trim(), number)] : [];
  return { title, fields: [...own, ...fields] };
}

/** What stands above the text: title, fields, chrome, and lines that are the text's own after all. */
export interface PageHead {
  readonly title: { text: string; line: number } | null;
  readonly fields: PageField[];
  readonly excluded: ExcludedLine[];
  /** Lines between the last recognised head line and the start that belong to the text. */
  readonly kept: Held[];
}

/** A part's heading without a number, which reads like a title: no place in front, and not said to be a report. */
const partHeading =
  /^(?:(?:20\d{2}年度?)?(?:法治政府建设|依法行政|法治建设|推进|开展|履行)|(?:党政)?主要负责人).*(?:情况|职责)$/;
const namesYear = /20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2}/;

/** Whether a title is the heading of a part below another one that names its year and says that it is a report. */
const isPart = (titles: readonly { readonly text: string }[], at: number): boolean =>
  partHeading.test(titles[at]?.text ?? '') &&
  titles.slice(0, at).some(({ text }) => namesYear.test(text) && /(?:报告|总结|汇报)/.test(text));

/** A title once more: as it is, or with the site's name behind it as in the window's title. */
const isSameTitle = (title: string, other: string): boolean =>
  other === title || (other.startsWith(title) && /^[-_—|·][^。；！？，]{2,40}$/.test(other.slice(title.length)));

interface FoundTitle {
  readonly text: string;
  readonly from: number;
  readonly isReport: boolean;
}

/**
 * The report's own title below the page's: the fuller one of the same year (中共某县委某县人民政府关于…的报告 below
 * 某县…报告), or the one that names its year where the page's names none (某局公开法治政府建设年度报告).
 */
function fuller<T extends FoundTitle>(named: T | undefined, reports: readonly T[]): T | undefined {
  if (!named) return undefined;
  const year = namesYear.exec(named.text)?.[0];
  return reports.find(
    (title, at) =>
      title.from > named.from &&
      (year === undefined
        ? namesYear.test(title.text) && !partHeading.test(title.text)
        : title.text.length > named.text.length &&
          /关于.*的(?:报告|总结|汇报)/.test(title.text) &&
          title.text.includes(year)) &&
      !isPart(reports, at),
  );
}

const isClock = (text: string): boolean => /^今天是|星期[一二三四五六日天]|农历/.test(text);
const bareDay =
  /^[[【(（]?\d{4}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\]】)）]?$|^\d{1,2}\.\d{1,2}\.\d{4}(?:\s*\d{1,2}:\d{2})?$/;

/** A day that opens a line, apart from what follows: `2024-02-21 16:00　更正：……`. */
const leadingDay =
  /^([[【(（]?20\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\]】)）]?)[\s\u3000\u00a0|]+(\S.*)$/;
/** A day in brackets at a line's end. */
const endsInDay = /[（(]20\d{2}(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?[）)]$/;
/** A day alone in brackets. */
const bracketedDay = /^[（(]\s*(20\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?)\s*[）)]$/;

const dayAmongWords =
  /(?<!\d)20\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}(?!\d)日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/g;

interface HeadFields {
  readonly fields: PageField[];
  /** Lines that they take up. */
  readonly used: number;
  /** The line says more than its fields. */
  readonly saysMore?: boolean;
}

/** What is known of a head line beside its words. */
interface HeadPlace {
  /** It stands among a table's lines. */
  readonly isTable: boolean;
  readonly isBelowTitle: boolean;
  /** It cannot be the text's own: the page sets it above its text, or the text is signed with a day at its end. */
  readonly isPages: boolean;
}

const webPlace =
  /(?:https?:\/\/)?(?:www\.[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:gov|com|org|net)?\.?cn)(?:\/[\w./?=&%#~-]*)?/i;
const siteName = /^[\p{Script=Han}（）()·]{2,30}(?:网|网站|平台|门户|频道|在线)$/u;

/**
 * Whether words (compact) before a line's fields only say whose page was printed: its address, or the office or the site
 * with its address; below the title a site's name alone.
 */
function isPrinterOf(lead: string, isBelowTitle: boolean): boolean {
  if (lead.length > 80) return false;
  const name = lead.replace(webPlace, '').replace(/[|｜/·:：（）()]+$|^[|｜/·:：（）()]+/g, '');
  if (name === lead) return isBelowTitle && siteName.test(name);
  return name === '' || isIssuerLine(name) || siteName.test(name);
}

const words = (one: Held | undefined): string[] => one?.line.text.trim().split(/\s+/) ?? [];

/**
 * Fields of a printed table whose narrow cells break the labels, with the values between their two lines: 发布机 发布日 /
 * 某局 2025-01-06 / 构： 期：. A day is told among the values by itself. Empty where the lines are no such table.
 */
function brokenLabels(held: readonly Held[], at: number): PageField[] {
  const [above, below] = [words(held[at]), words(held[at + 2])];
  const values = held[at + 1]?.line.text.trim() ?? '';
  if (above.length !== below.length || above.some((word) => word.length > 6)) return [];
  const labels = above.map((word, index) => loneLabel(`${word}${below[index] ?? ''}`));
  if (labels.some((label, index) => label === null || label === above[index])) return [];
  const [day] = values.match(dayAmongWords) ?? [];
  const number = held[at + 1]?.line.number ?? 0;
  return labels.map((label): PageField => {
    const isDay = /日期|时间/.test(label ?? '');
    const others = labels.length === 1 || (labels.length === 2 && day !== undefined);
    const value = isDay ? (day ?? '') : others ? values.replace(day ?? '', '').trim() : '';
    return { label: label ?? '', value, line: number };
  });
}

/** The fields of a head line in all the ways pages write them; empty where it has none. */
function headFields(held: readonly Held[], at: number, { isTable, isBelowTitle, isPages }: HeadPlace): HeadFields {
  const { line, text } = held[at] ?? {};
  if (line === undefined || text === undefined || line.isListed) return { fields: [], used: 0 };
  if (isDeliveryLead(text)) return { fields: [], used: 0 };
  const broken = brokenLabels(held, at);
  if (broken.length > 0) return { fields: broken, used: 3 };
  const lone = loneLabel(line.text);
  const next = held[at + 1];
  if (lone !== null) {
    const value = next?.line.text.trim() ?? '';
    const isTitleValue = ['标题', '名称', '信息名称', '文件名称', '主题词', '内容概述'].includes(lone);
    const hasValue =
      next !== undefined &&
      loneLabel(value) === null &&
      lineFields(value, 0).length === 0 &&
      chromeRule(next.text, 'header') === null &&
      !isProse(next.text) &&
      !headingLine.test(next.text) &&
      fitsLabel(lone, value) &&
      (isTitleValue || !isSomeTitle(value)) &&
      (isTable || /[:：]/.test(line.text) || hasDayLook(value) || loneLabel(held[at + 2]?.line.text ?? '') !== null);
    return { fields: [{ label: lone, value: hasValue ? value : '', line: line.number }], used: hasValue ? 2 : 1 };
  }
  const fields = lineFields(line.text, line.number, isTable);
  if (fields.length > 0) {
    // What a site says of the text in sentences of its own is not seen to be the site's by its label alone.
    return { fields, used: 1, saysMore: fields.some(({ value }) => sentenceCount(value) > 0) };
  }
  if (isClock(text)) return { fields: [], used: 0 };
  const behind = fieldsBehind(line.text, line.number);
  if (behind.fields.length > 0 && chromeRule(compact(behind.lead), 'header') !== null)
    return { fields: behind.fields, used: 1 };
  // The office below the title, and how often the page was called up: `某县教育局（点击：2489）`.
  if (isBelowTitle && behind.fields.length > 0 && isIssuerLine(behind.lead)) return { fields: behind.fields, used: 1 };
  if (behind.fields.length > 0 && isPrinterOf(compact(behind.lead), isBelowTitle))
    return { fields: behind.fields, used: 1 };
  // (2024年1月20日) under the title is the text's own, unless that has a day of its own or the page sets it apart.
  if (/^[（(]/.test(text)) {
    const [, own] = bracketedDay.exec(line.text.trim()) ?? [];
    return own !== undefined && isPages && isBelowTitle && dayNamedIn(own)?.isWhole
      ? { fields: [bareDayField(own, line.number)], used: 1 }
      : { fields: [], used: 0 };
  }
  const lead = behind.lead.trim().replace(/^[[【(（]|[\]】)）]$/g, '');
  if (bareDay.test(lead) && dayNamedIn(lead)?.isWhole) {
    return { fields: [bareDayField(lead, line.number), ...behind.fields], used: 1 };
  }
  const [, opening, rest] = leadingDay.exec(line.text.trim()) ?? [];
  if (opening !== undefined && rest !== undefined && dayNamedIn(opening)?.isWhole) {
    const isWidgets = chromeRule(compact(rest), 'header') !== null;
    if (isWidgets || (isBelowTitle && !isProse(compact(rest))))
      return { fields: [bareDayField(opening, line.number), ...behind.fields], used: 1, saysMore: !isWidgets };
  }
  // A line of the site's that carries the day under the title: `清水县人民政府 2024年01月08日`.
  const days = lead.match(dayAmongWords) ?? [];
  const [day] = days;
  if (isBelowTitle && days.length === 1 && day !== undefined && text.length <= 80 && !/[。；，]/.test(text)) {
    return { fields: [bareDayField(day.trim(), line.number), ...behind.fields], used: 1 };
  }
  return { fields: [], used: 0 };
}

/**
 * Reads the lines above `start`. What is recognised goes, each line with its rule; what is not stays the text's own where
 * it stands below the title or all that is known, else it counts as the site's. `bodyFrom`: see `pageParts`;
 * `isSigned`: the text ends in a signature with a day.
 */
export function pageHead(
  held: readonly Held[],
  start: number,
  pageTitles: ReadonlySet<string>,
  bodyFrom: number,
  isSigned: boolean,
): PageHead {
  const lines = held.map(({ line }) => line.text);
  const head = held.slice(0, start);
  const above = head.map(({ line }) => line);
  const fields: PageField[] = [];
  const excluded: ExcludedLine[] = [];
  const loose: Held[] = [];
  const titles: { text: string; raw: string; from: number; count: number; isReport: boolean }[] = [];
  let lastKnown = -1;
  const isTable = (at: number): boolean =>
    [-2, -1, 1, 2].some((step) => lineFields(lines[at + step] ?? '', 0).some(({ label }) => label.length >= 3));
  for (let at = 0; at < start; ) {
    const { line, text } = held[at] ?? {};
    if (line === undefined || text === undefined) break;
    const broken = brokenTitleLength(joinableLines(above, at), 0);
    const found = headFields(head, at, {
      isTable: isTable(at),
      isBelowTitle: titles.length > 0,
      isPages: isSigned || line.number < bodyFrom,
    });
    const chrome = lineRule({ line, text }, 'header');
    // A day in brackets behind the title is the page's where a day in brackets below it would be.
    const mayEnd = broken === 0 || (broken === 1 && endsInDay.test(text) && (isSigned || line.number < bodyFrom));
    const inline = mayEnd && found.used === 0 && !line.isListed ? titleAndFields(line.text, line.number) : null;
    if (inline) {
      titles.push({ text: compact(inline.title), raw: inline.title, from: at, count: 1, isReport: true });
      fields.push(...inline.fields);
      lastKnown = at;
      at++;
      continue;
    }
    const isPlainTitle = (pageTitles.has(text) || isSomeTitle(text)) && chrome === null && found.fields.length === 0;
    if (broken > 0 && chrome === null && found.fields.length === 0) {
      const joined = lines.slice(at, at + broken);
      const raw = joined.map((line) => line.trim()).join(' ');
      titles.push({ text: compact(raw), raw, from: at, count: broken, isReport: true });
      lastKnown = at + broken - 1;
      at += broken;
    } else if (found.used > 0) {
      fields.push(...found.fields);
      for (let step = 0; step < found.used; step++) {
        const rule = step > 0 ? 'page/value' : found.saysMore ? 'chrome/head' : 'page/field';
        excluded.push({ number: held[at + step]?.line.number ?? 0, rule });
      }
      lastKnown = at + found.used - 1;
      at += found.used;
    } else if (chrome !== null) {
      excluded.push({ number: line.number, rule: chrome });
      lastKnown = at;
      at++;
    } else if (isPlainTitle) {
      titles.push({ text, raw: line.text, from: at, count: 1, isReport: isReportTitle(text) || pageTitles.has(text) });
      lastKnown = at;
      at++;
    } else {
      loose.push({ line, text });
      at++;
    }
  }
  const named = titles.findLast(({ text }) => pageTitles.has(text));
  const reports = titles.filter(({ isReport }) => isReport);
  const best =
    fuller(named, reports) ?? named ?? reports.findLast((_, at) => !isPart(reports, at)) ?? titles.at(-1) ?? null;
  // A day without a label that stands above the title is the site's clock or another page's.
  const titleLine = held[titles.find(({ text }) => text === best?.text)?.from ?? 0]?.line.number ?? 0;
  const isClockDay = ({ isBare, isPaper, line }: PageField): boolean =>
    isBare === true && isPaper !== true && best !== null && line !== null && line < titleLine;
  const clocks = new Set(fields.filter(isClockDay).map(({ line }) => line));
  const kept: Held[] = [];
  for (const title of titles) {
    const isRepeat = title !== best && best !== null && isSameTitle(best.text, title.text);
    // What reads like a title but stands below the title is the text's own.
    if (best !== null && title.from > best.from && !isRepeat) {
      kept.push(...held.slice(title.from, title.from + title.count));
      continue;
    }
    const rule = title === best ? 'title' : isRepeat ? 'title/repeat' : 'chrome/other-title';
    for (let step = 0; step < title.count; step++) {
      excluded.push({ number: held[title.from + step]?.line.number ?? 0, rule });
    }
  }
  const positions = new Map(held.map(({ line }, at) => [line, at]));
  for (const unknown of loose) {
    const position = positions.get(unknown.line) ?? -1;
    const isBelowTitle = best !== null && position > best.from && unknown.text.length >= 8;
    if (best !== null && isSameTitle(best.text, unknown.text)) {
      excluded.push({ number: unknown.line.number, rule: 'title/repeat' });
      continue;
    }
    const above = held[position - 1]?.text ?? '';
    const isDelivery =
      isDeliveryLine(unknown.text) || isDeliveryLead(unknown.text) || isDeliveryLine(`${above}${unknown.text}`);
    const isOwn = (position > lastKnown || isBelowTitle || isDelivery) && !isEditorsNote(unknown.text);
    if (isOwn && unknown.line.number >= bodyFrom) {
      kept.push(unknown);
      continue;
    }
    excluded.push({ number: unknown.line.number, rule: 'chrome/head' });
  }
  kept.sort((a, b) => a.line.number - b.line.number);
  return {
    title: best && { text: best.raw, line: held[best.from]?.line.number ?? 0 },
    fields: fields.filter((field) => !isClockDay(field)),
    excluded: excluded.map((line) =>
      line.rule === 'page/field' && clocks.has(line.number) ? { ...line, rule: 'chrome/clock' } : line,
    ),
    kept,
  };
}
