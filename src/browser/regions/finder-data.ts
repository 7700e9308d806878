import type { RegionFinderFile } from '../../views/region-finder-file.ts';
import { type Findable, findableRegions } from '../../views/region-finding.ts';

let memo: Promise<readonly Findable[]> | undefined;

const isFinderFile = (value: unknown): value is RegionFinderFile =>
  typeof value === 'object' && value !== null && 'units' in value && 'readings' in value;

async function load(address: string): Promise<readonly Findable[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const file: unknown = await response.json();
  if (!isFinderFile(file)) throw new Error(`${address}: not the file of regions`);
  return findableRegions(file);
}

/** All regions of the archive, fetched once; a fetch that failed is tried again when asked again. */
export function loadedRegions(address: string): Promise<readonly Findable[]> {
  memo ??= load(address).catch((error: unknown) => {
    memo = undefined;
    throw error;
  });
  return memo;
}
