import { type LeafKind, leafKinds } from '../format/leaf-kinds.ts';
import type { PieceReader } from './piece-reader.ts';

/** What stands before the places of a leaf: its kind, and how many reports it counts. */
export interface LeafHead {
  readonly kind: LeafKind;
  readonly count: number;
}

/**
 * Reads the head of a block's next leaf and turns `path`, the path of the leaf before it, into this one's, in units;
 * `unwritten` stands for each that the block leaves out beyond `explicitDepth`. After a merged leaf's head its first
 * unit is still to be read.
 */
export function readLeafHead(
  reader: PieceReader,
  path: number[],
  { explicitDepth, unwritten }: { explicitDepth: number; unwritten: number },
): LeafHead {
  path.length = reader.numbers.number();
  const added = reader.numbers.number();
  const depth = path.length + (added >> 2);
  const kind = (added & 3) === 1 ? leafKinds.merged : (added & 3) === 2 ? leafKinds.end : leafKinds.plain;
  const count = reader.numbers.number();
  while (path.length < Math.min(depth, explicitDepth)) path.push(reader.unit());
  if (depth > explicitDepth) {
    let at = explicitDepth;
    for (let partings = reader.numbers.number(); partings > 0; partings--) {
      at += reader.numbers.number();
      while (path.length < at) path.push(unwritten);
      path[at] = reader.unit();
    }
    while (path.length < depth) path.push(unwritten);
  }
  return { kind, count };
}
