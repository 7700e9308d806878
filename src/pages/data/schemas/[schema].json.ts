import type { APIRoute, GetStaticPaths } from 'astro';
import { dataTables } from '../../../open-data/data-tables.ts';
import { reportJsonSchema } from '../../../open-data/report-json-schema.ts';
import { tableJsonSchema } from '../../../open-data/table-files.ts';

/** What stands in the JSON files: in those of tables, and in that of a report. */
export const getStaticPaths = (() =>
  ['report', ...dataTables.map(({ name }) => name)].map((schema) => ({
    params: { schema },
    cacheKey: schema,
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { schema: wanted } }) => {
  const table = dataTables.find(({ name }) => name === wanted);
  const schema = table ? tableJsonSchema(table) : reportJsonSchema();
  return new Response(`${JSON.stringify(schema, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/schema+json' },
  });
};
