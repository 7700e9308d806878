import { createHash } from 'node:crypto';
import { closeSync, globSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchSource } from '../search/indexing/build-search-index.ts';

/** Where a line stands in a file, in bytes. */
interface Line {
  readonly from: number;
  readonly to: number;
}

function linesOf(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

function lineOf(path: string, { from, to }: Line): string {
  const bytes = Buffer.alloc(to - from);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return bytes.toString('utf8');
}

/** The reports of all shards as the exact index takes them, in the order of their ids; each is read when it is needed. */
export function shardSearchSources(folder: string): SearchSource[] {
  const files = globSync('*.documents.jsonl', { cwd: folder }).sort();
  return files.flatMap((name) => {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    return linesOf(bytes).map((line) => {
      const text = bytes.subarray(line.from, line.to);
      const { id }: { id: string } = JSON.parse(text.toString('utf8'));
      const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
      return { id, digest, document: () => JSON.parse(lineOf(path, line)) };
    });
  });
}
