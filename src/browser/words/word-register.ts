import type { Messages } from '../../i18n/message.ts';
import type { Saying } from '../../i18n/saying.ts';
import { written } from '../../i18n/written.ts';

/** A language of the interface. */
export type Language = 'zh-Hans' | 'en';

/** A file of messages in each language, loaded when that language is first needed. */
export type MessageFile = Readonly<Record<Language, () => Promise<Readonly<Record<string, Messages>>>>>;

/** Remembers without keeping alive: what leaves the page leaves the list. */
class Remembered<Item extends WeakKey> {
  #items: WeakRef<Item>[] = [];
  #most = 500;

  add(item: Item): void {
    this.#items.push(new WeakRef(item));
    if (this.#items.length < this.#most) return;
    this.#items = this.#items.filter((reference) => reference.deref());
    this.#most = 2 * this.#items.length + 500;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (const reference of this.#items) {
      const item = reference.deref();
      if (item) yield item;
    }
  }
}

/**
 * The words that scripts have put on the page, by key. It says them in the page's language and, when that is changed,
 * says all that is still there again.
 */
export class WordRegister {
  #language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh-Hans';
  #wanted = this.#language;
  readonly #files = new Set<MessageFile>();
  readonly #messages: Record<Language, Record<string, string>> = { 'zh-Hans': {}, en: {} };
  readonly #loaded: Record<Language, WeakSet<MessageFile>> = { 'zh-Hans': new WeakSet(), en: new WeakSet() };
  readonly #texts = new WeakMap<Text, Saying>();
  readonly #attributes = new WeakMap<Element, Map<string, Saying>>();
  readonly #allTexts = new Remembered<Text>();
  readonly #allElements = new Remembered<Element>();

  async #load(files: Iterable<MessageFile>, language: Language): Promise<void> {
    const missing = [...files].filter((file) => !this.#loaded[language].has(file));
    await Promise.all(
      missing.map(async (file) => {
        Object.assign(this.#messages[language], ...Object.values(await file[language]()));
        this.#loaded[language].add(file);
      }),
    );
  }

  /** Loads files in the page's language. Rejects where one cannot be had. */
  async add(files: readonly MessageFile[]): Promise<void> {
    let language: Language;
    do {
      language = this.#language;
      await this.#load(files, language);
      // The language may have been changed meanwhile.
    } while (language !== this.#language);
    for (const file of files) this.#files.add(file);
  }

  /** Says everything in a language from now on, and what was said again. False where another was asked for meanwhile. */
  async speak(language: Language): Promise<boolean> {
    this.#wanted = language;
    await this.#load(this.#files, language);
    if (this.#wanted !== language) return false;
    // What came while files were loading.
    if ([...this.#files].some((file) => !this.#loaded[language].has(file))) return this.speak(language);
    this.#language = language;
    // Told to what shows the page in other characters, so that what is said stands as it was written.
    document.dispatchEvent(new Event('archive:original'));
    for (const text of this.#allTexts) this.#sayText(text);
    for (const element of this.#allElements)
      for (const name of this.#namesOf(element)) this.#sayAttribute(element, name);
    return true;
  }

  /** Words in the page's language, for what is said once and gone. */
  words(said: Saying): string {
    return written(this.#messages[this.#language], said);
  }

  /** A text that says something, in whatever language the page comes to have. */
  text(said: Saying): Text {
    const text = document.createTextNode('');
    this.#texts.set(text, said);
    this.#allTexts.add(text);
    this.#sayText(text);
    return text;
  }

  /** An attribute that says something, like `text`. */
  attribute(element: Element, name: string, said: Saying): void {
    const sayings = this.#attributes.get(element);
    if (sayings) sayings.set(name, said);
    else {
      this.#attributes.set(element, new Map([[name, said]]));
      this.#allElements.add(element);
    }
    this.#sayAttribute(element, name);
  }

  /** Whether a text is one of these. */
  isSaid(text: Text): boolean {
    return this.#texts.has(text);
  }

  #namesOf(element: Element): Iterable<string> {
    return this.#attributes.get(element)?.keys() ?? [];
  }

  #sayText(text: Text): void {
    const said = this.#texts.get(text);
    if (said) text.data = this.words(said);
  }

  #sayAttribute(element: Element, name: string): void {
    const said = this.#attributes.get(element)?.get(name);
    if (said) element.setAttribute(name, this.words(said));
  }
}

declare global {
  interface Document {
    /** The page's one register: scripts that are bundled apart say their words through the same. */
    archiveWords?: WordRegister;
  }
}

/** The register of this page. */
export function wordRegister(): WordRegister {
  document.archiveWords ??= new WordRegister();
  return document.archiveWords;
}
