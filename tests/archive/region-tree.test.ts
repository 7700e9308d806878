import { describe, expect, it } from 'vitest';
import type { Region } from '../../src/archive/region.ts';
import { regionTree } from '../../src/archive/region-tree.ts';

const unit = (
  code: string,
  name: string,
  level: Region['level'],
  parent: string | null,
  more: Partial<Region> = {},
): Region => ({
  code,
  name,
  level,
  parent,
  since: null,
  until: null,
  successors: [],
  ...more,
});

const tree = regionTree([
  unit('140404', '上党区', 'county', '140400', { since: 2018 }),
  unit('000000', '国家', 'national', null),
  unit('140000', '山西省', 'province', null),
  unit('140400', '长治市', 'prefecture', '140000'),
  unit('140421', '长治县', 'county', '140400', { until: 2017, successors: ['140404'] }),
  unit('140404x01', '某开发区', 'township', '140404'),
  unit('120000', '天津市', 'province', null),
  unit('120102', '河东区', 'county', '120000'),
  unit('370000', '山东省', 'province', null),
  unit('371200', '莱芜市', 'prefecture', '370000', { until: 2017, successors: ['370116', '370117'] }),
  unit('371202', '莱城区', 'county', '371200', { until: 2017, successors: ['370116'] }),
  unit('370100', '济南市', 'prefecture', '370000'),
  unit('370116', '莱芜区', 'county', '370100', { since: 2018 }),
  unit('371300', '临沂市', 'prefecture', '370000'),
  unit('371312', '河东区', 'county', '371300'),
  unit('130000', '河北省', 'province', null),
  unit('130500', '邢台市', 'prefecture', '130000'),
  unit('130502', '桥东区', 'county', '130500', { until: 2019, successors: ['130502'] }),
  unit('130502', '襄都区', 'county', '130500', { since: 2020 }),
]);
const codes = (regions: readonly Region[]): string[] => regions.map(({ code }) => code);

describe('region', () => {
  it('gives the unit of the year', () => {
    expect(tree.region('130502', 2019)?.name).toBe('桥东区');
    expect(tree.region('130502', 2020)?.name).toBe('襄都区');
    expect(tree.region('140404', 2017)).toBeUndefined();
    expect(tree.region('140421', 2018)).toBeUndefined();
  });
  it('gives the unit of today without a year, else the last that bore the code', () => {
    expect(tree.region('130502')?.name).toBe('襄都区');
    expect(tree.region('140421')?.name).toBe('长治县');
    expect(tree.region('999999')).toBeUndefined();
  });
});

describe('path', () => {
  it('goes from the province down', () => {
    expect(tree.pathNames('140404', 2024)).toEqual(['山西省', '长治市', '上党区']);
    expect(tree.pathNames('140421', 2017)).toEqual(['山西省', '长治市', '长治县']);
    expect(tree.pathNames('140404x01')).toEqual(['山西省', '长治市', '上党区', '某开发区']);
    expect(tree.pathNames('120102')).toEqual(['天津市', '河东区']);
  });
  it('keeps for a unit that is gone what stood above it then', () => {
    expect(tree.pathNames('371202')).toEqual(['山东省', '莱芜市', '莱城区']);
    expect(codes(tree.ancestors('371202'))).toEqual(['370000', '371200']);
  });
  it('is empty for the State and for what is unknown', () => {
    expect(tree.path('000000')).toEqual([]);
    expect(tree.path('140404', 2010)).toEqual([]);
    expect(tree.ancestors('140000')).toEqual([]);
  });
});

describe('children and descendants', () => {
  it('shows the units of the year, or of today', () => {
    expect(codes(tree.children('140400', 2017))).toEqual(['140421']);
    expect(codes(tree.children('140400'))).toEqual(['140404']);
    expect(codes(tree.children('000000'))).toEqual(['120000', '130000', '140000', '370000']);
    expect(tree.children('120102')).toEqual([]);
  });
  it('descends through every period when no year is given', () => {
    expect(codes(tree.descendants('140000'))).toEqual(['140400', '140404', '140404x01', '140421']);
    expect(codes(tree.descendants('130500'))).toEqual(['130502', '130502']);
    expect(codes(tree.descendants('370000', 2018))).toEqual(['370100', '370116', '371300', '371312']);
  });
});

describe('names and succession', () => {
  it('finds all that bear a name', () => {
    expect(codes(tree.named('河东区'))).toEqual(['120102', '371312']);
    expect(codes(tree.named('长治县', 2017))).toEqual(['140421']);
    expect(tree.named('长治县', 2018)).toEqual([]);
    expect(tree.named('河东')).toEqual([]);
  });
  it('leads from a unit to those it came from', () => {
    expect(codes(tree.predecessors('370116'))).toEqual(['371200', '371202']);
    expect(tree.predecessors('130502').map(({ name }) => name)).toEqual(['桥东区']);
    expect(tree.predecessors('140000')).toEqual([]);
  });
});
