import { mostEach } from '../format/layout.ts';
import { type LeafKind, leafKinds } from '../format/leaf-kinds.ts';
import { readLeafHead } from './leaf-head.ts';
import type { PieceReader } from './piece-reader.ts';

/** What a block says of a phrase. */
export interface LeafScan {
  /** Reports in which places stand below the phrase's node, and how many of the wanted roles in each. */
  readonly sure: Map<number, number>;
  /** Reports of the one leaf whose path the phrase goes beyond: whether it stands there, only their texts tell. */
  readonly candidates: Set<number>;
  /** Whether units between the explicit ones and the partings were passed unseen: one text must bear `sure` out. */
  readonly isBlind: boolean;
}

type Standing = 'before' | 'after' | 'below' | 'beyond';

/**
 * Scans a block for a phrase, given as its units; `explicitDepth` as the segment's start describes it. The leaves stand in order, so the phrase's places are those whose
 * path begins with it, or else lie in the last leaf that is not after it, if its path begins the phrase.
 */
export function leafScan(phrase: Uint16Array, reader: PieceReader, explicitDepth: number): LeafScan {
  const sure = new Map<number, number>();
  const candidates = new Set<number>();
  let isBlind = false;
  /** The units of the path, -1 where one was not written. */
  const path: number[] = [];

  const standing = (kind: LeafKind, first: number): Standing => {
    const shared = Math.min(path.length, phrase.length);
    for (let i = 0; i < shared; i++) {
      const unit = path[i] ?? -1;
      const wanted = phrase[i] ?? 0;
      if (unit !== -1 && unit !== wanted) return unit < wanted ? 'before' : 'after';
    }
    if (phrase.length <= path.length) return 'below';
    if (kind === leafKinds.end) return 'before';
    return kind === leafKinds.merged && first > (phrase[path.length] ?? 0) ? 'after' : 'beyond';
  };

  for (let leaves = reader.numbers.number(); leaves > 0; leaves--) {
    const { kind, count } = readLeafHead(reader, path, { explicitDepth, unwritten: -1 });
    const where = standing(kind, kind === leafKinds.merged ? reader.unit() : 0);
    if (where === 'after') break;
    candidates.clear();
    if (where === 'below') isBlind ||= path.slice(0, phrase.length).includes(-1);
    const tally = (report: number, wanted: number): void => {
      if (where === 'below') sure.set(report, (sure.get(report) ?? 0) + wanted);
      else if (where === 'beyond') candidates.add(report);
    };
    if (count <= mostEach) reader.readEach(count, tally);
    else reader.readCounted(tally);
  }
  return { sure, candidates, isBlind };
}
