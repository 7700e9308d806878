import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const files = globSync('.github/{workflows,actions/*}/*.yml').map((file) => file.replaceAll('\\', '/'));
const used = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, name = '']) => ({ file, name })),
);
const others = used.filter(({ name }) => !name.startsWith('./'));

const job = z.looseObject({ needs: z.union([z.string(), z.array(z.string())]).optional() });
const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  concurrency: z.looseObject({ group: z.string() }),
  jobs: z.record(z.string(), job),
});
const read = (name: string): z.infer<typeof workflow> =>
  workflow.parse(parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')));

describe('the workflows', () => {
  test('take every action of others at one commit, and say which version that is', () => {
    expect(others.length).toBeGreaterThan(5);
    for (const { name } of others) expect(name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const commits = new Map(others.map(({ name }) => [name.split('@')[0], name]));
    expect(new Set(others.map(({ name }) => name)).size).toBe(commits.size);
  });

  test('name only own actions and workflows that are there', () => {
    const own = used.filter(({ name }) => name.startsWith('./')).map(({ name }) => name);
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((name) => !existsSync(name.endsWith('.yml') ? name : join(name, 'action.yml')))).toEqual([]);
  });

  test('test pull requests, may write nothing, and deploy only what has passed', () => {
    expect(Object.keys(read('test').on)).toContain('pull_request');
    for (const name of ['test', 'site']) expect(read(name).permissions).toEqual({ contents: 'read' });
    const { jobs } = read('site');
    expect(jobs.deploy?.needs).toEqual(['test', 'whole', 'root']);
    for (const { needs = [] } of Object.values(jobs))
      for (const needed of [needs].flat()) expect(Object.keys(jobs)).toContain(needed);
  });
});

describe('the plan of a build', () => {
  let folder = '';
  const put = (path: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  };
  const plan = (several = '1000'): { status: number | null; stdout: string; stderr: string } =>
    spawnSync('bash', ['.github/plan-site.sh', folder, several], { encoding: 'utf8' });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'archive-plan-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('names the provinces that have reports, and nothing that merely lies about', () => {
    for (const path of ['34/341824/2023.md', '34/341824/2024-tea.md', '14/140404/2024.md', '14/140404x01/2024.v1.md'])
      put(`reports/${path}`);
    for (const path of ['.DS_Store', 'notes.md', 'desktop.ini', '37', 'old/340000/2023.md', '51/2023.md', '61/x.txt'])
      put(`reports/${path}`);
    put('reports/62/620000/Thumbs.db');
    put('reports/63/630000/notes.md');
    expect(plan()).toMatchObject({ status: 0, stdout: 'provinces=["14","34"]\nsharded=false\n' });
    expect(plan('3')).toMatchObject({ status: 0, stdout: 'provinces=["14","34"]\nsharded=true\n' });
  });

  test('leaves the State’s own reports to the root', () => {
    put('reports/00/000000/2024.md');
    expect(plan('1')).toMatchObject({ status: 0, stdout: 'provinces=[]\nsharded=false\n' });
  });

  test.for(['reports/notes.md', 'sources/x.txt'])('stops with a sentence where there are no reports but %s', (path) => {
    put(path);
    const { status, stdout, stderr } = plan();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/没有报告.*不生成空的网站/);
  });
});
