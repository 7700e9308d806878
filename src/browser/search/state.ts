import { type IssuerKind, issuerKinds } from '../../archive/issuer.ts';
import { type Level, levels } from '../../archive/region.ts';
import { type Role, roles } from '../../archive/section.ts';
import { type Filters, yearRange } from '../../search/filters.ts';

export const sortOrders = ['year', 'region', 'occurrences', 'before', 'after'] as const;
export type SortOrder = (typeof sortOrders)[number];
export const contextWidths = [10, 20, 40, 80] as const;

/** The whole state of the search page; the address holds it, and nothing else does. */
export interface SearchState {
  readonly q: string;
  /** Literal phrases, or ranked words. */
  readonly mode: 'literal' | 'ranked';
  /** `2023` or `2019-2024`. */
  readonly year: readonly string[];
  readonly region: readonly string[];
  readonly level: readonly Level[];
  readonly issuer: readonly IssuerKind[];
  readonly role: readonly Role[];
  readonly sort: SortOrder;
  /** Characters of context on each side. */
  readonly context: number;
  /** Further phrases for the chart, up to four. */
  readonly with: readonly string[];
}

const members = <Value extends string>(allowed: readonly Value[], given: readonly string[]): Value[] =>
  allowed.filter((value) => given.includes(value));

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Reads an address's parameters; what is not understood is left out. */
export function searchState(parameters: URLSearchParams): SearchState {
  const context = Number(parameters.get('context') ?? 20);
  return {
    q: (parameters.get('q') ?? '').slice(0, 2000),
    mode: parameters.get('mode') === 'ranked' ? 'ranked' : 'literal',
    year: unique(parameters.getAll('year')).filter((year) => /^\d{4}(?:-\d{4})?$/.test(year)),
    region: unique(parameters.getAll('region')).filter((code) => /^\d{6}(?:x\d{2})?$/.test(code)),
    level: members(levels, parameters.getAll('level')),
    issuer: members(issuerKinds, parameters.getAll('issuer')),
    role: members(roles, parameters.getAll('role')),
    sort: members(sortOrders, parameters.getAll('sort'))[0] ?? 'year',
    context: Number.isInteger(context) && context >= 0 && context <= 200 ? context : 20,
    with: unique(parameters.getAll('with'))
      .filter((phrase) => phrase.trim() !== '')
      .slice(0, 4),
  };
}

/** The parameters that restore a state; defaults are left out. */
export function searchParameters(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set('q', state.q);
  if (state.mode !== 'literal') parameters.set('mode', state.mode);
  for (const name of ['year', 'region', 'level', 'issuer', 'role', 'with'] as const)
    for (const value of state[name]) parameters.append(name, value);
  if (state.sort !== 'year') parameters.set('sort', state.sort);
  if (state.context !== 20) parameters.set('context', String(state.context));
  return parameters;
}

/** What a state confines the search to. A span of years that is none confines nothing. */
export function stateFilters({ year, region, level, issuer, role }: SearchState): Filters {
  const years = year.flatMap((span) => {
    const range = yearRange(span);
    return range ? [range] : [];
  });
  return { years, regions: region, levels: level, issuerKinds: issuer, roles: role };
}
