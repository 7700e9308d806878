import { describe, expect, test } from 'vitest';
import { captureFormatFault } from '../../src/content-check/capture-format.ts';
import { UnreadableInput } from '../../src/import/lines/reading.ts';
import { readCapture } from '../../src/import/read/capture.ts';
import { hostileCaptures, misnamedCaptures } from './captures.ts';

describe('a hostile capture is read as letters, or refused in words', () => {
  test.for(hostileCaptures.map((capture) => [capture.name.slice(0, 70), capture] as const))(
    '%s',
    async ([, { format, bytes }]) => {
      try {
        const { lines, format: found } = await readCapture(bytes, `capture.${format}`);
        const letters = JSON.stringify(lines);
        expect(letters.length).toBeLessThan(100_000);
        expect(letters).not.toContain('root:x:');
        // What a page runs is no letter of it.
        if (found === 'html' || found === 'mht' || found === 'warc') expect(letters).not.toContain('localStorage.ran');
      } catch (error) {
        if (!(error instanceof UnreadableInput)) throw error;
        expect(error.message).toMatch(/\p{Script=Han}/u);
      }
    },
  );
});

test('each begins as its format does, so that no name promises another', () => {
  expect(hostileCaptures.filter(({ format, bytes }) => captureFormatFault(format, bytes) !== null)).toEqual([]);
});

test.for(misnamedCaptures)('$name is an error of the check', ({ format, bytes }) => {
  expect(captureFormatFault(format, bytes)).toMatch(/\p{Script=Han}/u);
});
