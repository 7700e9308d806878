const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Where a sealed piece that begins at `begin` may end: each place up to which the bytes agree with its checksum. */
function* possibleEnds(bytes: Uint8Array, begin: number): Generator<number> {
  if (begin + 4 > bytes.length) return;
  const wanted = new DataView(bytes.buffer, bytes.byteOffset).getUint32(begin, true);
  let state = 0xffffffff;
  for (let at = begin + 4; at < bytes.length; at++) {
    state = (state >>> 8) ^ (table[(state ^ (bytes[at] ?? 0)) & 255] ?? 0);
    if ((state ^ 0xffffffff) >>> 0 === wanted) yield at + 1;
  }
}

/**
 * The sealed pieces of a file of the exact index, one behind the other, by their checksums alone: no other file is
 * needed to tell where each ends. Null where the bytes are not such pieces throughout.
 */
export function sealedPieces(bytes: Uint8Array): Uint8Array[] | null {
  const ends: { readonly begin: number; readonly rest: Generator<number> }[] = [];
  let begin = 0;
  while (begin < bytes.length) {
    ends.push({ begin, rest: possibleEnds(bytes, begin) });
    // Bytes may agree with a checksum too early, once in billions: then what follows does not, and one goes on.
    for (let last = ends.at(-1); ; last = ends.at(-1)) {
      if (!last) return null;
      const end = last.rest.next();
      if (end.done) {
        ends.pop();
        continue;
      }
      begin = end.value;
      break;
    }
  }
  return ends.map((piece, at) => bytes.subarray(piece.begin, ends[at + 1]?.begin ?? bytes.length));
}
