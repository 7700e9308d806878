import { alignment, heaviestPairs, type Pair } from '../text/alignment.ts';
import { type CharacterPairs, characterPairs, likeness, sharedPairs } from '../text/likeness.ts';
import { isHeading, type TextBlock } from './report-text.ts';
import { type TextSection, textSections } from './text-section.ts';

/** Paragraphs less alike than this are not shown as versions of one. */
const alike = 0.3;
/** Paragraphs of different sections must be more alike to count as moved. */
const alikeElsewhere = 0.5;

/** A report prepared for pairing. */
interface Prepared {
  readonly blocks: readonly TextBlock[];
  readonly pairs: readonly CharacterPairs[];
  readonly sections: readonly TextSection[];
}

const none = characterPairs('');

const prepared = (blocks: readonly TextBlock[]): Prepared => ({
  blocks,
  pairs: blocks.map(({ text }) => characterPairs(text)),
  sections: textSections(blocks),
});

const headingPairs = ({ sections }: Prepared): CharacterPairs[] =>
  sections.map(({ heading }) => characterPairs(heading?.replace(/^[一二三四五六七八九十]+、|\d{4}年度?/g, '') ?? ''));

const places = (length: number): number[] => Array.from({ length }, (_, at) => at);

/** Which sections, and which blocks, of two reports answer each other; all by place. */
export interface Pairing {
  readonly sections: readonly Pair[];
  /** Blocks of paired sections, in order within each. */
  readonly inside: readonly Pair[];
  /** Blocks of sections that are not paired. */
  readonly elsewhere: readonly Pair[];
}

/** Sections that belong together: the opening ones, those that play one part, then those with like headings. */
function sectionPairs(left: Prepared, right: Prepared): Pair[] {
  const [headsA, headsB] = [headingPairs(left), headingPairs(right)];
  return heaviestPairs(places(left.sections.length), places(right.sections.length), (i, j) => {
    const [a, b] = [left.sections[i], right.sections[j]];
    if (!a || !b || (a.heading === null) !== (b.heading === null)) return 0;
    const like = a.heading === null ? 1 : likeness(headsA[i] ?? none, headsB[j] ?? none);
    if (a.role !== null && a.role === b.role && a.role !== 'extra') return 2 + like;
    return like >= alike ? like : 0;
  });
}

function orderedPairing(leftBlocks: readonly TextBlock[], rightBlocks: readonly TextBlock[]): Pairing {
  const [left, right] = [prepared(leftBlocks), prepared(rightBlocks)];
  const weight = (i: number, j: number, least: number): number => {
    const [a, b] = [left.blocks[i], right.blocks[j]];
    if (!a || !b || isHeading(a) !== isHeading(b)) return 0;
    const [x, y] = [left.pairs[i] ?? none, right.pairs[j] ?? none];
    if (a.text === b.text) return sharedPairs(x, y) + 1;
    return likeness(x, y) >= least ? sharedPairs(x, y) : 0;
  };
  const sections = sectionPairs(left, right);
  const inside = sections.flatMap(([i, j]): Pair[] => {
    const [a, b] = [left.sections[i], right.sections[j]];
    if (!a || !b) return [];
    const heads: Pair[] = a.heading === null ? [] : [[a.from, b.from]];
    const [fromA, fromB] = [a.from + heads.length, b.from + heads.length];
    const below = alignment(a.to - fromA, b.to - fromB, (x, y) => weight(fromA + x, fromB + y, alike));
    return [...heads, ...below.map(([x, y]): Pair => [fromA + x, fromB + y])];
  });
  const [takenA, takenB] = [new Set(inside.map(([i]) => i)), new Set(inside.map(([, j]) => j))];
  const elsewhere = heaviestPairs(
    places(leftBlocks.length).filter((i) => !takenA.has(i)),
    places(rightBlocks.length).filter((j) => !takenB.has(j)),
    (i, j) => weight(i, j, alikeElsewhere),
  );
  return { sections, inside, elsewhere };
}

const wholeText = (blocks: readonly TextBlock[]): string => blocks.map(({ text }) => text).join('\n');

const mirrored = (pairs: readonly Pair[]): Pair[] => pairs.map(([i, j]): Pair => [j, i]);

/**
 * Which block of one report answers which of the other: in order within sections that belong together, then, of what
 * is left, wherever the wording is alike. A heading is paired with a heading only, a section's with its partner's.
 * Which report stands on the left does not matter.
 */
export function blockPairs(left: readonly TextBlock[], right: readonly TextBlock[]): Pairing {
  if (wholeText(left) <= wholeText(right)) return orderedPairing(left, right);
  const { sections, inside, elsewhere } = orderedPairing(right, left);
  return { sections: mirrored(sections), inside: mirrored(inside), elsewhere: mirrored(elsewhere) };
}
