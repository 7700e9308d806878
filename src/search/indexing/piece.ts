import { sealed } from '../format/sealed.ts';
import type { Deflate } from './compression.ts';
import type { PieceStreams } from './place-counts.ts';

/** A block or a head as it stands in a pack: what every query reads, and after it the roles. */
export interface Piece {
  readonly main: Uint8Array;
  readonly roles: Uint8Array;
}

/** Compresses and seals what was written into the streams, and empties them. */
export function pieceOf(streams: PieceStreams, deflate: Deflate): Piece {
  const { numbers, units, widths, bits, eachRole, roles } = streams;
  const main = sealed([
    deflate(numbers.view(), true),
    deflate(units.view(), true),
    deflate(widths.view(), false),
    bits.take(),
  ]);
  const each = eachRole.view();
  const pairs = Uint8Array.from(
    { length: (each.length + 1) >> 1 },
    (_, i) => (each[i * 2] ?? 0) * 8 + (each[i * 2 + 1] ?? 0),
  );
  const piece = { main, roles: sealed([deflate(pairs, false), deflate(roles.view(), true)]) };
  numbers.clear();
  units.clear();
  widths.clear();
  eachRole.clear();
  roles.clear();
  return piece;
}
