import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';
import { phraseCharts } from './chart.ts';

/** Phrases that can be set beside the one searched. */
const mostOthers = 4;

/** The charts of the phrase searched and of those set beside it, with a form to add others and buttons to take them out. */
export function chartedPhrases(
  { state, known, change }: AskedSearch,
  charted: Parameters<typeof phraseCharts>[0],
): HTMLDetailsElement {
  const { with: others } = state;
  const input = madeElement('input', { name: 'with', autocomplete: 'off', required: true });
  input.setAttribute('aria-label', '加入比较的词语');
  const form = madeElement('form', { className: 'with' }, input, madeElement('button', { textContent: '加入比较' }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const phrase = input.value.trim();
    if (phrase && !others.includes(phrase)) change({ with: [...others, phrase] });
  });
  const removals = others.map((phrase) =>
    madeElement('button', {
      type: 'button',
      textContent: `去掉“${phrase}”`,
      onclick: () => change({ with: others.filter((other) => other !== phrase) }),
    }),
  );
  return madeElement(
    'details',
    { open: others.length > 0 },
    madeElement('summary', { textContent: '按年度和地区统计，与其他词语比较' }),
    ...phraseCharts(charted, known.provinces),
    ...(others.length < mostOthers ? [form] : []),
    ...removals,
  );
}
