import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';
import { type CorpusTool, corpusTools } from './corpus/corpus-state.ts';
import { phraseDownload } from './download.ts';
import type { PhraseEngine } from './exact/engine.ts';
import { scopeNames } from './scope-names.ts';
import {
  contextOrder,
  contextWidths,
  resultViews,
  type SearchState,
  type SortOrder,
  searchParameters,
  sortOrders,
} from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said, saidAs } from './words.ts';

const sortNames = {
  year: 'newestFirst',
  region: 'region',
  occurrences: 'occurrences',
  after: 'textAfter',
  after2: 'textAfterSecond',
  after3: 'textAfterThird',
  before: 'textBefore',
  before2: 'textBeforeSecond',
  before3: 'textBeforeThird',
} as const satisfies Record<SortOrder, string>;

/** Choices of a select. */
const option = (value: string, name: Text, chosen: string): HTMLOptionElement =>
  madeElement('option', { value, selected: value === chosen }, name);

const viewNames = { paragraphs: 'byParagraph', lines: 'byLine' } as const satisfies Record<SearchState['view'], string>;

const toolNames = {
  context: 'toolContext',
  neighbours: 'toolNeighbours',
  collocates: 'toolCollocates',
  distribution: 'toolDistribution',
  words: 'toolWords',
  figures: 'toolFigures',
  sample: 'toolSample',
} as const satisfies Record<CorpusTool, string>;

/** Ways to look at a literal answer, as links to the same search; the one that is shown is marked. */
export function answerTabs({ state, change }: AskedSearch): HTMLElement {
  const tab = (tool: CorpusTool): HTMLAnchorElement => {
    const address = `?${searchParameters({ ...state, tool, page: 1 })}`;
    const link = madeElement('a', { href: address }, said(toolNames[tool]));
    if (tool === state.tool) link.setAttribute('aria-current', 'true');
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      isTabUsed = true;
      change({ tool, page: 1 });
    });
    return link;
  };
  const tabs = madeElement('nav', { className: 'tabs' }, ...corpusTools.map(tab));
  saidAs(tabs, 'aria-label', 'toolsLabel');
  return tabs;
}

/** Whether the tabs are built anew because one of them was pressed. */
let isTabUsed = false;

/** Gives the focus back to the tab that was pressed. */
export function returnToTab(tabs: HTMLElement): void {
  if (isTabUsed) tabs.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  isTabUsed = false;
}

/** The tools beside a literal answer: its view and order; in a menu, width of context, marks, files to save. */
export function answerTools(asked: AskedSearch, engine: PhraseEngine, tally: PhraseTally): HTMLElement[] {
  const { state, routes, archiveVersion, known, change } = asked;
  const sort = madeElement(
    'select',
    { name: 'sort' },
    ...sortOrders.map((value) => option(value, said(sortNames[value]), state.sort)),
  );
  sort.addEventListener('change', () =>
    change({ sort: sortOrders.find((value) => value === sort.value) ?? 'year', page: 1 }),
  );
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
  // Lines that are chosen one by one, or put in the order of what stands around them, are shown as lines.
  const isByText = contextOrder(state.sort) !== null || state.sample > 0 || state.within !== '';
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
