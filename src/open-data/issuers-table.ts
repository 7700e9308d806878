import { type IssuerKind, issuerKinds } from '../archive/issuer.ts';
import { departmentKey } from '../archive/issuer-department.ts';
import { provinceOfCode } from '../archive/region-code.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { choiceColumn, dataTable, integerColumn, optionalText, textColumn } from './data-table.ts';

interface Row {
  readonly issuers: string;
  readonly region: string;
  readonly slug: string | null;
  readonly kind: IssuerKind;
  readonly years: readonly number[];
}

function rowsOf(reports: readonly ReportSummary[]): Row[] {
  const named = Map.groupBy(reports, ({ region, slug, issuerKind, issuerNames }) =>
    JSON.stringify([region, slug, issuerKind, issuerNames]),
  );
  return [...named.values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            issuers: first.issuerNames.join('、'),
            region: first.region,
            slug: first.slug,
            kind: first.issuerKind,
            years: [first, ...others].map(({ year }) => year),
          },
        ]
      : [],
  );
}

/** Who made the reports: a row for each body, or bodies together, of a region, by the name that stands in reports. */
export const issuersTable = dataTable<Row>(
  {
    name: 'issuers',
    title: { zh: '制发机关', en: 'Issuers' },
    about: {
      zh: '每行一个地区的一个机关（或联署的几个机关），用报告里的名称；改名的各占一行。',
      en: 'One body of a region a row (or several that sign together), by the name that stands in its reports.',
    },
    forms: ['csv', 'json'],
    key: [],
  },
  [
    textColumn('issuers', '制发机关，以“、”分开', 'issuing bodies', ({ issuers }) => issuers),
    textColumn('region', '行政区划代码', 'division code', ({ region }) => region),
    choiceColumn('issuer_kind', issuerKinds, '制发机关的种类', 'who speaks', ({ kind }) => kind),
    optionalText(
      'slug',
      '部门的英文名或 party；政府为空',
      'department, or party; empty for a government',
      (row) => row.slug,
    ),
    optionalText('department', '各级相通的部门名', 'the department’s name common to all levels', ({ slug }) =>
      slug === null ? null : departmentKey(slug),
    ),
    integerColumn('reports', '收录的报告数', 'reports held', ({ years }) => years.length),
    integerColumn('first_year', '最早的报告年度', 'first report year held', ({ years }) => Math.min(...years)),
    integerColumn('last_year', '最晚的报告年度', 'last report year held', ({ years }) => Math.max(...years)),
  ],
  ({ index: { reports } }) => [
    { path: 'issuers', rows: rowsOf(reports), province: ({ region }) => provinceOfCode(region) },
  ],
);
