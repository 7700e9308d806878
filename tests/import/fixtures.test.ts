import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readIssuerRegister } from '../../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { importInput } from '../../src/import/import-input.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';

/** Each folder is one invented page on a pattern of real ones; the places are real, all else is made up. */
const folder = 'tests/fixtures/import';

const text = z.string().nullable();
const expectation = z.strictObject({
  isReport: z.boolean(),
  title: text.optional(),
  titleBasis: text.optional(),
  /** Code; of the unit above where the page is a township's or a development zone's. */
  region: text.optional(),
  year: z.int().nullable().optional(),
  issuerKind: text.optional(),
  published: text.optional(),
  signed: text.optional(),
  indexNumber: text.optional(),
});

const setting = {
  content: 'content',
  names: new RegionNames(regionTree(readRegionRegister('content').regions)),
  issuers: readIssuerRegister('content'),
  today: '2026-11-22',
  isDry: true,
  overrules: {},
  mode: 'new',
} as const;

describe('invented pages on real patterns', () => {
  const names = readdirSync(folder).sort();

  it('are at least 100', () => {
    expect(names.length).toBeGreaterThanOrEqual(100);
  });

  it.each(names)('%s', async (name) => {
    const wanted = expectation.parse(JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')));
    const { record } = await importInput(join(folder, name, 'input.txt'), setting);
    const got = { ...record, region: record.region?.code ?? null };
    expect(got).toMatchObject(wanted);
  });
});
