import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeAllWhole } from '../../src/host/whole-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => join(folder, name);
const all = (): string[] => globSync('**/*', { cwd: folder }).sort();

it('writes all files, with the folders above them', () => {
  writeFileSync(at('old'), 'before');
  writeAllWhole([
    { file: at('old'), content: 'after' },
    { file: at('a/b/new'), content: Buffer.from('new') },
  ]);
  expect([readFileSync(at('old'), 'utf8'), readFileSync(at('a/b/new'), 'utf8')]).toEqual(['after', 'new']);
  expect(all()).toEqual(['a', 'a/b', 'a/b/new', 'old']);
});

it('leaves everything as it was where one cannot be written', () => {
  writeFileSync(at('old'), 'before');
  const files = [
    { file: at('a/b/new'), content: 'new' },
    { file: at('old'), content: 'after' },
    { file: at('old/below'), content: 'no folder' },
  ];
  expect(() => writeAllWhole(files)).toThrow('EEXIST');
  expect([all(), readFileSync(at('old'), 'utf8')]).toEqual([['old'], 'before']);
});

it('takes new files away again where one cannot take its place', () => {
  mkdirSync(at('folder'));
  const files = [
    { file: at('a/b/new'), content: 'new' },
    { file: at('folder'), content: 'a folder stands here' },
  ];
  expect(() => writeAllWhole(files)).toThrow('EISDIR');
  expect(all()).toEqual(['folder']);
});
