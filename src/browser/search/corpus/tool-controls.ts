import { madeElement } from '../../page/made-element.ts';

/** The control that was used last: the page builds its controls anew, and the reader goes on with the same. */
let used: string | null = null;

/** A choice among values, with what stands before it; `choose` is told the value. */
export function toolSelect(
  name: string,
  label: Text,
  options: readonly (readonly [value: string, name: Text])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLLabelElement {
  const select = madeElement(
    'select',
    { name },
    ...options.map(([value, text]) => madeElement('option', { value, selected: value === chosen }, text)),
  );
  select.addEventListener('change', () => {
    used = name;
    choose(select.value);
  });
  return madeElement('label', {}, label, ' ', select);
}

/** A whole number that can be typed; `choose` is told it once the reader is done. */
export function toolNumber(
  name: string,
  label: Text,
  value: number,
  limits: { readonly from: number; readonly to: number },
  choose: (value: number) => void,
): HTMLLabelElement {
  const input = madeElement('input', {
    name,
    type: 'number',
    min: String(limits.from),
    max: String(limits.to),
    step: '1',
    value: String(value),
  });
  input.addEventListener('change', () => {
    if (!input.checkValidity() || input.value === '') return void input.reportValidity();
    used = name;
    choose(input.valueAsNumber);
  });
  return madeElement('label', {}, label, ' ', input);
}

/** Gives the focus back to the control that was used before the page was built anew. */
export function returnFocus(controls: HTMLElement): void {
  if (used === null) return;
  const control = controls.querySelector<HTMLElement>(`[name="${CSS.escape(used)}"]`);
  used = null;
  control?.focus({ preventScroll: true });
}
