import { madeElement } from './made-element.ts';

/** Characters of a phrase that is not torn at a line's end; a longer one would leave the line before it half empty. */
const longestKept = 8;

/** A found phrase, marked; a short one stays on one line. */
export function markedPhrase(phrase: string): HTMLElement {
  return madeElement('mark', { textContent: phrase, className: [...phrase].length <= longestKept ? 'kept' : '' });
}
