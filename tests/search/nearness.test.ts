import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { issuerKinds } from '../../src/archive/issuer.ts';
import { levels } from '../../src/archive/region.ts';
import { type Role, roles } from '../../src/archive/section.ts';
import { search } from '../../src/browser/search/api.ts';
import { phraseIndex } from '../../src/browser/search/exact/phrase-index.ts';
import { searchState, stateFilters } from '../../src/browser/search/state.ts';
import { phraseTally } from '../../src/browser/search/tally.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { type Filters, noFilters } from '../../src/search/filters.ts';
import { startFileName } from '../../src/search/format/start-file.ts';
import { baseShape } from '../../src/search/indexing/build-search-index.ts';
import { httpFetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { folded } from '../../src/text/fold.ts';
import { compareText } from '../../src/text/order.ts';
import { below, drawnPhrase, inventedDocument, oneOf, type Random, scanned } from './invented-documents.ts';
import { type Files, memoryBuild, openMemory } from './memory-index.ts';

const folder = 'https://example.cn/search-index/';

/** A host of plain files that knows ranges, and what it was asked for. */
class Host {
  readonly #files: Files;
  requests = 0;
  bytes = 0;
  atOnce = 0;
  mostAtOnce = 0;
  /** Called before each answer with the file's name; may throw, or answer itself. */
  before: (file: string) => Response | null = () => null;

  constructor(files: Files) {
    this.#files = files;
  }

  readonly request = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const file = String(address).split('/').at(-1) ?? '';
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    await new Promise(setImmediate);
    this.atOnce--;
    this.requests++;
    const instead = this.before(file);
    if (instead) return instead;
    const all = new Uint8Array(this.#files.get(file) ?? []);
    const range = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('Range') ?? '');
    const part = range ? all.slice(Number(range[1]), Number(range[2]) + 1) : all;
    this.bytes += part.length;
    return new Response(part, { status: range ? 206 : 200 });
  };
}

/** As for phrases that are too rare for a list of their places. */
const textsOnly = { ...baseShape, fewestListed: 100_000 };

const isText = (file: string): boolean => file.startsWith('texts-');

