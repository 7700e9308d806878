import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/archive/report-schema.ts';
import { reportFileText } from '../../src/content-files/report-file.ts';
import { sampleReport } from '../report-sample.ts';

const capture = '虚构的采集原件';
const sha256 = createHash('sha256').update(capture).digest('hex');
let folder: string;

const sound = (changes: Partial<Report> = {}): string =>
  reportFileText(
    {
      ...sampleReport,
      sources: [{ sha256, format: 'txt', url: null, medium: null, captured: null, excluded: [] }],
      ...changes,
    },
    '## 一、成效\n\n正文。\n',
  );

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-broken-'));
  put(`sources/${sha256}.txt`, capture);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const command = (script: string, ...parameters: string[]): { status: number | null; out: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...parameters], {
    env: { ...process.env, ARCHIVE_CONTENT: folder, ARCHIVE_OUT: join(folder, 'dist') },
    encoding: 'utf8',
  });
  return { status, out: `${stdout}${stderr}` };
};

test('sound content passes', () => {
  put('reports/14/140404/2023.md', sound());
  expect(command('check')).toMatchObject({ status: 0, out: expect.stringContaining('错误 0') });
});

test('every kind of broken file has one clear message, all in one run, and nothing is built', () => {
  put('reports/14/140404/2023.md', sound());
  put('reports/14/140404/again/2023.md', sound());
  put('reports/14/149999/2023.md', sound({ region: '149999', regionPath: ['山西省', '虚构市'] }));
  put('reports/14/140404/2022.md', sound().replace('year: 2023\n', ''));
  put('reports/14/140404/2021.md', sound({ year: 2021 }).replace('region: "140404"', 'region: 140404'));
  put('reports/14/140404/2020.md', sound({ year: 2020 }).replace('slug: null', 'slug: null\ncolour: red'));
  put('reports/14/140404/2019.md', '没有元数据');
  put(
    'reports/14/140404/2024.md',
    sound({
      year: 2024,
      notes: [{ code: 'damage/digit', quote: '不在文中', occurrence: 1, reading: null, reason: '虚构。' }],
    }),
  );
  const { status, out } = command('check', '--json');
  expect(status).toBe(1);
  const issues: unknown = JSON.parse(out);
  expect(issues).toEqual([
    expect.objectContaining({ code: 'report/front-matter', file: 'reports/14/140404/2019.md', line: 1 }),
    expect.objectContaining({
      code: 'report/schema',
      file: 'reports/14/140404/2020.md',
      message: expect.stringContaining('colour'),
    }),
    expect.objectContaining({
      code: 'report/schema',
      file: 'reports/14/140404/2021.md',
      line: 4,
      message: expect.stringMatching(/region：.*加引号.*140404/),
    }),
    expect.objectContaining({
      code: 'report/schema',
      file: 'reports/14/140404/2022.md',
      message: expect.stringContaining('year：'),
    }),
    expect.objectContaining({ code: 'report/note-unplaced', file: 'reports/14/140404/2024.md' }),
    expect.objectContaining({ code: 'report/duplicate-id', file: 'reports/14/140404/again/2023.md' }),
    expect.objectContaining({ code: 'report/path', file: 'reports/14/140404/again/2023.md' }),
    expect.objectContaining({ code: 'report/region-unknown', file: 'reports/14/149999/2023.md', line: 4 }),
  ]);
  const built = command('build');
  expect(built.status).toBe(1);
  expect(built.out).toContain('report/duplicate-id');
  expect(existsSync(join(folder, 'dist'))).toBe(false);
  expect(existsSync(join(folder, 'dist.building'))).toBe(false);
});

test('a body that was edited out of its normal form is worth a look, not an error', () => {
  put('reports/14/140404/2023.md', sound().replace('正文。', '正文<b>。'));
  expect(command('check')).toMatchObject({
    status: 0,
    out: expect.stringMatching(/warning report\/normal-form.*2023\.md:\d+/),
  });
});

test('a capture that was altered is an error', () => {
  put('reports/14/140404/2023.md', sound());
  put(`sources/${'0'.repeat(64)}.txt`, '别的');
  const { status, out } = command('check');
  expect(status).toBe(1);
  expect(out).toContain('source/altered');
});
