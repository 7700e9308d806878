import type { APIRoute } from 'astro';
import { namedDocumentsOfAll } from '../../catalogue.ts';
import { spreadsheetFile } from '../../exports/spreadsheet.ts';
import { documentColumns, documentRows } from '../../views/extract/documents.ts';

/** Every document that reports name. */
export const GET: APIRoute = async () =>
  new Response(spreadsheetFile(documentColumns, documentRows(await namedDocumentsOfAll())));
