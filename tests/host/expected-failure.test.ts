import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ExpectedFailure, failureSentence } from '../../src/host/expected-failure.ts';
import { standingFolder } from '../../src/host/standing-folder.ts';

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('what a person can mend is a sentence, a fault of the program is none', () => {
  const missing = join(import.meta.dirname, 'nowhere');
  expect(failureSentence(thrown(() => readFileSync(missing)))).toBe(`没有这个文件或文件夹：${missing}`);
  expect(failureSentence(thrown(() => readFileSync(import.meta.dirname)))).toBeNull();
  expect(failureSentence(new ExpectedFailure('换一个文件夹'))).toBe('换一个文件夹');
  expect(failureSentence(new TypeError('x is not a function'))).toBeNull();
  expect(failureSentence('a word')).toBeNull();
});

test('a folder that must stand is named with whoever chose it', () => {
  expect(standingFolder(import.meta.dirname, 'X')).toBe(import.meta.dirname);
  expect(failureSentence(thrown(() => standingFolder(import.meta.filename, 'ARCHIVE_CONTENT')))).toBe(
    `没有这个文件夹：${import.meta.filename}（由 ARCHIVE_CONTENT 指定，须先有此文件夹）`,
  );
});
