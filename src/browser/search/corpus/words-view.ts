import { saying } from '../../../i18n/saying.ts';
import { corpusLimits } from '../../../search/corpus/corpus-limits.ts';
import type { WordRow } from '../../../search/corpus/corpus-question.ts';
import { gramLengths } from '../../../search/corpus/frequent-grams.ts';
import { asQuery, drillButton } from './neighbours-view.ts';
import { textChoice, textsAsked } from './text-choice.ts';
import { toolSelect } from './tool-controls.ts';
import { fixed, type ToolColumn, tableElement } from './tool-table.ts';
import type { ToolView } from './tool-view.ts';
import { said } from './words.ts';

/** The frequent strings of the scope. */
export const wordsView: ToolView = {
  question: (context) => ({
    tool: 'words',
    query: context.query,
    filters: context.filters,
    seed: context.state.seed,
    texts: textsAsked(context.state),
    length: gramLengths.find((length) => length === context.state.length) ?? null,
  }),
  controls: (context) => [
    toolSelect(
      'length',
      said('toolLength'),
      [
        ['0', said('lengthAny')],
        ...gramLengths.map((length): [string, Text] => [String(length), said('spanCharacters', { count: length })]),
      ],
      String(context.state.length),
      (value) => context.change({ length: Number(value) }),
    ),
    ...textChoice(context, context.searched, corpusLimits.wordTexts),
  ],
  show: (table, context) => {
    if (table.tool !== 'words') return null;
    const { basis, rows } = table;
    const seed = String(context.state.seed);
    const isSet = rows.some(({ outsideRate }) => outsideRate !== null);
    const columns: ToolColumn<WordRow>[] = [
      {
        head: 'columnString',
        value: ({ text }) => text,
        shown: ({ text }) => drillButton(text, asQuery(text), context),
      },
      { head: 'columnOccurrences', value: ({ occurrences }) => occurrences },
      { head: 'columnRate', value: ({ rate }) => rate, shown: ({ rate }) => fixed(rate, 2) },
      { head: 'columnReports', value: ({ reports }) => reports },
      { head: 'columnDispersion', value: (row) => row.dispersion, shown: (row) => fixed(row.dispersion, 2) },
    ];
    const others: ToolColumn<WordRow>[] = [
      { head: 'columnRestRate', value: (row) => row.outsideRate, shown: (row) => fixed(row.outsideRate, 2) },
      { head: 'columnLikelihood', value: (row) => row.logLikelihood, shown: (row) => fixed(row.logLikelihood, 1) },
      { head: 'columnRatio', value: (row) => row.logRatio, shown: (row) => fixed(row.logRatio, 2) },
    ];
    const all = isSet ? [...columns, ...others] : columns;
    const sample = { count: basis.read, reports: basis.reports, seed };
    return {
      sentences: [
        basis.read < basis.reports ? said('wordsBasis', sample) : said('wordsBasisAll', { reports: basis.reports }),
      ],
      table: tableElement({ caption: said('captionWords'), columns: all, rows }),
      saved: { heads: all.map(({ head }) => head), rows: rows.map((row) => all.map(({ value }) => value(row))) },
      methods: [saying('methodsWords'), ...(basis.read < basis.reports ? [saying('wordsBasis', sample)] : [])],
    };
  },
};
