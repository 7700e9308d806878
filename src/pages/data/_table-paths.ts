import { cacheKey } from '../../astro/cache-key.ts';
import { catalogue, indicators, measuredFigures, reportFacts } from '../../catalogue.ts';
import { completenessTables } from '../../views/extract/completeness.ts';
import { figureTable } from '../../views/extract/figures.ts';

/** What the rules ask of each year's reports, by the year; the same for every form of the file. */
export async function completenessPaths() {
  const facts = await reportFacts();
  return completenessTables(await catalogue(), (id) => facts.get(id)?.completeness ?? null).map((table) => ({
    params: { year: String(table.year) },
    props: { ...table },
    cacheKey: cacheKey(table),
  }));
}

/** The figures of each year's reports in a province that are of a measure, by year and province; the same for every form. */
export async function figurePaths() {
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
}

/** Rows of a table as objects by column; null where nothing is known. */
export const rowObjects = <Cell>(columns: readonly string[], rows: readonly (readonly Cell[])[]) =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] === '' ? null : row[at]])));
