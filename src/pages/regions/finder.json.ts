import type { APIRoute } from 'astro';
import { finderUnits, regionFinderFile } from '../../archive/region-finder-file.ts';
import { catalogue } from '../../catalogue.ts';
import { characterReading, placeReading } from '../../pinyin/place-reading.ts';

/** What the finder of regions loads when it is first used. */
export const GET: APIRoute = async () => {
  const readings = { name: placeReading, character: characterReading };
  return Response.json(regionFinderFile(finderUnits(await catalogue(), readings), readings));
};
