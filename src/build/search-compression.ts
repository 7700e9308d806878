import { constants, deflateRawSync } from 'node:zlib';

/** Raw deflate by Node: `matches` false where only the bytes' frequencies help. */
export function deflate(bytes: Uint8Array, matches: boolean): Uint8Array {
  return matches
    ? deflateRawSync(bytes, { level: 4 })
    : deflateRawSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY, windowBits: 9, memLevel: 8 });
}
