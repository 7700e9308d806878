import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedCaptures } from '../content-files/report-file.ts';

/** Digests of the captures that report files other than these name, each with one file that names it. */
export function capturesOfOthers(content: string, files: readonly string[]): Map<string, string> {
  const own = new Set(files);
  const named = new Map<string, string>();
  for (const found of globSync('reports/*/*/*.md', { cwd: content }).sort()) {
    const file = found.replaceAll('\\', '/');
    if (own.has(file)) continue;
    for (const sha256 of namedCaptures(readFileSync(join(content, file), 'utf8'))) named.set(sha256, file);
  }
  return named;
}
