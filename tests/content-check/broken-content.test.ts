import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/archive/report-schema.ts';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { reportFileText } from '../../src/content-files/report-file.ts';
import { sampleReport } from '../report-sample.ts';

const capture = '虚构县2023年度法治政府建设情况报告\n一、成效\n正文,一字不改。\n【打印】\n';
const sha256 = createHash('sha256').update(capture).digest('hex');
let folder: string;

const sound = (changes: Partial<Report> = {}): string =>
  reportFileText(
    {
      ...sampleReport,
      sources: [
        {
          ...{ sha256, format: 'txt', url: null, medium: null, captured: null },
          excluded: [
            { from: 1, to: 1, rule: 'title' },
            { from: 4, to: 4, rule: 'chrome/print' },
          ],
        },
      ],
      ...changes,
    },
    '## 一、成效\n\n正文，一字不改。\n',
  );

function put(path: string, text: string | Uint8Array): void {
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

test('the doubt of a picture is told to stay, others to be cleared up', async () => {
  const message = '虚构';
  const doubts = [
    { code: 'text/image', message },
    { code: 'date/signed-unknown', message },
  ];
  put('reports/14/140404/2023.md', sound({ doubts }));
  const { issues } = await contentIssues(folder);
  const hints = new Map(issues.map(({ code, hint }) => [code, hint]));
  expect(hints.get('doubt/image')).toContain('留着');
  expect(hints.get('doubt/signed-unknown')).toContain('删去');
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
      ...{ signed: null, published: null },
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
  put('reports/14/140404/2023.md', sound().replace('正文，', '\n\n正文，'));
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

test('a page that is called a Word file is an error: a host may leave it to browsers what it is', () => {
  const page = '<!doctype html><script>alert(1)</script>';
  put('reports/14/140404/2023.md', sound());
  put(`sources/${createHash('sha256').update(page).digest('hex')}.docx`, page);
  expect(command('check')).toMatchObject({ status: 1, out: expect.stringContaining('error source/format') });
});

test('a letter that is not the capture’s is an error that says what stands where, until the report owns to it', () => {
  const changed = sound().replace('一字不改', '只字未改');
  put('reports/14/140404/2023.md', changed);
  const { status, out } = command('check');
  expect(status).toBe(1);
  expect(out).toMatch(/error source\/letters-differ.*\n.*原件第 3 行作“一”，正文作“只”/);
  expect(out).toMatch(/原件第 3 行作“不”，正文作“未”/);
  const departures = [
    { capture: '一', text: '只', reason: '虚构。' },
    { capture: '不', text: '未', reason: '虚构。' },
  ];
  put('reports/14/140404/2023.md', sound({ departures }).replace('一字不改', '只字未改'));
  expect(command('check')).toMatchObject({ status: 0, out: expect.stringContaining('错误 0') });
});

test.for([
  [
    'the words around',
    [
      ['正文，一字', '正文，只字'],
      ['不改', '未改'],
    ],
    0,
  ],
  ['a stretch with two places', [['一字不改', '只字未改']], 0],
  [
    'letters alone',
    [
      ['一', '只'],
      ['不', '未'],
    ],
    0,
  ],
  ['one of two places', [['一字', '只字']], 1],
  [
    'words that do not stand around it',
    [
      ['第一', '第只'],
      ['不', '未'],
    ],
    1,
  ],
  [
    'one place twice',
    [
      ['一', '只'],
      ['一字', '只字'],
    ],
    1,
  ],
  ['nothing', [['字', '字']], 2],
] as const)('a departure may quote %s', async ([, quotes, left]) => {
  const departures = quotes.map(([capture, text]) => ({ capture, text, reason: '虚构。' }));
  put('reports/14/140404/2023.md', sound({ departures }).replace('一字不改', '只字未改'));
  const { issues } = await contentIssues(folder);
  expect(issues.filter(({ code }) => code === 'source/letters-differ')).toHaveLength(left);
});

test.for([
  ['a paragraph taken out', (text: string) => text.replace('正文，一字不改。\n', '')],
  ['a paragraph added', (text: string) => `${text}\n另有一段。\n`],
  ['a mark that was no restored one', (text: string) => text.replace('正文，', '正文。')],
  [
    'a line of the capture that no rule takes out',
    (text: string) => text.replace('from: 4', 'from: 5').replace('to: 4', 'to: 5'),
  ],
] as const)('%s is an error', ([, edit]) => {
  put('reports/14/140404/2023.md', edit(sound()));
  expect(command('check')).toMatchObject({ status: 1, out: expect.stringContaining('error source/letters-differ') });
});

test('a title that does not stand in the capture is an error where it is said to be its own', () => {
  put('reports/14/140404/2023.md', sound({ title: '虚构县2023年法治政府建设情况报告' }));
  expect(command('check')).toMatchObject({ status: 1, out: expect.stringContaining('error source/title-differs') });
  put('reports/14/140404/2023.md', sound({ title: '虚构县2023年法治政府建设情况报告', titleBasis: 'curator' }));
  expect(command('check')).toMatchObject({ status: 0 });
});

test('a capture of which nothing can be read is an error', () => {
  const broken = 'PK\u0003\u0004';
  const digest = createHash('sha256').update(broken).digest('hex');
  put(`sources/${digest}.docx`, broken);
  const source = { sha256: digest, format: 'docx', url: null, medium: null, captured: null, excluded: [] } as const;
  put('reports/14/140404/2023.md', sound({ sources: [{ ...source, excluded: [] }] }));
  expect(command('check')).toMatchObject({ status: 1, out: expect.stringContaining('error source/unreadable') });
});

test('a repair leaves what it would destroy as it stands, says why, and mends the rest', () => {
  const comment = sound({ year: 2022 }).replace('虚构县2023', '虚构县 #2023');
  const wide = Buffer.from(`\uFEFF${sound({ year: 2021 })}`, 'utf16le');
  // 天津市
  const gb = Uint8Array.from([
    ...Buffer.from('---\ntitle: '),
    0xcc,
    0xec,
    0xbd,
    0xf2,
    0xca,
    0xd0,
    ...Buffer.from('\n---\n'),
  ]);
  const conflict = `${sound({ year: 2019 })}\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b\n`;
  const untouched = [
    [2022, comment],
    [2021, wide],
    [2020, gb],
    [2019, conflict],
  ] as const;
  for (const [year, content] of untouched) put(`reports/14/140404/${year}.md`, content);
  put('reports/14/140404/2023.md', sound().replaceAll('\n', '\r\n'));
  const { status, out } = command('repair');
  expect(status).toBe(1);
  expect(out).toContain('已改 1，无须改 0，改不了 4');
  for (const code of ['report/comment', 'report/encoding', 'report/conflict-marker'])
    expect(out).toContain(`error ${code}`);
  expect(out).toMatch(/2020\.md[\s\S]*GB18030/);
  expect(out).toMatch(/2021\.md[\s\S]*UTF-16 LE/);
  for (const [year, content] of untouched)
    expect(readFileSync(join(folder, `reports/14/140404/${year}.md`)).equals(Buffer.from(content))).toBe(true);
  expect(readFileSync(join(folder, 'reports/14/140404/2023.md'), 'utf8')).toBe(sound());
});
