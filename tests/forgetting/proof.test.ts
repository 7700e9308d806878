import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beyondLines, isProven, proof, proofLines } from '../../src/forgetting/proof.ts';
import { soughtText } from '../../src/forgetting/sought-text.ts';

const name = '虚构某甲乙丙';
const sought = [soughtText(name) ?? []].flat();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proof-'));
  for (const place of ['content', 'cache', 'site']) put(`${place}/sound.html`, '<p>虚构</p>');
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const places = () => ({
  content: join(folder, 'content'),
  cache: join(folder, 'cache'),
  out: join(folder, 'site'),
  shards: join(folder, 'shards'),
});

test('proves that nothing is left, or says where something is, never what', async () => {
  expect(isProven(await proof(places(), sought, { purges: false }))).toBe(true);
  for (const file of [
    'content/a.md',
    'cache/check.json',
    'site/a.html',
    'site.previous/b.html',
    'shards/34.documents.jsonl',
  ])
    put(file, `虚 构 某 ${name.slice(3)}`);
  const found = await proof(places(), sought, { purges: false });
  expect(isProven(found)).toBe(false);
  const lines = proofLines(found).join('\n');
  for (const file of [
    'content/a.md',
    'cache/check.json',
    'site/a.html',
    'site.previous/b.html',
    'shards/34.documents.jsonl',
  ])
    expect(lines).toContain(join(folder, file));
  expect(lines).not.toContain(name);
});

test('what the cache has of it is deleted, and what remains there is looked at again', async () => {
  put('cache/dist/reports/a/index.html', name);
  put('cache/incremental-build.json', '{}');
  const { cache, purged } = await proof(places(), sought, { purges: true });
  expect(purged).toEqual(['dist', 'incremental-build.json']);
  expect(cache).toMatchObject({ files: 1, found: [] });
});

test('the objects of the history are named by their paths', () => {
  expect(beyondLines('content', ["reports/a'b.md"]).join('\n')).toContain(
    `git rev-list --all --objects -- 'content/reports/a'\\''b.md'`,
  );
});
