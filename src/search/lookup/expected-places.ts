import { patternChain } from '../pattern-chain.ts';
import { patternWordings } from '../pattern-need.ts';
import { isNearness, type Phrase, type Query } from '../query.ts';
import { expectTiles, type ListTile, listTiles } from './list-tiles.ts';
import type { PlaceReader } from './place-reader.ts';

/** The wordings whose places tell those of a phrase; null where only texts do. */
function placedWordings({ folded, pattern }: Phrase): string[] | null {
  return pattern ? (patternChain(pattern)?.flatMap(({ wordings }) => wordings) ?? null) : [folded];
}

/** Wordings that are known by their places together or not at all, each such set of a query. */
function placedTogether({ terms }: Query): string[][] {
  return terms.flatMap(({ alternatives }) =>
    alternatives.flatMap((item) => {
      if (isNearness(item)) {
        const [left, right] = [placedWordings(item.left), placedWordings(item.right)];
        return left && right ? [[...left, ...right]] : [];
      }
      // What can be listed is counted phrase by phrase.
      const own = item.pattern && !patternWordings(item.pattern.node) ? placedWordings(item) : null;
      return own ? [own] : [];
    }),
  );
}

async function expectTogether(places: PlaceReader, wordings: readonly string[]): Promise<void> {
  for (const wording of wordings) expectTiles(places, wording);
  const tiles = await Promise.all(wordings.map((wording) => listTiles(places, wording)));
  const lists: ListTile[] = [];
  for (const own of tiles) {
    // One that only texts tell leaves the others' lists unread.
    if (own === null) return;
    if (own !== 'nowhere') lists.push(...own);
  }
  for (const { list } of lists) places.read(list).catch(() => {});
}

/** Begins to read the lists of places that a query hangs on; of a failure they tell who asks for them. */
export function expectPlaces(places: PlaceReader, query: Query): void {
  const sets = placedTogether(query);
  if (sets.length === 0) return;
  places.firstParagraphs().catch(() => {});
  for (const wordings of sets) expectTogether(places, wordings).catch(() => {});
}
