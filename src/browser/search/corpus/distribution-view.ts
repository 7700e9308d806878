import { saying } from '../../../i18n/saying.ts';
import { distributionGroups } from '../../../search/corpus/corpus-question.ts';
import type { GroupFigures } from '../../../search/corpus/distribution.ts';
import type { Interval } from '../../../search/corpus/intervals.ts';
import { madeElement } from '../../page/made-element.ts';
import { told } from '../../words/spoken.ts';
import type { CorpusContext } from './corpus-context.ts';
import { seedChoice } from './text-choice.ts';
import { toolSelect } from './tool-controls.ts';
import { fixed, type ToolColumn, tableElement } from './tool-table.ts';
import type { ToolView } from './tool-view.ts';
import { said } from './words.ts';

const groupNames = {
  year: 'groupYear',
  province: 'groupProvince',
  level: 'groupLevel',
  issuer: 'groupIssuer',
} as const;
/** Resamples of the bootstrap, at least. */
const fewestResamples = 200;
const tenThousand = 10_000;

function range(value: number, interval: Interval | null, times: number, digits: number): HTMLElement {
  const shown = fixed(times * value, digits);
  if (interval === null) return madeElement('span', {}, shown);
  const [low, high] = interval.map((end) => fixed(times * end, digits));
  return madeElement(
    'span',
    {},
    shown,
    ' ',
    madeElement('span', { className: 'soft' }, said('interval', { low: low ?? '', high: high ?? '' })),
  );
}

/** A group by its name, a button that confines the search to it where that can be done. */
function groupCell({ group }: GroupFigures, { state, nameOf, change }: CorpusContext): Node | string {
  if (group === '') return said('groupAll');
  const name = nameOf(group);
  const text = typeof name === 'string' ? name : told(name);
  if (state.by !== 'year' && state.by !== 'province') return text;
  const narrow = (): void => change(state.by === 'year' ? { year: [group], page: 1 } : { region: [group], page: 1 });
  return madeElement('button', { type: 'button', className: 'drill', onclick: narrow }, text);
}

/** How the query is spread over years, provinces, levels or kinds of issuers. */
export const distributionView: ToolView = {
  question: ({ query, filters, state }) => ({ tool: 'distribution', query, filters, seed: state.seed, by: state.by }),
  controls: (context) => [
    toolSelect(
      'by',
      said('toolBy'),
      distributionGroups.map((by) => [by, said(groupNames[by])]),
      context.state.by,
      (value) => context.change({ by: distributionGroups.find((by) => by === value) ?? 'year' }),
    ),
    seedChoice(context),
  ],
  show: (table, context) => {
    if (table.tool !== 'distribution') return null;
    const { all, groups } = table.figures;
    const end = (interval: Interval | null, at: 0 | 1, times: number): number | null =>
      interval === null ? null : times * interval[at];
    const shown: ToolColumn<GroupFigures>[] = [
      { head: 'columnGroup', value: ({ group }) => group, shown: (row) => groupCell(row, context) },
      { head: 'columnSearched', value: ({ searched }) => searched },
      { head: 'columnReports', value: ({ reports }) => reports },
      {
        head: 'columnReportShare',
        value: ({ share }) => 100 * share,
        shown: (row) => range(row.share, row.shareInterval, 100, 1),
      },
      { head: 'columnOccurrences', value: ({ occurrences }) => occurrences },
      { head: 'columnCharacters', value: ({ characters }) => characters },
      {
        head: 'columnRate',
        value: ({ rate }) => tenThousand * rate,
        shown: (row) => range(row.rate, row.rateInterval, tenThousand, 2),
      },
      { head: 'columnDispersion', value: (row) => row.dispersion, shown: (row) => fixed(row.dispersion, 2) },
      { head: 'columnLikelihood', value: (row) => row.logLikelihood, shown: (row) => fixed(row.logLikelihood, 1) },
      { head: 'columnRatio', value: (row) => row.logRatio, shown: (row) => fixed(row.logRatio, 2) },
    ];
    const intervals: ToolColumn<GroupFigures>[] = [
      { head: 'columnLow', value: ({ rateInterval }) => end(rateInterval, 0, tenThousand) },
      { head: 'columnHigh', value: ({ rateInterval }) => end(rateInterval, 1, tenThousand) },
    ];
    const saved = [...shown, ...intervals];
    const rows = [...groups, all];
    return {
      sentences: [],
      table: tableElement({ caption: said('captionDistribution', { phrase: context.query }), columns: shown, rows }),
      saved: { heads: saved.map(({ head }) => head), rows: rows.map((row) => saved.map(({ value }) => value(row))) },
      methods: [saying('methodsDistribution', { count: fewestResamples })],
    };
  },
};
