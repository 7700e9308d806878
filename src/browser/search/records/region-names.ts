import type { SiteRoutes } from '../../../archive/routes.ts';
import type { Findable } from '../../../views/region-finding.ts';

/** What the register of regions says of codes. */
export interface NamedRegions {
  /** Names with what stands above them, by code: 山西省 长治市 上党区. */
  readonly names: ReadonlyMap<string, string>;
  /** Codes that the register does not have; none where it cannot be read. */
  readonly unknown: readonly string[];
}

/** The register, and what reads it, which few searches need. */
const register = async (address: string): Promise<readonly Findable[]> =>
  (await import('../../regions/finder-data.ts')).loadedRegions(address);

/**
 * What gives the names of a region from the province down, as it was called in a year; null for a code that the register
 * does not have. Where the register cannot be read, that is every code.
 */
export async function regionPaths(
  routes: Pick<SiteRoutes, 'regionFinder'>,
): Promise<(code: string, year: number) => readonly string[] | null> {
  const paths = new Map<string, { readonly until: number | null; readonly path: readonly string[] }[]>();
  for (const { region } of await register(routes.regionFinder).catch(() => [])) {
    const names = paths.get(region.code) ?? [];
    paths.set(region.code, names);
    names.push({ until: region.until, path: [...region.above, region.name] });
  }
  return (code, year) => paths.get(code)?.find(({ until }) => until === null || year <= until)?.path ?? null;
}

/** Looks codes of regions up in the register, which is fetched once; where it cannot be read, they stay bare. */
export async function namedRegions(
  routes: Pick<SiteRoutes, 'regionFinder'>,
  codes: readonly string[],
): Promise<NamedRegions> {
  const names = new Map<string, string>();
  const all = codes.length === 0 ? [] : await register(routes.regionFinder).catch(() => null);
  if (all === null) return { names, unknown: [] };
  const wanted = new Set(codes);
  // A code's present name comes last.
  for (const { region } of all)
    if (wanted.has(region.code)) names.set(region.code, [...region.above, region.name].join(' '));
  return { names, unknown: codes.filter((code) => !names.has(code)) };
}
