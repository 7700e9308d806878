import { type Legible, legible } from './legible.ts';
import { type SoughtText, withoutGaps } from './sought-text.ts';

/** A source without a text that stood in it. */
export interface TakenOut {
  readonly source: string;
  /** How often it was taken out. */
  readonly count: number;
  /** How often it was left because its letters are not those given: traditional, wide, of another case. */
  readonly variants: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The source with the mark where each stretch of its legible text began; tags and line breaks within stay. */
function marked(source: string, { pieces }: Legible, stretches: readonly Stretch[], mark: string): string {
  let result = '';
  let next = 0;
  for (const { at, text, start, end, kind } of pieces) {
    const last = at + text.length;
    for (let stretch = stretches[next]; stretch && stretch.to <= at; stretch = stretches[next]) next++;
    const [first] = stretches.slice(next, next + 1);
    if (!first || first.from >= last || kind === 'markup') {
      result += source.slice(start, end);
      continue;
    }
    let here = next;
    for (let i = 0; i < text.length; i++) {
      while ((stretches[here]?.to ?? Number.POSITIVE_INFINITY) <= at + i) here++;
      const stretch = stretches[here];
      const letter = text.charAt(i);
      if (!stretch || at + i < stretch.from) result += letter;
      else if (at + i === stretch.from) result += mark;
      else if (kind === 'letters' && /[\r\n]/.test(letter)) result += letter;
    }
  }
  return result;
}

/**
 * Takes a text out of a source wherever it is read there: across spaces, tags, entities and escapes, in attributes and
 * comments too. The mark stands where it began; all else stays, byte for byte, but for what stands within it. Forms in
 * other letters (traditional, wide) are taken out with `withVariants` only; without, they are counted.
 */
export function takenOut(source: string, sought: SoughtText, mark: string, withVariants: boolean): TakenOut {
  const given = withoutGaps(sought.text);
  let result = source;
  let count = 0;
  let variants = 0;
  for (const as of ['shown', 'raw'] as const) {
    const read = legible(result, as);
    const all = [...read.text.matchAll(sought.pattern)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
      isGiven: withoutGaps(found[0]) === given,
    }));
    const taken = all.filter(({ isGiven }) => isGiven || withVariants);
    // What is left is read both ways.
    variants = Math.max(variants, all.length - taken.length);
    count += taken.length;
    if (taken.length > 0) result = marked(result, read, taken, mark);
  }
  return { source: result, count, variants };
}
