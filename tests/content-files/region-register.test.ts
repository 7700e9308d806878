import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { packageRegions } from '../../src/content-files/package-regions.ts';
import { regionColumns } from '../../src/content-files/region-file.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';

const { regions, issues } = readRegionRegister('content');
const tree = regionTree(regions);
const codes = (units: readonly { code: string }[]): string[] => units.map(({ code }) => code);

describe('the register of the archive', () => {
  it('is without fault', () => {
    expect(issues).toEqual([]);
  });
  // The counts of the reference table at the end of 2024, which `npm run regions -- compare` found equal unit by unit.
  it.each([
    ['province', 34],
    ['prefecture', 333],
    ['county', 2846],
  ])('holds every %s in force at the end of 2024: %i', (level, count) => {
    const units = tree.descendants('000000', 2024).filter((unit) => unit.level === level);
    expect(units).toHaveLength(count);
  });
  // Likewise, the codes of three archipelagos that Sansha took in counted until 2011.
  it.each([
    [2004, 2865],
    [2014, 2854],
  ])('holds the county units in force at the end of %i: %i', (year, count) => {
    expect(tree.descendants('000000', year).filter(({ level }) => level === 'county')).toHaveLength(count);
  });
  it('holds one county unit less since the merger of 2025', () => {
    const today = regions.filter(({ level, until }) => level === 'county' && until === null);
    expect(today).toHaveLength(2845);
    expect(tree.region('500157')?.name).toBe('两江新区');
    expect(codes(tree.predecessors('500157'))).toEqual(['500105', '500112']);
    expect(tree.region('500105', 2024)?.name).toBe('江北区');
    expect(tree.region('500105', 2025)).toBeUndefined();
  });
  it('has a parent for every unit, in force when the unit is', () => {
    const orphans = regions.filter(({ parent, until }) => parent !== null && !tree.region(parent, until ?? 2026));
    expect(orphans).toEqual([]);
  });
  it('has every code once a year', () => {
    for (const year of [2010, 2014, 2015, 2018, 2019, 2021, 2024, 2025]) {
      const inForce = codes(tree.descendants('000000', year));
      expect(new Set(inForce).size).toBe(inForce.length);
    }
  });
  it('leaves out what the package lists beside the units', () => {
    for (const code of [
      '110100',
      '130171',
      '441901',
      '460401',
      '620201',
      '469000',
      '710100',
      '810101',
      '232761',
      '320611',
    ])
      expect(tree.region(code, 2024), code).toBeUndefined();
    expect(tree.region('350402', 2020)?.name).toBe('梅列区');
    expect(tree.region('350402', 2021)).toBeUndefined();
  });
  it('keeps Taiwan, Hong Kong and Macao as provincial units without units below', () => {
    for (const code of ['710000', '810000', '820000']) {
      expect(tree.region(code)?.level).toBe('province');
      expect(tree.descendants(code)).toEqual([]);
    }
  });
});

describe('names that stand more than once', () => {
  it.each([
    ['河东区', ['120102', '371312']],
    ['通州区', ['110112', '320612']],
    ['白云区', ['440111', '520113']],
    ['朝阳区', ['110105', '220104']],
    ['鼓楼区', ['320106', '320302', '350102', '410204']],
    ['新华区', ['130105', '130902', '410402']],
  ])('%s', (name, bearers) => {
    expect(codes(tree.named(name, 2024))).toEqual(bearers);
  });
});

