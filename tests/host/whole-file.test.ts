import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeWhole } from '../../src/host/whole-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-whole-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file is written, with the folders that it needs, and replaced', () => {
  const file = join(folder, 'a', 'b', 'c.txt');
  for (const content of ['一', '二二', ''])
    for (const isLasting of [true, false]) {
      writeWhole(file, content, { isLasting });
      expect(readFileSync(file, 'utf8')).toBe(content);
    }
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c.txt']);
});

test('bytes and pieces are written as they come', () => {
  const file = join(folder, 'pieces');
  writeWhole(file, new Uint8Array([0, 255, 13, 10]));
  expect([...readFileSync(file)]).toEqual([0, 255, 13, 10]);
  writeWhole(file, ['一', new Uint8Array([10]), '二']);
  expect(readFileSync(file, 'utf8')).toBe('一\n二');
});

test('what cannot be written leaves what stood there, and nothing beside it', () => {
  const within = join(folder, 'failing');
  const file = join(within, 'kept.txt');
  writeWhole(file, '旧');
  function* broken(): Generator<string> {
    yield '新';
    throw new Error('no more');
  }
  expect(() => writeWhole(file, broken())).toThrow('no more');
  expect(readFileSync(file, 'utf8')).toBe('旧');
  mkdirSync(join(within, 'folder', 'full'), { recursive: true });
  expect(() => writeWhole(join(within, 'folder'), '新')).toThrow();
  expect(readdirSync(within).sort()).toEqual(['folder', 'kept.txt']);
});
