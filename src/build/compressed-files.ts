import { globSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { writeWhole } from '../host/whole-file.ts';

const texts = '**/*.{html,css,js,json,svg,txt,xml}';
/** The indexes are compressed in themselves, and parts of them are asked for by their place. */
const indexes = ['search-index/**', 'pagefind/**'];

/** Smaller files fit into one packet anyhow. */
const leastBytes = 1000;

const ways = [
  { ending: '.gz', compressed: promisify(gzip), options: { level: 9 } },
  {
    ending: '.br',
    // The last steps of quality take ten times as long for a hundredth of the bytes.
    compressed: promisify(brotliCompress),
    options: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } },
  },
] as const;

/** How many files were compressed, and their bytes before and after, the latter by the smaller of the two forms. */
export interface Compression {
  readonly files: number;
  readonly bytes: number;
  readonly compressedBytes: number;
}

async function compress(file: string): Promise<readonly number[]> {
  const bytes = await readFile(file);
  const sizes: number[] = [];
  for (const { ending, compressed, options } of ways) {
    const smaller = bytes.length < leastBytes ? bytes : await compressed(bytes, options);
    if (smaller.length < bytes.length) writeWhole(file + ending, smaller, { isLasting: false });
    // What stands there may be of an earlier text.
    else await rm(file + ending, { force: true });
    sizes.push(smaller.length);
  }
  return [bytes.length, ...sizes];
}

/**
 * Writes beside each text of a built site its compressed forms, `.gz` and `.br`, which hosts then give without
 * compressing anew; none where it would not be smaller. What is compressed already is left alone.
 */
export async function compressFiles(folder: string): Promise<Compression> {
  const names = globSync(texts, { cwd: folder, exclude: indexes }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  let [files, bytes, compressedBytes] = [0, 0, 0];
  const compressNext = async (): Promise<void> => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const [size = 0, ...sizes] = await compress(join(folder, name));
      const least = Math.min(...sizes);
      if (least < size) files++;
      bytes += size;
      compressedBytes += least;
    }
  };
  // As many as Node compresses at once.
  await Promise.all(Array.from({ length: 4 }, compressNext));
  return { files, bytes, compressedBytes };
}
