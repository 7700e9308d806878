import { adoptStyle } from './adopted-style.ts';
import { madeElement } from './made-element.ts';

const style =
  '.said { position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }';

let region: HTMLElement | null = null;

/** Says a sentence to screen readers, after what they are saying. */
export function announce(sentence: string): void {
  if (!region) {
    adoptStyle(style);
    region = madeElement('p', { className: 'said' });
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  const said = region;
  // The same sentence again would not count as a change.
  said.textContent = '';
  setTimeout(() => {
    said.textContent = sentence;
  }, 50);
}
