import { issuerKindNames, levelNames, roleNames } from '../../i18n/report-words.ts';
import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';
import { phraseDownload } from './download.ts';
import type { PhraseEngine } from './engine.ts';
import { contextWidths, type SearchState, type SortOrder, sortOrders } from './state.ts';
import type { PhraseTally } from './tally.ts';

const sortNames: Record<SortOrder, string> = {
  year: '年度（新的在前）',
  region: '地区',
  occurrences: '出现次数',
  after: '后文',
  before: '前文',
};

/** Choices of a select. */
const option = (value: string, textContent: string, chosen: string): HTMLOptionElement =>
  madeElement('option', { value, textContent, selected: value === chosen });

/** The filters in words, for files that are saved. */
function scopeText({ year, region, level, issuer, role }: SearchState, provinces: ReadonlyMap<string, string>): string {
  return [
    ...year.map((span) => `${span}年度`),
    ...region.map((code) => provinces.get(code) ?? code),
    ...level.map((value) => levelNames[value]),
    ...issuer.map((value) => issuerKindNames[value]),
    ...role.map((value) => roleNames[value]),
  ].join('，');
}

/** The tools beside a literal answer: order, width of context, files to save. */
export function answerTools(asked: AskedSearch, engine: PhraseEngine, tally: PhraseTally): HTMLElement[] {
  const { state, routes, archiveVersion, known, change } = asked;
  const sort = madeElement(
    'select',
    { name: 'sort' },
    ...sortOrders.map((value) => option(value, sortNames[value], state.sort)),
  );
  sort.addEventListener('change', () => change({ sort: sortOrders.find((value) => value === sort.value) ?? 'year' }));
  const widths = [...new Set([...contextWidths, state.context])].sort((a, b) => a - b);
  const context = madeElement(
    'select',
    { name: 'context' },
    ...widths.map((value) => option(String(value), `前后各 ${value} 字`, String(state.context))),
  );
  context.addEventListener('change', () => change({ context: Number(context.value) }));
  const scope = scopeText(state, known.provinces);
  const download = phraseDownload({ engine, routes, archiveVersion, scope }, state, tally);
  return [madeElement('label', {}, '排列 ', sort), madeElement('label', {}, '上下文 ', context), download];
}
