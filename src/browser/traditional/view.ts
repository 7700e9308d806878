import { withCornerMarks } from '../../traditional/corner-marks.ts';
import { traditionalForm } from '../../traditional/traditional-form.ts';
import { blockOf, textsByBlock, textsOfBlock } from './blocks.ts';

/** A block's words as they were, and as they are shown: unit by unit of the same length. */
interface Turned {
  readonly original: string;
  readonly shown: string;
}

/** A block's words in traditional characters; in a block of another language quotation marks stay what they are there. */
function traditionalWords(original: string, block: Element): string {
  const form = traditionalForm(original);
  const isChinese = block.closest<HTMLElement>('[lang]')?.lang.startsWith('zh') !== false;
  return isChinese ? withCornerMarks(form) : form;
}

const joined = (texts: readonly Text[]): string => texts.map(({ data }) => data).join('');

/**
 * Writes other letters of the same number into texts, one by one and each before the old one is taken away, so that
 * selections, highlights and marks inside them stay where they are.
 */
function write(texts: readonly Text[], letters: string): void {
  let at = 0;
  for (const text of texts) {
    for (let within = 0; within < text.length; within++, at++) {
      if (text.data.charAt(within) === letters.charAt(at)) continue;
      text.insertData(within, letters.charAt(at));
      text.deleteData(within + 1, 1);
    }
  }
}

/**
 * Shows the page's texts in traditional characters, what scripts add later too, and puts every letter back. The
 * originals are kept; marks that other tools put into the texts meanwhile, or take out of them, do not matter.
 */
export class TraditionalView {
  readonly #blocks = new Map<Element, Turned>();
  /** Each text as it was and as it was left, for blocks whose texts were changed by others. */
  readonly #texts = new WeakMap<Text, Turned>();
  readonly #observer = new MutationObserver((records) => this.#follow(records));

  /** Turns all there is and watches what comes. */
  begin(): void {
    this.#turn(document.body);
    this.#observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }

  /** Puts every letter back. */
  end(): void {
    this.#follow(this.#observer.takeRecords());
    this.#observer.disconnect();
    for (const block of this.#blocks.keys()) write(textsOfBlock(block), this.#originalOf(textsOfBlock(block), block));
    this.#blocks.clear();
  }

  /** A block's words in the letters they had; where others changed some of its texts, text by text. */
  #originalOf(texts: readonly Text[], block: Element): string {
    const whole = joined(texts);
    const turned = this.#blocks.get(block);
    if (turned?.shown === whole) return turned.original;
    let from = 0;
    return texts
      .map((text) => {
        const own = this.#texts.get(text);
        if (own?.shown === text.data) return own.original;
        // A piece of what was turned, split off by a mark; anything else is new and in letters of its own.
        const at = turned?.shown.indexOf(text.data, from) ?? -1;
        if (!turned || at < 0) return text.data;
        from = at + text.length;
        return turned.original.slice(at, from);
      })
      .join('');
  }

  #turn(top: Node): void {
    for (const block of textsByBlock(top).keys()) this.#turnBlock(block);
  }

  #turnBlock(block: Element): void {
    const texts = textsOfBlock(block);
    const original = this.#originalOf(texts, block);
    const shown = traditionalWords(original, block);
    if (original === shown) {
      this.#blocks.delete(block);
      return;
    }
    this.#blocks.set(block, { original, shown });
    write(texts, shown);
    let at = 0;
    for (const text of texts) {
      this.#texts.set(text, { original: original.slice(at, at + text.length), shown: text.data });
      at += text.length;
    }
  }

  #follow(records: readonly MutationRecord[]): void {
    const blocks = new Set<Element>();
    for (const { target, addedNodes } of records) {
      const around = target.isConnected ? blockOf(target) : null;
      if (around) blocks.add(around);
      for (const node of addedNodes)
        if (node.isConnected) for (const block of textsByBlock(node).keys()) blocks.add(block);
    }
    for (const block of blocks) this.#turnBlock(block);
    // What was written just now is no news.
    this.#observer.takeRecords();
  }
}
