import { issuerKindKeys, levelKeys, roleKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';
import { phraseDownload } from './download.ts';
import type { PhraseEngine } from './engine.ts';
import { contextWidths, type SearchState, type SortOrder, sortOrders } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said } from './words.ts';

const sortNames = {
  year: 'newestFirst',
  region: 'region',
  occurrences: 'occurrences',
  after: 'textAfter',
  before: 'textBefore',
} as const satisfies Record<SortOrder, string>;

/** Choices of a select. */
const option = (value: string, name: Text, chosen: string): HTMLOptionElement =>
  madeElement('option', { value, selected: value === chosen }, name);

/** The filters in words, for files that are saved. */
function scopeNames(
  { year, region, level, issuer, role }: SearchState,
  provinces: ReadonlyMap<string, string>,
): (Saying | string)[] {
  return [
    ...year.map((span) => saying('spanName', { span })),
    ...region.map((code) => provinces.get(code) ?? code),
    ...level.map((value) => saying(levelKeys[value])),
    ...issuer.map((value) => saying(issuerKindKeys[value])),
    ...role.map((value) => saying(roleKeys[value])),
  ];
}

/** The tools beside a literal answer: order, width of context, files to save. */
export function answerTools(asked: AskedSearch, engine: PhraseEngine, tally: PhraseTally): HTMLElement[] {
  const { state, routes, archiveVersion, known, change } = asked;
  const sort = madeElement(
    'select',
    { name: 'sort' },
    ...sortOrders.map((value) => option(value, said(sortNames[value]), state.sort)),
  );
  sort.addEventListener('change', () => change({ sort: sortOrders.find((value) => value === sort.value) ?? 'year' }));
  const widths = [...new Set([...contextWidths, state.context])].sort((a, b) => a - b);
  const context = madeElement(
    'select',
    { name: 'context' },
    ...widths.map((value) => option(String(value), said('contextWidth', { count: value }), String(state.context))),
  );
  context.addEventListener('change', () => change({ context: Number(context.value) }));
  const scope = scopeNames(state, known.provinces);
  const download = phraseDownload({ engine, routes, archiveVersion, scope }, state, tally);
  return [
    madeElement('label', {}, said('order'), ' ', sort),
    madeElement('label', {}, said('context'), ' ', context),
    download,
  ];
}
