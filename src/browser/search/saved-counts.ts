import { stateCode } from '../../archive/region-code.ts';
import { countsCsv, type ExportedCount } from '../../exports/count-files.ts';
import { searchFileName } from '../../exports/search-file-name.ts';
import { saying } from '../../i18n/saying.ts';
import { compareText } from '../../text/order.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { chineseWords } from '../words/saved-words.ts';
import type { ChartedPhrase } from './chart.ts';
import type { Tally } from './tally.ts';

/** Saves the figures of charts as a table. */
export async function saveCounts(
  query: string,
  charted: readonly ChartedPhrase[],
  provinces: ReadonlyMap<string, string>,
): Promise<void> {
  const chinese = await chineseWords();
  const rows = charted.flatMap(({ phrase, tally }) => {
    const row = (by: string, value: string, counted: Tally): ExportedCount => ({
      phrase,
      by,
      value,
      reports: counted.reports,
      reportsSearched: counted.searched,
      occurrences: counted.occurrences,
      charactersSearched: counted.characters,
    });
    const provinceName = (code: string): string =>
      provinces.get(code) ?? (code === stateCode ? chinese(saying('national')) : code);
    return [
      ...[...tally.byYear]
        .sort(([a], [b]) => a - b)
        .map(([year, counted]) => row(chinese(saying('year')), String(year), counted)),
      ...[...tally.byProvince]
        .sort(([a], [b]) => compareText(a, b))
        .map(([code, counted]) => row(chinese(saying('provinceRegion')), provinceName(code), counted)),
    ];
  });
  saveFile(`${searchFileName('counts', query, readerDay())}.csv`, countsCsv(rows), 'text/csv;charset=utf-8');
}
