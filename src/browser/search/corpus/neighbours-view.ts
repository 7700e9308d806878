import { saying } from '../../../i18n/saying.ts';
import type { CorpusBasis, NeighbourRow } from '../../../search/corpus/corpus-question.ts';
import { neighbourSides } from '../../../search/corpus/neighbours.ts';
import { madeElement } from '../../page/made-element.ts';
import type { CorpusContext } from './corpus-context.ts';
import { textChoice, textsAsked } from './text-choice.ts';
import { toolSelect } from './tool-controls.ts';
import { fixed, type ToolColumn, tableElement } from './tool-table.ts';
import type { ToolView } from './tool-view.ts';
import { said, saidAs } from './words.ts';

const sideNames = { after: 'sideAfter', before: 'sideBefore', around: 'sideAround' } as const;
const spans = [1, 2, 3, 4, 5, 6] as const;

/** A phrase as a query that looks for it and nothing else. */
export const asQuery = (phrase: string): string => (/^\p{Script=Han}+$/u.test(phrase) ? phrase : `“${phrase}”`);

/** The query as one phrase, folded or not; null where it is none. */
export function onlyPhrase(query: string): string | null {
  const found = /^(?:“([^”]+)”|"([^"]+)"|「([^」]+)」|([^\s|*?？…()（）/“”"「」]+))$/u.exec(query.trim());
  return found ? (found[1] ?? found[2] ?? found[3] ?? found[4] ?? null) : null;
}

/** The sentence that says on how much figures rest that were counted in texts. */
export function basisText({ read, reports, places, occurrences }: CorpusBasis, { state }: CorpusContext): Text {
  return read === reports
    ? said('basisAll', { occurrences, reports })
    : said('basisSample', { count: read, places, reports, occurrences, seed: String(state.seed) });
}

/** The sentence that says that strings found in some texts were counted in all reports. */
export function exactText({ read, reports }: CorpusBasis, { state }: CorpusContext): Text {
  return said('basisExact', { count: read, reports, seed: String(state.seed) });
}

/** A button that searches for a phrase in place of the query. */
export function drillButton(shown: string, query: string, { change }: CorpusContext): HTMLElement {
  const button = madeElement('button', {
    type: 'button',
    className: 'drill',
    textContent: shown,
    lang: 'zh-Hans',
    onclick: () => change({ q: query, page: 1 }),
  });
  saidAs(button, 'title', 'drill', { phrase: query });
  return button;
}

/** Strings next to the query, with how often each stands there. */
export const neighboursView: ToolView = {
  question: (context) => ({
    tool: 'neighbours',
    query: context.query,
    filters: context.filters,
    seed: context.state.seed,
    texts: textsAsked(context.state),
    side: context.state.side,
    length: context.state.span,
  }),
  controls: (context) => [
    toolSelect(
      'side',
      said('toolSide'),
      neighbourSides.map((side) => [side, said(sideNames[side])]),
      context.state.side,
      (value) => context.change({ side: neighbourSides.find((side) => side === value) ?? 'after' }),
    ),
    toolSelect(
      'span',
      said('toolSpan'),
      spans.map((span) => [String(span), said('spanCharacters', { count: span })]),
      String(context.state.span),
      (value) => context.change({ span: Number(value) }),
    ),
    ...textChoice(context, context.found),
  ],
  show: (table, context) => {
    if (table.tool !== 'neighbours') return null;
    const { basis, rows, isExact, rest } = table;
    const { side, span } = context.state;
    const phrase = onlyPhrase(context.query);
    const counted = isExact ? basis.occurrences : basis.places;
    const cut = side === 'before' ? 'cutBefore' : 'cutAfter';
    const whole = (text: string): string | null => {
      if (side === 'around') return text;
      if (phrase === null) return null;
      return side === 'after' ? phrase + text : text + phrase;
    };
    const shown = ({ text, isCut }: NeighbourRow): Node | string => {
      const longer = isCut ? null : whole(text);
      if (longer !== null && longer !== '') return drillButton(text, asQuery(longer), context);
      const mark = madeElement('span', { className: 'soft' }, said(cut));
      return isCut ? madeElement('span', {}, text, mark) : text;
    };
    const columns: ToolColumn<NeighbourRow>[] = [
      { head: 'columnString', value: ({ text, isCut }) => (isCut ? `${text}¶` : text), shown },
      { head: 'columnOccurrences', value: ({ occurrences }) => occurrences },
      {
        head: 'columnShare',
        value: ({ occurrences }) => occurrences / counted,
        shown: ({ occurrences }) => `${fixed((100 * occurrences) / counted, 1)} %`,
      },
      { head: 'columnReports', value: ({ reports }) => reports },
      {
        head: 'columnDispersion',
        value: ({ dispersion }) => dispersion,
        shown: ({ dispersion }) => fixed(dispersion, 2),
      },
    ];
    const isCounted = isExact && basis.read < basis.reports;
    return {
      sentences: [
        isCounted ? exactText(basis, context) : basisText(basis, context),
        ...(rest !== null && rest > 0 ? [said('neighboursRest', { rest })] : []),
      ],
      table: tableElement({ caption: said('captionNeighbours', { phrase: context.query }), columns, rows }),
      saved: {
        heads: columns.map(({ head }) => head),
        rows: rows.map((row) => columns.map(({ value }) => value(row))),
      },
      methods: [
        saying('methodsNeighbours', { span: String(span) }),
        ...(basis.read < basis.reports
          ? [
              isExact
                ? saying('basisExact', {
                    count: basis.read,
                    reports: basis.reports,
                    seed: String(context.state.seed),
                  })
                : saying('methodsSample', {
                    seed: String(context.state.seed),
                    count: basis.read,
                    places: basis.places,
                  }),
            ]
          : []),
      ],
    };
  },
};
