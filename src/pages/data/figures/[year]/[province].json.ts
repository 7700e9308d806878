import type { APIRoute, GetStaticPaths } from 'astro';
import { cacheKey } from '../../../../astro/cache-key.ts';
import { catalogue, indicators, measuredFigures } from '../../../../catalogue.ts';
import { type FigureTable, figureColumns, figureTable } from '../../../../views/extract/figures.ts';

/** The figures of a year's reports in a province that are of a measure, an object a measure and figure; null where nothing is known. */
export const getStaticPaths = (async () => {
  const index = await catalogue();
  const measures = indicators().measures.map(({ id }) => id);
  const measured = await measuredFigures(index.reports.map(({ id }) => id));
  return index.years.flatMap((year) =>
    index.provincesOf(year).map((province) => {
      const table = figureTable(index, year, province, { measures, measuredOf: (id) => measured.get(id) ?? null });
      return {
        params: { year: String(year), province: table.province },
        props: { ...table },
        cacheKey: cacheKey(table),
      };
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<FigureTable> = ({ props: { rows } }) =>
  Response.json(
    rows.map((row) => Object.fromEntries(figureColumns.map((column, at) => [column, row[at] === '' ? null : row[at]]))),
  );
