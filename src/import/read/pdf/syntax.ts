/** A value of the PDF language. Strings are bytes as Latin-1; a `word` is an operator or any other bare keyword. */
export type PdfValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'string' | 'word'; readonly value: string }
  | { readonly kind: 'reference'; readonly value: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** Arrays and dictionaries within each other that are read at most. */
const deepest = 40;
const space = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*/y;
const bare = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const referenceRest = /[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z])/y;

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['\n', ''],
]);

/** Reads values of the PDF language one after another from a text of bytes as Latin-1. */
export class PdfSyntax {
  readonly #text: string;
  #at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.#at = at;
  }

  /** Where the next value is looked for. */
  get at(): number {
    return this.#at;
  }

  /** Goes on behind the next match of a pattern; to the end where there is none. */
  skipPast(pattern: RegExp): void {
    const global = new RegExp(pattern.source, 'g');
    global.lastIndex = this.#at;
    this.#at = global.exec(this.#text) ? global.lastIndex : this.#text.length;
  }

  /** The next value; null at the end, and where a closing bracket stands, which is passed over. */
  next(depth = 0): PdfValue | null {
    this.#matched(space);
    const character = this.#text[this.#at];
    if (character === undefined || depth > deepest) {
      this.#at = this.#text.length;
      return null;
    }
    if (character === '/') {
      this.#at++;
      const name = this.#matched(bare).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      return { kind: 'name', value: name };
    }
    if (character === '(') return { kind: 'string', value: this.#literal() };
    if (this.#text.startsWith('<<', this.#at)) {
      this.#at += 2;
      return this.#dictionary(depth);
    }
    if (character === '<') return { kind: 'string', value: this.#hexadecimal() };
    if (character === '[') {
      this.#at++;
      const items: PdfValue[] = [];
      for (let item = this.next(depth + 1); item; item = this.next(depth + 1)) items.push(item);
      return { kind: 'array', items };
    }
    if (/[\])}>{]/.test(character)) {
      this.#at += this.#text.startsWith('>>', this.#at) ? 2 : 1;
      return null;
    }
    const word = this.#matched(bare);
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'word', value: word };
    if (/^\d+$/.test(word) && this.#matched(referenceRest) !== '') return { kind: 'reference', value: Number(word) };
    return { kind: 'number', value: Number(word) };
  }

  #matched(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (let key = this.next(depth + 1); key?.kind === 'name'; key = this.next(depth + 1)) {
      const value = this.next(depth + 1);
      if (!value) break;
      entries.set(key.value, value);
    }
    return { kind: 'dictionary', entries };
  }

  #hexadecimal(): string {
    const end = this.#text.indexOf('>', this.#at);
    const digits = this.#text.slice(this.#at + 1, end < 0 ? undefined : end).replace(/[^0-9a-fA-F]/g, '');
    this.#at = end < 0 ? this.#text.length : end + 1;
    return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  }

  #literal(): string {
    let value = '';
    let open = 1;
    for (this.#at++; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.#at + 1, this.#at + 4))?.[0];
        const after = this.#text[this.#at + 1] ?? '';
        value += octal === undefined ? (escapes.get(after) ?? after) : String.fromCharCode(Number.parseInt(octal, 8));
        this.#at += octal?.length ?? 1;
        continue;
      }
      if (character === '(') open++;
      if (character === ')' && --open === 0) {
        this.#at++;
        break;
      }
      value += character;
    }
    return value;
  }
}
