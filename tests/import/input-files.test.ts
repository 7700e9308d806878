import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('the folder that a browser saves beside a page is a part of it; any other folder is looked into', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inputs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '某县.html'), 'x');
  for (const name of ['某县_files', '某县.files', '别县_files', '某县']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'frame.html'), 'x');
  }
  const { files, passedOver } = inputFiles([folder]);
  expect(files.map(({ file }) => file.slice(folder.length + 1))).toEqual([
    '别县_files/frame.html',
    '某县/frame.html',
    '某县.html',
  ]);
  expect(passedOver).toBe(2);
  expect(inputFiles([join(folder, '某县_files')]).files).toHaveLength(1);
});
