import { expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { type PlannedReport, reportPlan } from '../../src/synth/report-plan.ts';

const tree = regionTree(readRegionRegister('content').regions);

function first(count: number): PlannedReport[] {
  const found: PlannedReport[] = [];
  for (const plan of reportPlan(tree, 'test')) if (found.push(plan) === count) break;
  return found;
}

it('plans a hundred thousand different reports of units in force, none where no duty is', () => {
  const plans = first(100_000);
  expect(new Set(plans.map(({ id }) => id)).size).toBe(100_000);
  for (const { region, year } of plans) expect(tree.region(region.code, year)).toBe(region);
  expect(plans.some(({ region }) => /^(?:71|81|82)/.test(region.code))).toBe(false);
});

it('takes in thirty-one provinces among the first five thousand', () => {
  expect(new Set(first(5000).map(({ region }) => region.code.slice(0, 2))).size).toBe(31);
});

it('follows a region through its renaming', () => {
  const ids = new Set(first(29_000).map(({ id }) => id));
  const named = [2016, 2017].filter((year) => ids.has(`140421/${year}`)).length;
  const renamed = [2018, 2019, 2020, 2021, 2022, 2023, 2024].filter((year) => ids.has(`140404/${year}`)).length;
  expect(named).toBeGreaterThan(0);
  expect(renamed).toBeGreaterThan(3);
  expect(ids.has('140404/2017')).toBe(false);
  expect(ids.has('140421/2018')).toBe(false);
});
