import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundlesOfScope, hasRankedBundles, isRankedBundles, plannedBundles } from '../../src/search/ranked-bundles.ts';

const limits = { single: 40, most: 12 };
const member = fc.record({
  region: fc
    .tuple(fc.integer({ min: 11, max: 14 }), fc.integer({ min: 0, max: 99 }))
    .map(([p, q]) => `${p}${String(q).padStart(2, '0')}01`),
  year: fc.integer({ min: 2004, max: 2030 }),
});
const many = fc.array(member, { minLength: 41, maxLength: 200 });

test('an archive that one bundle would not hold has bundles only where they are asked for', () => {
  expect([0, 2000, 2001].map((reports) => hasRankedBundles(reports, null))).toEqual([true, true, false]);
  expect([1, 30_000].map((reports) => hasRankedBundles(reports, true))).toEqual([true, true]);
  expect(hasRankedBundles(1, false)).toBe(false);
});

test('up to the limit one bundle serves all', () => {
  const [bundle, ...others] = plannedBundles([{ region: '140404', year: 2024 }], limits);
  expect(others).toEqual([]);
  expect(bundle).toMatchObject({ folder: '', province: null, years: null, prefectures: null, reports: 1 });
});

test('every report is in exactly one bundle, of its own scope, and no bundle is too large', () => {
  fc.assert(
    fc.property(many, (members) => {
      const bundles = plannedBundles(members, limits);
      expect(bundles.flatMap((bundle) => bundle.members).length).toBe(members.length);
      expect(new Set(bundles.map(({ folder }) => folder)).size).toBe(bundles.length);
      for (const bundle of bundles) {
        expect(bundle.reports).toBe(bundle.members.length);
        const places = new Set(bundle.members.map(({ region, year }) => `${region.slice(0, 4)}/${year}`));
        if (places.size > 1) expect(bundle.reports).toBeLessThanOrEqual(limits.most);
        for (const { region, year } of bundle.members) {
          const found = bundlesOfScope({ version: 1, bundles }, { region, years: [year, year] });
          expect(found.map(({ folder }) => folder)).toEqual([bundle.folder]);
        }
      }
    }),
  );
});

test('an addition changes no bundle but the one it falls into', () => {
  fc.assert(
    fc.property(many, member, (members, added) => {
      const before = plannedBundles(members, limits);
      const after = plannedBundles([...members, added], limits);
      const names = new Map(after.map((bundle) => [bundle.folder, bundle.members]));
      const changed = before.filter(({ folder, members: held }) => {
        const now = names.get(folder);
        return now === undefined || now.length !== held.length || now.some((one, at) => one !== held[at]);
      });
      expect(changed.length).toBeLessThanOrEqual(1);
      if (changed[0]) expect(changed[0].province).toBe(`${added.region.slice(0, 2)}0000`);
    }),
  );
});

test('a scope that is too wide names all its bundles; what was written is known again', () => {
  const members = Array.from({ length: 60 }, (_, at) => ({
    region: at % 2 ? '140404' : '130100',
    year: 2010 + (at % 15),
  }));
  const bundles = plannedBundles(members, limits).map(({ members: _, ...bundle }) => bundle);
  const manifest: unknown = JSON.parse(JSON.stringify({ version: 1, bundles }));
  if (!isRankedBundles(manifest)) throw new Error('not known again');
  expect(bundlesOfScope(manifest, { region: null, years: null })).toEqual(bundles);
  expect(bundlesOfScope(manifest, { region: '140000', years: null }).length).toBeGreaterThan(1);
  expect(isRankedBundles({ version: 2, bundles: [] })).toBe(false);
  expect(isRankedBundles({ version: 1, bundles: [{}] })).toBe(false);
});
