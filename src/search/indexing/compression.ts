/** Raw deflate without header. `matches` false where bytes do not repeat and only their frequencies help. */
export type Deflate = (bytes: Uint8Array, matches: boolean) => Uint8Array;
