import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import type { Region } from '../../src/archive/region.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { citationFile } from '../../src/open-data/citation-file.ts';
import { dataCatalogue, dataPackage } from '../../src/open-data/data-package.ts';
import { dataRecipes } from '../../src/open-data/data-recipes.ts';
import type { DataArchive } from '../../src/open-data/data-table.ts';
import { dataTables } from '../../src/open-data/data-tables.ts';
import { publishedResources, type SealedFile } from '../../src/open-data/published-resource.ts';
import { reportJson } from '../../src/open-data/report-json.ts';
import { publishedReportSchema, reportJsonSchema, textFields } from '../../src/open-data/report-json-schema.ts';
import { reportsTable } from '../../src/open-data/reports-table.ts';
import { tableAddresses, tableResponse } from '../../src/open-data/table-addresses.ts';
import { tableFile, tableJsonSchema, tableSchema } from '../../src/open-data/table-files.ts';
import { textFiles } from '../../src/open-data/text-files.ts';
import { sampleReport } from '../report-sample.ts';

const unit = (code: string, level: Region['level'], parent: string | null): Region => ({
  ...{ code, name: `甲${code}`, level, parent, since: null, until: null, successors: [] },
});
const tree = regionTree([
  unit('140000', 'province', null),
  unit('140400', 'prefecture', '140000'),
  unit('140404', 'county', '140400'),
  unit('340000', 'province', null),
]);
const report = (region: string, year: number, changes: Partial<ReportSummary> = {}): ReportSummary => ({
  ...{ id: `${region}/${year}`, title: `=报告,"${year}"`, titleBasis: 'text', region, regionPath: ['甲省'] },
  ...{ year, slug: null, issuerKind: 'government', issuerNames: ['甲政府', '甲党委'], signed: null, published: null },
  ...{ captured: null, characters: 1, digest: '0123456789abcdef', replaced: [], redacted: [] },
  source: { sha256: '0'.repeat(64), format: 'html', url: 'https://example.org/a#b' },
  ...changes,
});
const reports = [
  report('140404', 2023),
  report('140404', 2024, { replaced: [{ version: 1, until: '2025-01-02', reason: '更正' }] }),
  report('340000', 2024),
  report('000000', 2024, { regionPath: [], slug: 'justice-ministry', id: '000000/2024-justice-ministry' }),
];
const archive: DataArchive = {
  index: archiveIndex(reports, tree),
  records: [{ region: '140400', year: 2023, state: 'not-found', where: 'example.org', when: '2026-01-02', note: '' }],
  address: (path) => `https://example.org/${path}`,
};
const files = dataTables.flatMap((table) => table.parts(archive).map((part) => ({ table, part })));
const objects = (name: string): unknown[] => {
  const file = files.find(({ table }) => table.name === name);
  return file ? z.array(z.unknown()).parse(JSON.parse(String(tableFile(file.table, file.part, 'json')))) : [];
};

test('tables have a row for each report, unit, issuer, and government and year', () => {
  expect(objects('reports').length).toBe(reports.length);
  expect(objects('regions').length).toBe(4);
  expect(objects('issuers').length).toBe(3);
  expect(objects('coverage').length).toBe(8);
  expect(objects('reports')[1]).toMatchObject({
    ...{ id: '140404/2023', region: '140404', province: '140000', level: 'county', version: 1, signed: null },
    address: 'https://example.org/reports/140404/2023/',
  });
  expect(objects('coverage')).toContainEqual({
    ...{ region: '140400', name: '甲140400', year: 2023, state: 'not-found', report: null },
    ...{ where: 'example.org', when: '2026-01-02', note: null },
  });
});

test.for(dataTables)('every row of $name fits its schemas, and no key stands twice', (table) => {
  const schema = z.fromJSONSchema(z.parse(z.looseObject({}), tableJsonSchema(table)));
  expect(() => schema.parse(objects(table.name))).not.toThrow();
  const own = files.filter((file) => file.table === table).flatMap(({ part }) => part.rows);
  for (const [at, { isRequired, values, name }] of table.fields.entries())
    for (const row of own) {
      if (isRequired) expect(row[at], name).not.toBeNull();
      if (values) expect(values).toContain(row[at]);
    }
  const places = table.key.map((name) => table.fields.findIndex((field) => field.name === name));
  const keys = own.map((row) => JSON.stringify(places.map((at) => row[at])));
  if (places.length > 0) expect(new Set(keys).size).toBe(keys.length);
  expect(tableSchema(table).fields.length).toBe(table.fields.length);
});

