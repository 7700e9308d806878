import { unsealed } from '../format/sealed.ts';
import type { Fetcher } from './fetcher.ts';
import { SearchFailure } from './search-failure.ts';

/** Undoes raw deflate. */
async function inflated(bytes: Uint8Array): Promise<Uint8Array> {
  let inflation: DecompressionStream;
  try {
    inflation = new DecompressionStream('deflate-raw');
  } catch {
    throw new SearchFailure('unsupported', 'DecompressionStream');
  }
  const copy = new Uint8Array(bytes);
  return new Uint8Array(await new Response(new Blob([copy]).stream().pipeThrough(inflation)).arrayBuffer());
}

/** Decodes; what was sealed well but reads ill is a damaged file too. */
export function decoded<Value>(file: string, decode: () => Value): Value {
  try {
    return decode();
  } catch {
    throw new SearchFailure('damaged', file);
  }
}

/**
 * Opens a sealed piece of an index file: its `deflated` first parts inflated, then its `plain` ones as they are.
 * Fails as `damaged` when the bytes are not what was written, and has them fetched anew the next time.
 */
export async function opened(
  bytes: Uint8Array,
  order: readonly ('deflated' | 'plain')[],
  file: string,
  fetcher: Fetcher,
): Promise<Uint8Array[]> {
  const parts = unsealed(bytes, order.length);
  if (parts === null) {
    fetcher.forget(file);
    throw new SearchFailure('damaged', file);
  }
  return Promise.all(parts.map((part, i) => (order[i] === 'deflated' ? inflated(part) : part)));
}
