import type { Issue } from '../../archive/issue.ts';
import { imagePlaceholder } from '../lines/image-placeholder.ts';
import { compact } from '../lines/layout-space.ts';
import { fieldMeaning, fitsLabel, lineFields, loneLabel } from '../lines/page-fields.ts';
import type { PageMeaning } from '../lines/page-labels.ts';
import { pageNumberLines } from '../lines/page-number.ts';
import { mastheadDay } from '../lines/paper-day.ts';
import type { PageField, ReadLine } from '../lines/reading.ts';
import { bodyEnd, bodyStart, imprintFrom, isFieldLine, isImprintLine, isSignedWithDay } from './body-range.ts';
import { lineRule } from './chrome-rules.ts';
import { contentsList } from './contents-list.ts';
import { coverLines } from './cover-lines.ts';
import { excludedIssues } from './excluded-issues.ts';
import type { Held } from './held-lines.ts';
import { type ExcludedLine, pageHead } from './page-head.ts';

/** An input divided: what is the report's own text, and what stood around it. */
export interface PageParts {
  readonly body: readonly ReadLine[];
  /** The title's lines as they stand, joined; null where the input has none. */
  readonly title: string | null;
  readonly titleLine: number | null;
  readonly fields: readonly PageField[];
  readonly excluded: readonly ExcludedLine[];
  readonly issues: readonly Issue[];
}

/** What a page's division rests on beside its lines. */
export interface PageBounds {
  /** Titles that meta tags name, compact. */
  readonly titles: ReadonlySet<string>;
  /** First and last line that can be the report's own. */
  readonly from: number;
  readonly to: number;
  /** Lines of which a curator said that they are none of the report's. */
  readonly accepted: ReadonlySet<number>;
  /** The line that holds nothing but the page's address. */
  readonly address?: number | undefined;
  /** The newspaper by which the page calls itself. */
  readonly paper?: string | null;
}

const noBounds: PageBounds = { titles: new Set(), from: 1, to: Number.POSITIVE_INFINITY, accepted: new Set() };

/** Lines above the first that can be the report's own that are read for its header, at most. */
const mostAbove = 80;

/** What a page's foot may tell of the text above it. */
const footMeanings: readonly (PageMeaning | null)[] = ['published', 'updated', 'medium', 'office'];

/**
 * Fields below the text (发布时间：… 来源：…), where the head has none that means the same; up to where the site's own
 * foot or a list of other pages begins.
 */
function footFields(below: readonly Held[], above: readonly PageField[]): PageField[] {
  const known = new Set(
    above.filter(({ value, isBare }) => value !== '' && isBare !== true).map(({ label }) => fieldMeaning(label)),
  );
  const fields: PageField[] = [];
  for (const one of below) {
    const { line } = one;
    const rule = lineRule(one, 'footer');
    if (line.isListed) continue;
    if (rule === 'chrome/neighbours' || rule === 'chrome/credit' || rule === 'chrome/encyclopaedia') break;
    const found = lineFields(line.text, line.number);
    if (found.some(({ label }) => footMeanings.includes(fieldMeaning(label)) && !known.has(fieldMeaning(label))))
      fields.push(...found.filter(({ label }) => !known.has(fieldMeaning(label))));
  }
  return fields;
}

/** As many of the text's last lines may say in which paper it stood. */
const endingLines = 3;
const hasMedium = (fields: readonly PageField[]): boolean =>
  fields.some(({ label, value }) => fieldMeaning(label) === 'medium' && value !== '');

/** The newspaper whose page this is and its day, from the lines above and below the text; empty where it is none's. */
function paperFields(head: readonly Held[], foot: readonly Held[], own: string | null): PageField[] {
  for (const lines of [head, foot]) {
    const found = mastheadDay(
      lines.map(({ line, text }) => (line.isListed || text.length > 60 ? '' : text)),
      own,
    );
    if (!found) continue;
    const line = lines[found.index]?.line.number ?? 0;
    return [
      { label: '日期', value: found.day, line, isBare: true, isPaper: true },
      ...(found.paper === '' ? [] : [{ label: '报纸', value: found.paper, line }]),
    ];
  }
  return [];
}

