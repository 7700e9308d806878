import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Alphabet, rankedUnits } from '../../src/search/format/alphabet.ts';
import { BitReader, BitWriter } from '../../src/search/format/bits.ts';
import { ByteReader } from '../../src/search/format/byte-reader.ts';
import { ByteWriter } from '../../src/search/format/byte-writer.ts';
import { checksum } from '../../src/search/format/checksum.ts';
import { readGap, writeGap } from '../../src/search/format/gaps.ts';
import { openingBytes, readOpening } from '../../src/search/format/report-columns.ts';
import { sealed, unsealed } from '../../src/search/format/sealed.ts';
import { reportText, textRecord } from '../../src/search/format/text-record.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { folded } from '../../src/text/fold.ts';
import { inventedDocument } from './invented-documents.ts';

test('numbers and texts read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeNat()), fc.array(fc.string({ unit: 'binary' })), (numbers, texts) => {
      const writer = new ByteWriter(1);
      for (const number of numbers) writer.number(number);
      for (const text of texts) writer.text(text);
      const reader = new ByteReader(writer.written());
      expect(numbers.map(() => reader.number())).toEqual(numbers);
      expect(texts.map(() => reader.text())).toEqual(texts);
      expect(reader.rest).toBe(0);
      expect(() => reader.byte()).toThrow(RangeError);
    }),
  );
});

test('steps read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1 << 24 })), (gaps) => {
      const [widths, bits] = [new ByteWriter(), new BitWriter()];
      for (const gap of gaps) writeGap(gap, widths, bits);
      const [widthReader, bitReader] = [new ByteReader(widths.written()), new BitReader(bits.take())];
      expect(gaps.map(() => readGap(widthReader, bitReader))).toEqual(gaps);
    }),
  );
});

test('any text reads as it was written in any alphabet, however many units it has', () => {
  const all = Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (const units of [[], [0x4e00], all]) {
    const alphabet = new Alphabet(units);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        const text = String.fromCharCode(...codes);
        expect(alphabet.decoded(alphabet.coded(text))).toBe(text);
      }),
    );
  }
});

test('the most frequent units get the short codes', () => {
  const counts = new Uint32Array(0x10000);
  for (let unit = 0; unit < 3000; unit++) counts[0x4e00 + unit] = unit + 1;
  const ranked = rankedUnits(counts);
  expect(ranked).toHaveLength(3000);
  expect(Math.min(...ranked.slice(0, 192))).toBe(0x4e00 + 3000 - 192);
  expect(new Alphabet(ranked).coded(String.fromCharCode(0x4e00 + 2999))).toHaveLength(1);
});

test('what is sealed opens; with any bit turned or any byte lost it does not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array(), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat({ max: 7 }),
      (parts, at, bit) => {
        const bytes = sealed(parts);
        expect(unsealed(bytes, parts.length)).toEqual(parts);
        const place = at % bytes.length;
        expect(unsealed(bytes.with(place, (bytes[place] ?? 0) ^ (1 << bit)), parts.length)).toBeNull();
        expect(unsealed(bytes.subarray(0, place), parts.length)).toBeNull();
      },
    ),
  );
});

test('the checksum is CRC-32', () => {
  expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('a segment’s opening reads as it was written', () => {
  const opening = {
    alphabet: new Alphabet([0x4e00, 0x20, 0xffff, 0]),
    root: [
      { separator: '一', length: 3 },
      { separator: '\ud83d', length: 70_000 },
    ],
    reports: {
      ids: ['110000/2023', '110000/2024', '110101/2024-justice-bureau'],
      levels: [1, 1, 3],
      issuerKinds: [0, 1, 3],
    },
  };
  const read = readOpening(openingBytes(opening));
  expect(read.alphabet.units).toEqual(opening.alphabet.units);
  expect(read.root).toEqual(opening.root);
  expect(read.reports).toEqual(opening.reports);
});

test.for([
  'null',
  '[]',
  '{}',
  '{"title":null,"path":[],"sections":{}}',
  '{"title":1,"path":[],"sections":[]}',
  '{"title":null,"path":[null],"sections":[]}',
  '{"title":null,"path":[],"sections":[null]}',
  '{"title":null,"path":[],"sections":[{"heading":null,"role":"plot","paragraphs":[]}]}',
  '{"title":null,"path":[],"sections":[{"heading":null,"role":null,"paragraphs":[1]}]}',
  '{"title":null,"path":[],"sections":[{"heading":null,"role":null,"paragraphs":[["法治"]]}]}',
])('what is no report’s text is not taken for one: %s', (json) => {
  expect(() => reportText(json)).toThrow('no text of a report');
});

test('a report’s text reads as it was written, anchors of any make included', () => {
  for (let seed = 0; seed < 60; seed++) {
    const document = inventedDocument(randomNumbers(seed), seed);
    const paragraphs = document.paragraphs.map((paragraph, i) =>
      i % 3 === 2 ? { ...paragraph, anchor: 'p-0-9' } : paragraph,
    );
    const { title, path } = document;
    const folds = paragraphs.map(({ text }) => folded(text));
    expect(reportText(textRecord({ ...document, paragraphs }, folds))).toEqual({ title, path, paragraphs });
  }
});
