import type { Issue } from '../../archive/issue.ts';
import type { Region } from '../../archive/region.ts';
import type { RegionTree } from '../../archive/region-tree.ts';
import type { RegisteredHost } from '../../content-files/host-register.ts';
import { importIssue } from '../lines/issue.ts';

/** Whose sites hosts are, by host. */
export type Hosts = ReadonlyMap<string, RegisteredHost>;

const hostOf = (address: string): string => new URL(address).hostname.replace(/\.$/, '').replace(/^www\./, '');

/** What the register says of an address's host, or of the nearest one above it; null where it says nothing. */
export function registeredHost(address: string, hosts: Hosts): RegisteredHost | null {
  const parts = hostOf(address).split('.');
  for (let at = 0; at < parts.length - 1; at++) {
    const known = hosts.get(parts.slice(at).join('.'));
    if (known) return known;
  }
  return null;
}

/** Whether a host is a Chinese government's by its name alone. */
const isGovernment = (host: string): boolean => /(?:^|\.)gov\.cn$/.test(host);

/** Codes of a unit, of what it became, and of all above them. */
function lineage(region: Region, year: number | null, tree: RegionTree): Set<string> {
  const codes = new Set<string>();
  const open = new Set([region.code]);
  // A set that grows while it is walked: every code is opened once.
  for (const code of open) {
    for (const when of [year ?? undefined, undefined]) for (const unit of tree.path(code, when)) codes.add(unit.code);
    for (const period of tree.periods(code)) for (const next of period.successors) open.add(next);
  }
  return codes;
}

/**
 * What is to be said of the site that a page came from: that it is nobody's who publishes such reports, or that the
 * register has it as another unit's than the report's. Evidence, never proof: nothing is refused.
 */
export function hostIssues(
  address: string,
  hosts: Hosts,
  { region, year }: { readonly region: Region | null; readonly year: number | null },
  tree: RegionTree,
): Issue[] {
  const host = hostOf(address);
  const known = registeredHost(address, hosts);
  const issues: Issue[] = [];
  if (!known && !isGovernment(host)) issues.push(importIssue('source/host-not-official', null, host));
  if (known?.kind === 'government' && known.region !== null && region && known.region !== '000000') {
    const own = tree.region(known.region)?.name ?? known.region;
    if (!lineage(region, year, tree).has(known.region))
      issues.push(importIssue('source/host-disagrees', null, `${host} 属${own}，识别为${region.name}`));
  }
  return issues;
}
