/** Lines that read the published files with a program that researchers use. */
export interface DataRecipe {
  readonly name: string;
  readonly code: string;
}

/**
 * Lines that work as they stand against the files at `address`, the folder of data, ending in a slash; `texts` is the
 * path of a file of texts that there is, null where there is none.
 */
export function dataRecipes(address: string, texts: string | null): DataRecipe[] {
  const lines = (...code: readonly (string | false)[]): string => code.filter((line) => line !== false).join('\n');
  return [
    {
      name: 'DuckDB',
      code: lines(
        `SELECT year, count(*) AS reports FROM '${address}reports.parquet' GROUP BY year ORDER BY year;`,
        texts !== null &&
          `SELECT id, title, len(text) AS blocks FROM read_json('${address}${texts}', maximum_object_size = 100000000);`,
      ),
    },
    {
      name: 'pandas',
      code: lines(
        'import pandas as pd',
        `reports = pd.read_parquet("${address}reports.parquet")`,
        `coverage = pd.read_csv("${address}coverage.csv", encoding="utf-8-sig", dtype={"region": str})`,
        texts !== null && `texts = pd.read_json("${address}${texts}", lines=True, dtype={"region": str})`,
      ),
    },
    {
      name: 'R',
      code: lines(
        `reports <- read.csv("${address}reports.csv", fileEncoding = "UTF-8-BOM", colClasses = c(region = "character", province = "character"))`,
        texts !== null && `texts <- jsonlite::stream_in(url("${address}${texts}"), simplifyVector = FALSE)`,
      ),
    },
  ];
}
