import { type PageLabel, type PageMeaning, pageLabels } from './page-labels.ts';
import { paperDay } from './paper-day.ts';
import type { PageField } from './reading.ts';

const byName = new Map(pageLabels.map((label) => [label.name, label]));
const gap = '[\\s\\u3000\\u00a0]*';
const spaced = (name: string): string => [...name].join(gap);
const names = pageLabels.map(({ name }) => spaced(name)).join('|');
/** A name is looked for only where one can begin: the line is short for that, the list of names is not. */
const firsts = [...new Set(pageLabels.map(({ name }) => name.charAt(0)))].join('');
/** A label with what may stand around it: `索 引 号：`, `[ 发布日期 ]`, `【来源】`, `| 文号 |`. */
const labelPattern = new RegExp(
  `([\\[【〔|(（]?${gap})(?=[${firsts}])(${names})(${gap}[\\]】〕|)）]?${gap}[:：]|${gap}[\\]】〕|)）]|)`,
  'g',
);

interface FoundLabel {
  readonly label: PageLabel;
  readonly start: number;
  readonly end: number;
}

const hasMark = (behind: string): boolean => /[:：\]】〕|）)]/.test(behind);

/** Lines whose labels are remembered: each is asked for several times, by itself and beside its neighbours. */
const mostRemembered = 1_000;
const remembered = new Map<string, FoundLabel[]>();

/** See `labelsIn`, remembered for a while. */
function foundLabels(line: string, mayBare: boolean): FoundLabel[] {
  const key = `${mayBare} ${line}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const found = labelsIn(line, mayBare);
  remembered.set(key, found);
  return found;
}

/** Labels in a line, left to right. What has no colon or bracket counts only where a field can begin. */
function labelsIn(line: string, mayBare: boolean): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const match of line.matchAll(labelPattern)) {
    const [whole, before = '', spacedName = '', behind = ''] = match;
    const label = byName.get(spacedName.replace(/[\s\u3000\u00a0]/g, ''));
    if (!label) continue;
    const start = match.index;
    const end = start + whole.length;
    const previous = line.charAt(start - 1);
    const beginsField = start === 0 || /[|】\]]/.test(previous) || /[[【〔|(（\s\u3000\u00a0]/.test(before);
    const isGlued = label.glues && beginsField;
    // 来源：某市司法局日期：2024-01-19: the day that follows says that the name has ended.
    const isDayBehind = found.length > 0 && label.means === 'published' && /^[\s\u3000]*20\d{2}/.test(line.slice(end));
    const isBareAtStart = mayBare && line.slice(0, start).trim() === '';
    if (
      hasMark(behind) ? beginsField || label.glues || isDayBehind || /[\d:：]/.test(previous) : isGlued || isBareAtStart
    ) {
      found.push({ label, start, end });
    }
  }
  return found;
}

const trimmedValue = (text: string): string => text.replace(/^[\s\u3000\u00a0:：|]+|[\s\u3000\u00a0|]+$/g, '');

/** Font-size, print and share widgets that share a line with fields; they end a value. */
const widget =
  /[\s\u3000\u00a0]*(?:[[【(（]?[\s\u3000\u00a0]*(?:字[\s\u3000]*(?:体|号)(?:大小)?|大[\s\u3000\u00a0]+中[\s\u3000\u00a0]+小|大中小|打印|分享|关闭|收藏|视力保护色|保护视力色|我要纠错|语音播报|【[大中小])).*$/;

/**
 * The fields of one line of a page's table or header, verbatim: `label:value`, glued, spaced, bracketed, piped, or
 * several on one line without a separator. `mayBare`: the line stands among others of a table, so a label at its head
 * counts even without a colon. Empty where the line does not begin with a label.
 */
export function lineFields(line: string, number: number, mayBare = false): PageField[] {
  const labels = foundLabels(line, mayBare);
  const lead = line.slice(0, labels[0]?.start ?? line.length);
  if (
    labels.length === 0 ||
    trimmedValue(lead)
      .replace(/[*•·●\-—]/g, '')
      .trim() !== ''
  )
    return [];
  return labels.flatMap(({ label, end }, index): PageField[] => {
    const rest = trimmedValue(line.slice(end, labels[index + 1]?.start ?? line.length));
    const field = { label: label.name, value: trimmedValue(rest.replace(widget, '')), line: number };
    return label.means === 'medium' || label.means === 'office' ? withOwnDay(field) : [field];
  });
}

/** A day behind the name of a source or an office, which is no part of it: 来源：司法局 2024-02-26. */
const dayBehind =
  /^(.*?[\p{Script=Han}》])[\s\u3000\u00a0（(]*(20\d{2}\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}日?(?:\s+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)[）)]?(?:[，,]?\s*第?[A-Z]?\d{1,3}版.{0,10})?$/u;

/** A field, and the day behind its value as one of its own without a label. */
function withOwnDay(field: PageField): PageField[] {
  const [, value, day] = dayBehind.exec(field.value) ?? [];
  if (value === undefined || day === undefined) return [field];
  const isPaper = paperDay(`来源：${field.value}`) !== null;
  return [
    { ...field, value },
    { label: '日期', value: day, line: field.line, isBare: true, ...(isPaper ? { isPaper } : {}) },
  ];
}

/** Fields that stand behind a text on the same line (`2024-01-20 来源：司法局`): from the first label on. */
export function fieldsBehind(line: string, number: number): { lead: string; fields: PageField[] } {
  const [first] = foundLabels(line, false);
  if (!first) return { lead: line, fields: [] };
  return { lead: line.slice(0, first.start), fields: lineFields(line.slice(first.start), number) };
}

/** Meta tags of government sites; the day of publication is read apart. */
const metaMeanings: Readonly<Record<string, PageMeaning>> = { ContentSource: 'medium', ArticleTitle: 'title' };

/** What a label of the page means to recognition; null where it is only kept. */
export function fieldMeaning(label: string): PageMeaning | null {
  return metaMeanings[label] ?? byName.get(label)?.means ?? null;
}

const dayAtHead = /^[[【(（]?20\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}/;

/** Whether a value that stands on a line of its own can be a label's: a 文号 looks like one, and only days are days. */
export function fitsLabel(label: string, value: string): boolean {
  const means = fieldMeaning(label);
  if (means === 'published' || means === 'updated' || means === 'issued') return /\d/.test(value);
  if (means === 'document-number') return /号|[〔[【（(]\s*(?:19|20)\d{2}|^[无—-]+$/.test(value);
  return !dayAtHead.test(value) || /(?:日期|时间|期限|有效)/.test(label);
}

/** Whether a whole line is one label, with or without colon or brackets: its value stands on the next line. */
export function loneLabel(line: string): string | null {
  const name = line.replace(/[\s\u3000\u00a0[\]【】〔〕|:：()（）•·●▪*]/g, '');
  const label = byName.get(name);
  return label && (label.glues || /[:：\]】]/.test(line) || ['标题', '名称', '文号', '来源'].includes(name))
    ? name
    : null;
}
