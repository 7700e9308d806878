import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importRun } from '../../src/import/import-run.ts';
import { inputFiles } from '../../src/import/source/input-files.ts';
import { jixi, shangdang } from './five-expectations.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-'));
  mkdirSync(join(folder, 'in/sub'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const inside = (name: string): string => join(folder, 'in', name);
const capture = (sha256: string): Buffer => readFileSync(`content/sources/${sha256}.txt`);
const command = (...more: string[]) =>
  spawnSync(process.execPath, ['scripts/import.ts', ...more], {
    env: { ...process.env, ARCHIVE_CONTENT: join(folder, 'content') },
    encoding: 'utf8',
  });
const fixed = { today: '2026-01-01', isDry: false, mode: 'new', overrules: {} } as const;
const order = () => ({
  setting: { ...fixed, content: join(folder, 'content') },
  vocabularies: { regions: 'content', issuers: 'content', hosts: 'content' },
});
const task = (name: string) => ({
  ...{ file: inside(name), origin: { address: null, captured: null }, asksAddress: false },
});
/** A text that keeps recognition busy for as long as any may: a second or two. */
const heavy = `绩溪县2023年度法治政府建设情况报告\n${`${'(，'.repeat(95_000)}\n`.repeat(2)}`;

const recordShape = z.object({ file: z.string(), issues: z.array(z.object({ code: z.string() })) });

describe('a folder with everything that can be wrong', () => {
  it('has one issue for each bad file, and imports the good ones', () => {
    writeFileSync(inside('good.txt'), capture(jixi.sha256));
    writeFileSync(inside('-dash.txt'), capture(shangdang.sha256));
    writeFileSync(inside('empty.txt'), '');
    writeFileSync(inside('large.txt'), 'a'.repeat(5 * 1024 * 1024 + 1));
    writeFileSync(inside('notes.log'), 'log');
    writeFileSync(Buffer.concat([Buffer.from(inside('bad')), Buffer.from([0xff]), Buffer.from('.txt')]), 'x');
    writeFileSync(inside(`esc\u001b[31m${'名'.repeat(60)}.txt`), '\u001b[2J');
    symlinkSync('nowhere', inside('dangling.txt'));
    symlinkSync('loop.txt', inside('loop.txt'));
    symlinkSync('..', inside('sub/up'));
    const { status, stdout, stderr } = command('--json', join(folder, 'in'));
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => recordShape.parse(JSON.parse(line)));
    const told = records.map(({ file, issues }) => [
      file
        .slice(inside('').length)
        .replace(/^\//, '')
        .replace(/^esc.*/s, 'esc'),
      issues.map(({ code }) => code).find((code) => /^(?:input|program)\//.test(code)) ?? 'read',
    ]);
    expect(Object.fromEntries(told)).toEqual({
      'good.txt': 'read',
      '-dash.txt': 'read',
      esc: 'read',
      'empty.txt': 'input/empty',
      'large.txt': 'input/too-large',
      'bad\ufffd.txt': 'input/unreadable',
      'dangling.txt': 'input/unreadable',
      'loop.txt': 'input/unreadable',
      'sub/up': 'input/unreadable',
    });
    expect([status, stderr]).toEqual([1, '']);
    expect(globSync('reports/*/*/*.md', { cwd: join(folder, 'content') })).toHaveLength(2);
    expect(globSync('sources/*', { cwd: join(folder, 'content') })).toHaveLength(2);
    const again = command(join(folder, 'in'));
    expect(again.status).toBe(1);
    expect(again.stdout).toContain('已写入 0，无变化 2，未写入 7，读写失败或出错 4，不是可导入的种类 1');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach a terminal.
    expect(again.stdout).not.toMatch(/\u001b/);
    expect(again.stdout).not.toMatch(/^\s+at /m);
  });

  it('says that a folder holds nothing, and that a named file is a link to nowhere', () => {
    symlinkSync('nowhere', inside('dangling.txt'));
    const { status, stdout } = command(join(folder, 'in/sub'), inside('dangling.txt'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/error input\/none .*sub\n/);
    expect(stdout).toMatch(/error input\/unreadable .*dangling\.txt\n/);
  });

  it('is listed though it has 20,000 files', () => {
    for (let at = 0; at < 20_000; at++) writeFileSync(inside(`sub/${at}.txt`), '');
    expect(inputFiles([join(folder, 'in')]).files).toHaveLength(20_000);
  });
});

describe('a run', () => {
  it('gives up a file that takes too long and one that is gone, and goes on', async () => {
    writeFileSync(inside('slow.txt'), heavy);
    writeFileSync(inside('good.txt'), capture(jixi.sha256));
    const told = async (names: string[], limit?: number): Promise<string[][]> => {
      const codes: string[][] = [];
      for await (const { record, state } of importRun(names.map(task), order(), limit).outcomes)
        codes.push([state, ...record.issues.flatMap(({ code }) => (code.startsWith('input/') ? code : []))]);
      return codes;
    };
    const tooSlow = ['refused', 'input/too-slow'];
    expect(await told(['slow.txt', 'slow.txt'], 100)).toEqual([tooSlow, tooSlow]);
    expect(await told(['gone.txt', 'good.txt'])).toEqual([['refused', 'input/unreadable'], ['written']]);
  });

  it('is ended by Ctrl-C at once, in the midst of a long parse', async () => {
    for (let at = 0; at < 30; at++) writeFileSync(inside(`slow-${at}.txt`), heavy);
    const child = spawn(process.execPath, ['scripts/import.ts', join(folder, 'in')], {
      env: { ...process.env, ARCHIVE_CONTENT: join(folder, 'content') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'close');
    // The first file is told of, so the next is being read.
    await once(child.stdout, 'data');
    const begun = performance.now();
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
