import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readSealed, writeSealed } from '../../src/host/sealed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sealed-file-'));
const file = join(folder, 'sealed');
afterAll(() => rmSync(folder, { recursive: true }));
const written = (text: string): Buffer => {
  writeSealed(file, 'a-kind', text, { isLasting: false });
  return readFileSync(file);
};

test('a sealed text is read as it was written', () => {
  for (const text of ['', '\n', '{"名":"值"}', 'a\r\nb\n']) {
    written(text);
    expect(readSealed(file, 'a-kind')).toEqual({ text });
  }
});

test('what is missing, of another kind, or no file is none', () => {
  written('{}');
  expect(readSealed(join(folder, 'nowhere'), 'a-kind')).toEqual({ fault: 'missing' });
  expect(readSealed(file, 'another')).toEqual({ fault: 'damaged' });
  expect(readSealed(folder, 'a-kind')).toEqual({ fault: 'damaged' });
});

test('one bit more or less, or an end that is gone, is damage', () => {
  const whole = written('{"reports":[1,2,3],"名":"值"}');
  const places = fc.nat({ max: whole.length - 1 });
  fc.assert(
    fc.property(places, fc.nat({ max: 7 }), fc.boolean(), (at, bit, isCut) => {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
      writeFileSync(file, isCut ? whole.subarray(0, at) : bytes);
      expect(readSealed(file, 'a-kind')).toEqual({ fault: 'damaged' });
    }),
  );
});
