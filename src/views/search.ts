import type { ArchiveIndex } from '../archive/archive-index.ts';
import { stateCode } from '../archive/region-code.ts';

/** What searches can be narrowed to: provinces by code, and the years of the archive's reports, newest first. */
export interface SearchView {
  readonly provinces: Readonly<Record<string, string>>;
  readonly years: readonly number[];
}

/** What the search pages know of the archive before anything is asked. */
export function searchView({ tree, years }: ArchiveIndex): SearchView {
  return { provinces: Object.fromEntries(tree.children(stateCode).map(({ code, name }) => [code, name])), years };
}
