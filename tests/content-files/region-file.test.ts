import { describe, expect, it } from 'vitest';
import { readRegionFile, regionColumns, regionFileText } from '../../src/content-files/region-file.ts';

const head = `${regionColumns.join(',')}\n`;
const read = (lines: string) => readRegionFile(head + lines, 'regions/changes.csv');

describe('readRegionFile', () => {
  it('reads a row with all its cells', () => {
    const { rows, issues } = read('140421,长治县,county,140400,1983,2017,140404;140403,国函〔2018〕87号,"改区,并入"\n');
    expect(issues).toEqual([]);
    expect(rows).toEqual([
      {
        region: {
          code: '140421',
          name: '长治县',
          level: 'county',
          parent: '140400',
          since: 1983,
          until: 2017,
          successors: ['140404', '140403'],
        },
        file: 'regions/changes.csv',
        line: 2,
        source: '国函〔2018〕87号',
        note: '改区,并入',
      },
    ]);
  });
  it.each([
    ['14042,长治县,county,140400,,,,来源,', 'code 为“14042”'],
    ['140421,,county,140400,,,,来源,', 'name 为“”，应为当时的名称'],
    ['140421,长治县,县,140400,,,,来源,', 'level 为“县”'],
    ['140421,长治县,prefecture,140400,,,,来源,', 'level 为“prefecture”，代码 140421 应为 county'],
    ['140421,长治县,county,,,,,来源,', 'parent 是空的'],
    ['140421,长治县,county,1404,,,,来源,', 'parent 为“1404”'],
    ['140421,长治县,county,140400,2O15,,,来源,', 'since 为“2O15”'],
    ['140421,长治县,county,140400,2019,2018,,来源,', 'since 2019 晚于 until 2018'],
    ['140421,长治县,county,140400,,2017,140404,140403,来源,', '有 10 列，应为 9 列'],
    ['140421,长治县,county,140400,,2017,140404、140403,来源,', '几个代码之间用半角分号'],
    ['140421,长治县,county,140400,,,140404,来源,', '仍在的区划不能有 successors'],
    ['140421,长治县,county,140400,,2017,,,', 'source 为“”'],
    ['140421, 长治县,county,140400,,2017,,来源,', 'name 为“ 长治县”，首尾不能有空白'],
  ])('refuses %s', (line, message) => {
    const { rows, issues } = read(`120102,河东区,county,120000,,,,来源,\n${line}\n`);
    expect(rows.map(({ region }) => region.code)).toEqual(['120102']);
    expect(issues).toMatchObject([{ code: 'region/row', severity: 'error', file: 'regions/changes.csv', line: 3 }]);
    expect(issues[0]?.message).toContain(message);
  });
  it('refuses a file with other columns, and what is no CSV', () => {
    expect(readRegionFile('code,name\n', 'regions/x.csv').issues).toMatchObject([{ code: 'region/csv', line: 1 }]);
    expect(readRegionFile('', 'regions/x.csv').issues).toMatchObject([{ code: 'region/csv', line: 1 }]);
    expect(read('140421,"长治县,county\n').issues).toMatchObject([{ code: 'region/csv', line: 2 }]);
  });
  it('reads back what it wrote', () => {
    const line = '370304x01,某开发区,township,370304,2010,,,某府字〔2010〕1号,"甲,乙"\n';
    const { rows } = read(line);
    expect(regionFileText(['说明'], rows)).toBe(`# 说明\n${head}${line}`);
  });
});
