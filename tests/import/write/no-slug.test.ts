import { appendFileSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readIssuerRegister } from '../../../src/content-files/issuer-register.ts';
import { importInput } from '../../../src/import/import-input.ts';
import type { ImportOutcome } from '../../../src/import/import-outcome.ts';
import type { Overrules } from '../../../src/import/recognise/recognition.ts';
import { pageNames, reportParagraphs } from '../read/imported-page.ts';

const office = '霍山县茶产业发展中心';
const page = [
  `${office}2023年度法治政府建设情况报告`,
  ...reportParagraphs.map((text) =>
    text.replaceAll(/我县|全县|县委、县政府/g, '我中心').replace('霍山县人民政府', office),
  ),
].join('\n');

let content = '';
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  copyFileSync('content/issuers.yaml', join(content, 'issuers.yaml'));
  writeFileSync(join(content, 'page.txt'), page);
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

const imported = (overrules: Overrules = {}, file = 'page.txt'): Promise<ImportOutcome> =>
  importInput(join(content, file), {
    ...{ content, names: pageNames, issuers: readIssuerRegister(content) },
    ...{ today: '2026-01-01', isDry: false, mode: 'new', overrules },
  });
const told = ({ record }: ImportOutcome, code: string) => record.issues.find((issue) => issue.code === code);

it('a department without a fixed name is refused by that name, with a line that can be pasted', async () => {
  const first = await imported();
  expect([first.state, first.record.reportId]).toEqual(['refused', null]);
  expect(first.record.issues.flatMap(({ code, severity }) => (severity === 'error' ? code : []))).toEqual([
    'issuer/no-slug',
  ]);
  const issue = told(first, 'issuer/no-slug');
  expect(issue?.message).toContain(office);
  const line = /- \{ slug: .*$/.exec(issue?.hint ?? '')?.[0] ?? '';
  expect(line).toBe('- { slug: cha-chan-ye-fa-zhan-zhong-xin, names: ["茶产业发展中心"] }');
  // Region, year and issuer given change nothing.
  const forced = await imported({ region: '341525', year: 2023, issuer: office });
  expect(told(forced, 'issuer/no-slug')?.hint).toBe(issue?.hint);
  appendFileSync(join(content, 'issuers.yaml'), `${line}\n`);
  const written = await imported();
  expect([written.state, written.record.path]).toEqual([
    'written',
    'reports/34/341525/2023-cha-chan-ye-fa-zhan-zhong-xin.md',
  ]);
});

it('or is given one, which is kept when its capture is imported again', async () => {
  const written = await imported({ slug: 'tea-center' });
  expect([written.state, written.record.reportId]).toEqual(['written', '341525/2023-tea-center']);
  expect(told(written, 'issuer/slug-given')?.hint).toContain('- { slug: tea-center, names: ["茶产业发展中心"] }');
  const again = await imported();
  expect([again.state, again.record.reportId]).toEqual(['unchanged', '341525/2023-tea-center']);
  expect(told(again, 'issuer/slug-given')).toBeUndefined();
});

it('none that the register contradicts, and none for a government', async () => {
  writeFileSync(join(content, 'justice.txt'), page.replaceAll('茶产业发展中心', '司法局'));
  const other = await imported({ slug: 'law-bureau' }, 'justice.txt');
  expect([other.state, told(other, 'issuer/slug-differs')?.message]).toEqual([
    'refused',
    expect.stringContaining('登记为 justice-bureau'),
  ]);
  expect((await imported({ slug: 'justice-bureau' }, 'justice.txt')).state).toBe('written');
  writeFileSync(
    join(content, 'county.txt'),
    page.replaceAll('茶产业发展中心', '人民政府').replaceAll('我中心', '我县'),
  );
  const county = await imported({ slug: 'county' }, 'county.txt');
  expect([county.state, told(county, 'issuer/slug-needless') !== undefined]).toEqual(['refused', true]);
});
