import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { fileSeal } from '../../src/host/file-seal.ts';
import { knownSeals } from '../../src/host/known-seals.ts';

test('a seal is believed until the file is written, even with its old date, and never of a file just written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-seals-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [file, young, kept] = [join(folder, 'file'), join(folder, 'young'), join(folder, 'kept')];
  writeFileSync(file, '法治');
  await setTimeout(2100);
  writeFileSync(young, '政府');
  const seals = knownSeals(kept);
  expect(seals.of(file)).toEqual(fileSeal(file));
  expect(seals.of(young)).toEqual(fileSeal(young));
  seals.save();
  expect(readFileSync(kept, 'utf8')).not.toContain('young');
  expect(knownSeals(kept).of(file)).toEqual(fileSeal(file));
  const { atime, mtime } = statSync(file);
  writeFileSync(file, '治法');
  utimesSync(file, atime, mtime);
  expect(knownSeals(kept).of(file)).toEqual(fileSeal(file));
  expect(() => knownSeals(kept).of(join(folder, 'none'))).toThrow('ENOENT');
  writeFileSync(kept, 'something else');
  expect(knownSeals(kept).of(file)).toEqual(fileSeal(file));
});
