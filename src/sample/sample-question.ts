import { type ScopeTexts, scopeNames } from '../search/scope.ts';
import { type Stratum, strata } from './drawn-sample.ts';

/** What a sample is drawn by: all of it stands in the address. */
export interface SampleQuestion {
  /** Empty where no word is asked for. */
  readonly query: string;
  readonly scope: ScopeTexts;
  readonly count: number;
  readonly seed: string;
  readonly by: Stratum | null;
  /** Number of the release that is drawn from; null for the archive as it is now, which no one can draw from again. */
  readonly release: number | null;
}

/** What of an address cannot be read. */
export interface UnreadSample {
  readonly name: 'n' | 'seed' | 'by' | 'release';
  readonly given: string;
}

/** So many reports a sample has at most, and so long a seed is. */
export const mostDrawn = 100_000;
const longestSeed = 200;

/** The question in an address; null where none is asked yet. What cannot be read is told and nothing is drawn. */
export function sampleQuestion(
  parameters: URLSearchParams,
  releases: readonly number[],
): { readonly question: SampleQuestion; readonly unread: readonly UnreadSample[] } | null {
  const count = parameters.get('n')?.trim() ?? '';
  if (!parameters.has('n')) return null;
  const unread: UnreadSample[] = [];
  if (!/^[1-9]\d*$/.test(count) || Number(count) > mostDrawn) unread.push({ name: 'n', given: count });
  const seed = parameters.get('seed') ?? '';
  if (seed === '' || seed.length > longestSeed || /[\r\n]/.test(seed)) unread.push({ name: 'seed', given: seed });
  const by = parameters.get('by') ?? '';
  const stratum = strata.find((one) => one === by) ?? null;
  if (by !== '' && stratum === null) unread.push({ name: 'by', given: by });
  const named = parameters.get('release') ?? '';
  const release = releases.find((one) => String(one) === named) ?? null;
  if (named !== '' && release === null) unread.push({ name: 'release', given: named });
  const texts = (name: string): string[] =>
    parameters
      .getAll(name)
      .map((text) => text.trim())
      .filter((text) => text !== '');
  const [year, region, level, issuer, role] = scopeNames.map(texts);
  const scope = { year: year ?? [], region: region ?? [], level: level ?? [], issuer: issuer ?? [], role: role ?? [] };
  const query = parameters.get('q')?.trim() ?? '';
  return { question: { query, scope, count: Number(count) || 0, seed, by: stratum, release }, unread };
}

/** A question as the query of an address, always in one order, nothing that is empty. */
export function sampleAddress({ query, scope, count, seed, by, release }: SampleQuestion): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const name of scopeNames) for (const value of scope[name]) parameters.append(name, value);
  parameters.set('n', String(count));
  parameters.set('seed', seed);
  if (by !== null) parameters.set('by', by);
  if (release !== null) parameters.set('release', String(release));
  return `?${parameters}`;
}
