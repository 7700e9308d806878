import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { jixi } from './five-expectations.ts';

const count = 60;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A held capture under other counties' names. */
function makeInputs(): void {
  mkdirSync(join(folder, 'in'));
  const text = readFileSync(`content/sources/${jixi.sha256}.txt`, 'utf8');
  const counties = readRegionRegister('content').regions.filter(
    ({ level, name, since, until }) =>
      level === 'county' && /^\p{Script=Han}{2}县$/u.test(name) && since === null && until === null,
  );
  for (const [at, { name }] of counties.slice(0, count).entries())
    writeFileSync(
      join(folder, 'in', `${at}.txt`),
      text.replaceAll('绩溪县', name).replaceAll('绩溪', name.slice(0, 2)),
    );
}

const run = () =>
  spawn(process.execPath, ['scripts/import.ts', join(folder, 'in')], {
    env: { ...process.env, ARCHIVE_CONTENT: join(folder, 'content') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const reports = (): string[] => globSync('reports/*/*/*.md', { cwd: join(folder, 'content') });

it('Ctrl-C stops a run over plain texts behind the file at hand; the next run goes on and does no work twice', async () => {
  makeInputs();
  const first = run();
  await once(first.stdout, 'data');
  first.kill('SIGINT');
  const [code] = await once(first, 'close');
  const done = reports().length;
  expect(code).toBe(130);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(count / 2);
  expect(globSync('**/*.tmp', { cwd: join(folder, 'content') })).toEqual([]);
  const second = run();
  let said = '';
  second.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  await once(second, 'close');
  const all = reports().length;
  expect(all).toBeGreaterThan(count / 2);
  expect(said).toContain(`已写入 ${all - done}，无变化 ${done}`);
}, 60_000);