describe('where hundreds of candidates lie outside the scope', () => {
  const random = randomNumbers(31);
  const documents = Array.from({ length: 720 }, (_, i): SearchDocument => {
    const document = inventedDocument(random, i);
    const isNear = i % 3 > 0;
    const text = isNear ? '甲在中间乙' : '甲在远远的地方等着乙';
    const plan = i % 2 > 0 ? ('plan' as const) : null;
    return { ...document, title: null, paragraphs: [{ anchor: 'p-1', text, role: plan, heading: null }] };
  }).sort((a, b) => compareText(a.id, b.id));
  const holds = ({ paragraphs }: SearchDocument): boolean => paragraphs.some(({ text }) => text.includes('中间'));
  // Behind the first three hundred by id.
  const inScope = documents.filter(({ region, year }) => region.startsWith('15') && year === 2015);
  const expected = inScope.filter(holds).map(({ id }) => ({ id, occurrences: 2 }));
  const filters: Filters = { ...noFilters, regions: ['150000'], years: [[2015, 2015]] };
  const state = searchState(new URLSearchParams('q=甲 ~5 乙&region=150000&year=2015'));
  let host: Host;
  let files: Files;

  beforeAll(async () => {
    ({ files } = await memoryBuild(documents, { shape: textsOnly }));
    host = new Host(files);
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => host.request(address, init));
  });
  afterAll(() => void vi.unstubAllGlobals());

  test('the case is one: none in the scope is among the first three hundred', () => {
    expect(expected.length).toBeGreaterThan(5);
    expect(documents.slice(0, 300).some((document) => inScope.includes(document))).toBe(false);
  });

  test('the program’s interface answers completely, within the scope and without one', async () => {
    const within = await search('甲 ~5 乙', { region: 150000, year: 2015 });
    expect(within.reports).toEqual(expected);
    expect(within.occurrences).toBe(2 * expected.length);
    expect(within.denominator.reports).toBe(inScope.length);
    const everywhere = await search('甲 ~5 乙');
    expect(everywhere.reports.map(({ id }) => id)).toEqual(documents.filter(holds).map(({ id }) => id));
    const inPlans = await search('甲 ~5 乙', { role: 'plan' });
    expect(inPlans.reports.map(({ id }) => id)).toEqual(
      documents.filter((one) => holds(one) && one.paragraphs[0]?.role === 'plan').map(({ id }) => id),
    );
  });

  test('only texts within the scope are read', async () => {
    host = new Host(files);
    const index = await SearchIndex.open(httpFetcher(folder, startFileName));
    expect((await index.search('甲 ~5 乙', filters)).reports).toEqual(expected);
    expect(await index.decide('甲 ~5 乙', filters, 0)).toEqual({ read: inScope.length, candidates: inScope.length });
    expect((await index.known('甲 ~5 乙')).undecided.size).toBe(documents.length - inScope.length);
  });

  test('the page’s engine reads in batches, and says of no count that it is one before it is', async () => {
    host = new Host(files);
    const engine = phraseIndex(httpFetcher(folder, startFileName));
    const before = phraseTally(await engine.counts('甲 ~5 乙', []), state);
    expect(before.total).toMatchObject({ searched: inScope.length, undecided: inScope.length, reports: 0 });
    expect(before.found).toEqual([]);
    expect(await engine.decide('甲 ~5 乙', stateFilters(state), 10)).toEqual({ read: 10, candidates: inScope.length });
    expect(phraseTally(await engine.counts('甲 ~5 乙', []), state).total.undecided).toBe(inScope.length - 10);
    let reading = { read: 0, candidates: 1 };
    while (reading.read < reading.candidates) reading = await engine.decide('甲 ~5 乙', stateFilters(state), 10);
    const after = phraseTally(await engine.counts('甲 ~5 乙', []), state);
    expect(after.total).toMatchObject({ undecided: 0, reports: expected.length, occurrences: 2 * expected.length });
    expect(after.found.map(({ facts }) => facts.id).sort()).toEqual(expected.map(({ id }) => id).sort());
    // Beside the year chosen stands its count; beside another, whose reports were not read, none.
    expect(after.facets.year.get('2015')?.undecided).toBe(0);
    expect(after.facets.year.get('2014')?.undecided).toBeGreaterThan(0);
    // What was read is not read again, as for another order or a filter more.
    const { requests } = host;
    await engine.decide('甲 ~5 乙', { ...stateFilters(state), levels: ['county'] });
    expect(host.requests).toBe(requests);
  });

  test('a text that is read tells the counts by role too', async () => {
    host = new Host(files);
    const engine = phraseIndex(httpFetcher(folder, startFileName));
    await engine.counts('甲 ~5 乙', ['plan']);
    expect(await engine.decide('甲 ~5 乙', filters)).toMatchObject({ candidates: inScope.length });
    const { requests } = host;
    const { total } = phraseTally(await engine.counts('甲 ~5 乙', ['plan']), state);
    const inPlans = inScope.filter((one) => holds(one) && one.paragraphs[0]?.role === 'plan');
    expect(inPlans.length).toBeGreaterThan(1);
    expect(total).toMatchObject({ undecided: 0, reports: inPlans.length, occurrences: 2 * inPlans.length });
    expect(host.requests).toBe(requests);
  });

  test('many requests wait their turn, and neighbours are read in one', async () => {
    host = new Host(files);
    const index = await SearchIndex.open(httpFetcher(folder, startFileName));
    await Promise.all(['甲 ~5 乙', '在 ~5 乙', '乙 ~9 甲'].map((query) => index.search(query)));
    expect(host.mostAtOnce).toBeLessThanOrEqual(8);
    // 720 candidates in files of 64 texts each, three times over.
    expect(host.requests).toBeLessThan(150);
  });

  test('a read that fails once is made again; one that fails for good is a failure with its own sentence', async () => {
    host = new Host(files);
    const failed = new Set<string>();
    host.before = (file) => {
      if (!isText(file) || failed.has(file)) return null;
      failed.add(file);
      throw new TypeError('net::ERR_INSUFFICIENT_RESOURCES');
    };
    const engine = phraseIndex(httpFetcher(folder, startFileName));
    await engine.decide('甲 ~5 乙', filters);
    expect(failed.size).toBeGreaterThan(0);
    expect(phraseTally(await engine.counts('甲 ~5 乙', []), state).total.reports).toBe(expected.length);

    host.before = (file) => (isText(file) ? new Response('', { status: 503 }) : null);
    await expect(phraseIndex(httpFetcher(folder, startFileName)).decide('甲 ~5 乙', filters)).rejects.toMatchObject({
      kind: 'unreachable',
      said: { key: 'indexRefused', values: { code: '503' } },
    });
    host.before = (file) => {
      if (isText(file)) throw new TypeError('network');
      return null;
    };
    await expect(phraseIndex(httpFetcher(folder, startFileName)).decide('甲 ~5 乙', filters)).rejects.toMatchObject({
      said: { key: 'indexUnreachable' },
    });
  });
});

interface Scanned {
  readonly document: SearchDocument;
  readonly paragraphs: readonly { readonly fold: string; readonly role: string | null }[];
}

/** Where a phrase begins in a paragraph. */
function places(fold: string, phrase: string): number[] {
  const found: number[] = [];
  for (let at = fold.indexOf(phrase); at >= 0; at = fold.indexOf(phrase, at + 1)) found.push(at);
  return found;
}

