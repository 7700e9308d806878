import { issuerKinds } from '../../archive/issuer.ts';
import { levels } from '../../archive/region.ts';
import { roles } from '../../archive/section.ts';
import { written } from '../../i18n/written.ts';
import { queries } from '../../i18n/zh-hans/queries.ts';
import { type YearRange, yearRange } from '../../search/filters.ts';
import { startFileName } from '../../search/format/start-file.ts';
import { httpFetcher } from '../../search/lookup/fetcher.ts';
import { SearchFailure } from '../../search/lookup/search-failure.ts';
import { SearchIndex, type SearchResult } from '../../search/lookup/search-index.ts';

type OneOrMore = string | number | readonly (string | number)[];

/**
 * What a search is confined to, named as in the search page's address; one value or several, either-or within one:
 * years `2023` or `2019-2024`, region codes (what lies below counts), levels, issuer kinds, section roles.
 */
export interface SearchScope {
  readonly year?: OneOrMore;
  readonly region?: OneOrMore;
  readonly level?: OneOrMore;
  readonly issuer?: OneOrMore;
  readonly role?: OneOrMore;
}

/** A scope that says nothing the archive knows; programs read `kind` and the sentence. */
class RefusedScope extends Error {
  override readonly name = 'SearchFailure';
  readonly kind = 'query';
}

const texts = (given: OneOrMore | undefined): string[] => (given === undefined ? [] : [given].flat().map(String));

/** The members of a vocabulary that were given; a value outside it is refused, not passed over. */
function members<Value extends string>(name: string, allowed: readonly Value[], given: OneOrMore | undefined): Value[] {
  return texts(given).map((text) => {
    const value = allowed.find((one) => one === text);
    if (value === undefined) throw new RefusedScope(`${name} 没有“${text}”这个值，可用的有：${allowed.join('、')}。`);
    return value;
  });
}

function years(given: OneOrMore | undefined): YearRange[] {
  return texts(given).map((text) => {
    const range = yearRange(text);
    if (!range) throw new RefusedScope(`year 须写作 2023 或 2019-2024，不能是“${text}”。`);
    return range;
  });
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
 * Searches the whole archive for literal phrases, without any interface. Resolves to `{ query, folded, reports:
 * [{ id, occurrences }], occurrences, denominator: { reports, characters } }`, complete: for nearness (`A ~20 B`) all
 * texts within the scope that hold both are read. Rejects with an `Error` whose message is a sentence in Chinese.
 */
export async function search(query: string, scope: SearchScope = {}): Promise<SearchResult> {
  const filters = {
    years: years(scope.year),
    regions: texts(scope.region),
    levels: members('level', levels, scope.level),
    issuerKinds: members('issuer', issuerKinds, scope.issuer),
    roles: members('role', roles, scope.role),
  };
  try {
    return await (await openedIndex()).search(query, filters);
  } catch (error) {
    if (error instanceof SearchFailure) error.message = written(queries, error.said);
    throw error;
  }
}
