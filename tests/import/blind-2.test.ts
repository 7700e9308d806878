import { describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readIssuerRegister } from '../../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { type BlindField, blindFields, blindMarks } from './blind-score.ts';

/** Written by someone who had not seen the importer; how it scored at first stands in the folder's README. */
const marks = await blindMarks('tests/fixtures/blind-2', {
  content: 'content',
  names: new RegionNames(regionTree(readRegionRegister('content').regions)),
  issuers: readIssuerRegister('content'),
  today: '2026-11-22',
  isDry: true,
  overrules: {},
  mode: 'new',
});

/** What the issues about a field begin with. */
const doubts: Readonly<Record<BlindField, string>> = {
  isReport: 'not-report/',
  title: 'title/',
  region: 'region/',
  year: 'year/',
  issuerKind: 'issuer/',
  published: 'date/',
};

describe.each(blindFields)('pages that the importer was not made on: %s', (field) => {
  const own = marks.filter((mark) => mark.field === field);
  const shown = own.filter(({ isShown }) => isShown);

  it('is right on at least 95 % of the pages that show it, and wrong on at most 1 %', () => {
    expect(shown.length).toBeGreaterThanOrEqual(48);
    const right = shown.filter(({ mark }) => mark === 'right');
    expect(right.length / shown.length).toBeGreaterThanOrEqual(0.95);
    const wrong = own.filter(({ mark }) => mark === 'wrong');
    expect(wrong.length / own.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.01);
  });

  it('says so where it gives none', () => {
    const silent = own.filter(
      ({ mark, issues }) => mark === 'null' && !issues.some((code) => code.startsWith(doubts[field])),
    );
    expect(silent).toEqual([]);
  });
});
