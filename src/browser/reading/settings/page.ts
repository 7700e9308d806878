import { adoptStyle } from '../../page/adopted-style.ts';
import { SettingsForm } from './form.ts';
import { readingSettingsStyle } from './style.ts';

/** The settings as a part of a page: the same controls as in the reading bar's panel. */
class ReadingSettingsElement extends HTMLElement {
  #form: SettingsForm | null = null;

  connectedCallback(): void {
    adoptStyle(readingSettingsStyle);
    this.#form = new SettingsForm();
    this.replaceChildren(this.#form.element);
  }

  disconnectedCallback(): void {
    this.#form?.end();
  }
}

customElements.define('reading-settings', ReadingSettingsElement);
