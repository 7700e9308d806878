import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inputFiles } from '../../src/import/source/input-files.ts';

test('a folder is read for every kind of file that is imported, by any of its endings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inputs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const imported = [
    'a.txt',
    'b.htm',
    'c.html',
    'd.mht',
    'e.mhtml',
    'f.docx',
    'g.PDF',
    'h.warc',
    'i.warc.gz',
    'noending',
  ];
  for (const name of [...imported, 'list.csv', 'log.json', 'photo.jpg']) writeFileSync(join(folder, name), 'x');
  const { files, passedOver, issues } = inputFiles([folder]);
  expect(files.map(({ file }) => basename(file))).toEqual(imported);
  expect(passedOver).toBe(3);
  expect(issues).toEqual([]);
});
