import type { IssuerKind } from '../../archive/issuer.ts';
import type { Level } from '../../archive/region.ts';
import type { Role } from '../../archive/section.ts';
import { type Filters, yearRange } from '../../search/filters.ts';
import { scopeFilters } from '../../search/scope.ts';
import { type CorpusState, corpusParameters, corpusState } from './corpus/corpus-state.ts';

export const sortOrders = [
  'year',
  'region',
  'occurrences',
  'before',
  'before2',
  'before3',
  'after',
  'after2',
  'after3',
] as const;
export type SortOrder = (typeof sortOrders)[number];

/** An order by what stands around the query: on which side, and from which character on; null for the other orders. */
export function contextOrder(sort: SortOrder): { readonly side: 'before' | 'after'; readonly from: number } | null {
  const found = /^(before|after)([23]?)$/.exec(sort);
  return found && { side: found[1] === 'before' ? 'before' : 'after', from: Number(found[2] || 1) };
}
export const contextWidths = [10, 20, 40, 80] as const;

/** The whole state of the search page; the address holds it, and nothing else does. */
export interface SearchState extends CorpusState {
  readonly q: string;
  /** Literal phrases, or ranked words. */
  readonly mode: (typeof searchModes)[number];
  /** `2023` or `2019-2024`. */
  readonly year: readonly string[];
  readonly region: readonly string[];
  readonly level: readonly Level[];
  readonly issuer: readonly IssuerKind[];
  readonly role: readonly Role[];
  readonly sort: SortOrder;
  /** Whether places are shown in their paragraphs or line by line. */
  readonly view: (typeof resultViews)[number];
  /** Characters of context on each side. */
  readonly context: number;
  /** Whether lines are marked that stand with other characters than the query's. */
  readonly glyphs: (typeof glyphMarks)[number];
  /** Further phrases for the chart, up to four. */
  readonly with: readonly string[];
}

/** What each parameter says that stands for itself; the first is the default. */
export const searchModes = ['literal', 'ranked'] as const;
export const resultViews = ['paragraphs', 'lines'] as const;
export const glyphMarks = ['any', 'marked'] as const;
export const contextLimit = 200;
/** Phrases that can be set beside the one searched. */
export const mostBeside = 4;

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Reads an address's parameters; what cannot be read is left to `unreadAddress`. */
export function searchState(parameters: URLSearchParams): SearchState {
  const texts = (name: string): string[] => unique(parameters.getAll(name));
  const one = <Value extends string>(name: string, allowed: readonly Value[]): Value | undefined =>
    allowed.find((value) => value === parameters.get(name));
  const year = texts('year').filter((text) => yearRange(text) !== null);
  const { regions, levels, issuerKinds, roles } = scopeFilters({
    year,
    region: texts('region'),
    level: texts('level'),
    issuer: texts('issuer'),
    role: texts('role'),
  });
  const context = contextWidth(parameters.get('context') ?? '');
  return {
    q: parameters.get('q') ?? '',
    mode: one('mode', searchModes) ?? 'literal',
    year,
    region: regions,
    level: levels,
    issuer: issuerKinds,
    role: roles,
    sort: one('sort', sortOrders) ?? 'year',
    view: one('view', resultViews) ?? 'paragraphs',
    context: context ?? 20,
    glyphs: one('glyphs', glyphMarks) ?? 'any',
    with: texts('with')
      .filter((phrase) => phrase.trim() !== '')
      .slice(0, mostBeside),
    ...corpusState(parameters),
  };
}

/** Reads a number of characters of context; null for anything else. */
export function contextWidth(text: string): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= contextLimit ? Number(text) : null;
}

/** The parameters that restore a state; defaults are left out. */
export function searchParameters(state: SearchState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set('q', state.q);
  if (state.mode !== 'literal') parameters.set('mode', state.mode);
  for (const name of ['year', 'region', 'level', 'issuer', 'role', 'with'] as const)
    for (const value of state[name]) parameters.append(name, value);
  if (state.sort !== 'year') parameters.set('sort', state.sort);
  if (state.view !== 'paragraphs') parameters.set('view', state.view);
  if (state.context !== 20) parameters.set('context', String(state.context));
  if (state.glyphs !== 'any') parameters.set('glyphs', state.glyphs);
  for (const [name, value] of corpusParameters(state)) parameters.set(name, value);
  return parameters;
}

/** What a state confines the search to. */
export const stateFilters = (state: SearchState): Filters => scopeFilters(state);
