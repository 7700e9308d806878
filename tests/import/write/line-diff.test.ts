import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../../src/import/write/line-diff.ts';
import { runs } from '../../runs.ts';

const file = 'reports/34/341824/2023.md';

/** What the patch, read back, makes of the text. */
function patched(before: string | null, patch: string): string | false {
  const [read, ...more] = parsePatch(patch);
  expect(more).toEqual([]);
  expect([read?.oldFileName, read?.newFileName]).toEqual([before === null ? '/dev/null' : file, file]);
  // No fuzz, and no guessing of line endings: the patch must fit as it stands.
  return read ? applyPatch(before ?? '', read, { fuzzFactor: 0, autoConvertLineEndings: false }) : false;
}

const numbered = (count: number, word: string): string =>
  Array.from({ length: count }, (_, at) => `${word}${at}\n`).join('');

describe('the diff is a patch', () => {
  it('in the unified form, with counts of lines', () => {
    const before = '一\n二\n三\n四\n五\n六\n七\n八\n';
    expect(lineDiff(file, before, before.replace('五\n', '伍\n新\n'))).toBe(
      `--- ${file}\n+++ ${file}\n@@ -2,7 +2,8 @@\n 二\n 三\n 四\n-五\n+伍\n+新\n 六\n 七\n 八\n`,
    );
  });

  it('for a new file', () => {
    expect(lineDiff(file, null, '一\n二\n')).toBe(`--- /dev/null\n+++ ${file}\n@@ -0,0 +1,2 @@\n+一\n+二\n`);
  });

  it('none where nothing changes', () => {
    expect(lineDiff(file, '一\n', '一\n')).toBe('');
  });

  it.each([
    ['a new file without newline at its end', null, '一\n二'],
    ['a newline that comes', '一\n二', '一\n二\n'],
    ['a newline that goes', '一\n二\n', '一\n二'],
    ['CRLF throughout', '一\r\n二\r\n三\r\n', '一\r\n貳\r\n三\r\n'],
    ['CRLF to LF', '一\r\n二\r\n', '一\n二\n'],
    ['a carriage return within a line', '一\r二\n三', '一\r貳\n三'],
    ['everything gone', '一\n二\n', ''],
    ['lines that look like a patch', '--- a\n+++ b\n@@ -1 +1 @@\n', '--- a\n+++ c\n@@ -1 +1 @@\n\\ No newline\n'],
    ['changes far apart', numbered(100, '甲'), numbered(100, '甲').replace('甲5\n', '').replace('甲90\n', '乙\n')],
    ['texts with nothing in common', numbered(4000, '甲'), numbered(4000, '乙')],
    ['the same without newlines at the end', numbered(4000, '甲').trimEnd(), numbered(4000, '乙').trimEnd()],
  ])('%s', (_, before, after) => {
    expect(patched(before, lineDiff(file, before, after))).toBe(after);
  });

  it('for any two texts', () => {
    const line = fc.constantFrom('', '一', '二', '三', '\r', '-', '+', '\\', ' ', '一\r');
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('', '\n'))
      .map(([lines, end]) => lines.join('\n') + end);
    fc.assert(
      fc.property(fc.option(text, { freq: 20 }), text, (before, after) => {
        const patch = lineDiff(file, before, after);
        if (patch === '') expect(after).toBe(before ?? '');
        else expect(patched(before, patch)).toBe(after);
      }),
      { numRuns: runs(500) },
    );
  });
});

const spread = (letter: string, every: number): string =>
  Array.from({ length: 2_500_000 }, (_, at) => (at % every === 0 ? `${letter}\n` : '一\n')).join('');

it.each([
  ['differ in every line', numbered(600_000, '甲甲'), numbered(600_000, '乙乙')],
  ['are nearly all one line', spread('甲', 500), spread('乙', 501)],
])('two texts of five megabytes that %s are done in moderate time', (_, before, after) => {
  const start = performance.now();
  const patch = lineDiff(file, before, after, 300);
  expect(performance.now() - start).toBeLessThan(30_000);
  const count = before.split('\n').length - 1;
  expect(patch.slice(0, 200)).toContain(`@@ -1,${count} +1,${count} @@`);
});
