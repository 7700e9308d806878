import { type Coverage, type CoverageState, coverage, coverageStates } from '../archive/coverage.ts';
import { isInForce, type Region } from '../archive/region.ts';
import { provinceOfCode } from '../archive/region-code.ts';
import { choiceColumn, dataTable, integerColumn, optionalText, textColumn } from './data-table.ts';

interface Row {
  readonly unit: Region;
  readonly year: number;
  readonly state: CoverageState;
  readonly id: string | null;
  readonly where: string;
  readonly when: string;
  readonly note: string;
}

function rowOf(all: Coverage, unit: Region, year: number): Row {
  const state = all.state(unit.code, year);
  const record = all.records(unit.code).findLast((entry) => entry.year === year && entry.state === state);
  const { where = '', when = '', note = '' } = record ?? {};
  return { unit, year, state, id: all.held(unit.code, year), where, when, note };
}

/** What is held and what is not: a row for each government from province to county and each year that is covered. */
export const coverageTable = dataTable<Row>(
  {
    name: 'coverage',
    title: { zh: '收录情况', en: 'Coverage' },
    about: {
      zh: '每行一级政府的一个年度：收录与否、查找过与否。未收录不等于未公布。',
      en: 'One government and year a row: whether its report is held or was looked for. Not held is not unpublished.',
    },
    forms: ['csv', 'json'],
    key: ['region', 'year'],
  },
  [
    textColumn('region', '行政区划代码', 'division code', ({ unit }) => unit.code),
    textColumn('name', '名称', 'name', ({ unit }) => unit.name),
    integerColumn('year', '报告所述的年度', 'report year', ({ year }) => year),
    choiceColumn(
      'state',
      coverageStates.filter((state) => state !== 'no-unit'),
      'held 已收录，known 已知存在，not-found 查过未见，withdrawn 已撤除，unsought 尚未查找',
      'state of the report of that year',
      ({ state }) => state,
    ),
    optionalText(
      'report',
      '报告编号；未收录为空',
      'identifier of the report; empty where none is held',
      ({ id }) => id,
    ),
    optionalText('where', '在哪里查的', 'where it was looked for', ({ where }) => where || null),
    optionalText('when', '哪天查的', 'on which day', ({ when }) => when || null),
    optionalText('note', '说明', 'note', ({ note }) => note || null),
  ],
  ({ index, records }) => {
    const all = coverage(index, records);
    const rows = index.tree.all.flatMap((unit) =>
      all.years
        .filter((year) => isInForce(unit, year) && all.state(unit.code, year) !== 'no-unit')
        .map((year) => rowOf(all, unit, year)),
    );
    return [{ path: 'coverage', rows, province: ({ unit }) => provinceOfCode(unit.code) }];
  },
);
