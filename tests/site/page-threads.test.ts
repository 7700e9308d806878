import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built, differences, tree, writeInventedContent } from './invented-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-threads-'));
const content = join(folder, 'content');

/** The tree that a build with so many threads makes, beginning after so many pages. */
async function treeWith(name: string, threads: string): Promise<Map<string, string>> {
  const out = join(folder, name);
  await built({ content, out, cache: join(folder, `${name}-cache`) }, ['--without-search'], {
    ARCHIVE_THREADS: threads,
  });
  return tree(out);
}

beforeAll(() => writeInventedContent(content, 40));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('pages rendered on several cores are those rendered on one, byte for byte', async () => {
  const onOne = await treeWith('one', '0');
  const onThree = await treeWith('three', '2,1');
  expect(onOne.size).toBeGreaterThan(2000);
  expect(differences(onOne, onThree)).toEqual([]);
});
