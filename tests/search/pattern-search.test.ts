import { expect, test } from 'vitest';
import { type Role, roles } from '../../src/archive/section.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { type Filters, noFilters, passes } from '../../src/search/filters.ts';
import { occurrencesIn } from '../../src/search/lookup/occurrences.ts';
import { readQuery, type SearchIndex } from '../../src/search/lookup/search-index.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { folded } from '../../src/text/fold.ts';
import { compareText } from '../../src/text/order.ts';
import { runs } from '../runs.ts';
import { below, inventedDocument, oneOf, type Random } from './invented-documents.ts';
import { memoryBuild, openMemory, smallShape } from './memory-index.ts';

/** A phrase as it is written in a query, and as JavaScript finds it from one place. */
interface Sought {
  readonly written: string;
  readonly own: RegExp;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const sought = (written: string, source: string): Sought => ({ written, own: new RegExp(source, 'uy') });
const words = ['行政', '复议', '法', '案件', '一', '机关', '工作', '法治政府', '的', '👍🏽', '32件', '报告'];

function drawnPhrase(random: Random): Sought {
  const word = (): string => oneOf(random, words, '法');
  const [a, b, c] = [word(), word(), word()];
  const [p, q, r] = [a, b, c].map((one) => escaped(folded(one)));
  switch (below(random, 8)) {
    case 0:
      return sought(`${a}？${b}`, `${p}[^]${q}`);
    case 1:
      return sought(`${a}?？${b}`, `${p}[^]{2}${q}`);
    case 2:
      return sought(`${a}…${b}`, `${p}[^]{0,20}?${q}`);
    case 3: {
      const [x = '', y = ''] = [q, r].sort((one, other) => (one?.length ?? 0) - (other?.length ?? 0));
      return sought(`${a}（${b}|${c}）`, `${p}(?:${x}|${y})`);
    }
    case 4:
      return sought(`${a}(|${b})${c}`, `(?=(${p}(?:${q})?${r}))(?:${p}${r}|${p}${q}${r})`);
    case 5:
      return sought(`/行政(${q}|复议?)/`, `行政(?:${q}|复议?)`);
    case 6:
      return sought(`/${p}法治.{0,3}${q}/`, `${p}法治.{0,3}${q}`);
    default:
      return sought(`“${a}”`, p ?? '');
  }
}

interface Place {
  readonly paragraph: number;
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/** The searched paragraphs of a report, folded, each with its role and the number of its section. */
function paragraphsOf({ title, paragraphs }: SearchDocument): { fold: string; role: Role | null; section: number }[] {
  let section = 0;
  const own = paragraphs.map(({ text, role, heading }, at) => {
    const before = at === 0 ? null : (paragraphs[at - 1]?.heading ?? null);
    if (heading !== before || (heading !== null && heading === text)) section++;
    return { fold: folded(text), role, section };
  });
  return [...(title === null ? [] : [{ fold: folded(title), role: null, section: 0 }]), ...own];
}

function placesOf(document: SearchDocument, { own }: Sought, only: readonly Role[]): Place[] {
  return paragraphsOf(document).flatMap(({ fold, role, section }, paragraph) => {
    if (only.length > 0 && (role === null || !only.includes(role))) return [];
    const characters = [...fold];
    let at = 0;
    return characters.flatMap((character, start) => {
      own.lastIndex = at;
      const found = own.exec(fold);
      at += character.length;
      return found && found[0] !== '' ? [{ paragraph, section, start, end: start + [...found[0]].length }] : [];
    });
  });
}

type Reach = number | 'p' | 's';

function isNear(a: Place, b: Place, within: Reach): boolean {
  if (within === 's') return a.section === b.section;
  if (a.paragraph !== b.paragraph) return false;
  return within === 'p' || (a.start < b.start ? b.start - a.end : a.start - b.end) <= within;
}

interface Asked {
  readonly query: string;
  /** How often it stands in a report. */
  readonly count: (document: SearchDocument, only: readonly Role[]) => number;
}

function drawnQuery(random: Random): Asked {
  const [a, b, c] = [drawnPhrase(random), drawnPhrase(random), drawnPhrase(random)];
  const within = oneOf<Reach>(random, [0, 2, 20, 'p', 's'], 2);
  const near = (document: SearchDocument, only: readonly Role[]): Set<string> => {
    const rights = placesOf(document, b, only);
    const isSame = a.written === b.written;
    return new Set(
      placesOf(document, a, only).flatMap((one) =>
        rights.flatMap((other) => {
          const isOne = isSame && one.paragraph === other.paragraph && one.start === other.start;
          if (isOne || !isNear(one, other, within)) return [];
          return [`${one.paragraph} ${one.start} ${a.written}`, `${other.paragraph} ${other.start} ${b.written}`];
        }),
      ),
    );
  };
  const plain = (document: SearchDocument, one: Sought, only: readonly Role[]): Set<string> =>
    new Set(placesOf(document, one, only).map(({ paragraph, start }) => `${paragraph} ${start} ${one.written}`));
  const counted = (sets: readonly Set<string>[]): number => new Set(sets.flatMap((set) => [...set])).size;
  switch (below(random, 6)) {
    case 0:
      return { query: a.written, count: (document, only) => plain(document, a, only).size };
    case 1:
      return {
        query: `${a.written} ${b.written}`,
        count: (document, only) => {
          const sets = [plain(document, a, only), plain(document, b, only)];
          return sets.some(({ size }) => size === 0) ? 0 : counted(sets);
        },
      };
    case 2:
      return {
        query: `${a.written} | ${b.written} -${c.written}`,
        count: (document, only) =>
          plain(document, c, only).size > 0 ? 0 : counted([plain(document, a, only), plain(document, b, only)]),
      };
    case 3:
      return {
        query: `${a.written} ~${within} ${b.written} ${c.written}`,
        count: (document, only) => {
          const sets = [near(document, only), plain(document, c, only)];
          return sets.some(({ size }) => size === 0) ? 0 : counted(sets);
        },
      };
    case 4:
      return {
        query: `${c.written} | ${a.written} ~${within} ${b.written}`,
        count: (document, only) => counted([near(document, only), plain(document, c, only)]),
      };
    default:
      return { query: `${a.written} ~${within} ${b.written}`, count: (document, only) => near(document, only).size };
  }
}

function drawnFilters(random: Random, documents: readonly SearchDocument[]): Filters {
  const one = documents[below(random, documents.length)];
  if (!one || random() < 0.4) return noFilters;
  return {
    ...noFilters,
    regions: random() < 0.5 ? [`${one.region.slice(0, 2)}0000`] : [],
    issuerKinds: random() < 0.3 ? [one.issuerKind] : [],
    roles: random() < 0.5 ? [oneOf<Role>(random, roles, 'plan')] : [],
  };
}

/** Asks random queries; how many were found somewhere. */
async function compare(index: SearchIndex, documents: readonly SearchDocument[], random: Random, most: number) {
  let held = 0;
  for (let i = 0; i < most; i++) {
    const { query, count } = drawnQuery(random);
    const filters = drawnFilters(random, documents);
    const expected = documents
      .filter((document) => passes(document, filters))
      .map((document) => ({ id: document.id, occurrences: count(document, filters.roles) }))
      .filter(({ occurrences }) => occurrences > 0);
    const about = `${query} ${JSON.stringify(filters)}`;
    expect.soft((await index.search(query, filters)).reports, about).toEqual(expected);
    if (expected.length > 0) held++;
    const { id, occurrences } = expected[0] ?? { id: '', occurrences: 0 };
    const text = await index.text(id);
    if (text) expect.soft(occurrencesIn(text, readQuery(query), filters.roles).length, about).toBe(occurrences);
  }
  return held;
}

test.for([
  ['lists of places', smallShape],
  ['texts alone', { ...smallShape, fewestListed: 100_000 }],
  ['lists of some', { ...smallShape, fewestListed: 20, mostListedOfOne: 30 }],
] as const)('every operator within random scopes counts as a plain scan counts: %s', async ([, shape]) => {
  const random = randomNumbers(71);
  const documents = Array.from({ length: 45 }, (_, i) => inventedDocument(random, i)).sort((a, b) =>
    compareText(a.id, b.id),
  );
  const before = await memoryBuild(documents, { shape });
  expect(await compare(await openMemory(before), documents, random, runs(30))).toBeGreaterThan(0);
  const changed = documents.map((document, i) =>
    i === 7 ? { ...inventedDocument(random, 500), ...identity(document) } : document,
  );
  const now = [...changed, inventedDocument(random, 46)].sort((a, b) => compareText(a.id, b.id));
  const after = await memoryBuild(now, { before, shape });
  expect(after.result.built).toBe('delta');
  await compare(await openMemory(after), now, random, runs(20));
  const rest = now.slice(1);
  await compare(await openMemory(await memoryBuild(rest, { before: after, shape })), rest, random, runs(3));
});

const identity = ({ id, region, year, slug, level, issuerKind, path }: SearchDocument) => ({
  id,
  region,
  year,
  slug,
  level,
  issuerKind,
  path,
});
