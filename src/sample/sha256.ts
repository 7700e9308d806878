const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let at = 2; found.length < count; at++) if (found.every((prime) => at % prime !== 0)) found.push(at);
  return found;
};

/** The first 32 bits behind the point. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

const constants = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const beginning = Int32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

const turned = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(blocks.length - 4, (bytes.length << 3) >>> 0);
  return view;
}

/**
 * SHA-256 of a text's bytes in UTF-8, in hexadecimal. Of its own, and not the browser's: that has none for pages that
 * come over plain http or from a file.
 */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  const state = Int32Array.from(beginning);
  const words = new Int32Array(64);
  const word = (at: number): number => words[at] ?? 0;
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(block + at * 4);
    for (let at = 16; at < 64; at++) {
      const [near, far] = [word(at - 15), word(at - 2)];
      const small = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
      const large = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
      words[at] = (word(at - 16) + small + word(at - 7) + large) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let at = 0; at < 64; at++) {
      const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + sum + ((e & f) ^ (~e & g)) + (constants[at] ?? 0) + word(at)) | 0;
      const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = ((state[at] ?? 0) + value) | 0;
  }
  return Array.from(state, (value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
}
