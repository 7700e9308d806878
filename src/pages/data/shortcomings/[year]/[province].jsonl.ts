import type { APIRoute, GetStaticPaths } from 'astro';
import type { ReportSummary } from '../../../../archive/report-summary.ts';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, extractText, passages } from '../../../../catalogue.ts';
import { shortcomingsLines } from '../../../../views/extract/shortcomings.ts';

/** What a year's reports of a province say of their shortcomings, a line a report. */
export const getStaticPaths = (async () => {
  const index = await catalogue();
  const lists = index.years.flatMap((year) =>
    index.provincesOf(year).map(({ code }) => ({ year, code, reports: index.ofYearInProvince(year, code) })),
  );
  return Promise.all(
    lists.map(async ({ year, code, reports }) => ({
      params: { year: String(year), province: code },
      props: { reports },
      cacheKey: cacheKey(await Promise.all(reports.map(async (report) => [report, await extractText(report.id)]))),
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ reports: readonly ReportSummary[] }> = async ({ props: { reports } }) =>
  new Response(shortcomingsLines(reports, await passages(reports.map(({ id }) => id))));
