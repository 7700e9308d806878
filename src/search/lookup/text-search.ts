import { folded } from '../../text/fold.ts';
import { roleCode } from '../format/role-codes.ts';
import type { IndexedText } from '../format/text-record.ts';
import { phraseEnd, phraseStarts, type Stretch } from '../phrase-stretches.ts';
import { isNearness, type Nearness, type Phrase, type Query, type Reach } from '../query.ts';
import { sectionNumbers } from '../section-numbers.ts';
import type { WantedRoles } from './piece-reader.ts';

/** A folded paragraph, the code of its role, and which section of the report it stands in. */
export interface FoldedParagraph {
  readonly text: string;
  readonly role: number;
  readonly section: number;
}

/** A report's paragraphs; the title, where the text has one, first. */
export type FoldedParagraphs = readonly FoldedParagraph[];

/** Folds a report's text for searching. */
export function foldedParagraphs({ title, paragraphs }: IndexedText): FoldedParagraphs {
  const sections = sectionNumbers(paragraphs);
  const own = paragraphs.map(({ text, role }, at) => ({
    text: folded(text),
    role: roleCode(role),
    section: sections[at] ?? 0,
  }));
  return title === null ? own : [{ text: folded(title), role: 0, section: 0 }, ...own];
}

/** How often a folded phrase stands in a text, in the wanted roles or (null) anywhere. */
export function countIn(paragraphs: FoldedParagraphs, phrase: string, wanted: WantedRoles | null): number {
  const sought = { text: phrase, folded: phrase, pattern: null };
  let count = 0;
  for (const { text, role } of paragraphs) {
    if (wanted === null || wanted.has(role)) count += phraseStarts(text, sought).length;
  }
  return count;
}

/** Where a phrase stands in a report. */
export interface PhrasePlace extends Stretch {
  /** Which of the report's paragraphs. */
  readonly paragraph: number;
}

/** Places of one or the other of two phrases that have one of the other within reach; some may come twice. */
export interface NearPlaces {
  readonly left: readonly PhrasePlace[];
  readonly right: readonly PhrasePlace[];
}

const characters = (text: string): number => {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count--;
  return count;
};

/** Whether two stretches of a paragraph, in either order, have at most `within` characters between them. */
function isNear(text: string, a: Stretch, b: Stretch, within: number): boolean {
  const [end, begin] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  return begin <= end || (begin - end <= within * 2 && characters(text.slice(end, begin)) <= within);
}

/** The paragraphs of a report among which places are within reach of each other, as lists of their numbers. */
function neighbourhoods(paragraphs: FoldedParagraphs, within: Reach, wanted: WantedRoles | null): number[][] {
  const lists = new Map<number, number[]>();
  for (const [index, { role, section }] of paragraphs.entries()) {
    if (wanted !== null && !wanted.has(role)) continue;
    const key = within === 'section' ? section : index;
    const own = lists.get(key) ?? [];
    lists.set(key, own);
    own.push(index);
  }
  return [...lists.values()];
}

/** Finds places in the paragraphs of one report, each phrase once. */
class Places {
  readonly #paragraphs: FoldedParagraphs;
  readonly #starts = new Map<string, number[]>();

  constructor(paragraphs: FoldedParagraphs) {
    this.#paragraphs = paragraphs;
  }

  #startsIn(paragraph: number, phrase: Phrase): number[] {
    const key = `${paragraph} ${phrase.folded}`;
    const found = this.#starts.get(key) ?? phraseStarts(this.#paragraphs[paragraph]?.text ?? '', phrase);
    this.#starts.set(key, found);
    return found;
  }

  counts(paragraph: number, phrase: Phrase): number {
    return this.#startsIn(paragraph, phrase).length;
  }

  of(paragraph: number, phrase: Phrase): PhrasePlace[] {
    const text = this.#paragraphs[paragraph]?.text ?? '';
    return this.#startsIn(paragraph, phrase).map((start) => ({
      paragraph,
      start,
      end: phraseEnd(text, phrase, start),
    }));
  }

  all(phrase: Phrase, wanted: WantedRoles | null): PhrasePlace[] {
    return this.#paragraphs.flatMap(({ role }, index) =>
      wanted === null || wanted.has(role) ? this.of(index, phrase) : [],
    );
  }

  near({ left, right, within }: Nearness, wanted: WantedRoles | null): NearPlaces {
    const found: { left: PhrasePlace[]; right: PhrasePlace[] } = { left: [], right: [] };
    const isSame = left.folded === right.folded;
    for (const own of neighbourhoods(this.#paragraphs, within, wanted)) {
      if (!own.some((index) => this.counts(index, right) > 0)) continue;
      const lefts = own.flatMap((index) => this.of(index, left));
      if (lefts.length === 0) continue;
      const rights = own.flatMap((index) => this.of(index, right));
      if (typeof within === 'number') {
        const text = this.#paragraphs[own[0] ?? 0]?.text ?? '';
        for (const a of lefts) {
          for (const b of rights) {
            if ((isSame && a.start === b.start) || !isNear(text, a, b, within)) continue;
            found.left.push(a);
            found.right.push(b);
          }
        }
      } else if (!isSame || lefts.length > 1) {
        found.left.push(...lefts);
        found.right.push(...rights);
      }
    }
    return found;
  }
}

/** What a query comes to in one report. */
export interface QueryPlaces {
  /** Whether all terms of the query hold, those that exclude too. */
  readonly holds: boolean;
  /** The places that count, each once for each phrase that stands there; by phrase, in no order. */
  readonly places: ReadonlyMap<Phrase, readonly PhrasePlace[]>;
}

/** Finds the places of a query in a report's text: in the wanted roles, or (null) anywhere. */
export function queryPlaces(paragraphs: FoldedParagraphs, query: Query, wanted: WantedRoles | null): QueryPlaces {
  const places = new Places(paragraphs);
  const found = new Map<string, { readonly phrase: Phrase; readonly places: Map<string, PhrasePlace> }>();
  const keep = (phrase: Phrase, own: readonly PhrasePlace[]): void => {
    const kept = found.get(phrase.folded) ?? { phrase, places: new Map() };
    found.set(phrase.folded, kept);
    for (const place of own) kept.places.set(`${place.paragraph}:${place.start}`, place);
  };
  let holds = true;
  for (const { alternatives, isExcluded } of query.terms) {
    let stands = false;
    for (const item of alternatives) {
      if (isNearness(item)) {
        const { left, right } = places.near(item, wanted);
        stands ||= left.length > 0;
        keep(item.left, left);
        keep(item.right, right);
        continue;
      }
      const own = places.all(item, wanted);
      stands ||= own.length > 0;
      if (!isExcluded) keep(item, own);
    }
    holds &&= stands !== isExcluded;
  }
  return { holds, places: new Map([...found.values()].map(({ phrase, places }) => [phrase, [...places.values()]])) };
}

/** How many places count, of those of `queryPlaces`. */
export function placeCount({ holds, places }: QueryPlaces): number {
  return holds ? [...places.values()].reduce((sum, { length }) => sum + length, 0) : 0;
}
