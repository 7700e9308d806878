import { characters, columns, type LineMeasure, utf8Bytes } from './line-measures.ts';

/** A text whose lines are cut at a width: how it is measured, and the most a line holds. */
export interface LineWidth {
  readonly measure: LineMeasure;
  readonly width: number;
  /** A word in Latin letters or a number goes whole to the next line; else it is cut like anything. */
  readonly keepsWords: boolean;
}

/** As many lines must be full and break off in mid-sentence before a text counts as cut. */
const leastCut = 6;
/** Of the lines that break off in mid-sentence, the share that must be full. */
const leastShare = 0.9;
/** Characters that a line holds at least. */
const leastCharacters = 18;

/** Whether a line closes a sentence, or opens a list. */
export const closesSentence = (line: string): boolean =>
  /[。！？；：!?;:…][”’"'）)》〉」』】〕\]]*$/.test(line.trimEnd());

/** What cannot be parted at the head of a line: a word or a number, or one character with the marks that close it. */
const firstPiece = (line: string): string =>
  /^(?:[A-Za-z0-9.%]+|[\s\S])[，。；：、！？”’）》〉」』】〕,.;:!?)%]*/u.exec(line.trimStart())?.[0] ?? '';

/**
 * Whether a line holds as much as the width allows: what begins the next one had no room. One closing mark may hang
 * over the edge.
 */
export function isFull(line: string, next: string, { measure, width }: Pick<LineWidth, 'measure' | 'width'>): boolean {
  const own = measure(line.trimEnd());
  return own <= width + measure('。') && own + measure(firstPiece(next)) > width;
}

/** Lines that read like sentences broken off: they hold a mark, close no sentence, and another line follows at once. */
export const brokenOff = (lines: readonly string[]): number[] =>
  lines.flatMap((line, at) => {
    const next = lines[at + 1]?.trim() ?? '';
    const isLong = characters(line.trim()) >= leastCharacters;
    return isLong && next !== '' && /[，。；,;]/.test(line + next) && !closesSentence(line) ? [at] : [];
  });

/**
 * The width at which a text's lines are cut; null unless that is certain: many lines break off in mid-sentence, all
 * but a few of these are full, and from the first of them to the last no line is longer.
 */
export function lineWidth(lines: readonly string[]): LineWidth | null {
  const broken = brokenOff(lines);
  if (broken.length < leastCut) return null;
  for (const measure of [columns, characters, utf8Bytes]) {
    const counts = new Map<number, number>();
    for (const at of broken) {
      const own = measure(lines[at]?.trimEnd() ?? '');
      counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    const widths = [...counts].filter(([, count]) => count >= 3).sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    for (const [width] of widths.slice(0, 4)) {
      const full = broken.filter((at) => isFull(lines[at] ?? '', lines[at + 1] ?? '', { measure, width }));
      if (full.length < leastCut || full.length < leastShare * broken.length) continue;
      const within = lines.slice(full[0], (full.at(-1) ?? 0) + 2);
      if (within.some((line) => measure(line.trimEnd()) > width + measure('。'))) continue;
      const keepsWords = full.some((at) => {
        const room = width - measure(lines[at]?.trimEnd() ?? '');
        return room > 1 && /^[A-Za-z0-9]/.test(lines[at + 1] ?? '');
      });
      return { measure, width, keepsWords };
    }
  }
  return null;
}
