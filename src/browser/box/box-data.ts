import type { BoxFile } from '../../views/box-file.ts';
import { type BoxData, boxData } from '../../views/box-finding.ts';
import { loadedRegions } from '../regions/finder-data.ts';

let memo: Promise<BoxData> | undefined;

const isBoxFile = (value: unknown): value is BoxFile =>
  typeof value === 'object' && value !== null && 'places' in value && 'years' in value && 'departments' in value;

async function load(regions: string, reports: string): Promise<BoxData> {
  const [found, response] = await Promise.all([loadedRegions(regions), fetch(reports)]);
  if (!response.ok) throw new Error(`${reports}: ${response.status}`);
  const file: unknown = await response.json();
  if (!isBoxFile(file)) throw new Error(`${reports}: not the file of the box`);
  return boxData(found, file);
}

/** Places and reports, fetched once; a fetch that failed is tried again when asked again. */
export function loadedBox(regions: string, reports: string): Promise<BoxData> {
  memo ??= load(regions, reports).catch((error: unknown) => {
    memo = undefined;
    throw error;
  });
  return memo;
}
