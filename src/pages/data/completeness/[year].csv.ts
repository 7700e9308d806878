import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../astro/cache-key.ts';
import { catalogue, reportFacts } from '../../../catalogue.ts';
import { spreadsheetFile } from '../../../exports/spreadsheet.ts';
import {
  type CompletenessTable,
  completenessColumns,
  completenessTables,
} from '../../../views/extract/completeness.ts';

/** What the rules ask of a year's reports, a row a report. */
export const getStaticPaths = (async () => {
  const facts = await reportFacts();
  return completenessTables(await catalogue(), (id) => facts.get(id)?.completeness ?? null).map((table) => ({
    params: { year: String(table.year) },
    props: { ...table },
    cacheKey: cacheKey(table),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<CompletenessTable> = ({ props }) =>
  new Response(spreadsheetFile(completenessColumns, props.rows));
