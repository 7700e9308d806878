import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../astro/cache-key.ts';
import { catalogue, reportFacts } from '../../../catalogue.ts';
import { spreadsheetFile } from '../../../exports/spreadsheet.ts';
import { completenessColumns, completenessRows } from '../../../views/completeness.ts';

interface Table {
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What the rules ask of a year's reports, a row a report. */
export const getStaticPaths = (async () => {
  const index = await catalogue();
  const facts = await reportFacts();
  return index.years.flatMap((year) => {
    const rows = completenessRows(index.ofYear(year), (id) => facts.get(id)?.completeness ?? null);
    return ['csv', 'json'].map((form) => ({
      params: { year: String(year), form },
      props: { rows },
      cacheKey: cacheKey(rows),
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<Table> = ({ props: { rows }, params: { form } }) =>
  form === 'csv'
    ? new Response(spreadsheetFile(completenessColumns, rows))
    : Response.json(
        rows.map((row) =>
          Object.fromEntries(completenessColumns.map((column, at) => [column, row[at] === '' ? null : row[at]])),
        ),
      );
