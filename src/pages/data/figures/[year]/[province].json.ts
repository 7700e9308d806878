import type { APIRoute, GetStaticPaths } from 'astro';
import { type FigureTable, figureColumns } from '../../../../views/extract/figures.ts';
import { figurePaths, rowObjects } from '../../_table-paths.ts';

/** The figures of a year's reports in a province that are of a measure, an object a measure and figure. */
export const getStaticPaths = figurePaths satisfies GetStaticPaths;

export const GET: APIRoute<FigureTable> = ({ props }) => Response.json(rowObjects(figureColumns, props.rows));
