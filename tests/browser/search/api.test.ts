import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { search as searchType } from '../../../src/browser/search/api.ts';
import type { SearchDocument } from '../../../src/search/document.ts';
import { type Files, memoryBuild } from '../../search/memory-index.ts';

const document: SearchDocument = {
  id: '140404/2023',
  region: '140404',
  year: 2023,
  level: 'county',
  issuerKind: 'government',
  slug: null,
  title: null,
  path: ['山西省', '长治市', '上党区'],
  paragraphs: [{ anchor: 'p-1', text: '行政复议', role: null, heading: null }],
};
const units = '140000\t山西省\t1\n140404\t上党区\t1\n150000\t内蒙古自治区';

let files: Files = new Map();
let hasRegister = true;
let search: typeof searchType;
/** The module anew: it remembers the index that it opened. */
const loadedAnew = async (): Promise<typeof searchType> => {
  vi.resetModules();
  return (await import('../../../src/browser/search/api.ts')).search;
};
beforeAll(async () => {
  ({ files } = await memoryBuild([document]));
  vi.stubGlobal('fetch', async (address: string) => {
    if (address.endsWith('/regions/finder.json') && hasRegister) return Response.json({ readings: {}, units });
    const bytes = files.get(address.slice(address.lastIndexOf('/') + 1));
    return bytes ? new Response(new Uint8Array(bytes)) : new Response('', { status: 404 });
  });
  search = await loadedAnew();
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test('a scope that can be read is searched', async () => {
  const found = { reports: [{ id: '140404/2023', occurrences: 1 }], denominator: { reports: 1, characters: 4 } };
  expect(await search('复议')).toMatchObject(found);
  expect(await search('复议', { region: ['140000', '150000'], year: [2023], ...{ level: undefined } })).toMatchObject(
    found,
  );
  expect(await search('复议', { region: '000000' })).toMatchObject(found);
  // A region without reports is one all the same.
  expect(await search('复议', { region: '150000' })).toMatchObject({ reports: [], denominator: { reports: 0 } });
});

test.for<[object | null | string, string[]]>([
  [{ regions: '140000' }, ['regions']],
  [{ Year: 2023 }, ['Year']],
  [{ region: '14' }, ['region']],
  [{ region: '999999' }, ['region']],
  [{ region: ['140000', '149999'] }, ['region']],
  [{ year: '2023-2021' }, ['year']],
  [{ year: 'abc', level: 'planet' }, ['year', 'level']],
  [{ year: null }, ['year']],
  [{ year: '' }, ['year']],
  [{ year: { from: 2019 } }, ['year']],
  [{ role: 'intro' }, ['role']],
  [null, ['scope']],
  ['2023', ['scope']],
  [[2023], ['scope']],
])('the scope %j is refused', async ([scope, names]) => {
  const refused: unknown = await Reflect.apply(search, null, ['复议', scope]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  expect(refused).toMatchObject({ name: 'SearchFailure', kind: 'scope', parts: names.map((name) => ({ name })) });
  expect(refused).toHaveProperty('message', expect.stringMatching(/^.+。$/));
});

test('a query that is no text is refused, one that is malformed too', async () => {
  await expect(Reflect.apply(search, null, [7])).rejects.toMatchObject({ kind: 'scope', parts: [{ name: 'query' }] });
  await expect(search('-复议')).rejects.toMatchObject({ kind: 'query' });
});

test('where the register cannot be read, no total of a region that may not be is given', async () => {
  hasRegister = false;
  const anew = await loadedAnew();
  await expect(anew('复议', { region: '150000' })).rejects.toMatchObject({ kind: 'unreachable' });
  await expect(anew('复议', { region: '140404' })).resolves.toMatchObject({ occurrences: 1 });
});