/** A label of the site's below the text, to which nothing is attached. */
const emptyLabel =
  /^(?:相关|本页|本文|关联)?(?:附件|文件|文档|资料|附录|图片|视频)(?:下载|列表|链接|预览)?[:：]?$|^(?:相关|关联)(?:链接|解读|阅读)[:：]$/;

/** Where the text ends, but for the label of attachments that the page has none of. */
function textEnd(held: readonly Held[], start: number, end: number): number {
  let last = end;
  while (last - 1 > start && end < held.length && emptyLabel.test(held[last - 1]?.text ?? '')) last--;
  return last;
}

/** Labels that make a table the page's. */
const leastTableFields = 3;

const isPicture = (line: ReadLine | undefined): boolean =>
  line?.kind === 'text' && compact(line.text) === imagePlaceholder;
/** Words that announce what a picture shows. */
const announcesPicture = /[:：]$|如下|[如见下]图|附[件图表]/;

/**
 * Numbers of the pictures before a text's first words and behind its last: banners and codes to scan, which stand for no
 * words of the text, unless the last words announce them. What they are is an issue all the same.
 */
function outerPictures(body: readonly ReadLine[]): Set<number> {
  let [from, to] = [0, body.length];
  while (from < to && isPicture(body[from])) from++;
  while (to > from && isPicture(body[to - 1])) to--;
  const last = body[to - 1];
  const isAnnounced = last?.kind === 'text' && announcesPicture.test(compact(last.text));
  return new Set([...body.slice(0, from), ...(isAnnounced ? [] : body.slice(to))].map(({ number }) => number));
}

/** The fields of a table above the text whose cells are labels, each before its value; empty where it is no such table. */
function tableHeadFields(line: ReadLine): PageField[] {
  if (line.kind !== 'table') return [];
  const fields = line.rows.flatMap((row) =>
    row.flatMap((cell, at): PageField[] => {
      const label = loneLabel(cell);
      const value = row[at + 1]?.trim() ?? '';
      if (label !== null)
        return [{ label, value: loneLabel(value) === null && fitsLabel(label, value) ? value : '', line: line.number }];
      return lineFields(cell, line.number);
    }),
  );
  return fields.length >= leastTableFields ? fields : [];
}

/** Every line of the capture that goes, those that had been joined into one line each by itself. */
function wholeExcluded(excluded: readonly ExcludedLine[], lines: readonly ReadLine[]): ExcludedLine[] {
  const lastOf = new Map(
    lines.flatMap((line): [number, number][] =>
      line.kind === 'text' && line.lastNumber !== undefined ? [[line.number, line.lastNumber]] : [],
    ),
  );
  return excluded
    .flatMap(({ number, rule }) =>
      Array.from({ length: (lastOf.get(number) ?? number) - number + 1 }, (_, at) => ({ number: number + at, rule })),
    )
    .sort((a, b) => a.number - b.number);
}

/**
 * Divides an input into the report's own text and what stands around it: the site's chrome, the page's table and
 * header, the title and its repeats. Nothing goes without its rule, and nothing that may be the report's without an issue.
 */
