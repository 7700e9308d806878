import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../astro/cache-key.ts';
import { dataFiles } from '../../catalogue.ts';
import { tableAddresses, tableResponse } from '../../open-data/table-addresses.ts';

/** Published tables as files of this kind. */
export const getStaticPaths = (async () => tableAddresses(await dataFiles(), 'csv', cacheKey)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { table } }) => tableResponse(await dataFiles(), table, 'csv');
