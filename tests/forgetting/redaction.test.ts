import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redactionMark } from '../../src/archive/redaction.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { letterAccount } from '../../src/content-check/letter-account.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { redactName } from '../../src/forgetting/redaction.ts';
import { folderScan } from '../../src/forgetting/scan.ts';
import { type SoughtText, soughtText } from '../../src/forgetting/sought-text.ts';
import { importInput } from '../../src/import/import-input.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { madeDocx, madeHtml } from '../import/made-files.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const person = '张某甲乙';
const lines = [
  '霍山县2023年度法治政府建设情况报告',
  '2023年，霍山县坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：',
  '一、主要举措和成效',
  `（一）加强学习。邀请${person}到我县授课2次，全县依法行政水平不断提高，${person}的讲座受到欢迎。`,
  '二、存在的不足',
  '我县基层执法力量薄弱。',
];
const report = 'reports/34/341525/2023.md';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaction-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const imported = (bytes: Uint8Array | string, name: string) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const content = join(folder, 'content');
  return importInput(file, {
    content,
    names,
    issuers: [],
    today: '2025-06-01',
    isDry: false,
    mode: 'new',
    overrules: {},
  });
};
const sought = (text: string): SoughtText => {
  const found = soughtText(text);
  if (!found) throw new Error(`too short: ${text}`);
  return found;
};
const order = (isDry = false) => ({
  content: join(folder, 'content'),
  id: '341525/2023',
  name: sought(person),
  withVariants: false,
  reason: '应本人请求',
  today: '2025-07-01',
  isDry,
});
const everything = (): string =>
  globSync('**/*.*', { cwd: join(folder, 'content') })
    .map((name) => readFileSync(join(folder, 'content', name), 'utf8'))
    .join('\n');

it.each([
  ['page.txt', lines.join('\n')],
  ['page.docx', madeDocx(lines)],
] as const)(
  'takes a name out of text and capture, with mark and log, and lets the original not in again: %s',
  async (name, bytes) => {
    await imported(bytes, name);
    expect(await redactName(order(true))).toMatchObject({ count: 2 });
    expect(readFileSync(join(folder, 'content', report), 'utf8')).toContain(person);
    expect(await redactName(order())).toMatchObject({ count: 2 });
    expect(everything()).not.toContain(person);
    const held = readReportFile(readFileSync(join(folder, 'content', report), 'utf8'), report);
    expect(held.report?.redactions).toEqual([{ mark: redactionMark, day: '2025-07-01', reason: '应本人请求' }]);
    expect(held.report?.transformations).toContainEqual({ rule: 'redaction/name', count: 2 });
    expect(held.body?.split(redactionMark)).toHaveLength(3);
    const again = await imported(bytes, name);
    expect([again.state, again.record.issues[0]?.code]).toEqual(['refused', 'input/redacted']);
  },
);

/** Ways in which a page splits a name, and what stands there without it. */
const split: readonly (readonly [string, string, string])[] = [
  ['spaces', '张 某　甲乙', redactionMark],
  ['markup', '<b>张某</b><span class="x">甲乙</span>', `<b>${redactionMark}</b><span class="x"></span>`],
  ['entities', '张&#26576;&nbsp;甲&#x4e59;', redactionMark],
];

it.each(split)('takes a name out that is split by %s, and text and capture stay alike', async (_, form, left) => {
  const made = madeHtml(lines.slice(1), lines[0] ?? '', 'utf-8')
    .replaceAll(person, form)
    .replace('<head>', `<head><meta name="Author" content="${person}">`);
  expect((await imported(made, 'page.html')).state).toBe('written');
  expect(await redactName(order())).toMatchObject({ count: 2, variants: 0 });
  expect(await folderScan(join(folder, 'content'), [sought(person)])).toMatchObject({ found: [], unreadable: [] });
  const [capture = ''] = globSync('content/sources/*', { cwd: folder });
  const bytes = readFileSync(join(folder, capture));
  expect(bytes.toString()).toBe(`\ufeff${made.replaceAll(form, left).replaceAll(person, redactionMark)}`);
  const held = readReportFile(readFileSync(join(folder, 'content', report), 'utf8'), report);
  if (!held.report) throw new Error('no report');
  expect(await letterAccount(held.report, held.body, bytes)).toMatchObject({ unowned: [], hasTitle: true });
});

it('tells of forms in other letters and takes them out when asked', async () => {
  const traditional = lines.join('\n').replace(`，${person}`, '，張某甲乙');
  await imported(traditional, 'page.txt');
  expect(await redactName(order())).toMatchObject({ count: 1, variants: 1 });
  expect(everything()).toContain('張某甲乙');
  expect(await redactName({ ...order(), withVariants: true })).toMatchObject({ count: 1, variants: 0 });
  expect(everything()).not.toMatch(/[张張]某甲乙/);
});

it('refuses where the capture is another report’s too, and writes nothing', async () => {
  await imported(lines.join('\n'), 'page.txt');
  const other = readFileSync(join(folder, 'content', report), 'utf8').replace('year: 2023', 'year: 2022');
  writeFileSync(join(folder, 'content', report.replace('2023', '2022')), other);
  const before = everything();
  await expect(redactName(order())).rejects.toMatchObject({ issues: [{ code: 'source/shared', file: report }] });
  expect(everything()).toBe(before);
});

it('keeps the redaction when the redacted capture is imported again', async () => {
  await imported(lines.join('\n'), 'page.txt');
  await redactName(order());
  const before = readFileSync(join(folder, 'content', report), 'utf8');
  const [capture] = globSync('sources/*.txt', { cwd: join(folder, 'content') });
  const again = await imported(readFileSync(join(folder, 'content', capture ?? '')), 'again.txt');
  expect([again.state, readFileSync(join(folder, 'content', report), 'utf8') === before]).toEqual(['unchanged', true]);
});

it('refuses, and writes nothing, where a field could not stand without the name', async () => {
  await imported(lines.join('\n'), 'page.txt');
  const before = everything();
  await expect(redactName({ ...order(), name: sought('341525') })).rejects.toMatchObject({
    issues: [{ code: 'report/schema', file: report, message: expect.stringContaining('region') }],
  });
  expect(everything()).toBe(before);
});

it('says when there is nothing to take out', async () => {
  await imported(lines.join('\n'), 'page.txt');
  expect(await redactName({ ...order(), name: sought('李某丙丁') })).toBeNull();
  expect(await redactName({ ...order(), id: '341525/2020' })).toBeNull();
});
