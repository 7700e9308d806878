import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeAllWhole } from '../../src/host/whole-change.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-change-'));
  for (const name of ['kept', 'changed', 'gone']) writeFileSync(join(folder, name), `${name} before`);
});
afterEach(() => rmSync(folder, { recursive: true }));

const held = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const at = (name: string): string => join(folder, name);

test('writes, overwrites and takes away', () => {
  const write = [
    { file: at('changed'), content: 'after' },
    { file: at('new'), content: 'after' },
  ];
  changeAllWhole(write, [at('gone'), at('never there')]);
  expect(held()).toEqual({ kept: 'kept before', changed: 'after', new: 'after' });
});

test('leaves all as it was where one of many cannot be done', () => {
  // Too long for a name beside it.
  const long = 'x'.repeat(250);
  writeFileSync(at(long), 'long before');
  const before = held();
  const write = [
    { file: at('changed'), content: 'after' },
    { file: at('new'), content: 'after' },
  ];
  expect(() => changeAllWhole(write, [at('gone'), at(long)])).toThrow('ENAMETOOLONG');
  expect(held()).toEqual(before);
});
