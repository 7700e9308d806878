import type { APIRoute, GetStaticPaths } from 'astro';
import { spreadsheetFile } from '../../../../exports/spreadsheet.ts';
import { type FigureTable, figureColumns } from '../../../../views/extract/figures.ts';
import { figurePaths } from '../../_table-paths.ts';

/** The figures of a year's reports in a province that are of a measure, a row a measure and figure. */
export const getStaticPaths = figurePaths satisfies GetStaticPaths;

export const GET: APIRoute<FigureTable> = ({ props }) => new Response(spreadsheetFile(figureColumns, props.rows));
