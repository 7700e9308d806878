import type { APIRoute, GetStaticPaths } from 'astro';
import { spreadsheetFile } from '../../../exports/spreadsheet.ts';
import { type CompletenessTable, completenessColumns } from '../../../views/extract/completeness.ts';
import { completenessPaths } from '../_table-paths.ts';

/** What the rules ask of a year's reports, a row a report. */
export const getStaticPaths = completenessPaths satisfies GetStaticPaths;

export const GET: APIRoute<CompletenessTable> = ({ props }) =>
  new Response(spreadsheetFile(completenessColumns, props.rows));
