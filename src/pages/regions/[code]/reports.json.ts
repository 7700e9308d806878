import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../astro/cache-key.ts';
import { catalogue } from '../../../catalogue.ts';
import { type ReportRecords, recordsByProvince } from '../../../views/report-records.ts';

/** Titles, issuers and days of a province's reports, for files that are saved from a search. */
export const getStaticPaths = (async () =>
  [...recordsByProvince((await catalogue()).reports)].map(([code, records]) => ({
    params: { code },
    props: { records },
    cacheKey: cacheKey(records),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ records: ReportRecords }> = ({ props }) => Response.json(props.records);
