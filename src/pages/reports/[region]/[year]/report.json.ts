import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, lastingAddress, reportForData } from '../../../../catalogue.ts';
import { reportJson } from '../../../../open-data/report-json.ts';

/** A report in force, its record and its text, for programs. */
export const getStaticPaths = (async () =>
  (await catalogue()).reports.map(({ id, digest }) => {
    const [region = '', year = ''] = id.split('/');
    return { params: { region, year }, props: { id }, cacheKey: cacheKey([id, digest]) };
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = ({ props: { id } }) => {
  const { report, text } = reportForData(id);
  const json = reportJson(id, lastingAddress(`reports/${id}/`), report, text);
  return new Response(`${json}\n`, { headers: { 'Content-Type': 'application/json' } });
};
