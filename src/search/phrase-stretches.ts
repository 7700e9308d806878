import type { Pattern } from './pattern.ts';
import { PatternMatcher } from './pattern-matcher.ts';
import { meets, type PatternNeed, patternNeed } from './pattern-need.ts';
import type { Phrase } from './query.ts';

/** From where to where (not with) a phrase stands in a folded text, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Finder {
  readonly matcher: PatternMatcher;
  readonly need: PatternNeed;
}

const finders = new WeakMap<Pattern, Finder>();

function finderOf(pattern: Pattern): Finder {
  const known = finders.get(pattern);
  if (known) return known;
  const made = { matcher: new PatternMatcher(pattern), need: patternNeed(pattern.node) };
  finders.set(pattern, made);
  return made;
}

/** Where a phrase begins in a folded text, overlapping places included, each once. */
export function phraseStarts(text: string, { folded, pattern }: Phrase): number[] {
  if (pattern) {
    const { matcher, need } = finderOf(pattern);
    return meets(text, need) ? matcher.starts(text) : [];
  }
  const places: number[] = [];
  for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, at + 1)) places.push(at);
  return places;
}

/** Where a phrase that begins at `start` ends: of a pattern, the match that is marked. */
export function phraseEnd(text: string, { folded, pattern }: Phrase, start: number): number {
  return pattern ? finderOf(pattern).matcher.endAt(text, start) : start + folded.length;
}

/** All places of a phrase in a folded text, in their order. */
export function phraseStretches(text: string, phrase: Phrase): Stretch[] {
  return phraseStarts(text, phrase).map((start) => ({ start, end: phraseEnd(text, phrase, start) }));
}
