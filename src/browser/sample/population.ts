import { parsedReportId } from '../../archive/report-id.ts';
import type { SiteRoutes } from '../../archive/routes.ts';
import { type ReleasedText, releasedTexts, textsInForce } from '../../releases/release-list.ts';
import type { SampleQuestion } from '../../sample/sample-question.ts';
import { failedFilters } from '../../search/filters.ts';
import { scopeFilters } from '../../search/scope.ts';

/** What a sample is drawn from. */
export interface Population {
  readonly texts: readonly ReleasedText[];
  /** Of each report held now the beginning of its text's digest. */
  readonly now: ReadonlyMap<string, string>;
  /** Texts that pass the filters and could not be searched, since the archive has another by now, or none. */
  readonly unsearched: number;
}

/** Thrown where a file that a sample needs cannot be had. */
export class ListUnavailable extends Error {}

async function fetched(address: string): Promise<string> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) throw new ListUnavailable(address);
  return answer.text();
}

const isSame = (text: ReleasedText, now: ReadonlyMap<string, string>): boolean => {
  const digest = now.get(text.id);
  return digest !== undefined && text.sha256.startsWith(digest);
};

/** The texts that a question is about; rejects with `ListUnavailable`, and where the query cannot be searched. */
export async function population({ query, scope, release }: SampleQuestion, routes: SiteRoutes): Promise<Population> {
  const held = releasedTexts(await fetched(routes.textsHeld), 16);
  const now = new Map(held.map(({ id, sha256 }) => [id, sha256]));
  const all = release === null ? held : releasedTexts(await fetched(routes.releaseFile(release, 'reports.csv')));
  const filters = scopeFilters(scope);
  const passed = textsInForce(all).filter((text) => {
    const parts = parsedReportId(text.id);
    return parts !== null && failedFilters({ ...text, ...parts }, filters).length === 0;
  });
  if (query === '') return { texts: passed, now, unsearched: 0 };
  const { search } = await import('../search/api.ts');
  const found = new Set((await search(query, scope)).reports.map(({ id }) => id));
  const searched = passed.filter((text) => isSame(text, now));
  return { texts: searched.filter(({ id }) => found.has(id)), now, unsearched: passed.length - searched.length };
}

/** How a drawn text stands to what is held now. */
export function standingNow(text: ReleasedText, now: ReadonlyMap<string, string>): 'same' | 'replaced' | 'gone' {
  if (!now.has(text.id)) return 'gone';
  return isSame(text, now) ? 'same' : 'replaced';
}
