import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, lastingAddress, reportForData } from '../../../../catalogue.ts';
import { reportJson } from '../../../../open-data/report-json.ts';
import { textFiles } from '../../../../open-data/text-files.ts';

/** All reports of a province and year with their texts, a line each. */
export const getStaticPaths = (async () =>
  textFiles((await catalogue()).reports).map(({ province, year, reports }) => ({
    params: { province, year: String(year) },
    props: { ids: reports.map(({ id }) => id) },
    cacheKey: cacheKey(reports.map(({ id, digest }) => [id, digest])),
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ ids: string[] }> = ({ props }) => {
  const lines = props.ids.map((id) => {
    const { report, text } = reportForData(id);
    return `${reportJson(id, lastingAddress(`reports/${id}/`), report, text)}\n`;
  });
  return new Response(lines.join(''), { headers: { 'Content-Type': 'application/jsonl' } });
};
