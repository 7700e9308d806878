import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { buildState, keepState, stands, timesDigest } from '../../../src/build/site/standing-build.ts';

let folder: string;
const within = (name: string): string => join(folder, name);
const old = new Date(Date.now() - 60_000);

function write(name: string, text: string): void {
  mkdirSync(join(within(name), '..'), { recursive: true });
  writeFileSync(within(name), text);
}

/** The times of the last change in any way cannot be set, only waited for. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2_100));

const siteDigest = (): string =>
  timesDigest(['b/page.html', 'a.html'].map((path) => [path, statSync(within(`site/${path}`))] as const));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-standing-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['content/a.md', 'content/b/c.md', 'cache/site.json', 'site/a.html', 'site/b/page.html'])
    write(name, name);
});

test('a build has nothing to do as long as nothing changed that it reads or has left', async () => {
  const [content, site, cache] = [within('content'), within('site'), within('cache')];
  // What was written just now may be written again in the same moment.
  expect(buildState('basis', content).content).toBeNull();
  keepState(buildState('basis', content), siteDigest(), cache);
  expect(stands(buildState('basis', content), site, cache)).toBe(false);
  await settled();
  const isStanding = (basis = 'basis'): boolean => stands(buildState(basis, content), site, cache);
  keepState(buildState('basis', content), siteDigest(), cache);
  expect(isStanding()).toBe(true);
  write('cache/build.lock', 'held');
  expect(isStanding()).toBe(true);
  expect(isStanding('another program')).toBe(false);
  for (const [name, change] of [
    ['site/b/page.html', (file: string) => writeFileSync(file, readFileSync(file))],
    ['site/a.html', (file: string) => rmSync(file)],
    ['site/c.html', (file: string) => writeFileSync(file, '')],
    ['cache/site.json', (file: string) => writeFileSync(file, 'damaged')],
    ['cache/standing.json', (file: string) => writeFileSync(file, 'damaged')],
  ] as const) {
    keepState(buildState('basis', content), siteDigest(), cache);
    expect(isStanding()).toBe(true);
    change(within(name));
    expect(isStanding(), name).toBe(false);
    write('site/a.html', '');
    rmSync(within('site/c.html'), { force: true });
  }
  keepState(buildState('basis', content), siteDigest(), cache);
  // Its time of writing was set back, its time of change cannot be.
  write('content/a.md', 'content/x.md');
  utimesSync(within('content/a.md'), old, old);
  expect(isStanding()).toBe(false);
});
