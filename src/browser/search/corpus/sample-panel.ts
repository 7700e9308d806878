import { saying } from '../../../i18n/saying.ts';
import { madeElement } from '../../page/made-element.ts';
import type { CorpusContext } from './corpus-context.ts';
import { corpusNumbers } from './corpus-state.ts';
import type { HandledLines } from './handled-lines.ts';
import { methodsElement } from './methods.ts';
import { said } from './words.ts';

const usualSample = 200;

/**
 * What confines the lines listed below it: a random sample, what a line must hold; how many lines were marked and
 * dropped; and the methods. It is told of a change by `archive:lines`, which the list sends.
 */
export function samplePanel(context: CorpusContext, handled: HandledLines): HTMLElement {
  const { state, change } = context;
  const number = (name: 'sample' | 'seed', value: number, from: number): HTMLInputElement =>
    madeElement('input', {
      name,
      type: 'number',
      min: String(from),
      max: String(corpusNumbers[name].to),
      step: '1',
      required: true,
      value: String(value),
    });
  const size = number('sample', state.sample || Math.min(usualSample, Math.max(1, context.total.occurrences)), 1);
  const seed = number('seed', state.seed, 0);
  const drawing = madeElement(
    'form',
    {},
    madeElement('label', {}, said('sampleSize'), ' ', size),
    madeElement('label', {}, said('toolSeed'), ' ', seed),
    madeElement('button', {}, said('sampleDraw')),
  );
  drawing.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ sample: size.valueAsNumber, seed: seed.valueAsNumber, page: 1 });
  });
  const within = madeElement('input', { name: 'within', autocomplete: 'off', value: state.within });
  const finding = madeElement(
    'form',
    {},
    madeElement('label', {}, said('withinField'), ' ', within),
    madeElement('button', {}, said('withinApply')),
  );
  finding.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ within: within.value.trim(), page: 1 });
  });
  const clear = (key: 'sampleNone' | 'withinNone', cleared: { sample: number } | { within: string }): HTMLElement =>
    madeElement('button', { type: 'button', onclick: () => change({ ...cleared, page: 1 }) }, said(key));
  if (state.sample > 0) drawing.append(clear('sampleNone', { sample: 0 }));
  if (state.within !== '') finding.append(clear('withinNone', { within: '' }));
  const lines = madeElement('p', { className: 'soft' });
  const tell = (): void => {
    const [count, total] = [handled.count('marked'), handled.count('dropped')];
    const erase = (): void => {
      handled.erase();
      change({});
    };
    lines.replaceChildren(
      said('linesHandled', { count, total }),
      ...(count + total > 0
        ? [' ', madeElement('button', { type: 'button', onclick: erase }, said('linesErase'))]
        : []),
    );
  };
  tell();
  const own = state.sample > 0 ? [saying('methodsLines', { count: state.sample, seed: String(state.seed) })] : [];
  const panel = madeElement(
    'div',
    { className: 'sampling' },
    madeElement('div', { className: 'tools controls' }, drawing, finding),
    lines,
    methodsElement(context, own),
  );
  panel.addEventListener('archive:lines', tell);
  return panel;
}
