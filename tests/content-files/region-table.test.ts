import { describe, expect, it } from 'vitest';
import { readRegionTable } from '../../src/content-files/region-table.ts';

const head = '\uFEFF代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码\n';

describe('readRegionTable', () => {
  it('turns years of change into last years, and keeps only successors of the whole', () => {
    const { regions, year, issues } = readRegionTable(
      `${head}340225,安徽省,芜湖市,无为县,县级,弃用,2011,2019,340207[2014];340281
110101,北京市,直辖,东城区,县级,在用,1981,,
360112,江西省,南昌市,新建区,县级,在用,2015,,360113[2019]
320800,江苏省,淮安市,淮安市,地级,在用,2000,,
320800,江苏省,淮阴市,淮阴市,地级,变更,1983,2000,
140000,山西省,,山西省,省级,在用,1981,,
`,
      'table.csv',
    );
    expect(issues).toEqual([]);
    expect(year).toBe(2019);
    expect(
      regions.map(({ code, parent, since, until, successors }) => [code, parent, since, until, successors]),
    ).toEqual([
      ['340225', '340200', 2011, 2018, ['340281']],
      ['110101', '110000', 1981, null, []],
      ['360112', '360100', 2015, null, []],
      ['320800', '320000', 2000, null, []],
      ['320800', '320000', 1983, 1999, ['320800']],
      ['140000', null, 1981, null, []],
    ]);
  });
  it('reports every line that it does not understand, and another kind of table', () => {
    const bad = readRegionTable(
      `${head}11010,北京市,直辖,东城区,县级,在用,1981,,\n110101,北京市,直辖,东城区,乡级,在用,1981,,\n`,
      't.csv',
    );
    expect(bad.issues.map(({ code, line }) => [code, line])).toEqual([
      ['region/table', 2],
      ['region/table', 3],
    ]);
    expect(readRegionTable('a,b\n', 't.csv').issues).toHaveLength(1);
  });
});
