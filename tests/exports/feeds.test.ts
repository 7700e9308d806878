import { expect, test } from 'vitest';
import { type ArchiveIndex, archiveIndex } from '../../src/archive/archive-index.ts';
import type { Region } from '../../src/archive/region.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { siteRoutes } from '../../src/archive/routes.ts';
import { atomFeed, jsonFeed } from '../../src/exports/atom.ts';
import { type Feed, feedLength, feeds, recordedDay } from '../../src/exports/feeds.ts';
import { feedPlace } from '../../src/views/feed-place.ts';

const unit = (code: string, level: Region['level'], parent: string | null): Region => ({
  ...{ code, name: `甲${code}`, level, parent, since: null, until: null },
  successors: [],
});
const tree = regionTree([
  unit('140000', 'province', null),
  unit('140400', 'prefecture', '140000'),
  unit('140404', 'county', '140400'),
]);
const report = (year: number, slug: string | null, changes: Partial<ReportSummary> = {}): ReportSummary => ({
  ...{
    id: `140404/${year}${slug === null ? '' : `-${slug}`}`,
    title: `报告 <${year}> & "乙"\u0001`,
    titleBasis: 'text',
  },
  ...{ region: '140404', regionPath: ['甲省', '甲市', '甲县'], year, slug, issuerKind: 'government' },
  ...{ issuerNames: ['甲县人民政府'], signed: null, captured: null, characters: 1, digest: '' },
  published: { value: '2025-01-20', precision: 'day', basis: 'page' },
  ...{ replaced: [], redacted: [], source: null },
  ...changes,
});
const site = new URL('https://example.org');
const routes = siteRoutes('/archive/');
const atom = (feed: Feed | undefined): string => {
  if (!feed) throw new Error('there is no such feed');
  return atomFeed(feed, feedPlace(feed, routes, 'atom', site));
};
const withdrawal = {
  id: '140404/2019',
  issuers: '甲',
  day: '2026-03-01',
  by: '编者 <丙>',
  reason: '应要求',
  versions: [],
};
const archive = (reports: readonly ReportSummary[]): ArchiveIndex => archiveIndex(reports, tree);

test('the day of an entry is one that the record knows, and none is made up', () => {
  expect(recordedDay(report(2024, null))).toBe('2025-01-20');
  expect(recordedDay(report(2024, null, { captured: '2025-03-02' }))).toBe('2025-03-02');
  const changed = { captured: '2025-03-02', redacted: [{ mark: '某甲', day: '2026-01-05', reason: '本人要求' }] };
  expect(recordedDay(report(2024, null, changed))).toBe('2026-01-05');
  const replaced = { replaced: [{ version: 1, until: '2025-12-01', reason: '更正' }] };
  expect(recordedDay(report(2024, null, replaced))).toBe('2025-12-01');
  const month = { published: { value: '2025-01', precision: 'month', basis: 'page' } } as const;
  expect(recordedDay(report(2024, null, month))).toBeNull();
});

test('each report is told in the feeds of all, of its year, and of every region above it', () => {
  const names = [...feeds(archive([report(2024, null)]), []).keys()];
  expect(names.sort()).toEqual(['140000', '140400', '140404', '2024', 'all']);
  const undated = feeds(archive([report(2024, null, { published: null })]), []);
  expect(undated.size).toBe(0);
});

test('what was taken out is told as a deleted entry under the name that it had', () => {
  const all = feeds(archive([report(2024, null)]), [withdrawal]);
  const text = atom(all.get('140404'));
  expect(text).toContain(
    '<at:deleted-entry ref="tag:example.org,2026:reports/140404/2019" when="2026-03-01T00:00:00+08:00">',
  );
  expect(text).toContain('<at:by><name>编者 &lt;丙&gt;</name></at:by>');
  expect(text).toContain('<updated>2026-03-01T00:00:00+08:00</updated>');
  expect(all.has('2019')).toBe(true);
});

/** What RFC 4287 asks of a feed, as far as regular expressions can see. */
function faults(text: string): string[] {
  const found: string[] = [];
  const entries = text.split('<entry>').slice(1);
  const head = text.split('<entry>')[0] ?? '';
  const count = (part: string, of: RegExp): number => part.match(of)?.length ?? 0;
  for (const one of ['id', 'title', 'updated'])
    for (const [at, part] of [
      head.split('<at:')[0] ?? '',
      ...entries.map((entry) => entry.split('</entry>')[0] ?? ''),
    ].entries())
      if (count(part, new RegExp(`<${one}>`, 'g')) !== 1) found.push(`${at} ${one}`);
  if (count(head, /rel="self"/g) !== 1) found.push('self');
  for (const [, day = ''] of text.matchAll(/<(?:updated|published)>([^<]*)</g))
    if (Number.isNaN(Date.parse(day)) || !/^\d{4}-\d\d-\d\dT00:00:00\+08:00$/.test(day)) found.push(day);
  const ids = [...text.matchAll(/<id>([^<]*)</g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) found.push('an id stands twice');
  if (!ids.every((id) => /^tag:example\.org,2026:(?:feeds|reports)\/[\w/-]+$/.test(id ?? '')))
    found.push('an id is no tag');
  const bare = text.replace(/<[^<>]*>/g, '');
  if (/[<>]|&(?!(?:amp|lt|gt|quot);)/.test(bare)) found.push('markup in text');
  const refused = [...text].some((character) => character < ' ' && character !== '\n');
  if (refused) found.push('a character that XML refuses');
  return found;
}

test('a feed keeps the rules of Atom, with one entry and with a thousand', () => {
  const thousand = Array.from({ length: 1000 }, (_, at) =>
    report(2005 + (at % 20), `body-${at}`, { captured: `2026-0${1 + (at % 9)}-1${at % 10}` }),
  );
  for (const reports of [[report(2024, null)], thousand]) {
    const all = feeds(archive(reports), [withdrawal]);
    for (const feed of all.values()) expect(faults(atom(feed))).toEqual([]);
    const days = all.get('all')?.entries.map(({ updated }) => updated) ?? [];
    expect(days).toEqual(days.toSorted().reverse());
    expect(days.length).toBe(Math.min(reports.length, feedLength));
  }
  const [one] = feeds(archive([report(2024, null)]), []).values();
  if (!one) throw new Error('there is no feed');
  const entries = thousand.flatMap(({ id }) => one.entries.map((entry) => ({ ...entry, id })));
  expect(faults(atom({ ...one, entries }))).toEqual([]);
});

test('JSON Feed says the same, and without a known origin addresses are paths', () => {
  const feed = feeds(archive([report(2024, null)]), []).get('all');
  if (!feed) throw new Error('there is no feed');
  const read: unknown = JSON.parse(jsonFeed(feed, feedPlace(feed, routes, 'json', site)));
  expect(read).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://example.org/archive/feeds/all.json',
    items: [
      {
        id: 'tag:example.org,2026:reports/140404/2024',
        url: 'https://example.org/archive/reports/140404/2024/',
        content_text: '甲省甲市甲县 2024年度',
        date_modified: '2025-01-20T00:00:00+08:00',
      },
    ],
  });
  expect(atomFeed(feed, feedPlace(feed, routes, 'atom', undefined))).toContain(
    '<id>tag:localhost,2026:reports/140404/2024</id>',
  );
});
