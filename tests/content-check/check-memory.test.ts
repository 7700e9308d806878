import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkMemory, type FileFindings } from '../../src/content-check/check-memory.ts';
import { writeSealed } from '../../src/host/sealed-file.ts';

const file = 'reports/34/341824/2023.md';
const findings: FileFindings = {
  digest: 'd',
  redactions: 0,
  captures: ['sources/a.txt'],
  named: ['a'],
  versions: [{ version: 1, line: 9 }],
  issues: [{ code: 'report/schema', severity: 'note', file, line: null, message: '见此', hint: '无须处理' }],
  id: '341824/2023',
  account: {
    ledger: {
      input: 12,
      body: 8,
      title: 2,
      fields: 0,
      excluded: [{ line: 3, letters: 2, rule: 'chrome/print' }],
      balances: true,
    },
    same: 7,
    restored: [{ capture: ',', text: '，', count: 1 }],
    departures: 0,
  },
  extract: null,
  summary: null,
};

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-memory-'));
  path = join(folder, 'cache', 'check.json');
  const memory = checkMemory(path, 'basis');
  memory.remember(file, findings);
  memory.save();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was found is recalled while file and basis are the same', () => {
  expect(checkMemory(path, 'basis').recall(file, 'd')).toEqual(findings);
  expect(checkMemory(path, 'basis').recall(file, 'other')).toBeUndefined();
  expect(checkMemory(path, 'other').recall(file, 'd')).toBeUndefined();
});

test.for([
  ['null', () => 'null'],
  ['without files', () => '{"basis":"basis"}'],
  ['with an issue that has no message', (text: string) => text.replace('"message":', '"was":')],
  ['with a severity that there is not', (text: string) => text.replace('"note"', '"grave"')],
  ['with captures that are no names', (text: string) => text.replace('"sources/a.txt"', '7')],
] as const)('a memory of another shape is none: %s', ([, harm]) => {
  const [seal = '', text = ''] = readFileSync(path, 'utf8').split('\n');
  writeSealed(path, seal.split(' ')[0] ?? '', harm(text));
  expect(checkMemory(path, 'basis').recall(file, 'd')).toBeUndefined();
});

test.for([
  ['cut off', (text: string) => text.slice(0, -9)],
  ['with another finding', (text: string) => text.replace('见此', '见彼')],
] as const)('a memory that is not what was written is none, and this is told: %s', ([, harm]) => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  writeFileSync(path, harm(readFileSync(path, 'utf8')));
  expect(checkMemory(path, 'basis').recall(file, 'd')).toBeUndefined();
  expect(told.mock.calls).toEqual([['缓存里的检查结果已损坏，不用，重新生成。']]);
  told.mockRestore();
});
