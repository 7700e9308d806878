import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** `UPDATE=1` writes what the importer says now into the files that say what it should; look at the difference then. */
const isUpdated = process.env.UPDATE === '1' && !process.env.CI;

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
    const file = join(folder, name, 'expected.json');
    const written: object = JSON.parse(readFileSync(file, 'utf8'));
    const wanted = expectation.parse(written);
    const { record } = await importInput(join(folder, name, 'input.txt'), setting);
    const got = { ...record, region: record.region?.code ?? null };
    if (isUpdated) {
      // Only what the file speaks of, and no file of which all holds.
      const present = new Map<string, unknown>(Object.entries(got));
      const now = JSON.stringify(Object.fromEntries(Object.keys(written).map((field) => [field, present.get(field)])));
      if (now !== JSON.stringify(written)) writeFileSync(file, `${JSON.stringify(JSON.parse(now), null, 2)}\n`);
      return;
    }
    expect(got).toMatchObject(wanted);
  });
});
