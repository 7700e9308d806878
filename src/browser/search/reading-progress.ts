import type { Reading } from '../../search/lookup/search-index.ts';
import { madeElement } from '../page/made-element.ts';

/** Says how many of how many reports were read, and offers to stop. */
export class ReadingProgress {
  readonly #told = madeElement('span');
  readonly #say: (reading: Reading) => Text;
  readonly element: HTMLElement;
  #stop = (): void => {};
  /** Fulfilled once it is stopped. */
  readonly stopped = new Promise<null>((fulfil) => {
    this.#stop = () => fulfil(null);
  });

  /** `say` tells how far the reading has come, `stopWord` stands on the button. */
  constructor(say: (reading: Reading) => Text, stopWord: Text) {
    this.#say = say;
    this.#told.setAttribute('role', 'status');
    const button = madeElement('button', { type: 'button', onclick: () => this.stop() }, stopWord);
    this.element = madeElement('p', { className: 'soft' }, this.#told, ' ', button);
  }

  /** Says how far the reading has come. */
  show(reading: Reading): void {
    this.#told.replaceChildren(this.#say(reading));
  }

  stop(): void {
    this.#stop();
  }
}
