import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';
import { prerenderEntry } from '../../../src/build/pages/prerender-entry.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'prerender [entry] '));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(folder: string, name: string, minutesAgo: number): string {
  mkdirSync(join(root, folder, '.prerender'), { recursive: true });
  const file = join(root, folder, '.prerender', name);
  writeFileSync(file, '');
  const then = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(file, then, then);
  return file;
}

const found = (): string | null => prerenderEntry(root, join(root, 'dist.building'));

test('the bundle is found in the output folder, where a site inside the project has it', () => {
  expect(found()).toBeNull();
  const left = put('.astro', 'prerender-entry.older.mjs', 9);
  expect(found()).toBe(left);
  const own = put('dist.building', 'prerender-entry.new.mjs', 0);
  expect(found()).toBe(own);
});

test('the newest is taken where a killed build has left another', () => {
  put('.astro', 'prerender-entry.a.mjs', 9);
  const own = put('.astro', 'prerender-entry.b.mjs', 0);
  put('.astro', 'prerender-entry.c.mjs', 5);
  expect(found()).toBe(own);
});
