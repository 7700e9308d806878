import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startFileName } from '../../src/search/format/start-file.ts';
import type { Fetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchFailure } from '../../src/search/lookup/search-failure.ts';

/** Reads an index where it lies, without a server. */
export function folderFetcher(folder: string): Fetcher {
  const whole = async (file: string): Promise<Uint8Array> => {
    try {
      return await readFile(join(folder, file));
    } catch {
      throw new SearchFailure('missing', file);
    }
  };
  return {
    start: async () => new TextDecoder().decode(await whole(startFileName)),
    whole,
    range: async (file, from, length) => {
      const bytes = await whole(file);
      if (from + length > bytes.length) throw new SearchFailure('damaged', file);
      return bytes.subarray(from, from + length);
    },
    forget: () => {},
  };
}
