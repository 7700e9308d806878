import { startFileName } from '../../src/search/format/start-file.ts';
import type { Fetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchFailure } from '../../src/search/lookup/search-failure.ts';

/** Reads an index whose files are given whole, without a server; fails as `damaged` where a file is too short. */
export const wholeFileFetcher = (whole: (file: string) => Promise<Uint8Array>): Fetcher => ({
  start: async () => new TextDecoder().decode(await whole(startFileName)),
  whole,
  range: async (file, from, length) => {
    const bytes = await whole(file);
    if (from + length > bytes.length) throw new SearchFailure('damaged', file);
    return bytes.subarray(from, from + length);
  },
  forget: () => {},
});
