import { chineseNumber } from './calendar-day.ts';

/** Kinds of numbering, from the highest; the order in official documents is 一、 (一) 1. (1), then 一是. */
export const markerKinds = ['part', 'chapter', 'bracketed', 'figure', 'bracketed-figure', 'circled', 'is'] as const;
export type MarkerKind = (typeof markerKinds)[number];

/** The number at the head of a line. `number` is null where damage took it away. */
export interface HeadingMarker {
  readonly kind: MarkerKind;
  readonly text: string;
  readonly number: number | null;
  readonly isDamaged: boolean;
}

const han = '[一二三四五六七八九十]{1,3}';

interface MarkerPattern {
  readonly kind: MarkerKind;
  readonly pattern: RegExp;
  readonly isDamaged?: boolean;
}

const patterns: readonly MarkerPattern[] = [
  { kind: 'part', pattern: new RegExp(`^第(${han})(?:部分|章|篇)[、：:，. ]?`) },
  { kind: 'chapter', pattern: new RegExp(`^(${han})、`) },
  { kind: 'chapter', pattern: new RegExp(`^(${han})[.．] ?(?=[\\p{Script=Han}“])`, 'u'), isDamaged: false },
  { kind: 'bracketed', pattern: new RegExp(`^[（(〔](${han})[）)〕][、.．]? ?`) },
  { kind: 'bracketed', pattern: new RegExp(`^[（(](${han})(?=[\\p{Script=Han}“])`, 'u'), isDamaged: true },
  { kind: 'bracketed', pattern: new RegExp(`^(${han})[）)]`), isDamaged: true },
  { kind: 'bracketed', pattern: /^()[）)](?=[\p{Script=Han}“])/u, isDamaged: true },
  { kind: 'bracketed-figure', pattern: /^[（(](\d{1,2})[）)][、.．]? ?/ },
  { kind: 'bracketed-figure', pattern: /^(\d{1,2})[）)]/ },
  { kind: 'figure', pattern: /^(\d{1,2})[.．、](?!\d) ?/ },
  { kind: 'is', pattern: new RegExp(`^(?:第)?(${han})(?:是|要|方面(?:是)?)(?=[\\p{Script=Han}“])`, 'u') },
];

const enclosed = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const bracketedFigures = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽';
const bracketedHan = '㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩';

function enclosedMarker(line: string): HeadingMarker | null {
  const text = line.charAt(0);
  const kinds = [
    [enclosed, 'circled'],
    [bracketedFigures, 'bracketed-figure'],
    [bracketedHan, 'bracketed'],
  ] as const;
  for (const [characters, kind] of kinds) {
    const number = text === '' ? 0 : characters.indexOf(text) + 1;
    if (number > 0) return { kind, text, number, isDamaged: false };
  }
  return null;
}

/** The numbering at the head of a cleaned line; null where it has none. */
export function headingMarker(line: string): HeadingMarker | null {
  for (const { kind, pattern, isDamaged = false } of patterns) {
    const found = pattern.exec(line);
    if (!found) continue;
    const digits = found[1] ?? '';
    const number = /^\d/.test(digits) ? Number(digits) : chineseNumber(digits);
    return { kind, text: found[0], number: Number.isNaN(number) ? null : number, isDamaged };
  }
  return enclosedMarker(line);
}
