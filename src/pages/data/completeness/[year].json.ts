import type { APIRoute, GetStaticPaths } from 'astro';
import { type CompletenessTable, completenessColumns } from '../../../views/extract/completeness.ts';
import { completenessPaths, rowObjects } from '../_table-paths.ts';

/** What the rules ask of a year's reports, an object a report. */
export const getStaticPaths = completenessPaths satisfies GetStaticPaths;

export const GET: APIRoute<CompletenessTable> = ({ props }) =>
  Response.json(rowObjects(completenessColumns, props.rows));
