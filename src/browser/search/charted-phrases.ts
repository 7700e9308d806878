import { stateCode } from '../../archive/region-code.ts';
import { countsCsv, type ExportedCount } from '../../exports/count-files.ts';
import { searchFileName } from '../../exports/search-file-name.ts';
import { saying } from '../../i18n/saying.ts';
import { compareText } from '../../text/order.ts';
import { madeElement } from '../page/made-element.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import type { AskedSearch } from './answer.ts';
import { type ChartedPhrase, phraseCharts } from './chart.ts';
import { csvType } from './download.ts';
import { chineseWords } from './saved-words.ts';
import { mostBeside } from './state.ts';
import type { Tally } from './tally.ts';
import { said, saidAs } from './words.ts';

/** Saves the figures of charts as a table. */
async function saveCounts(
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
  saveFile(`${searchFileName('counts', query, readerDay())}.csv`, countsCsv(rows), csvType);
}

/** The charts of the phrase searched and of those set beside it, with a form to add others and buttons to take them out. */
export function chartedPhrases(
  { state, known, change }: AskedSearch,
  charted: readonly ChartedPhrase[],
): HTMLDetailsElement {
  const { with: others } = state;
  const input = madeElement('input', { name: 'with', autocomplete: 'off', required: true });
  saidAs(input, 'aria-label', 'addPhraseField');
  const form = madeElement('form', { className: 'with' }, input, madeElement('button', {}, said('addPhrase')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const phrase = input.value.trim();
    if (phrase && !others.includes(phrase)) change({ with: [...others, phrase] });
  });
  const removals = others.map((phrase) =>
    madeElement(
      'button',
      { type: 'button', onclick: () => change({ with: others.filter((other) => other !== phrase) }) },
      said('removePhrase', { phrase }),
    ),
  );
  const save = madeElement(
    'button',
    { type: 'button', onclick: () => void saveCounts(state.q, charted, known.provinces) },
    said('downloadCounts'),
  );
  return madeElement(
    'details',
    { open: others.length > 0 },
    madeElement('summary', {}, said('charts')),
    ...phraseCharts(charted, known.provinces),
    save,
    ...(others.length < mostBeside
      ? [form]
      : [madeElement('p', { className: 'soft' }, said('besideFull', { limit: mostBeside }))]),
    ...removals,
  );
}
