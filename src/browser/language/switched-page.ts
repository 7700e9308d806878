import { interfaceParts } from '../../i18n/report-places.ts';
import { wordRegister } from '../words/word-register.ts';
import type { EnglishWords } from './english-words.ts';
import { LanguageMarks } from './language-marks.ts';

const silent = 'script, style, noscript, template, pre, code';
const languageLink = ':is(header, footer) a[lang]';
const isChinese = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u;

/** What stood somewhere, and what was put there instead. */
interface Change {
  readonly before: string;
  readonly after: string;
}

/**
 * A page whose own words are shown in English, and back; what scripts say they say themselves (browser/words). Report
 * text is left as it is and marked as Chinese, and so is every other text that is nobody's word: names of regions,
 * issuers and titles, also those that scripts add later.
 */
export class SwitchedPage {
  readonly #words: EnglishWords;
  readonly #closed: string;
  readonly #texts = new WeakMap<Text, Change>();
  readonly #attributes = new WeakMap<Element, Map<string, Change>>();
  readonly #marks = new LanguageMarks();
  readonly #observer = new MutationObserver((records) => this.#follow(records));
  readonly #root = document.documentElement;
  readonly #lang = this.#root.lang;
  readonly #style = new CSSStyleSheet();
  #isEnglish = false;

  constructor(words: EnglishWords) {
    this.#words = words;
    this.#closed = [silent, ...words.closed].join(', ');
    this.#style.replaceSync(words.style);
  }

  /** Switches what is there and watches what comes. */
  begin(): void {
    if (this.#isEnglish) return;
    this.#isEnglish = true;
    this.#root.lang = 'en';
    this.#root.dataset.words = 'en';
    document.adoptedStyleSheets.push(this.#style);
    this.#visit(this.#root);
    this.#observer.observe(this.#root, { subtree: true, childList: true, characterData: true });
  }

  /** Puts everything back. What scripts still hold aside is put back when they show it again. */
  end(): void {
    if (!this.#isEnglish) return;
    this.#isEnglish = false;
    this.#root.lang = this.#lang;
    delete this.#root.dataset.words;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#style);
    this.#visit(this.#root);
  }

  #follow(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes } of records) {
      if (type === 'childList') for (const node of addedNodes) if (node.isConnected) this.#visit(node);
      if (type === 'characterData' && target instanceof Text) this.#visit(target);
    }
  }

  /** The place around an element that the interface's words do not reach; null where they do. */
  #closedPlace(element: Element): Element | null {
    return element.closest(interfaceParts) ? null : element.closest(this.#closed);
  }

  /** All that stands below a node and is not closed to the interface. */
  #visit(top: Node): void {
    const parent = top instanceof Element ? top : top.parentElement;
    if (parent && this.#closedPlace(parent)) {
      if (top instanceof Element) this.#switchElement(top);
      if (top instanceof Element) for (const part of top.querySelectorAll(interfaceParts)) this.#visit(part);
      return;
    }
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (!(node instanceof Element) || !node.matches(this.#closed)) return NodeFilter.FILTER_ACCEPT;
      this.#visit(node);
      return NodeFilter.FILTER_REJECT;
    });
    for (let node: Node | null = top; node; node = walker.nextNode()) {
      if (node instanceof Text) this.#switchText(node);
      else if (node instanceof Element) this.#switchElement(node);
    }
  }

  #switchElement(element: Element): void {
    if (!this.#isEnglish) this.#marks.restore(element);
    else if (element.matches(this.#closed) && !element.matches(silent)) this.#marks.markChinese(element);
    this.#switchAttributes(element);
    if (element.matches(languageLink)) this.#turnLink(element);
  }

  #switchText(text: Text): void {
    const element = text.parentElement;
    if (!element) return;
    const known = this.#texts.get(text);
    if (known?.after === text.data) {
      if (!this.#isEnglish) text.data = known.before;
      return;
    }
    if (!this.#isEnglish) return;
    if (wordRegister().isSaid(text)) this.#marks.markEnglish(element);
    else if (isChinese.test(text.data)) this.#switchChinese(text, element);
  }

  #switchChinese(text: Text, element: Element): void {
    const after = this.#words.text(text, element);
    if (after === null) {
      if (!element.closest('head')) this.#marks.markChinese(element);
      return;
    }
    this.#texts.set(text, { before: text.data, after });
    text.data = after;
    this.#marks.markEnglish(element);
  }

  #switchAttributes(element: Element): void {
    const changes = this.#attributes.get(element);
    if (!this.#isEnglish) {
      for (const [name, { before, after }] of changes ?? [])
        if (element.getAttribute(name) === after) element.setAttribute(name, before);
      return;
    }
    for (const [name, after] of this.#words.attributes(element)) {
      const before = element.getAttribute(name);
      if (before === null || !isChinese.test(before)) continue;
      this.#attributes.set(element, new Map(this.#attributes.get(element)).set(name, { before, after }));
      element.setAttribute(name, after);
    }
  }

  /** The link between the languages names the one it leads to. */
  #turnLink(link: Element): void {
    const [text] = link.childNodes;
    if (!(text instanceof Text) || this.#lang === 'en') return;
    const known = this.#texts.get(text) ?? { before: text.data, after: '中文' };
    this.#texts.set(text, known);
    text.data = this.#isEnglish ? known.after : known.before;
    if (this.#isEnglish) this.#marks.set(link, 'zh-Hans');
  }
}
