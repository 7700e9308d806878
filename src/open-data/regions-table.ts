import { levels, type Region } from '../archive/region.ts';
import { provinceOfCode } from '../archive/region-code.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import { choiceColumn, dataTable, integerColumn, optionalInteger, optionalText, textColumn } from './data-table.ts';

interface Row extends Region {
  readonly tree: RegionTree;
  readonly reports: number;
}

/** The register of regions: a row a unit in one period of its life, by code. */
export const regionsTable = dataTable<Row>(
  {
    name: 'regions',
    title: { zh: '行政区划', en: 'Regions' },
    about: {
      zh: '每行一个单位的一段时期：同一代码改名、换上级的，各占一行。',
      en: 'One unit in one period of its life a row: a renamed unit has several.',
    },
    forms: ['csv', 'json'],
    key: [],
  },
  [
    textColumn('code', '行政区划代码', 'division code', ({ code }) => code),
    textColumn('name', '名称', 'name', ({ name }) => name),
    choiceColumn('level', levels, '层级', 'administrative level', ({ level }) => level),
    optionalText('parent', '上级的代码；省级和国家为空', 'code of the unit above', ({ parent }) => parent),
    optionalText(
      'place',
      '从省到本级的名称，以空格分开',
      'names from the province down, spaces between',
      (row) => row.tree.pathNames(row.code, row.until ?? undefined).join(' ') || null,
    ),
    optionalInteger('since', '首年；空为登记所及之前', 'first year; empty: before the register', ({ since }) => since),
    optionalInteger('until', '末年；空为现行', 'last year; empty: still in force', ({ until }) => until),
    optionalText(
      'successors',
      '后继单位的代码，以空格分开',
      'codes of successors, spaces between',
      (row) => row.successors.join(' ') || null,
    ),
    integerColumn('reports', '该代码本身的报告数，不含下级', 'reports held of this code itself', (row) => row.reports),
  ],
  ({ index: { tree, ofRegion } }) => [
    {
      path: 'regions',
      rows: tree.all.map((unit) => ({ ...unit, tree, reports: ofRegion(unit.code).length })),
      province: ({ code }) => provinceOfCode(code),
    },
  ],
);
