import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/archive/region.ts';
import { joinedRegions } from '../../src/archive/region-layers.ts';

const unit = (
  code: string,
  name: string,
  since: number | null,
  until: number | null,
  successors: string[] = [],
): Region => ({
  code,
  name,
  level: 'county',
  parent: '130500',
  since,
  until,
  successors,
});
const nothing = { kept: [], present: [], loaded: [] };

describe('joinedRegions', () => {
  it('lets the hand-kept register end a unit that the package still carries', () => {
    const kept = [unit('320611', '港闸区', null, 2019, ['320613'])];
    const { regions, unexplained } = joinedRegions({
      ...nothing,
      kept,
      present: [unit('320611', '港闸区', null, null)],
    });
    expect(regions).toEqual(kept);
    expect(unexplained).toEqual([]);
  });
  it('takes the present period from the hand-kept register, which knows since when', () => {
    const kept = [unit('130502', '桥东区', null, 2019, ['130502']), unit('130502', '襄都区', 2020, null)];
    expect(joinedRegions({ ...nothing, kept, present: [unit('130502', '襄都区', null, null)] }).regions).toEqual(kept);
  });
  it('says when the package has a name that the hand-kept register does not lead to', () => {
    const kept = [unit('130502', '桥东区', null, 2019, ['130502'])];
    const { regions, unexplained } = joinedRegions({
      ...nothing,
      kept,
      present: [unit('130502', '襄都区', null, null)],
    });
    expect(unexplained).toEqual([unit('130502', '襄都区', 2020, null)]);
    expect(regions).toHaveLength(2);
  });
  it('fills in first years from a loaded table and adds what stands before', () => {
    const { regions, unconfirmed } = joinedRegions({
      kept: [unit('130502', '桥东区', null, 2019, ['130502']), unit('130502', '襄都区', 2020, null)],
      present: [unit('130502', '襄都区', null, null), unit('110112', '通州区', null, null)],
      loaded: [
        unit('130502', '桥东区', 1983, 2019, ['130502']),
        unit('130502', '襄都区', 2020, null),
        unit('110112', '通州区', 1997, null),
        unit('110223', '通县', 1981, 1996, ['110112']),
      ],
    });
    expect(regions).toEqual([
      unit('130502', '桥东区', 1983, 2019, ['130502']),
      unit('130502', '襄都区', 2020, null),
      unit('110112', '通州区', 1997, null),
      unit('110223', '通县', 1981, 1996, ['110112']),
    ]);
    expect(unconfirmed).toEqual([]);
  });
  it('keeps the hand-kept period where a loaded one disagrees, and names what only the table calls present', () => {
    const kept = [unit('130502', '襄都区', 2020, null)];
    const table = [unit('130502', '桥东区', 1983, 2020), unit('130599', '某区', 2026, null)];
    const { regions, unconfirmed } = joinedRegions({ ...nothing, kept, loaded: table });
    expect(regions).toEqual([...kept, unit('130599', '某区', 2026, null)]);
    expect(unconfirmed).toEqual([unit('130599', '某区', 2026, null)]);
  });
});
