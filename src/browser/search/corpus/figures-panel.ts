import { tableForms } from '../../../exports/table-file.ts';
import { saying } from '../../../i18n/saying.ts';
import { figuresBeside, type SentenceFigure } from '../../../search/corpus/sentence-figures.ts';
import { compareText } from '../../../text/order.ts';
import { madeElement } from '../../page/made-element.ts';
import type { PhraseEngine, PhraseLine, ReportFacts } from '../exact/engine.ts';
import type { CorpusContext } from './corpus-context.ts';
import { methodsElement } from './methods.ts';
import { saveTable } from './saved-table.ts';
import type { SavedTable } from './tool-view.ts';
import { said } from './words.ts';

/** What the figures beside words are read from. */
export interface FigureSources {
  readonly engine: Pick<PhraseEngine, 'linesOf'>;
  readonly reports: readonly Pick<ReportFacts, 'id' | 'region' | 'year'>[];
  /** Address of a report's file of figures. */
  readonly fileOf: (id: string) => string;
  /** Address of a place, where the page marks the query. */
  readonly addressOf: (id: string, line: PhraseLine) => string;
}

/** A figure with where it stands. */
interface FigureRow {
  readonly figure: SentenceFigure;
  readonly report: string;
  readonly place: string;
  readonly year: number;
  readonly address: string;
}

/** Reports read before the reader is asked; of one question to the engine; and further ones at a press. */
const firstReports = 48;
const reportsAtOnce = 24;
const moreReports = 480;
/** Rows on the page: files hold all that were read. */
const mostRows = 300;
/** Characters of context that the engine is asked for: the sentence is the file's. */
const leastContext = 1;

const stateNames = {
  doubtful: 'figureIsDoubtful',
  quoted: 'figureIsQuoted',
  ambiguous: 'figureIsAmbiguous',
} as const;
const stateNote = (state: string): Text | null =>
  state === 'doubtful' || state === 'quoted' || state === 'ambiguous' ? said(stateNames[state]) : null;

