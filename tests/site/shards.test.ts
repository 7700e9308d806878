import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built, tree, writeInventedContent } from './invented-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-shards-'));
const content = join(folder, 'content');
const merged = join(folder, 'merged');
const whole = join(folder, 'whole');
let reports = 0;

beforeAll(async () => {
  writeInventedContent(content, 120);
  const provinces = [...Map.groupBy(globSync('reports/*/*/*.md', { cwd: content }), (file) => file.slice(8, 10))]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 2)
    .map(([province]) => province);
  expect(provinces.length).toBe(2);
  // A province that lacks years which others have: it must not need them.
  const held = globSync(`reports/${provinces[0]}/*/*.md`, { cwd: content });
  for (const file of held) if (Number(/\/(\d{4})[^/]*$/.exec(file)?.[1]) < 2020) rmSync(join(content, file));
  reports = globSync('reports/*/*/*.md', { cwd: content }).filter((file) => !/\.v\d+\.md$/.test(file)).length;
  expect(reports).toBeLessThan(120);
  await built({ content, out: whole, cache: `${whole}.cache` });
  const part = { content, cache: join(folder, 'cache') };
  const environment = { ARCHIVE_SHARDS: join(folder, 'manifests') };
  for (const province of provinces)
    await built({ ...part, out: join(folder, province) }, ['--shard', province], environment);
  await built({ ...part, out: join(folder, 'root') }, ['--root'], environment);
  for (const name of [...provinces, 'root']) cpSync(join(folder, name), merged, { recursive: true });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('two provinces and the root, merged by copying, are the site that is built at once, byte for byte', () => {
  const [one, other] = [tree(whole), tree(merged)];
  expect([...one.keys()].filter((path) => one.get(path) !== other.get(path))).toEqual([]);
  expect([...other.keys()].filter((path) => !one.has(path))).toEqual([]);
  expect(readFileSync(join(merged, 'index.html'), 'utf8')).toContain(`<dd>${reports} 份</dd>`);
});
