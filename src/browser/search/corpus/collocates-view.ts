import { saying } from '../../../i18n/saying.ts';
import { type Collocate, mostCollocates } from '../../../search/corpus/collocates.ts';
import { corpusLimits } from '../../../search/corpus/corpus-limits.ts';
import type { CorpusTable, KeynessRow } from '../../../search/corpus/corpus-question.ts';
import { noFilters, yearRange } from '../../../search/filters.ts';
import { told } from '../../words/spoken.ts';
import type { CorpusContext } from './corpus-context.ts';
import { collocateMeasures, corpusNumbers } from './corpus-state.ts';
import { asQuery, basisText, drillButton, exactText, onlyPhrase } from './neighbours-view.ts';
import { textChoice, textsAsked } from './text-choice.ts';
import { toolSelect } from './tool-controls.ts';
import { fixed, type ToolColumn, tableElement } from './tool-table.ts';
import type { ShownTable, ToolView } from './tool-view.ts';
import { said } from './words.ts';

const measureNames = { likelihood: 'measureLikelihood', dice: 'measureDice', together: 'measureTogether' } as const;
const measures: Record<(typeof collocateMeasures)[number], (row: Collocate) => number> = {
  likelihood: ({ logLikelihood }) => logLikelihood,
  dice: ({ logDice }) => logDice,
  together: ({ together }) => together,
};
const { from, to } = corpusNumbers.window;
const windows = Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** What is set against the others, in words. */
function groupName({ state, nameOf }: CorpusContext) {
  return yearRange(state.against) ? saying('againstYear', { year: state.against }) : nameOf(state.against);
}

/** The string as it stands in a row: a search for it near the query, where that is one phrase. */
function collocateCell(text: string, context: CorpusContext): Node | string {
  const phrase = onlyPhrase(context.query);
  if (phrase === null) return text;
  return drillButton(text, `${asQuery(phrase)} ~${context.state.window} ${asQuery(text)}`, context);
}

function savedTable<Row>(columns: readonly ToolColumn<Row>[], rows: readonly Row[]): ShownTable['saved'] {
  return { heads: columns.map(({ head }) => head), rows: rows.map((row) => columns.map(({ value }) => value(row))) };
}

function sampleMethods(read: number, reports: number, places: number, { state }: CorpusContext) {
  return read < reports ? [saying('methodsSample', { seed: String(state.seed), count: read, places })] : [];
}

/** The first rows, and a sentence where there are more. */
function listed<Row>(rows: readonly Row[]): { readonly first: readonly Row[]; readonly cut: readonly Text[] } {
  const first = rows.slice(0, corpusLimits.collocates);
  const cut =
    rows.length === 0
      ? [said('rowsNone')]
      : first.length < rows.length
        ? [said('rowsCut', { count: first.length, total: rows.length })]
        : [];
  return { first, cut };
}

function showCollocates(table: Extract<CorpusTable, { tool: 'collocates' }>, context: CorpusContext): ShownTable {
  const { basis, rows, isListed, uncounted } = table;
  const { window, measure } = context.state;
  const sorted = [...rows].sort((a, b) => measures[measure](b) - measures[measure](a));
  const { first, cut } = listed(sorted);
  const columns: ToolColumn<Collocate>[] = [
    { head: 'columnString', value: ({ text }) => text, shown: ({ text }) => collocateCell(text, context) },
    { head: 'columnTogether', value: ({ together }) => together },
    { head: 'columnLeft', value: ({ left }) => left },
    { head: 'columnRight', value: ({ right }) => right },
    { head: isListed ? 'columnAllFound' : 'columnAll', value: ({ all }) => all },
    { head: 'columnReports', value: ({ reports }) => reports },
    {
      head: 'columnLikelihood',
      value: ({ logLikelihood }) => logLikelihood,
      shown: ({ logLikelihood }) => fixed(logLikelihood, 1),
    },
    { head: 'columnDice', value: ({ logDice }) => logDice, shown: ({ logDice }) => fixed(logDice, 2) },
    { head: 'columnDispersion', value: ({ dispersion }) => dispersion, shown: (row) => fixed(row.dispersion, 2) },
  ];
  const caption = said('captionCollocates', { phrase: context.query, window: String(window) });
  return {
    sentences: [
      isListed ? exactText(basis, context) : basisText(basis, context),
      ...(uncounted > 0 ? [said('collocatesUncounted', { count: uncounted })] : []),
      ...cut,
    ],
    table: rows.length > 0 ? tableElement({ caption, columns, rows: first }) : null,
    saved: rows.length > 0 ? savedTable(columns, sorted) : null,
    methods: [
      saying('methodsCollocates', { window: String(window), limit: mostCollocates }),
      ...(isListed
        ? [
            saying('methodsCollocatesListed', {
              seed: String(context.state.seed),
              count: basis.read,
              occurrences: basis.occurrences,
              reports: basis.reports,
            }),
          ]
        : sampleMethods(basis.read, basis.reports, basis.places, context)),
    ],
  };
}

