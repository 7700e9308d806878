/** Marks of language that were put on elements of a page and can be taken away again. */
export class LanguageMarks {
  readonly #before = new WeakMap<Element, string | null>();
  /** Elements that hold English words themselves. */
  readonly #english = new WeakSet<Element>();

  /** Sets an element's language, remembering what it was. */
  set(element: Element, language: string): void {
    if (!this.#before.has(element)) this.#before.set(element, element.getAttribute('lang'));
    element.setAttribute('lang', language);
  }

  /** The element's words are Chinese. Where English ones stand beside them it stays unmarked: names within a sentence. */
  markChinese(element: Element): void {
    if (this.#english.has(element) || languageOf(element) !== 'en') return;
    this.set(element, 'zh-Hans');
    for (const inner of element.querySelectorAll('*'))
      if (this.#english.has(inner) && languageOf(inner) !== 'en') this.set(inner, 'en');
  }

  /** The element's words are English. */
  markEnglish(element: Element): void {
    this.#english.add(element);
    if (languageOf(element) !== 'en') this.set(element, 'en');
  }

  /** Takes away what was put on the element. */
  restore(element: Element): void {
    this.#english.delete(element);
    const before = this.#before.get(element);
    if (before === undefined) return;
    this.#before.delete(element);
    if (before === null) element.removeAttribute('lang');
    else element.setAttribute('lang', before);
  }
}

function languageOf(element: Element): string {
  return element.closest('[lang]')?.getAttribute('lang') ?? '';
}
