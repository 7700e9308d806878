import type { BlockPlace, PiecePlace } from './directory-page.ts';
import { lastNotAfter } from './last-not-after.ts';
import { leafScan } from './leaf-scan.ts';
import { PieceReader, type WantedRoles } from './piece-reader.ts';
import { SearchFailure } from './search-failure.ts';
import type { Segment } from './segment.ts';
import { countIn } from './text-search.ts';

/** The blocks in which a phrase can stand; more than `most` are not listed to the end. */
async function blocksOf(segment: Segment, phrase: string, most: number): Promise<BlockPlace[]> {
  const { root } = segment.opening;
  const pageIndex = lastNotAfter(root, phrase);
  if (pageIndex < 0) return [];
  const page = await segment.page(pageIndex);
  const blocks = page.slice(lastNotAfter(page, phrase)).slice(0, 1);
  let rest = page.slice(lastNotAfter(page, phrase) + 1);
  for (let next = pageIndex + 1; blocks.length <= most; next++) {
    for (const block of rest) {
      if (!block.separator.startsWith(phrase) || blocks.length > most) return blocks;
      blocks.push(block);
    }
    if (!root[next]?.separator.startsWith(phrase)) return blocks;
    rest = [...(await segment.page(next))];
  }
  return blocks;
}

async function readers(
  segment: Segment,
  places: readonly PiecePlace[],
  wanted: WantedRoles | null,
): Promise<PieceReader[]> {
  const parts = await segment.pieces(places, wanted !== null);
  return parts.map((part) => new PieceReader(part, segment.opening.alphabet, wanted));
}

const unitsOf = (phrase: string): Uint16Array =>
  Uint16Array.from({ length: phrase.length }, (_, i) => phrase.charCodeAt(i));

/** Counts by report without those that no longer belong to the archive and those in which nothing is left. */
function live(segment: Segment, counts: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...counts].filter(([report, count]) => count > 0 && !segment.removed.has(report)));
}

/** What the files say of a phrase before any text is read. */
interface Found {
  readonly counts: Map<number, number>;
  /** Reports that may hold it: only their texts tell. */
  readonly candidates: Set<number>;
  /** Whether a text must bear `counts` out. */
  readonly isBlind: boolean;
}

async function found(segment: Segment, phrase: string, wanted: WantedRoles | null): Promise<Found> {
  const { headSpan, directory, explicitDepth } = segment.description;
  const blocks = await blocksOf(segment, phrase, headSpan);
  const counts = new Map<number, number>();
  const candidates = new Set<number>();
  const add = (report: number, count: number): void => void counts.set(report, (counts.get(report) ?? 0) + count);
  if (blocks.length > headSpan) {
    const head = blocks[0]?.heads.find(({ shortest, depth }) => shortest <= phrase.length && phrase.length <= depth);
    if (!head) throw new SearchFailure('damaged', directory);
    for (const reader of await readers(segment, [head], wanted)) reader.readCounted(add);
    return { counts, candidates, isBlind: false };
  }
  let isBlind = false;
  for (const reader of await readers(segment, blocks, wanted)) {
    const scan = leafScan(unitsOf(phrase), reader, explicitDepth);
    for (const [report, count] of scan.sure) add(report, count);
    for (const report of scan.candidates) if (!segment.removed.has(report)) candidates.add(report);
    isBlind ||= scan.isBlind;
  }
  return { counts, candidates, isBlind };
}

/** Texts that take about as much to read as looking up another piece of the phrase. */
const fewTexts = 2;
/** Units at the end of a phrase that are looked up for that. */
const shortestEnd = 3;
const longestEnd = 6;

/** Of reports in which a phrase may stand, those in which its end may too. */
async function sharedWithEnd(segment: Segment, phrase: string, reports: Set<number>): Promise<Set<number>> {
  const length = Math.min(longestEnd, phrase.length - 1);
  const end = phrase.slice(-length);
  const whole = (end.charCodeAt(0) & 0xfc00) === 0xdc00 ? end.slice(1) : end;
  if (reports.size <= fewTexts || whole.length < shortestEnd) return reports;
  const { counts, candidates } = await found(segment, whole, null);
  return new Set([...reports].filter((report) => counts.has(report) || candidates.has(report)));
}

/**
 * In which reports of a segment a folded phrase stands, and how often in each: exact, whatever the phrase. Reads a
 * page of the directory and a block or two, or a head; where the phrase is longer than what the block knows, the same
 * for its end and the texts of at most `leafSize` reports (`deepLeafSize`, beyond `explicitDepth`); the text of one
 * where the block left out what all its places share. With `wanted`, only places in sections with one of those roles
 * count.
 */
export async function phraseCounts(
  segment: Segment,
  phrase: string,
  wanted: WantedRoles | null,
): Promise<Map<number, number>> {
  const { counts, candidates, isBlind } = await found(segment, phrase, wanted);
  const add = (report: number, count: number): void => void counts.set(report, (counts.get(report) ?? 0) + count);
  if (isBlind) {
    const witness = [...counts.keys()].find((report) => !segment.removed.has(report));
    if (witness === undefined || countIn(await segment.foldedText(witness), phrase, null) === 0) return new Map();
  }
  await Promise.all(
    [...(await sharedWithEnd(segment, phrase, candidates))].map(async (report) =>
      add(report, countIn(await segment.foldedText(report), phrase, wanted)),
    ),
  );
  return live(segment, counts);
}