function showKeyness(table: Extract<CorpusTable, { tool: 'keyness' }>, context: CorpusContext): ShownTable {
  const { inside, outside, rows } = table;
  const { window } = context.state;
  const group = groupName(context);
  const { first, cut } = listed(rows);
  const columns: ToolColumn<KeynessRow>[] = [
    { head: 'columnString', value: ({ text }) => text, shown: ({ text }) => collocateCell(text, context) },
    { head: 'columnInside', value: (row) => row.inside },
    { head: 'columnInsideRate', value: (row) => row.insideRate, shown: (row) => fixed(row.insideRate, 1) },
    { head: 'columnOutside', value: (row) => row.outside },
    { head: 'columnOutsideRate', value: (row) => row.outsideRate, shown: (row) => fixed(row.outsideRate, 1) },
    { head: 'columnLikelihood', value: (row) => row.logLikelihood, shown: (row) => fixed(row.logLikelihood, 1) },
    { head: 'columnRatio', value: (row) => row.logRatio, shown: (row) => fixed(row.logRatio, 2) },
  ];
  const basis = said('keynessBasis', {
    group,
    count: inside.read,
    places: inside.places,
    total: outside.read,
    occurrences: outside.places,
    seed: String(context.state.seed),
    reports: inside.reports + outside.reports,
  });
  const caption = said('captionKeyness', { phrase: context.query, group });
  return {
    sentences: [basis, ...cut],
    table: rows.length > 0 ? tableElement({ caption, columns, rows: first }) : null,
    saved: rows.length > 0 ? savedTable(columns, rows) : null,
    methods: [
      saying('methodsKeyness', { window: String(window) }),
      ...sampleMethods(
        inside.read + outside.read,
        inside.reports + outside.reports,
        inside.places + outside.places,
        context,
      ),
    ],
  };
}

/** What stands around the query more often than elsewhere; or, set against others, more often in some reports. */
export const collocatesView: ToolView = {
  question: (context) => {
    const { query, filters, state } = context;
    const { seed, window, against } = state;
    const same = { query, filters, seed, window, texts: textsAsked(state) };
    if (against === '') return { tool: 'collocates', ...same };
    const years = yearRange(against);
    return {
      tool: 'keyness',
      ...same,
      against: years ? { ...noFilters, years: [years] } : { ...noFilters, regions: [against] },
    };
  },
  controls: (context) => {
    const { state, change, years, provinces, nameOf, found } = context;
    const againsts = new Set([...years, ...provinces, ...(state.against === '' ? [] : [state.against])]);
    return [
      toolSelect(
        'window',
        said('toolWindow'),
        windows.map((count) => [String(count), said('spanCharacters', { count })]),
        String(state.window),
        (value) => change({ window: Number(value) }),
      ),
      ...(state.against === ''
        ? [
            toolSelect(
              'measure',
              said('toolMeasure'),
              collocateMeasures.map((measure) => [measure, said(measureNames[measure])]),
              state.measure,
              (value) => change({ measure: collocateMeasures.find((one) => one === value) ?? 'likelihood' }),
            ),
          ]
        : []),
      toolSelect(
        'against',
        said('toolAgainst'),
        [
          ['', said('againstNone')],
          ...[...againsts].map((value): [string, Text] => {
            const name = nameOf(value);
            if (yearRange(value)) return [value, said('againstYear', { year: value })];
            return [value, typeof name === 'string' ? document.createTextNode(name) : told(name)];
          }),
        ],
        state.against,
        (against) => change({ against }),
      ),
      ...textChoice(context, found),
    ];
  },
  show: (table, context) =>
    table.tool === 'collocates'
      ? showCollocates(table, context)
      : table.tool === 'keyness'
        ? showKeyness(table, context)
        : null,
};
