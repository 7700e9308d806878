import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { buildFolders, recoverSite, swapSite } from '../../src/build/site/finished-build.ts';
import { amendedReport } from '../../src/synth/amended-report.ts';
import { random } from '../../src/synth/random.ts';
import { buildEnvironment, built, copiedArchive, differences, placesIn, tree } from './invented-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-killed-'));
const places = placesIn(folder);
let report = '';
/** Two texts of one report, which are built in turn. */
let texts: readonly [string, string];
/** The site of each text. That of the first was built clean. */
const whole: Map<string, string>[] = [];
let duration = 0;

beforeAll(async () => {
  copiedArchive(inject('smallArchive'), folder);
  whole.push(tree(places.out));
  report = join(places.content, globSync('reports/*/*/*.md', { cwd: places.content }).sort()[0] ?? '');
  const text = readFileSync(report, 'utf8');
  texts = [text, amendedReport(text)];
  writeFileSync(report, texts[1]);
  const begun = performance.now();
  await built(places);
  duration = performance.now() - begun;
  whole.push(tree(places.out));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Begins a build and kills it, without warning, after so many milliseconds; false when it had ended before. */
async function killedAfter(milliseconds: number): Promise<boolean> {
  const child = spawn(process.execPath, ['scripts/build.ts'], { env: buildEnvironment(places), stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
  const timer = setTimeout(milliseconds).then(() => child.kill('SIGKILL'));
  const signal = await ended;
  await timer;
  return signal === 'SIGKILL';
}

test('a build killed at ten moments leaves a whole site, the last good one or the finished one, and the next is right', async () => {
  const chance = random('moments');
  let shortest = duration;
  let killed = 0;
  for (let moment = 0; killed < 10 && moment < 30; moment++) {
    // Back and forth: a page that a killed build left in the cache must not be taken for the present one.
    writeFileSync(report, texts[moment % 2] ?? '');
    const begun = performance.now();
    if (await killedAfter(shortest * (0.05 + 0.85 * chance.next()))) killed++;
    else shortest = Math.min(shortest, performance.now() - begun);
    // Killed in the midst of a change that was decided: whoever comes next ends it first.
    if (existsSync(buildFolders(places.out).journal)) recoverSite(buildFolders(places.out));
    const present = tree(places.out);
    expect(whole.map((site) => differences(site, present)).sort((one, other) => one.length - other.length)[0]).toEqual(
      [],
    );
  }
  expect(killed).toBe(10);
  writeFileSync(report, texts[0]);
  await built(places);
  expect(differences(tree(places.out), whole[0] ?? new Map())).toEqual([]);
  for (const left of Object.values(buildFolders(places.out)).slice(1)) expect(existsSync(left)).toBe(false);
}, 480_000);

test('a site whose build was killed between the two renamings is brought back', () => {
  const folders = buildFolders(join(folder, 'swapped'));
  const write = (path: string, text: string): void => {
    rmSync(path, { recursive: true, force: true });
    renameSync(mkdtempSync(join(folder, 'new-')), path);
    writeFileSync(join(path, 'index.html'), text);
  };
  write(folders.out, 'old');
  write(folders.building, 'new');
  const old = tree(folders.out);
  renameSync(folders.out, folders.previous);
  recoverSite(folders);
  expect(tree(folders.out)).toEqual(old);
  expect([existsSync(folders.building), existsSync(folders.previous)]).toEqual([false, false]);
  write(folders.building, 'new');
  swapSite(folders);
  expect(differences(old, tree(folders.out))).toEqual(['index.html']);
});
