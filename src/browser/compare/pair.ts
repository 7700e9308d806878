import { siteRoutes } from '../../archive/routes.ts';
import type { Comparison, SharedText } from '../../compare/comparison.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import { type ComparedReport, comparisonTable } from './rows.ts';
import { type CompareState, compareQuery } from './state.ts';
import { said } from './words.ts';
import type { ComparisonRequest } from './worker.ts';

/** Compares in a worker, so that the page answers meanwhile. Rejects when the worker cannot run. */
function comparedInWorker(request: ComparisonRequest): Promise<Comparison> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Comparison>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Comparison>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('the comparison worker failed')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

function share({ characters, same }: SharedText): Text {
  const percent = characters === 0 ? 0 : (100 * same) / characters;
  return said('sameShare', { characters, count: same, share: percent.toFixed(1) });
}

function marksChoice(marks: CompareState['marks'], onChange: (marks: CompareState['marks']) => void): HTMLElement {
  const choice = (value: CompareState['marks'], label: Text): HTMLLabelElement => {
    const input = madeElement('input', { type: 'radio', name: 'mark', value, checked: marks === value });
    input.addEventListener('change', () => onChange(value));
    return madeElement('label', {}, input, label);
  };
  return madeElement(
    'fieldset',
    {},
    madeElement('legend', {}, said('mark')),
    choice('different', said('differences')),
    choice('same', said('sameText')),
  );
}

/** Two reports side by side, with what is the same in both, and its share. */
export async function pairView(
  state: CompareState,
  reports: readonly [FetchedReport, FetchedReport],
  base: string,
): Promise<HTMLElement> {
  const [left, right] = reports;
  const shown = (report: FetchedReport): ComparedReport => ({ report, href: siteRoutes(base).report(report.id) });
  const both = [shown(left), shown(right)] as const;
  const found = await comparedInWorker({ left: left.blocks, right: right.blocks });
  const view = madeElement('div');
  let table = comparisonTable(found, both, state.marks);
  const change = (marks: CompareState['marks']): void => {
    const next = comparisonTable(found, both, marks);
    table.replaceWith(next);
    table = next;
    history.replaceState(null, '', compareQuery({ ...state, marks }));
  };
  const swapped = compareQuery({ ...state, a: state.b, b: state.a });
  view.append(
    madeElement(
      'dl',
      { className: 'shares' },
      madeElement('dt', {}, said('firstReport', { title: left.title })),
      madeElement('dd', {}, share(found.left)),
      madeElement('dt', {}, said('secondReport', { title: right.title })),
      madeElement('dd', {}, share(found.right)),
    ),
    madeElement(
      'details',
      {},
      madeElement('summary', {}, said('sameTextHow')),
      madeElement('p', {}, said('sameTextHowText')),
    ),
    madeElement(
      'div',
      { className: 'choices' },
      marksChoice(state.marks, change),
      madeElement('a', { href: swapped }, said('swap')),
      madeElement('a', { href: compareQuery({ ...state, b: null }) }, said('changeSecond')),
      madeElement('a', { href: compareQuery({ ...state, a: state.b, b: null }) }, said('changeFirst')),
    ),
    table,
  );
  return view;
}
