import { madeElement } from '../page/made-element.ts';
import { type LetterSize, letterSizes, lettersShown } from './settings/settings.ts';
import { changeSettings, readingSettings } from './settings/store.ts';
import { said } from './words.ts';

/** The letters' size one step up (1) or down (-1) from the one in force; the same where there is none. */
function nextSize(by: number): LetterSize | undefined {
  return letterSizes[letterSizes.indexOf(lettersShown(readingSettings())) + by];
}

function sizeButton(words: Text, by: number): HTMLButtonElement {
  const button = madeElement('button', { type: 'button' }, words);
  button.addEventListener('click', () => {
    const letters = nextSize(by);
    if (letters !== undefined) changeSettings({ letters });
  });
  return button;
}

/** Says on the buttons that a size cannot be passed, without taking the focus from them. */
export function showSizes(larger: HTMLElement, smaller: HTMLElement): void {
  const letters = lettersShown(readingSettings());
  larger.setAttribute('aria-disabled', String(letters === letterSizes.at(-1)));
  smaller.setAttribute('aria-disabled', String(letters <= 1.5));
}

/** The bar's own buttons in 长辈模式: letters larger and smaller. */
export function elderButtons(): { readonly larger: HTMLButtonElement; readonly smaller: HTMLButtonElement } {
  const larger = sizeButton(said('largerLetters'), 1);
  const smaller = sizeButton(said('smallerLetters'), -1);
  showSizes(larger, smaller);
  return { larger, smaller };
}

/** The button that opens 长辈模式, or leaves it: one press each. */
export function elderSwitch(isElder: boolean): HTMLButtonElement {
  const button = madeElement('button', { type: 'button' }, said(isElder ? 'leaveElder' : 'elder'));
  button.addEventListener('click', () => changeSettings({ elder: !isElder }));
  return button;
}
