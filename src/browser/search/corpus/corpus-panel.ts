import { tableForms } from '../../../exports/table-file.ts';
import type { CorpusAnswer } from '../../../search/corpus/corpus-question.ts';
import { madeElement } from '../../page/made-element.ts';
import { collocatesView } from './collocates-view.ts';
import type { CorpusContext } from './corpus-context.ts';
import { distributionView } from './distribution-view.ts';
import { methodsElement } from './methods.ts';
import { neighboursView } from './neighbours-view.ts';
import { saveTable } from './saved-table.ts';
import { returnFocus } from './tool-controls.ts';
import type { AskedTool, ShownTable, ToolView } from './tool-view.ts';
import { said } from './words.ts';
import { wordsView } from './words-view.ts';

const views = {
  neighbours: neighboursView,
  collocates: collocatesView,
  distribution: distributionView,
  words: wordsView,
} as const satisfies Record<string, ToolView>;

/** The tools that show a table of their own. */
export type TableTool = keyof typeof views;

/** Texts of one question to the engine. */
const textsAtOnce = 40;

/** Has the first texts of a tool's question read before it is asked; whether that succeeds, the question will say. */
export function expectCorpusTool(
  tool: TableTool,
  { engine, ...asked }: AskedTool & Pick<CorpusContext, 'engine'>,
): void {
  engine.corpus(views[tool].question(asked), textsAtOnce).catch(() => {});
}

/** Buttons that save a table in each form. */
function saveButtons(tool: TableTool, shown: ShownTable, context: CorpusContext): HTMLElement[] {
  const { saved, methods } = shown;
  if (!saved) return [];
  const buttons = tableForms.flatMap((form) => [
    madeElement('button', {
      type: 'button',
      textContent: form.toUpperCase(),
      onclick: () => void saveTable(form, tool, saved, methods, context),
    }),
    ' ',
  ]);
  return [madeElement('p', { className: 'soft' }, said('saveTable'), ...buttons)];
}

/**
 * Shows what a tool makes of an answer, in `place`: its controls at once, then how far its texts are read, then its
 * table. Fulfilled when that stands, or when another search has begun. Rejects with `Unanswered`.
 */
export async function showCorpusTool(tool: TableTool, context: CorpusContext, place: HTMLElement): Promise<void> {
  const view: ToolView = views[tool];
  const controls = madeElement('div', { className: 'tools controls' }, ...view.controls(context));
  const answer = madeElement('div', { className: 'answer' });
  place.replaceChildren(controls, answer);
  returnFocus(controls);
  const question = view.question(context);
  const progress = context.progress(
    ({ read, candidates }) => said('corpusReading', { count: read, total: candidates }),
    said('corpusStop'),
  );
  const counted = context.progress(
    ({ read, candidates }) => said('corpusCounting', { count: read, total: candidates }),
    said('corpusStop'),
  );
  let reading: CorpusAnswer = { read: 0, wanted: 0, counting: null, table: null };
  while (reading.table === null) {
    const next = await Promise.race([context.engine.corpus(question, textsAtOnce), progress.stopped, counted.stopped]);
    if (!context.isCurrent()) return;
    if (next === null) {
      answer.replaceChildren(
        madeElement('p', {}, said('corpusStopped', { count: reading.read, total: reading.wanted })),
      );
      return;
    }
    const isStuck = next.table === null && next.read === reading.read && next.counting?.read === reading.counting?.read;
    reading = next;
    if (isStuck) throw new Error('nothing further was read');
    if (reading.table === null) {
      const shown = reading.counting ? counted : progress;
      shown.show(reading.counting ?? { read: reading.read, candidates: reading.wanted });
      if (!shown.element.isConnected) answer.replaceChildren(shown.element);
    }
  }
  const shown = view.show(reading.table, context);
  if (!shown) return;
  answer.replaceChildren(
    ...(shown.sentences.length > 0
      ? [madeElement('p', { className: 'basis' }, ...shown.sentences.flatMap((one) => [one, ' ']))]
      : []),
    ...(shown.table ? [shown.table] : []),
    ...saveButtons(tool, shown, context),
    methodsElement(context, shown.methods),
  );
  place.dataset.tool = tool;
}
