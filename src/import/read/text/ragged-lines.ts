import { headingMarker } from '../../lines/heading-marker.ts';
import { compact } from '../../lines/layout-space.ts';
import { brokenOff, closesSentence } from './line-width.ts';

/** How paragraphs begin in a text whose lines end anywhere: by an indent beyond `indent`, or by a blank line. */
export interface RaggedShape {
  readonly sign: 'indent' | 'blank';
  /** The indent that continuing lines have. */
  readonly indent: number;
}

/** Lines that break off in mid-sentence, at least, before they tell how paragraphs begin; and the share that must agree. */
const leastBroken = 8;
const leastAgreeing = 0.95;

const indentOf = (line: string): number => line.length - line.trimStart().length;
/** A heading by itself: a number, and no sentence behind it. */
const isWholeHeading = (line: string): boolean => {
  const marker = headingMarker(line.trim());
  return marker !== null && marker.kind !== 'is' && !line.includes('。');
};

/**
 * How the paragraphs of a text begin which a program cut where words or elements ended, at no width; null where that
 * is not plain: each line that breaks off in mid-sentence must go on without the sign, and each paragraph that bears it
 * must follow a closed sentence, a heading or a blank line.
 */
export function raggedShape(lines: readonly string[]): RaggedShape | null {
  const broken = brokenOff(lines).filter((at) => !isWholeHeading(lines[at] ?? ''));
  if (broken.length < leastBroken) return null;
  const indents = broken.map((at) => indentOf(lines[at + 1] ?? ''));
  const indent = [...Map.groupBy(indents, (own) => own)].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 0;
  if (indents.filter((own) => own === indent).length < leastAgreeing * broken.length) return null;
  const [from = 0, to = 0] = [broken[0], broken.at(-1)];
  const own = lines.slice(from, to + 2);
  const agrees = (starts: readonly number[]): boolean => {
    const ended = starts.filter((at) => {
      const before = own[at - 1] ?? '';
      return compact(before) === '' || closesSentence(before) || isWholeHeading(before);
    });
    return starts.length >= 3 && ended.length >= leastAgreeing * starts.length;
  };
  const signed = own.flatMap((line, at) => (at > 0 && compact(line) !== '' && indentOf(line) > indent ? [at] : []));
  if (agrees(signed)) return { sign: 'indent', indent };
  // A blank line parts paragraphs only where each stretch between two ends a sentence or is a heading.
  const ends = own.flatMap((line, at) =>
    at > 0 && compact(line) === '' && compact(own[at - 1] ?? '').length >= leastLine ? [at] : [],
  );
  return signed.length === 0 && agrees(ends.map((at) => at)) ? { sign: 'blank', indent } : null;
}

/** Characters of a line that is a paragraph's last rather than a heading or a label. */
const leastLine = 30;