/** Places that count of two phrases near each other, by looking at all pairs. */
function nearPlaces(paragraphs: Scanned['paragraphs'], a: string, b: string, within: number): string[] {
  return paragraphs.flatMap(({ fold }, at) => {
    const others = places(fold, b);
    return places(fold, a).flatMap((i) =>
      others.flatMap((j) => {
        if (a === b && i === j) return [];
        const between = i < j ? fold.slice(i + a.length, j) : fold.slice(j + b.length, i);
        return [...between].length <= within ? [`${at} ${i} ${a}`, `${at} ${j} ${b}`] : [];
      }),
    );
  });
}

const plainPlaces = (paragraphs: Scanned['paragraphs'], phrase: string): string[] =>
  paragraphs.flatMap(({ fold }, at) => places(fold, phrase).map((i) => `${at} ${i} ${phrase}`));

function drawnFilters(random: Random, documents: readonly SearchDocument[]): Filters {
  const { region, year } = documents[below(random, documents.length)] ?? { region: '110000', year: 2010 };
  const some = <Value>(value: Value): Value[] => (random() < 0.35 ? [value] : []);
  return {
    years: some([year, year + below(random, 2)] as const),
    regions: some(oneOf(random, [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`], region)),
    levels: some(oneOf(random, levels, 'county')),
    issuerKinds: some(oneOf(random, issuerKinds, 'department')),
    roles: random() < 0.3 ? [oneOf<Role>(random, roles, 'plan')] : [],
  };
}

/** Whether a report is in a scope, in the plainest words. */
function isInScope(document: SearchDocument, { years, regions, levels: wanted, issuerKinds: kinds }: Filters): boolean {
  const { region, year, level, issuerKind } = document;
  return (
    (years.length === 0 || years.some(([first, last]) => first <= year && year <= last)) &&
    (regions.length === 0 || regions.some((above) => region.startsWith(above.replace(/(00)+$/, '')))) &&
    (wanted.length === 0 || wanted.includes(level)) &&
    (kinds.length === 0 || kinds.includes(issuerKind))
  );
}

test('random nearness within random scopes counts as a plain scan counts, on the page as for programs', async () => {
  const random = randomNumbers(32);
  const documents = Array.from({ length: 700 }, (_, i) => inventedDocument(random, i)).sort((a, b) =>
    compareText(a.id, b.id),
  );
  const all = documents.map((document): Scanned => ({ document, paragraphs: scanned(document) }));
  const index = await openMemory(await memoryBuild(documents, { shape: baseShape }));
  const common = ['法', '的', '一一', '法治政府建设', '行政复议案件', '。', '在', '不足'];
  const drawn = (): string => {
    const phrase = random() < 0.6 ? oneOf(random, common, '法') : drawnPhrase(random, documents).slice(0, 4);
    return /[“”「」"]/.test(phrase) || folded(phrase) === '' ? '法' : folded(phrase).toWellFormed();
  };
  let held = 0;
  for (let i = 0; i < 120; i++) {
    const [a, b, c] = [drawn(), drawn(), drawn()];
    const within = oneOf(random, [0, 1, 5, 20, 100], 5);
    const kind = below(random, 4);
    const near = `“${a}” ~${within} “${b}”`;
    const query = [near, `“${c}” ${near}`, `${near} | “${c}”`, `${near} -“${c}”`][kind] ?? near;
    const filters = drawnFilters(random, documents);
    const expected = all.flatMap(({ document, paragraphs }) => {
      if (!isInScope(document, filters)) return [];
      const searched = paragraphs.map(({ fold, role }) => {
        const isSearched = filters.roles.length === 0 || filters.roles.some((one) => one === role);
        return { fold: isSearched ? fold : '', role };
      });
      const pairs = nearPlaces(searched, a, b, within);
      const others = plainPlaces(searched, c);
      const holds =
        kind === 0
          ? pairs.length > 0
          : kind === 1
            ? pairs.length > 0 && others.length > 0
            : kind === 2
              ? pairs.length > 0 || others.length > 0
              : pairs.length > 0 && others.length === 0;
      const counted = new Set([...pairs, ...(kind === 1 || kind === 2 ? others : [])]);
      return holds ? [{ id: document.id, occurrences: counted.size }] : [];
    });
    if (expected.length > 0) held++;
    const about = `${query} ${JSON.stringify(filters)}`;
    // As the page asks: in steps, and only within the scope.
    let reading = await index.decide(query, filters, 0);
    while (reading.read < reading.candidates) reading = await index.decide(query, filters, 50);
    const known = await index.known(query, filters.roles);
    const shown = documents.flatMap((document) => {
      if (!isInScope(document, filters)) return [];
      expect(known.undecided.has(document.id)).toBe(false);
      const occurrences = known.occurrences.get(document.id);
      return occurrences === undefined ? [] : [{ id: document.id, occurrences }];
    });
    expect.soft(shown, about).toEqual(expected);
    expect.soft((await index.search(query, filters)).reports, about).toEqual(expected);
  }
  expect(held).toBeGreaterThan(40);
});
