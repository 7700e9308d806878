import type { ReportId } from '../archive/report-id.ts';
import type { Release } from './release.ts';

/** A run of releases that hold one text unchanged. */
export interface ReleaseStanding {
  readonly version: number;
  /** SHA-256 of its file then. */
  readonly sha256: string;
  readonly from: number;
  readonly fromDay: string;
  /** The last release that holds it; null where the newest does: releases to come need not change what is said. */
  readonly to: number | null;
}

/** In which releases each text of each report stands, oldest first; releases in the order of their numbers. */
export function releaseStandings(releases: readonly Release[]): Map<ReportId, ReleaseStanding[]> {
  const open = new Map<string, ReleaseStanding & { readonly to: number }>();
  const ended: [ReportId, ReleaseStanding][] = [];
  const idOf = (key: string): ReportId => key.split(' ')[0] ?? '';
  for (const { number, day, list } of releases) {
    for (const { id, version, sha256 } of list) {
      const key = `${id} ${version}`;
      const before = open.get(key);
      const isSame = before?.sha256 === sha256 && before.to === number - 1;
      if (before && !isSame) ended.push([id, before]);
      open.set(key, isSame ? { ...before, to: number } : { version, sha256, from: number, fromDay: day, to: number });
    }
  }
  const last = releases.at(-1)?.number;
  for (const [key, standing] of open)
    ended.push([idOf(key), { ...standing, to: standing.to === last ? null : standing.to }]);
  const all = new Map<ReportId, ReleaseStanding[]>();
  for (const [id, standing] of ended) all.set(id, [...(all.get(id) ?? []), standing]);
  for (const list of all.values()) list.sort((one, other) => one.from - other.from || one.version - other.version);
  return all;
}
