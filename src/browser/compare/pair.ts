import { siteRoutes } from '../../archive/routes.ts';
import type { Comparison, SharedText } from '../../compare/comparison.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import { type ComparedReport, comparisonTable } from './rows.ts';
import { type CompareState, compareQuery } from './state.ts';
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

const grouped = (count: number): string => count.toLocaleString('zh-CN');

function share({ characters, same }: SharedText): string {
  const percent = characters === 0 ? 0 : (100 * same) / characters;
  return `${grouped(characters)} 字，其中相同文字 ${grouped(same)} 字（${percent.toFixed(1)}%）`;
}

function marksChoice(marks: CompareState['marks'], onChange: (marks: CompareState['marks']) => void): HTMLElement {
  const choice = (value: CompareState['marks'], label: string): HTMLLabelElement => {
    const input = madeElement('input', { type: 'radio', name: 'mark', value, checked: marks === value });
    input.addEventListener('change', () => onChange(value));
    return madeElement('label', {}, input, label);
  };
  return madeElement(
    'fieldset',
    {},
    madeElement('legend', { textContent: '标出' }),
    choice('different', '不同之处'),
    choice('same', '相同文字'),
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
      madeElement('dt', { textContent: `甲：${left.title}` }),
      madeElement('dd', { textContent: share(found.left) }),
      madeElement('dt', { textContent: `乙：${right.title}` }),
      madeElement('dd', { textContent: share(found.right) }),
    ),
    madeElement(
      'details',
      {},
      madeElement('summary', { textContent: '相同文字怎样算' }),
      madeElement('p', {
        textContent:
          '先按规定的部分和标题把两份报告的各部分对上，再按用字相近配段、配句，然后逐字比较成对的句子；数字和百分比整体比较，夹在两处不同之间的单个字不算相同。字数不含空白，含标题。相同文字可能出自共同的上位文件、上级部署或固定用语，这里只陈述文字相同，不作评价。',
      }),
    ),
    madeElement(
      'div',
      { className: 'choices' },
      marksChoice(state.marks, change),
      madeElement('a', { href: swapped, textContent: '甲乙对调' }),
      madeElement('a', { href: compareQuery({ ...state, b: null }), textContent: '换乙' }),
      madeElement('a', { href: compareQuery({ ...state, a: state.b, b: null }), textContent: '换甲' }),
    ),
    table,
  );
  return view;
}
