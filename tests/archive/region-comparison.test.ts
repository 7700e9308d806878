import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/archive/region.ts';
import { regionDifferences } from '../../src/archive/region-comparison.ts';

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
  parent: '140400',
  since,
  until,
  successors,
});
const kinds = (register: Region[], table: Region[]): string[] =>
  regionDifferences(register, table, 2024).map(({ kind, code }) => `${kind} ${code}`);

describe('regionDifferences', () => {
  it('finds nothing where the register only knows less about first years', () => {
    expect(
      kinds([unit('140421', '长治县', null, 2017, ['140404'])], [unit('140421', '长治县', 1983, 2017, ['140404'])]),
    ).toEqual([]);
  });
  it('takes two periods of one name as one life', () => {
    const register = [unit('330110', '余杭区', null, 2020, ['330110', '330113']), unit('330110', '余杭区', 2021, null)];
    expect(kinds(register, [unit('330110', '余杭区', 2001, null)])).toEqual([]);
  });
  it('names each kind of difference', () => {
    const register = [
      unit('140401', '甲县', null, null),
      unit('140402', '乙县', null, null),
      unit('140403', '丙县', 2016, null),
      unit('140404', '丁县', null, 2016, ['140405']),
      unit('140406', '戊县', null, 2016, ['140405']),
      unit('140407', '己县', null, 2016),
      { ...unit('140408', '庚县', null, null), parent: '140000' },
    ];
    const table = [
      unit('140402', '乙市', 1983, null),
      unit('140403', '丙县', 2015, null),
      unit('140404', '丁县', 1983, 2017, ['140405']),
      unit('140406', '戊县', 1983, 2016, ['140409']),
      unit('140408', '庚县', 1983, null),
      unit('140409', '辛县', 1983, null),
      unit('140410', '壬县', 1983, 1990),
    ];
    expect(kinds(register, table)).toEqual([
      'present-missing 140409',
      'present-extra 140401',
      'name 140402',
      'parent 140408',
      'since 140403',
      'until 140404',
      'successors 140406',
      'history-extra 140407',
      'history-missing 140410',
    ]);
  });
  it('sets apart what happened after the table was closed', () => {
    const register = [unit('500105', '江北区', null, 2024, ['500157']), unit('500157', '两江新区', 2025, null)];
    expect(kinds(register, [unit('500105', '江北区', 1997, null)])).toEqual(['later 500105', 'later 500157']);
  });
});
