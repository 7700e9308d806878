import type { APIRoute, GetStaticPaths } from 'astro';
import { provinceOfCode } from '../../../archive/region-code.ts';
import type { ReportSummary } from '../../../archive/report-summary.ts';
import { cacheKey } from '../../../astro/cache-key.ts';
import { catalogue, extractText, reportMentions } from '../../../catalogue.ts';
import { spreadsheetFile } from '../../../exports/spreadsheet.ts';
import { type KeptMention, mentionColumns, mentionRows } from '../../../views/extract/documents.ts';

/** The documents that a province's reports name, place by place. */
export const getStaticPaths = (async () => {
  const { reports } = await catalogue();
  const provinces = Map.groupBy(reports, ({ region }) => provinceOfCode(region));
  return Promise.all(
    [...provinces].map(async ([province, some]) => {
      const texts = await Promise.all(some.map(async ({ id }) => [id, await extractText(id)] as const));
      return { params: { province }, props: { reports: some }, cacheKey: cacheKey(texts) };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ reports: readonly ReportSummary[] }> = async ({ props: { reports } }) => {
  const mentions = new Map<string, readonly KeptMention[]>();
  for (const { id } of reports) mentions.set(id, await reportMentions(id));
  const rows = mentionRows(reports, (id) => mentions.get(id) ?? []);
  return new Response(spreadsheetFile(mentionColumns, rows));
};
