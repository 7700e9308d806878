import type { InterfaceMatcher } from '../../i18n/matcher.ts';
import { namedAttributes } from '../../i18n/named-attributes.ts';
import { annotatedText, interfaceParts, reportPlaces } from '../../i18n/report-places.ts';
import { adoptedEnglishStyle } from './english-style.ts';
import { LanguageMarks } from './language-marks.ts';

const silent = 'script, style, noscript, template, pre, code';
const places = Object.keys(reportPlaces).join(', ');
const closedPlaces = Object.entries(reportPlaces).flatMap(([selector, words]) =>
  words.length === 0 ? [selector] : [],
);
const closed = [silent, ...closedPlaces].join(', ');
const languageLink = ':is(header, footer) a[lang]';
const partsInText = `${interfaceParts}, ${annotatedText}`;
const isChinese = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u;

/** What stood somewhere, and what was put there instead. */
interface Change {
  readonly before: string;
  readonly after: string;
}

/** The place around an element that the interface's words do not reach; null where they do. */
function closedPlace(element: Element): Element | null {
  return element.closest(interfaceParts) ? null : element.closest(closed);
}

/** Whether an element's attributes are the interface's. */
const isNamed = (element: Element): boolean => element.matches(annotatedText) || !closedPlace(element);

/** The interface words that may stand where a text stands; null outside report text, where all may. */
function wordsAllowed(element: Element): readonly string[] | null {
  const place = element.closest(interfaceParts) ? null : element.closest(places);
  if (!place) return null;
  return Object.entries(reportPlaces).flatMap(([selector, words]) => (place.matches(selector) ? words : []));
}

/**
 * A Chinese page whose interface words are shown in English, and back. Report text is left as it is and marked as
 * Chinese, and so is every other text that no message says: names of regions, issuers and titles. What scripts add
 * or change later is switched too.
 */
export class SwitchedPage {
  readonly #match: InterfaceMatcher;
  readonly #texts = new WeakMap<Text, Change>();
  readonly #attributes = new WeakMap<Element, Map<string, Change>>();
  readonly #marks = new LanguageMarks();
  readonly #observer = new MutationObserver((records) => this.#follow(records));
  readonly #root = document.documentElement;
  readonly #lang = this.#root.lang;
  #style: CSSStyleSheet | null = null;
  #isEnglish = false;

  constructor(match: InterfaceMatcher) {
    this.#match = match;
  }

  /** Switches what is there and watches what comes. */
  begin(): void {
    // Another module of the page may have begun already.
    if (this.#root.dataset.words === 'en') return;
    this.#isEnglish = true;
    this.#root.lang = 'en';
    this.#root.dataset.words = 'en';
    this.#style = adoptedEnglishStyle();
    this.#visit(this.#root);
    this.#observer.observe(this.#root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...namedAttributes],
    });
    document.addEventListener('invalid', this.#onInvalid, true);
  }

  /** Puts everything back. What scripts still hold aside is put back when they show it again. */
  end(): void {
    if (!this.#isEnglish) return;
    this.#isEnglish = false;
    this.#root.lang = this.#lang;
    delete this.#root.dataset.words;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#style);
    document.removeEventListener('invalid', this.#onInvalid, true);
    this.#visit(this.#root);
  }

  #follow(records: readonly MutationRecord[]): void {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (type === 'childList') for (const node of addedNodes) if (node.isConnected) this.#visit(node);
      if (type === 'characterData' && target instanceof Text) this.#visit(target);
      if (type === 'attributes' && target instanceof Element && isNamed(target))
        this.#switchAttribute(target, attributeName ?? '');
    }
  }

  /** All that stands below a node and is not closed to the interface. */
  #visit(top: Node): void {
    const parent = top instanceof Element ? top : top.parentElement;
    const around = parent ? closedPlace(parent) : null;
    if (around) {
      if (top instanceof Element) this.#switchElement(top);
      if (top instanceof Element) for (const part of top.querySelectorAll(partsInText)) this.#visit(part);
      return;
    }
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (!(node instanceof Element) || !node.matches(closed)) return NodeFilter.FILTER_ACCEPT;
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
    else if (element.matches(places)) this.#marks.markChinese(element);
    if (isNamed(element)) for (const name of namedAttributes) this.#switchAttribute(element, name);
    if (element.matches(languageLink) && this.#lang !== 'en') this.#turnLink(element);
  }

  #english(text: string, element: Element): string | null {
    const allowed = wordsAllowed(element);
    if (allowed !== null && !allowed.includes(text.trim())) return null;
    return this.#match(text, (selector) => element.closest(selector) !== null);
  }

  #switchText(text: Text): void {
    const element = text.parentElement;
    if (!element) return;
    const known = this.#texts.get(text);
    if (known?.after === text.data) {
      if (!this.#isEnglish) text.data = known.before;
      return;
    }
    if (!this.#isEnglish || !isChinese.test(text.data)) return;
    const after = this.#english(text.data, element);
    if (after === null) {
      if (!element.closest('head')) this.#marks.markChinese(element);
      return;
    }
    this.#texts.set(text, { before: text.data, after });
    text.data = after;
    this.#marks.markEnglish(element);
  }

  #switchAttribute(element: Element, name: string): void {
    const value = element.getAttribute(name);
    if (value === null) return;
    const known = this.#attributes.get(element)?.get(name);
    if (known?.after === value) {
      if (!this.#isEnglish) element.setAttribute(name, known.before);
      return;
    }
    if (!this.#isEnglish || !isChinese.test(value)) return;
    const after = element.matches(annotatedText) ? this.#match(value, () => false) : this.#english(value, element);
    if (after !== null) this.#change(element, name, { before: value, after });
  }

  #change(element: Element, name: string, change: Change): void {
    const changes = this.#attributes.get(element) ?? new Map<string, Change>();
    this.#attributes.set(element, changes.set(name, change));
    element.setAttribute(name, change.after);
  }

  /** The link between the languages names the one it leads to. */
  #turnLink(link: Element): void {
    const [text] = link.childNodes;
    if (!(text instanceof Text)) return;
    const known = this.#texts.get(text) ?? { before: text.data, after: '中文' };
    this.#texts.set(text, known);
    text.data = this.#isEnglish ? known.after : known.before;
    if (this.#isEnglish) this.#marks.set(link, 'zh-Hans');
  }

  /** What a field says of a wrong entry is no part of the page; it is switched as it is about to be shown. */
  #onInvalid = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const after = this.#match(target.validationMessage, () => false);
    if (after !== null) target.setCustomValidity(after);
  };
}
