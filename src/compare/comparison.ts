import type { Pair } from '../text/alignment.ts';
import { blockPairs } from './block-pairs.ts';
import type { TextBlock } from './report-text.ts';
import type { Run } from './run.ts';
import { textDifference } from './text-difference.ts';
import { type TextSection, textSections } from './text-section.ts';

/** A block of one report with what of it stands in its partner; joined, the runs are its text. */
export interface ComparedBlock {
  readonly block: TextBlock;
  readonly runs: readonly Run[];
}

/** Two blocks that answer each other, or one that has no answer. */
export interface ComparisonRow {
  readonly left: ComparedBlock | null;
  readonly right: ComparedBlock | null;
  /** The two stand at different places of their reports; the row stands at the left one's. */
  readonly isMoved: boolean;
}

/** Characters of a report, white space not counted, and how many of them stand in runs marked same. */
export interface SharedText {
  readonly characters: number;
  readonly same: number;
}

/** The rows of a section of each report, or of one that has no partner. */
export interface ComparedSection {
  /** Both null where it is what stands before the first heading. */
  readonly heading: { readonly left: string | null; readonly right: string | null };
  /** Whether both reports have it. */
  readonly isPaired: boolean;
  /** Places of its rows: from the first, up to but without the last. */
  readonly from: number;
  readonly to: number;
  readonly left: SharedText;
  readonly right: SharedText;
}

/** Two reports side by side: every block of each stands in exactly one row, every row in exactly one section. */
export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly sections: readonly ComparedSection[];
  readonly left: SharedText;
  readonly right: SharedText;
}

const counted = (text: string): number => [...text.replace(/\s+/g, '')].length;

/** What of some blocks stands in their partners. */
export function sharedText(blocks: readonly (ComparedBlock | null)[]): SharedText {
  const runs = blocks.flatMap((block) => block?.runs ?? []);
  const sum = (some: readonly Run[]): number => some.reduce((total, { text }) => total + counted(text), 0);
  return { characters: sum(runs), same: sum(runs.filter(({ isSame }) => isSame)) };
}

const sharedTexts = (rows: readonly ComparisonRow[]): { left: SharedText; right: SharedText } => ({
  left: sharedText(rows.map(({ left }) => left)),
  right: sharedText(rows.map(({ right }) => right)),
});

/** How much of a text does not stand in the other, from 0 to 1; of an empty one 0. */
export const changedShare = (...sides: readonly SharedText[]): number => {
  const [characters, same] = [
    sides.reduce((sum, side) => sum + side.characters, 0),
    sides.reduce((sum, side) => sum + side.same, 0),
  ];
  return characters === 0 ? 0 : 1 - same / characters;
};

const alone = (block: TextBlock): ComparedBlock => ({ block, runs: [{ text: block.text, isSame: false }] });

/** A section of each report, side by side; null where it has no partner. */
interface SectionGroup {
  readonly left: TextSection | null;
  readonly right: TextSection | null;
}

/** Sections of the left in order, each beside its partner; those of the right alone follow the one before them. */
function sectionGroups(
  left: readonly TextSection[],
  right: readonly TextSection[],
  pairs: readonly Pair[],
): SectionGroup[] {
  const partner = new Map(pairs);
  const answered = new Set(partner.values());
  const groups: SectionGroup[] = left.map((section, at) => ({
    left: section,
    right: right[partner.get(at) ?? -1] ?? null,
  }));
  for (const [at, section] of right.entries()) {
    if (answered.has(at)) continue;
    const before = groups.findIndex((group) => group.right !== null && group.right === right[at - 1]);
    groups.splice(before + 1, 0, { left: null, right: section });
  }
  return groups;
}

/** Each left block's partner, and of the right places those that have one in line with its neighbours, or at all. */
interface BlockPartners {
  readonly partner: ReadonlyMap<number, number>;
  readonly inLine: ReadonlySet<number>;
  readonly answered: ReadonlySet<number>;
}

function groupRows(
  { left, right }: SectionGroup,
  leftBlocks: readonly TextBlock[],
  rightBlocks: readonly TextBlock[],
  { partner, inLine, answered }: BlockPartners,
): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  let done = right?.from ?? 0;
  const rightUpTo = (end: number): void => {
    for (; done < end; done++) {
      const block = rightBlocks[done];
      if (block && !answered.has(done)) rows.push({ left: null, right: alone(block), isMoved: false });
    }
  };
  for (let at = left?.from ?? 0; at < (left?.to ?? 0); at++) {
    const block = leftBlocks[at];
    if (!block) continue;
    const to = partner.get(at);
    const other = to === undefined ? undefined : rightBlocks[to];
    if (to === undefined || !other) {
      rows.push({ left: alone(block), right: null, isMoved: false });
      continue;
    }
    const isMoved = !inLine.has(to);
    if (!isMoved) rightUpTo(to);
    const runs = textDifference(block.text, other.text);
    rows.push({ left: { block, runs: runs.left }, right: { block: other, runs: runs.right }, isMoved });
  }
  rightUpTo(right?.to ?? 0);
  return rows;
}

/**
 * Compares two reports: sections by role and heading, paragraphs by likeness, sentences, characters. Swapping the
 * reports swaps the sides and pairs the same blocks. Two reports of 7,000 characters take well below a second.
 */
export function comparison(left: readonly TextBlock[], right: readonly TextBlock[]): Comparison {
  const { sections, inside, elsewhere } = blockPairs(left, right);
  const partner = new Map([...inside, ...elsewhere]);
  const partners = { partner, inLine: new Set(inside.map(([, to]) => to)), answered: new Set(partner.values()) };
  const rows: ComparisonRow[] = [];
  const compared = sectionGroups(textSections(left), textSections(right), sections).map((group): ComparedSection => {
    const own = groupRows(group, left, right, partners);
    const from = rows.length;
    rows.push(...own);
    return {
      heading: { left: group.left?.heading ?? null, right: group.right?.heading ?? null },
      isPaired: group.left !== null && group.right !== null,
      from,
      to: rows.length,
      ...sharedTexts(own),
    };
  });
  // A section whose every block answers one elsewhere has no rows of its own.
  return { rows, sections: compared.filter(({ from, to }) => from < to), ...sharedTexts(rows) };
}