test('CSV is what spreadsheets open safely: a byte order mark, CRLF, no formula', () => {
  const [part] = reportsTable.parts(archive);
  const text = part ? String(tableFile(reportsTable, part, 'csv')) : '';
  expect(text.startsWith('\ufeffid,region,level,')).toBe(true);
  expect(text.split('\r\n').length).toBe(reports.length + 2);
  expect(text).toContain(`,"'=报告,""2024""",`);
});

test('Parquet holds the same rows, codes as text, a row group for each province', async () => {
  const [part] = reportsTable.parts(archive);
  const bytes = part ? tableFile(reportsTable, part, 'parquet') : '';
  if (typeof bytes === 'string') throw new Error('no bytes');
  const file = new Uint8Array(bytes).buffer;
  expect(await parquetReadObjects({ file })).toEqual(objects('reports'));
  expect(parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([1, 2, 1]);
});

test('files are asked for by path and form, and keyed by all that stands in them', async () => {
  const addresses = tableAddresses(files, 'parquet', JSON.stringify);
  expect(addresses.map(({ params }) => params.table)).toEqual(['reports']);
  expect(addresses[0]?.cacheKey).toContain('140404/2023');
  expect((await tableResponse(files, 'reports', 'csv').text()).length).toBeGreaterThan(100);
  expect((await tableResponse(files, 'reports', 'parquet').arrayBuffer()).byteLength).toBeGreaterThan(100);
  expect(tableResponse(files, 'regions', 'parquet').status).toBe(404);
});

test('a report as JSON is what its schema says, its text block by block', () => {
  const imported = 'title 01234567';
  const text = [{ anchor: 'p-1', block: { kind: 'paragraph', text: '一', runIn: 0, references: [] } as const }];
  const json = reportJson('140404/2023', 'https://example.org/', { ...sampleReport, imported }, text);
  expect(json).not.toContain(imported);
  expect(json).not.toContain('\n');
  const read = publishedReportSchema.parse(JSON.parse(json));
  expect(read.text).toEqual([{ anchor: 'p-1', kind: 'paragraph', text: '一', runIn: 0, references: [] }]);
  expect(reportJsonSchema()).toMatchObject({ type: 'object' });
  expect(new Map(textFields().map(({ name, type }) => [name, type])).get('text')).toBe('array');
  expect(textFields()).toEqual(
    expect.arrayContaining([
      { name: 'id', type: 'string' },
      { name: 'version', type: 'integer' },
      { name: 'published', type: 'object' },
      { name: 'slug', type: 'string' },
    ]),
  );
});

test('texts lie by province and year', () => {
  const places = textFiles(archive.index.reports).map(({ province, year, reports }) => [
    province,
    year,
    reports.length,
  ]);
  expect(places).toEqual([
    ['000000', 2024, 1],
    ['140000', 2023, 1],
    ['140000', 2024, 1],
    ['340000', 2024, 1],
  ]);
});

test('the data package lists every file of data with bytes, digest, schema and rights, and nothing else', () => {
  const seal = (size: number): SealedFile => ['a'.repeat(64), size];
  const resources = publishedResources([
    ...[['data/texts/140000/2024.jsonl', seal(3)] as const, ['data/reports.csv', seal(1)] as const],
    ...[['data/reports.parquet', seal(2)] as const, ['data/index.html', seal(9)] as const],
    ...[['data/completeness/2024.csv', seal(4)] as const, ['data/unknown.csv', seal(9)] as const],
    ...[['data/datapackage.json', seal(9)] as const, ['reports/finder.json', seal(9)] as const],
  ]);
  expect(resources.map(({ path }) => path)).toEqual([
    ...['completeness/2024.csv', 'reports.csv', 'reports.parquet', 'texts/140000/2024.jsonl'],
  ]);
  const place = { address: 'https://example.org/data/', about: 'https://example.org/about/' };
  const made = dataPackage(place, resources);
  expect(made.resources.map(({ name, bytes, licenses }) => [name, bytes, licenses[0]?.name])).toEqual([
    ['completeness-2024', 4, 'CC0-1.0'],
    ['reports', 1, 'CC0-1.0'],
    ['reports-parquet', 2, 'CC0-1.0'],
    ['texts-140000-2024', 3, 'notspecified'],
  ]);
  const catalogue = JSON.stringify(dataCatalogue(place, resources));
  for (const { path } of resources) expect(catalogue).toContain(`https://example.org/data/${path}`);
  expect(citationFile(place, { number: 2, day: '2026-11-25' })).toContain('date-released: "2026-11-25"');
  expect(citationFile({ address: '/data/', about: '/about/' }, null)).not.toContain('url:');
});

test('recipes read published addresses', () => {
  const code = dataRecipes('https://example.org/data/', 'texts/140000/2024.jsonl').map((recipe) => recipe.code);
  expect(code.length).toBe(3);
  for (const lines of code) expect(lines).toContain('https://example.org/data/texts/140000/2024.jsonl');
});
