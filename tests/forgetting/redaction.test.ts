import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { redactionMark } from '../../src/archive/redaction.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { redactName } from '../../src/forgetting/redaction.ts';
import { importInput } from '../../src/import/import-input.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { madeDocx } from '../import/made-files.ts';

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
const order = (isDry = false) => ({
  content: join(folder, 'content'),
  id: '341525/2023',
  name: person,
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
  await expect(redactName({ ...order(), name: '341525' })).rejects.toMatchObject({
    issues: [{ code: 'report/schema', file: report, message: expect.stringContaining('region') }],
  });
  expect(everything()).toBe(before);
});

it('says when there is nothing to take out', async () => {
  await imported(lines.join('\n'), 'page.txt');
  expect(await redactName({ ...order(), name: '李某丙丁' })).toBeNull();
  expect(await redactName({ ...order(), id: '341525/2020' })).toBeNull();
});
