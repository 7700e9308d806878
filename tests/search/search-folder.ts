import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchFailure } from '../../src/search/lookup/search-failure.ts';
import { wholeFileFetcher } from './whole-file-fetcher.ts';

/** Reads an index where it lies, without a server. */
export const folderFetcher = (folder: string): Fetcher =>
  wholeFileFetcher((file) =>
    readFile(join(folder, file)).catch(() => {
      throw new SearchFailure('missing', file);
    }),
  );
