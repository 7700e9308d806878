import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shardInventories, shardInventory, writeShardInventory } from '../../src/build/site-inventory.ts';
import type { SiteInventory } from '../../src/build/site-manifest.ts';

const inventory: SiteInventory = {
  texts: { '341824/2023': ['1'.repeat(64), '2'.repeat(64)] },
  files: { 'reports/341824/2023/index.html': ['3'.repeat(64), 9] },
};

let folder = '';
const place = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-inventory-'));
  writeFileSync(place('34.reports.json'), '[]');
  writeFileSync(place('34.documents.jsonl'), '{}\n');
  writeFileSync(place('34.extracts.json'), '{}');
  writeShardInventory(folder, '34', inventory);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what a province has left is read as it was written', () => {
  expect(shardInventory(folder, '34')).toEqual(inventory);
  expect(shardInventories(folder)).toEqual([inventory]);
  expect(shardInventory(folder, '35')).toBeNull();
});

test.for([
  ['34.files.json', (file: string) => rmSync(file)],
  ['34.files.json', (file: string) => truncateSync(file, 100)],
  ['34.reports.json', (file: string) => writeFileSync(file, '[ ]')],
  ['34.documents.jsonl', (file: string) => appendFileSync(file, '{}\n')],
  ['34.documents.jsonl', (file: string) => rmSync(file)],
] as const)('a file of a province that is not what was written stops the root by name: %s', ([name, harm]) => {
  harm(place(name));
  expect(() => shardInventories(folder)).toThrow(
    `${place(name)} 缺失或已损坏；请重新生成这一省的分片（npm run build -- --shard 34）`,
  );
});