describe('changes since 2004', () => {
  it.each([
    ['140404', 2024, ['山西省', '长治市', '上党区']],
    ['140404', 2018, ['山西省', '长治市', '上党区']],
    ['140421', 2017, ['山西省', '长治市', '长治县']],
    ['371202', 2017, ['山东省', '莱芜市', '莱城区']],
    ['370116', 2018, ['山东省', '济南市', '莱芜区']],
    ['330113', 2021, ['浙江省', '杭州市', '临平区']],
    ['350404', 2021, ['福建省', '三明市', '三元区']],
    ['350427', 2020, ['福建省', '三明市', '沙县']],
    ['542421', 2016, ['西藏自治区', '那曲地区', '那曲县']],
    ['120102', 2024, ['天津市', '河东区']],
    ['469001', 2024, ['海南省', '五指山市']],
    ['500229', 2024, ['重庆市', '城口县']],
    ['659012', 2023, ['新疆维吾尔自治区', '白杨市']],
  ])('%s in %i', (code, year, names) => {
    expect(tree.pathNames(code, year)).toEqual(names);
  });
  it('leads from a split unit to all that came from it, and back', () => {
    expect(tree.region('330110', 2020)?.successors).toEqual(['330110', '330113']);
    expect(codes(tree.predecessors('330114'))).toEqual(['330104']);
    expect(codes(tree.predecessors('140403'))).toEqual(['140402', '140411']);
    expect(codes(tree.predecessors('370117'))).toEqual(['371200', '371203']);
  });
  it('tells the units of earlier years of the archive too', () => {
    expect(tree.pathNames('110103', 2009)).toEqual(['北京市', '崇文区']);
    expect(tree.pathNames('420607', 2009)).toEqual(['湖北省', '襄樊市', '襄阳区']);
    expect(tree.pathNames('420607', 2010)).toEqual(['湖北省', '襄阳市', '襄州区']);
    expect(tree.pathNames('341402', 2010)).toEqual(['安徽省', '巢湖市', '居巢区']);
  });
});

describe('readRegionRegister', () => {
  const folders: string[] = [];
  const folderWith = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'regions-'));
    folders.push(folder);
    mkdirSync(join(folder, 'regions'));
    for (const [name, lines] of Object.entries(files))
      writeFileSync(join(folder, 'regions', name), `${regionColumns.join(',')}\n${lines}`);
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('is the package alone where there is no folder', () => {
    const bare = readRegionRegister(join(tmpdir(), 'no-such-archive'));
    expect(bare.issues).toEqual([]);
    expect(bare.regions).toHaveLength(packageRegions().length);
  });
  it('takes the units of today from the folder where it lists them', () => {
    const [state, province] = ['000000,国家,national,,,,,来源,', '640000,宁夏回族自治区,province,,,,,来源,'];
    const folder = folderWith({
      'present.csv': `${state}\n${province}\n640100,银川市,prefecture,640000,,,,来源,\n`,
      'changes.csv': '640500,中卫市,prefecture,640000,2004,,,来源,\n',
      'loaded.csv': '640100,银川市,prefecture,640000,1945,,,table.csv,\n',
    });
    const own = readRegionRegister(folder);
    expect(own.issues).toEqual([]);
    expect(codes(own.regions)).toEqual(['000000', '640000', '640100', '640500']);
    expect(own.regions.map(({ since }) => since)).toEqual([null, null, 1945, 2004]);
  });
  it('takes in own codes', () => {
    const folder = folderWith({ 'own.csv': '370304x01,博山经济开发区,township,370304,,,,编造的文号,\n' });
    const own = readRegionRegister(folder);
    expect(own.issues).toEqual([]);
    expect(regionTree(own.regions).pathNames('370304x01')).toEqual(['山东省', '淄博市', '博山区', '博山经济开发区']);
  });
  it('reports overlaps, wrong parents and successors that do not exist, each with its line', () => {
    const folder = folderWith({
      'a.csv': '140421,长治县,county,140400,,2017,140499,来源,\n140421,长治县,county,140400,2017,2018,,来源,\n',
      'b.csv': '140422,某县,county,140000,,2017,,来源,\n370304x01,某开发区,township,370305,,,,来源,\n',
    });
    const found = readRegionRegister(folder).issues;
    expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['region/successor', 'regions/a.csv', 2],
      ['region/overlap', 'regions/a.csv', 3],
      ['region/parent', 'regions/b.csv', 2],
      ['region/parent', 'regions/b.csv', 3],
    ]);
  });
  it('warns of a present that hangs in the air', () => {
    const folder = folderWith({
      'a.csv': '130502,桥东区,county,130500,,2019,130502,来源,\n',
      'loaded.csv': '140498,某县,county,140400,2026,,,table.csv,\n',
    });
    const found = readRegionRegister(folder).issues;
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['region/present-unconfirmed', 'warning'],
      ['region/present-unexplained', 'warning'],
    ]);
  });
  it('takes history from a loaded table', () => {
    const folder = folderWith({ 'loaded.csv': '110223,通县,county,110000,1981,1996,110112,table.csv,\n' });
    const { regions: loaded, issues: faults } = readRegionRegister(folder);
    expect(faults).toEqual([]);
    expect(regionTree(loaded).pathNames('110223', 1990)).toEqual(['北京市', '通县']);
  });
});
