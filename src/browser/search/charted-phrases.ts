import { madeElement } from '../page/made-element.ts';
import type { AskedSearch } from './answer.ts';
import { type ChartedPhrase, phraseCharts } from './chart.ts';
import { saveCounts } from './saved-counts.ts';
import { mostBeside } from './state.ts';
import { said, saidAs } from './words.ts';

/** The charts of the phrase searched and of those set beside it, with a form to add others and buttons to take them out. */
export function chartedPhrases(
  { state, known, change }: AskedSearch,
  charted: readonly ChartedPhrase[],
): HTMLDetailsElement {
  const { with: others } = state;
  const input = madeElement('input', { name: 'with', autocomplete: 'off', required: true });
  saidAs(input, 'aria-label', 'addPhraseField');
  const form = madeElement('form', { className: 'with' }, input, madeElement('button', {}, said('addPhrase')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const phrase = input.value.trim();
    if (phrase && !others.includes(phrase)) change({ with: [...others, phrase] });
  });
  const removals = others.map((phrase) =>
    madeElement(
      'button',
      { type: 'button', onclick: () => change({ with: others.filter((other) => other !== phrase) }) },
      said('removePhrase', { phrase }),
    ),
  );
  const save = (): Promise<void> =>
    saveCounts(state.q, charted, known.provinces).catch(() => saving.after(said('searchProgramNotLoaded')));
  const saving = madeElement('button', { type: 'button', onclick: () => void save() }, said('downloadCounts'));
  return madeElement(
    'details',
    { open: others.length > 0 },
    madeElement('summary', {}, said('charts')),
    ...phraseCharts(charted, known.provinces),
    saving,
    ...(others.length < mostBeside
      ? [form]
      : [madeElement('p', { className: 'soft' }, said('besideFull', { limit: mostBeside }))]),
    ...removals,
  );
}
