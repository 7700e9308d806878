import { reportBlocks } from '../../render/report-blocks.ts';
import { compact, letterCount } from '../lines/layout-space.ts';
import type { Reading, ReadLine } from '../lines/reading.ts';

/** Lines that stand outside of a report's text, by rule: one number, or a range as front matter keeps it. */
export interface ExcludedLines {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
}

/** Where the letters of an input went. Counts are of letters: no layout space, and restored punctuation counts as one. */
export interface Ledger {
  /** All letters of the input, counted by its reader before it made lines. */
  readonly input: number;
  readonly body: number;
  readonly title: number;
  /** Labels and values of the page's table and header. */
  readonly fields: number;
  /** Every piece that stands nowhere in the report. */
  readonly excluded: readonly { readonly line: number; readonly letters: number; readonly rule: string }[];
  /** Whether all letters are accounted for and the body's are the input's, one by one. */
  readonly balances: boolean;
  /** What of the body is not as it stands in the input; empty where it balances. */
  readonly differences: readonly LetterDifference[];
}

/** Letters of the input, and what stands in their place in the body; either may be empty. `line` of the input. */
export interface LetterDifference {
  readonly line: number;
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

/** Text with the punctuation that imports restore in one form, so that only other differences are seen. */
const plain = (text: string): string => compact(text).replace(/[,:;!()]/g, (mark) => restored.get(mark) ?? mark);

const lineText = (line: ReadLine): string =>
  line.kind === 'table' ? line.rows.flat().join('') : (line.cells?.join('') ?? line.text);

/** All letters that a body shows, in order. */
const bodyText = (body: string): string =>
  reportBlocks(body)
    .map((block) =>
      block.kind === 'table'
        ? block.rows
            .flat()
            .map(({ text }) => text)
            .join('')
        : block.text,
    )
    .join('');

/** The first place where two texts part, and all up to where they agree again at their ends. */
function difference(own: readonly { line: number; text: string }[], shown: string): LetterDifference[] {
  const wanted = own.map(({ text }) => text).join('');
  if (wanted === shown) return [];
  let from = 0;
  while (from < wanted.length && wanted[from] === shown[from]) from++;
  let tail = 0;
  const most = Math.min(wanted.length, shown.length) - from;
  while (tail < most && wanted.at(-1 - tail) === shown.at(-1 - tail)) tail++;
  let seen = 0;
  const at = own.find(({ text }) => {
    seen += text.length;
    return seen > from;
  });
  return [
    {
      line: at?.line ?? own.at(-1)?.line ?? 0,
      input: wanted.slice(from, wanted.length - tail),
      body: shown.slice(from, shown.length - tail),
    },
  ];
}

/**
 * Accounts for every letter of an input: what its reader counted must be what its lines and the pieces that it left
 * out hold together, and the lines that no rule excludes must be the body, letter for letter. `body` is Markdown.
 */
export function ledger(reading: Reading, excludedLines: readonly ExcludedLines[], body: string): Ledger {
  const ruleOf = new Map<number, string>();
  for (const { from, to, rule } of excludedLines) for (let line = from; line <= to; line++) ruleOf.set(line, rule);
  const excluded: { line: number; letters: number; rule: string }[] = [];
  const own: { line: number; text: string }[] = [];
  let title = 0;
  let fields = 0;
  let held = 0;
  for (const { text, rule, line } of reading.left) {
    const letters = letterCount(text);
    held += letters;
    excluded.push({ line, letters, rule });
  }
  for (const line of reading.lines) {
    const text = lineText(line);
    const letters = letterCount(text);
    held += letters;
    if (letters === 0) continue;
    const rule = ruleOf.get(line.number);
    if (rule === undefined) own.push({ line: line.number, text: plain(text) });
    else if (rule === 'title' || rule === 'title/repeat') title += letters;
    else if (rule === 'page/field' || rule === 'page/value') fields += letters;
    else excluded.push({ line: line.number, letters, rule });
  }
  const shown = bodyText(body);
  const differences = difference(own, plain(shown));
  return {
    input: reading.letters,
    body: letterCount(shown),
    title,
    fields,
    excluded: excluded.sort((a, b) => a.line - b.line),
    balances: held === reading.letters && differences.length === 0,
    differences,
  };
}

const counted = new Intl.NumberFormat('zh-Hans');

/** An account in one line, for curators: what the input holds, and where it went, rule by rule. */
export function ledgerLine({ input, body, title, fields, excluded, balances }: Omit<Ledger, 'differences'>): string {
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
