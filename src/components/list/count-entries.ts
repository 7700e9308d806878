import type { ArchiveIndex } from '../../archive/archive-index.ts';
import { stateCode } from '../../archive/region-code.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { routes } from '../frame/site-routes.ts';

/** A name that links to a list, with the reports in it: what `CountGrid` shows. */
export interface CountEntry {
  /** A name that stays in every language is a text. */
  readonly name: Saying | string;
  readonly href: string;
  readonly count: number;
}

/** The provinces in the order of their codes. */
export function provinceEntries({ tree, countBelow }: ArchiveIndex): CountEntry[] {
  return tree
    .children(stateCode)
    .map(({ code, name }) => ({ name, href: routes.region(code), count: countBelow(code) }));
}

/** The years that the archive has reports of, newest first. */
export function yearEntries({ years, ofYear }: ArchiveIndex): CountEntry[] {
  return years.map((year) => ({
    name: saying('yearName', { year: String(year) }),
    href: routes.year(year),
    count: ofYear(year).length,
  }));
}
