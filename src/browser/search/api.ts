import { stateCode } from '../../archive/region-code.ts';
import { saying } from '../../i18n/saying.ts';
import { written } from '../../i18n/written.ts';
import { queries } from '../../i18n/zh-hans/queries.ts';
import { type Filters, isRegionWithin } from '../../search/filters.ts';
import { startFileName } from '../../search/format/start-file.ts';
import { httpFetcher } from '../../search/lookup/fetcher.ts';
import { SearchFailure } from '../../search/lookup/search-failure.ts';
import { SearchIndex, type SearchResult } from '../../search/lookup/search-index.ts';
import {
  type ScopeName,
  scopeFilters,
  shownText,
  type UnreadPart,
  unknownRegion,
  unreadScope,
} from '../../search/scope.ts';
import { loadedRegions } from '../regions/finder-data.ts';

type OneOrMore = string | number | readonly (string | number)[];

/**
 * What a search is confined to, named as in the search page's address; one value or several, either-or within one:
 * years `2023` or `2019-2024`, region codes (what lies below counts), levels, issuer kinds, section roles.
 */
export interface SearchScope {
  readonly year?: OneOrMore | undefined;
  readonly region?: OneOrMore | undefined;
  readonly level?: OneOrMore | undefined;
  readonly issuer?: OneOrMore | undefined;
  readonly role?: OneOrMore | undefined;
}

const fields: Readonly<Record<ScopeName, true>> = { year: true, region: true, level: true, issuer: true, role: true };

/** What of a call cannot be read; nothing is searched then. Programs read `kind`, `parts` and the sentence. */
class RefusedSearch extends Error {
  override readonly name = 'SearchFailure';
  readonly kind = 'scope';
  /** What was given under which name. */
  readonly parts: readonly { readonly name: string; readonly given: string }[];

  constructor(unread: readonly UnreadPart[]) {
    super(unread.map(({ said }) => written(queries, said)).join(''));
    this.parts = unread.map(({ name, given }) => ({ name, given }));
  }
}

/** A value as it was given: a text or number as it is, all else as JSON, which no filter can be. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value);

const texts = (given: unknown): string[] =>
  given === undefined ? [] : (Array.isArray(given) ? given : [given]).map(textOf);

/** The fields of a scope that are none of ours. */
function unknownFields(scope: object): UnreadPart[] {
  return Object.keys(scope)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({
      name,
      given: name,
      said: saying('scopeField', { name: shownText(name), names: Object.keys(fields).join(' ') }),
    }));
}

/** The filters that a scope names. Throws a `RefusedSearch` that says all that cannot be read. */
function readFilters(query: unknown, scope: unknown): Filters {
  if (typeof query !== 'string')
    throw new RefusedSearch([{ name: 'query', given: textOf(query), said: saying('queryNoText') }]);
  if (typeof scope !== 'object' || scope === null || Array.isArray(scope))
    throw new RefusedSearch([{ name: 'scope', given: textOf(scope), said: saying('scopeNoObject') }]);
  const { year, region, level, issuer, role }: { readonly [name in ScopeName]?: unknown } = scope;
  const asked = {
    year: texts(year),
    region: texts(region),
    level: texts(level),
    issuer: texts(issuer),
    role: texts(role),
  };
  const unread = [...unknownFields(scope), ...unreadScope(asked)];
  if (unread.length > 0) throw new RefusedSearch(unread);
  return scopeFilters(asked);
}

// Kept in a variable: where the bundler sees the address whole, it takes it for a file to bundle.
const here = import.meta.url;
let opening: Promise<SearchIndex> | null = null;

function openedIndex(): Promise<SearchIndex> {
  opening ??= SearchIndex.open(httpFetcher(new URL('../search-index/', here).href, startFileName)).catch(
    (error: unknown) => {
      opening = null;
      throw error;
    },
  );
  return opening;
}

/**
 * Refuses the codes of regions that there are not. A region of which a report is held is one; only of others is the
 * register asked.
 */
async function refuseUnknownRegions(index: SearchIndex, codes: readonly string[]): Promise<void> {
  const { reports } = index;
  const empty = codes.filter((code) => !reports.some(({ region }) => isRegionWithin(region, code)));
  if (empty.every((code) => code === stateCode)) return;
  const register = new URL('../regions/finder.json', here).href;
  const known = await loadedRegions(register).catch(() => {
    throw new SearchFailure('unreachable', register);
  });
  const codesKnown = new Set(known.map(({ region }) => region.code)).add(stateCode);
  const unknown = empty.filter((code) => !codesKnown.has(code));
  if (unknown.length > 0) throw new RefusedSearch(unknown.map(unknownRegion));
}

/**
 * Searches the whole archive for literal phrases and patterns, without any interface. Resolves to `{ query, folded, reports:
 * [{ id, occurrences }], occurrences, denominator: { reports, characters } }`, complete: where only
 * texts tell (nearness of rare phrases, most regular expressions), all within the scope that may hold the query are read. Rejects with an `Error` whose message is a sentence in Chinese; its
 * `kind` is `query` where the query is malformed, `scope` where something else that was asked cannot be read (a value,
 * a field, a region that there is not; `parts` names them all), and else says why the index could not be read.
 */
export async function search(query: string, scope: SearchScope = {}): Promise<SearchResult> {
  const filters = readFilters(query, scope);
  try {
    const index = await openedIndex();
    await refuseUnknownRegions(index, filters.regions);
    return await index.search(query, filters);
  } catch (error) {
    if (error instanceof SearchFailure) error.message = written(queries, error.said);
    throw error;
  }
}
