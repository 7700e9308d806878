import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../astro/cache-key.ts';
import { catalogue, reportFacts } from '../../../catalogue.ts';
import {
  type CompletenessTable,
  completenessColumns,
  completenessTables,
} from '../../../views/extract/completeness.ts';

/** What the rules ask of a year's reports, an object a report; null where nothing is known. */
export const getStaticPaths = (async () => {
  const facts = await reportFacts();
  return completenessTables(await catalogue(), (id) => facts.get(id)?.completeness ?? null).map((table) => ({
    params: { year: String(table.year) },
    props: { ...table },
    cacheKey: cacheKey(table),
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<CompletenessTable> = ({ props: { rows } }) =>
  Response.json(
    rows.map((row) =>
      Object.fromEntries(completenessColumns.map((column, at) => [column, row[at] === '' ? null : row[at]])),
    ),
  );
