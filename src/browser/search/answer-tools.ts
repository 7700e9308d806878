import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';
import { phraseDownload } from './download.ts';
import type { PhraseEngine } from './exact/engine.ts';
import { scopeNames } from './scope-names.ts';
import { contextWidths, resultViews, type SearchState, type SortOrder, sortOrders } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said, saidAs } from './words.ts';

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

const viewNames = { paragraphs: 'byParagraph', lines: 'byLine' } as const satisfies Record<SearchState['view'], string>;

/** The tools beside a literal answer: its view and order; in a menu, width of context, marks, files to save. */
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
  const glyphs = madeElement('input', { type: 'checkbox', name: 'glyphs', checked: state.glyphs === 'marked' });
  glyphs.addEventListener('change', () => change({ glyphs: glyphs.checked ? 'marked' : 'any' }));
  const scope = scopeNames(state, known);
  const download = phraseDownload({ engine, routes, archiveVersion, scope }, state, tally);
  // Lines that are put in the order of what stands around them are shown as lines.
  const isByText = state.sort === 'after' || state.sort === 'before';
  const shownView = isByText ? 'lines' : state.view;
  const view = madeElement(
    'select',
    { name: 'view', disabled: isByText },
    ...resultViews.map((value) => option(value, said(viewNames[value]), shownView)),
  );
  view.addEventListener('change', () => change({ view: view.value === 'lines' ? 'lines' : 'paragraphs' }));
  saidAs(view, 'aria-label', 'view');
  saidAs(sort, 'aria-label', 'order');
  const menu = madeElement(
    'details',
    { className: 'menu' },
    madeElement('summary', {}, said('optionsAndFiles')),
    madeElement(
      'div',
      {},
      ...(shownView === 'lines' ? [madeElement('label', {}, said('context'), ' ', context)] : []),
      madeElement('label', {}, glyphs, ' ', said('markGlyphs')),
      download,
    ),
  );
  const closeOutside = ({ target }: Event): void => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  };
  menu.addEventListener('toggle', () => {
    if (menu.open) document.addEventListener('pointerdown', closeOutside);
    else document.removeEventListener('pointerdown', closeOutside);
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  return [view, sort, menu];
}