export function pageParts(lines: readonly ReadLine[], bounds: PageBounds = noBounds): PageParts {
  const { titles: pageTitles, from: bodyFrom, to: bodyTo, accepted, address, paper: ownPaper = null } = bounds;
  const held: Held[] = [];
  const excluded: ExcludedLine[] = [];
  for (const line of lines) {
    const isOutside = line.number < bodyFrom - mostAbove || line.number > bodyTo;
    if (line.kind !== 'text') {
      if (accepted.has(line.number)) excluded.push({ number: line.number, rule: 'curator/accepted' });
      else if (isOutside) excluded.push({ number: line.number, rule: 'chrome/outside' });
      continue;
    }
    const text = compact(line.text);
    if (text === '') continue;
    if (accepted.has(line.number)) excluded.push({ number: line.number, rule: 'curator/accepted' });
    else if (line.number === address) excluded.push({ number: line.number, rule: 'page/address' });
    else if (isOutside) {
      const rule = lineRule({ line, text }, line.number > bodyTo ? 'footer' : 'header');
      excluded.push({ number: line.number, rule: rule ?? 'chrome/outside' });
    } else held.push({ line, text });
  }
  const own = held.findIndex(({ line }) => line.number >= bodyFrom);
  const from = own < 0 ? held.length : own;
  const start = from + bodyStart(held.slice(from));
  const found = pageHead(held, start, pageTitles, bodyFrom, isSignedWithDay(held.slice(start)));
  const first = found.kept[0]?.line.number ?? held[start]?.line.number ?? Number.POSITIVE_INFINITY;
  const textual = textEnd(held, start, bodyEnd(held, start));
  const end = imprintFrom(held, start, textual);
  excluded.push(...found.excluded);
  const foot = footFields(held.slice(end), found.fields);
  const footLines = new Set(foot.map(({ line }) => line));
  for (const { line, text } of held.slice(end)) {
    if (footLines.has(line.number)) {
      excluded.push({ number: line.number, rule: 'page/field' });
      continue;
    }
    const own = text === imagePlaceholder ? 'page/picture' : isImprintLine(text) ? 'page/imprint' : null;
    const rule = own ?? lineRule({ line, text }, 'footer');
    const isField = emptyLabel.test(text) || isFieldLine({ line, text });
    excluded.push({ number: line.number, rule: rule ?? (isField ? 'page/field' : 'chrome/foot') });
  }
  const paper = paperFields(held.slice(0, start), held.slice(Math.max(start, end - endingLines)), ownPaper);
  for (const { line } of paper) {
    const at = excluded.findIndex(({ number }) => number === line);
    const rule = excluded[at]?.rule;
    if (at >= 0 && (rule === 'chrome/head' || rule === 'chrome/foot'))
      excluded[at] = { number: line ?? 0, rule: 'page/field' };
  }
  const tableFields = found.fields.filter(({ label }) => fieldMeaning(label) === 'title' && label !== '');
  const out = new Set(excluded.map(({ number }) => number));
  const last = held[end - 1]?.line.number ?? 0;
  // Tables of an annex stand above the imprint.
  const tableLast = end < textual ? (held[end]?.line.number ?? last) : last;
  const isOwn = ({ kind, number }: ReadLine): boolean =>
    number >= first &&
    !out.has(number) &&
    (kind === 'table' ? number <= Math.max(tableLast, first) || textual === held.length : number <= last);
  const owned = lines.filter(isOwn);
  const pictures = outerPictures(owned);
  for (const number of pictures) excluded.push({ number, rule: 'page/picture' });
  const contents = contentsList(owned);
  for (const number of contents) excluded.push({ number, rule: 'page/contents' });
  const cover = coverLines(owned, contents, found.title?.text ?? null);
  excluded.push(...cover);
  const numbers = pageNumberLines(owned.map((line) => (line.kind === 'text' ? line.text : '')));
  const paged = new Set([...numbers].map((at) => owned[at]?.number ?? 0));
  for (const number of paged) excluded.push({ number, rule: 'page/number' });
  const covered = new Set(cover.map(({ number }) => number));
  const body = owned.filter(({ number }) => ![pictures, contents, paged, covered].some((set) => set.has(number)));
  const around = lines.filter((line) => line.kind === 'table' && !out.has(line.number) && !isOwn(line));
  const tabled: PageField[] = [];
  for (const line of around) {
    const told = line.number < first ? tableHeadFields(line) : [];
    tabled.push(...told);
    const rule = told.length > 0 ? 'page/field' : line.number < first ? 'chrome/head' : 'chrome/foot';
    excluded.push({ number: line.number, rule });
  }
  return {
    body: body.filter((line) => line.kind !== 'text' || compact(line.text) !== ''),
    title: found.title?.text ?? null,
    titleLine: found.title?.line ?? tableFields[0]?.line ?? null,
    fields: [
      ...found.fields,
      ...tabled,
      ...foot,
      ...paper.filter(({ label }) => label === '日期' || !hasMedium(found.fields)),
    ],
    excluded: wholeExcluded(excluded, lines),
    issues: excludedIssues(excluded, lines),
  };
}
