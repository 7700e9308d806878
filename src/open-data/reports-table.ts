import { issuerKinds } from '../archive/issuer.ts';
import { levels } from '../archive/region.ts';
import { provinceOfCode } from '../archive/region-code.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import type { DataArchive } from './data-table.ts';
import { choiceColumn, dataTable, integerColumn, optionalText, textColumn } from './data-table.ts';

interface Row extends ReportSummary {
  readonly tree: RegionTree;
  readonly address: DataArchive['address'];
}

const level = ({ tree, region, year }: Row): string => tree.region(region, year)?.level ?? 'county';

/** The number of a report's text in force: one more than the last that was superseded. */
export const versionInForce = ({ replaced }: Pick<ReportSummary, 'replaced'>): number =>
  (replaced.at(-1)?.version ?? 0) + 1;

/** Reports in force: what is known of each, a row a report, by region, year and department. */
export const reportsTable = dataTable<Row>(
  {
    name: 'reports',
    title: { zh: '报告', en: 'Reports' },
    about: {
      zh: '每行一份现行的报告：著录，不含正文。',
      en: 'One report in force a row: its metadata, without the text.',
    },
    forms: ['csv', 'json', 'parquet'],
    key: ['id'],
  },
  [
    textColumn('id', '报告编号，也是网址的一部分', 'identifier, part of the address', ({ id }) => id),
    textColumn('region', '行政区划代码，按报告年度', 'division code in force in the report year', (row) => row.region),
    choiceColumn('level', levels, '层级', 'administrative level', level),
    textColumn('province', '所属省级代码；国家部门为 000000', 'code of the province; 000000 for the State', (row) =>
      provinceOfCode(row.region),
    ),
    optionalText('place', '从省到本级的名称，以空格分开', 'names from the province down, spaces between', (row) =>
      row.regionPath.length === 0 ? null : row.regionPath.join(' '),
    ),
    integerColumn(
      'year',
      '报告所述的年度，不是发布的年份',
      'the year reported on, not of publication',
      (row) => row.year,
    ),
    optionalText(
      'slug',
      '部门的英文名或 party；政府的报告为空',
      'department, or party; empty for a government',
      (row) => row.slug,
    ),
    choiceColumn('issuer_kind', issuerKinds, '制发机关的种类', 'who speaks', ({ issuerKind }) => issuerKind),
    textColumn('issuers', '制发机关，以“、”分开', 'issuing bodies', ({ issuerNames }) => issuerNames.join('、')),
    textColumn('title', '标题', 'title', ({ title }) => title),
    choiceColumn(
      'title_basis',
      ['text', 'page', 'inferred', 'curator'],
      '标题的依据：inferred 为本库按规则拟定',
      'where the title comes from; inferred is the archive’s own',
      ({ titleBasis }) => titleBasis,
    ),
    optionalText('signed', '成文日期，日或月', 'day or month of signature', ({ signed }) => signed?.value ?? null),
    optionalText(
      'published',
      '发布日期，日或月；空为不详',
      'day or month of publication; empty: unknown',
      (row) => row.published?.value ?? null,
    ),
    optionalText('captured', '采集的日期；空为不详', 'day of capture; empty: unknown', ({ captured }) => captured),
    integerColumn('characters', '正文字数', 'characters of the text', ({ characters }) => characters),
    integerColumn('version', '现行文本是第几版', 'number of the text in force', versionInForce),
    integerColumn(
      'redactions',
      '应要求隐去的私人姓名数',
      'private names taken out on request',
      (row) => row.redacted.length,
    ),
    optionalText(
      'source_url',
      '原网页；空为不详',
      'page it was fetched from; empty: unknown',
      (row) => row.source?.url ?? null,
    ),
    optionalText(
      'source_sha256',
      '采集原件的 SHA-256',
      'SHA-256 of the capture',
      ({ source }) => source?.sha256 ?? null,
    ),
    optionalText('source_format', '采集原件的格式', 'format of the capture', ({ source }) => source?.format ?? null),
    textColumn(
      'digest',
      '报告文件 SHA-256 的前 16 位',
      'first 16 hex digits of the file’s SHA-256',
      (row) => row.digest,
    ),
    textColumn('address', '网页', 'page of the report', ({ address, id }) => address(`reports/${id}/`)),
  ],
  ({ index: { reports, tree }, address }) => [
    {
      path: 'reports',
      rows: reports.map((report) => ({ ...report, tree, address })),
      province: ({ region }) => provinceOfCode(region),
    },
  ],
);