/** A report's figures from its file. Rejects where that cannot be read. */
async function figuresIn(address: string): Promise<readonly SentenceFigure[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** A figure as it is written, with what is to be known of it. */
function figureElement({ written, state, planned }: SentenceFigure): HTMLElement {
  const note = stateNote(state);
  const notes = [...(note ? [note] : []), ...(planned ? [said('figureIsPlanned')] : [])];
  return madeElement(
    'span',
    {},
    madeElement('b', {}, written),
    ...notes.flatMap((one) => [' ', madeElement('small', {}, one)]),
  );
}

/** Rows of one sentence of a report, which stand beside it. */
function bySentence(rows: readonly FigureRow[]): FigureRow[][] {
  const groups: FigureRow[][] = [];
  for (const row of rows) {
    const [first] = groups.at(-1) ?? [];
    if (first?.report === row.report && first.figure.sentence === row.figure.sentence) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The table for the page: a row a figure, a body a sentence; the place, the year and the sentence span those of one sentence. */
function figuresTable(rows: readonly FigureRow[], caption: Text): HTMLElement {
  const heads = (['columnPlace', 'columnYear', 'columnWritten', 'columnSentence'] as const).map((head) =>
    madeElement('th', { scope: 'col' }, said(head)),
  );
  const body = bySentence(rows).map((group) => {
    const inGroup = group.map(({ figure, place, year, address }, at) => {
      const value = madeElement('td', {}, figureElement(figure));
      if (at > 0) return madeElement('tr', {}, value);
      const rowSpan = group.length;
      return madeElement(
        'tr',
        {},
        madeElement(
          'th',
          { scope: rowSpan > 1 ? 'rowgroup' : 'row', rowSpan },
          madeElement('a', { href: address }, place),
        ),
        madeElement('td', { rowSpan, className: 'year' }, String(year)),
        value,
        madeElement('td', { rowSpan, className: 'sentence', lang: 'zh-Hans' }, figure.sentence),
      );
    });
    return madeElement('tbody', {}, ...inGroup);
  });
  const table = madeElement(
    'table',
    {},
    madeElement('caption', {}, caption),
    madeElement('thead', {}, madeElement('tr', {}, ...heads)),
    ...body,
  );
  const frame = madeElement('div', { className: 'table', tabIndex: 0 }, table);
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', caption.data);
  return frame;
}

/** The table as files hold it: all of a figure that the page shows in words, and its address. */
function savedRows(rows: readonly FigureRow[]): SavedTable {
  return {
    heads: [
      ...(['columnReport', 'columnPlace', 'columnYear', 'columnWritten', 'columnValue', 'columnTo'] as const),
      ...(['columnUnit', 'columnMark', 'columnState', 'columnPlanned', 'columnCounted', 'columnPeriod'] as const),
      ...(['columnSentence', 'columnAddress'] as const),
    ],
    rows: rows.map(({ figure, report, place, year, address }) => [
      ...[report, place, year, figure.written, figure.value, figure.to, figure.unit, figure.mark, figure.state],
      ...[figure.planned ? 1 : 0, figure.counted, figure.period, figure.sentence],
      new URL(address, location.href).href,
    ]),
  };
}

/**
 * Shows in `place` the figures that stand in one sentence with the query: by place, then by year, each as it is written,
 * with its sentence. Some reports are read at first, further ones when the reader asks. Fulfilled when the first stand,
 * or when another search has begun. Rejects with `Unanswered`, or where a file of figures cannot be read.
 */
export async function showFigures(
  context: CorpusContext,
  { engine, reports, fileOf, addressOf }: FigureSources,
  place: HTMLElement,
): Promise<void> {
  const inOrder = reports.toSorted(
    (a, b) => compareText(a.region, b.region) || a.year - b.year || compareText(a.id, b.id),
  );
  const { query, filters } = context;
  const rows: FigureRow[] = [];
  let read = 0;

  /** The reports that are being read: those that a reader stopped are read to their end before others. */
  let underWay: Promise<void> = Promise.resolve();

  const readNext = async (): Promise<void> => {
    const next = inOrder.slice(read, read + reportsAtOnce);
    const ids = next.map(({ id }) => id);
    const [lines, figures] = await Promise.all([
      engine.linesOf(query, filters.roles, ids, leastContext),
      Promise.all(ids.map((id) => figuresIn(fileOf(id)))),
    ]);
    for (const [at, { id, year }] of next.entries()) {
      const found = lines[at];
      if (!found) continue;
      const name = found.path.join(' ');
      for (const { figure, line } of figuresBeside(figures[at] ?? [], found.lines))
        rows.push({ figure, report: id, place: name, year, address: addressOf(id, line) });
    }
    read += next.length;
  };

  const button = (label: Text, press: () => void): HTMLButtonElement =>
    madeElement('button', { type: 'button', onclick: press }, label);
  const methods = [saying('methodsFigures')];
  const tellUnread = (): void => {
    underWay = Promise.resolve();
    if (context.isCurrent()) place.replaceChildren(madeElement('p', {}, said('figuresUnread')), ...answer());
  };

  const answer = (): HTMLElement[] => {
    const rest = inOrder.length - read;
    const saved = savedRows(rows);
    const save = tableForms.flatMap((form) => [
      button(
        document.createTextNode(form.toUpperCase()),
        () => void saveTable(form, 'figures', saved, methods, context),
      ),
      ' ',
    ]);
    const further = Math.min(rest, moreReports);
    return [
      madeElement(
        'p',
        { className: 'basis' },
        said('figuresBasis', { count: rows.length, reports: read, total: inOrder.length }),
        ...(rows.length > mostRows ? [' ', said('figuresCut', { count: mostRows })] : []),
      ),
      ...(rest > 0
        ? [
            madeElement(
              'p',
              {},
              button(said('figuresReadOn', { count: further }), () => void readTo(read + further).catch(tellUnread)),
            ),
          ]
        : []),
      ...(rows.length > 0
        ? [
            figuresTable(rows.slice(0, mostRows), said('captionFigures', { phrase: query })),
            madeElement('p', { className: 'soft' }, said('saveTable'), ...save),
          ]
        : []),
      methodsElement(context, methods),
    ];
  };

  const readTo = async (until: number): Promise<void> => {
    const progress = context.progress(
      ({ read: done, candidates }) => said('corpusReading', { count: done, total: candidates }),
      said('corpusStop'),
    );
    let isStopped = false;
    void progress.stopped.then(() => {
      isStopped = true;
    });
    place.replaceChildren(progress.element);
    await underWay;
    while (read < until && !isStopped) {
      progress.show({ read, candidates: until });
      underWay = readNext();
      await Promise.race([underWay, progress.stopped]);
      if (!context.isCurrent()) return;
    }
    const shown = madeElement('div', { className: 'answer figures' }, ...answer());
    place.replaceChildren(shown);
    place.dataset.tool = 'figures';
  };

  await readTo(Math.min(firstReports, inOrder.length));
}
