import { diffChars } from 'diff';
import type { Ledger } from '../../archive/letter-account.ts';
import { blockTexts } from '../../archive/report-block.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import { characterCount } from '../../text/character-count.ts';
import { compact, letterCount } from '../lines/layout-space.ts';
import type { Reading, ReadLine } from '../lines/reading.ts';

/** Lines that stand outside of a report's text, by rule: one number, or a range as front matter keeps it. */
export interface ExcludedLines {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
}

/** A ledger with the letters that it rests on. */
export interface FullLedger extends Ledger {
  /** What of the body is not as it stands in the input; empty where it balances. */
  readonly differences: readonly LetterDifference[];
  /** Punctuation that was restored in the body: what stands in the input, what stands now, how often. */
  readonly restored: readonly { readonly capture: string; readonly text: string; readonly count: number }[];
  /** Letters of the lines that bear the title, without layout space. */
  readonly titleText: string;
}

/** Letters of the input, and what stands in their place in the body; either may be empty. `line` of the input. */
export interface LetterDifference {
  readonly line: number;
  /** How many plain letters of the body stand before. */
  readonly at: number;
  readonly input: string;
  readonly body: string;
}

/** Punctuation that an import restores, by what may stand in the input. */
const restored: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);

/** Text that has no layout space, with the punctuation that imports restore in one form. */
const inOneForm = (compacted: string): string => compacted.replace(/[,:;!()]/g, (mark) => restored.get(mark) ?? mark);

/** Text without layout space and with the punctuation that imports restore in one form, so that only other differences are seen. */
export const plainLetters = (text: string): string => inOneForm(compact(text));

const lineText = (line: ReadLine): string =>
  line.kind === 'table' ? line.rows.flat().join('') : (line.cells?.join('') ?? line.text);

/** Marks that stand in the input and not in the body, where their restored form stands instead. */
function restoredMarks(raw: string, shown: string): { capture: string; text: string; count: number }[] {
  const count = (text: string, mark: string): number => {
    let times = 0;
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) times++;
    return times;
  };
  return [...restored]
    .map(([capture, text]) => ({ capture, text, count: count(raw, capture) - count(shown, capture) }))
    .filter((mark) => mark.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** All letters that a body shows, in order. */
const bodyText = (body: string): string => reportBlocks(body).flatMap(blockTexts).join('');

/** Letters in one go that a comparison looks into; beyond, all between the first and the last difference is one. */
const mostCompared = 60_000;
const mostEdits = 2_000;

/** Every place where two texts part, in order. */
function differences(own: readonly { line: number; text: string }[], shown: string): LetterDifference[] {
  const wanted = own.map(({ text }) => text).join('');
  if (wanted === shown) return [];
  let from = 0;
  while (from < wanted.length && wanted[from] === shown[from]) from++;
  let tail = 0;
  const most = Math.min(wanted.length, shown.length) - from;
  while (tail < most && wanted.at(-1 - tail) === shown.at(-1 - tail)) tail++;
  const input = wanted.slice(from, wanted.length - tail);
  const body = shown.slice(from, shown.length - tail);
  const starts: number[] = [];
  let length = 0;
  for (const { text } of own) {
    starts.push(length);
    length += text.length;
  }
  const lineAt = (place: number): number => {
    const next = starts.findIndex((start) => start > place);
    return own[next < 0 ? own.length - 1 : next - 1]?.line ?? 0;
  };
  const parts =
    input.length + body.length > mostCompared ? undefined : diffChars(input, body, { maxEditLength: mostEdits });
  if (!parts) return [{ line: lineAt(from), at: from, input, body }];
  const found: LetterDifference[] = [];
  let place = from;
  let at = from;
  let isOpen = false;
  for (const { value, added, removed } of parts) {
    const last = found.at(-1);
    if (!added && !removed) isOpen = false;
    else if (isOpen && last)
      found[found.length - 1] = {
        ...last,
        input: last.input + (removed ? value : ''),
        body: last.body + (added ? value : ''),
      };
    else {
      found.push({ line: lineAt(place), at, input: removed ? value : '', body: added ? value : '' });
      isOpen = true;
    }
    if (!added) place += value.length;
    if (!removed) at += value.length;
  }
  return found;
}

/** Every place where two texts of plain letters part, in order; `at` counts in the second. */
export const letterDifferences = (input: string, body: string): LetterDifference[] =>
  differences([{ line: 0, text: input }], body);

/** The plain letters of a body of Markdown, among which a difference says where it is. */
export const bodyLetters = (body: string): string => plainLetters(bodyText(body));

/**
 * Accounts for every letter of an input: what its reader counted must be what its lines and the pieces that it left
 * out hold together, and the lines that no rule excludes must be the body, letter for letter. `body` is Markdown.
 */
export function ledger(reading: Reading, excludedLines: readonly ExcludedLines[], body: string): FullLedger {
  const ruleOf = new Map<number, string>();
  for (const { from, to, rule } of excludedLines) for (let line = from; line <= to; line++) ruleOf.set(line, rule);
  const excluded: { line: number; letters: number; rule: string }[] = [];
  const own: { line: number; text: string }[] = [];
  let raw = '';
  let titleText = '';
  let title = 0;
  let fields = 0;
  let held = 0;
  for (const { text, rule, line } of reading.left) {
    const letters = letterCount(text);
    held += letters;
    excluded.push({ line, letters, rule });
  }
  for (const line of reading.lines) {
    const text = compact(lineText(line));
    const letters = characterCount(text);
    held += letters;
    if (letters === 0) continue;
    const rule = ruleOf.get(line.number);
    if (rule === undefined) {
      own.push({ line: line.number, text: inOneForm(text) });
      raw += text;
    } else if (rule === 'title' || rule === 'title/repeat') {
      title += letters;
      titleText += inOneForm(text);
    } else if (rule.startsWith('page/') && rule !== 'page/address') fields += letters;
    else excluded.push({ line: line.number, letters, rule });
  }
  const shown = compact(bodyText(body));
  const parted = differences(own, inOneForm(shown));
  return {
    input: reading.letters,
    body: characterCount(shown),
    title,
    fields,
    excluded: excluded.sort((a, b) => a.line - b.line),
    balances: held === reading.letters && parted.length === 0,
    differences: parted,
    restored: restoredMarks(raw, shown),
    titleText,
  };
}

const counted = new Intl.NumberFormat('zh-Hans');

/** An account in one line, for curators: what the input holds, and where it went, rule by rule. */
export function ledgerLine({ input, body, title, fields, excluded, balances }: Ledger): string {
  const letters = (count: number): string => `${counted.format(count)} 字`;
  const byRule = Map.groupBy(excluded, ({ rule }) => rule);
  const pieces = [...byRule].map(
    ([rule, list]) => `${rule} ${counted.format(list.reduce((sum, piece) => sum + piece.letters, 0))}`,
  );
  const left = excluded.reduce((sum, piece) => sum + piece.letters, 0);
  const rules = pieces.length === 0 ? '' : `（${pieces.join('，')}）`;
  const verdict = balances ? '，账平' : '，账不平';
  return `字数账：原件 ${letters(input)} = 正文 ${letters(body)} + 标题 ${letters(title)} + 栏目 ${letters(fields)} + 未收 ${letters(left)}${rules}${verdict}`;
}
