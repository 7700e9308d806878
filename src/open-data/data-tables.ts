import { coverageTable } from './coverage-table.ts';
import type { DataTable } from './data-table.ts';
import { issuersTable } from './issuers-table.ts';
import { regionsTable } from './regions-table.ts';
import { reportsTable } from './reports-table.ts';

/** All tables that the archive publishes: their files, schemas, page and data package follow from this list. */
export const dataTables: readonly DataTable[] = [reportsTable, regionsTable, issuersTable, coverageTable];
