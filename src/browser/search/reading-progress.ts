import type { Reading } from '../../search/lookup/search-index.ts';
import { madeElement } from '../page/made-element.ts';
import { said } from './words.ts';

/** Says how many of how many reports were read for a query with nearness, and offers to stop. */
export class ReadingProgress {
  readonly #told = madeElement('span');
  readonly element = madeElement(
    'p',
    { className: 'soft' },
    this.#told,
    ' ',
    madeElement('button', { type: 'button', onclick: () => this.stop() }, said('stopReading')),
  );
  #stopped = (): void => {};
  /** Fulfilled once it is stopped. */
  readonly stopped = new Promise<null>((fulfil) => {
    this.#stopped = () => fulfil(null);
  });

  constructor() {
    this.#told.setAttribute('role', 'status');
  }

  /** Says how far the reading has come. */
  show({ read, candidates }: Reading): void {
    this.#told.replaceChildren(said('nearnessReading', { count: read, total: candidates }));
  }

  stop(): void {
    this.#stopped();
  }
}
