import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { characterReading, placeReading } from '../../pinyin/place-reading.ts';
import { finderUnits, regionFinderFile } from '../../views/region-finder-file.ts';

/** What the finder of regions loads when it is first used. */
export const GET: APIRoute = async () => {
  const readings = { name: placeReading, character: characterReading };
  return Response.json(regionFinderFile(finderUnits(await catalogue(), readings), readings));
};
