import type { Issue } from '../../../archive/issue.ts';
import { importIssue } from '../../lines/issue.ts';
import { letterCount } from '../../lines/layout-space.ts';

/** Pieces of each kind that an issue quotes. */
const quoted = 4;
/** Letters of a piece that it quotes. */
const longest = 16;

const quotes = (pieces: readonly string[]): string =>
  pieces
    .slice(0, quoted)
    .map((piece) => `“${piece.length > longest ? `${piece.slice(0, longest)}…` : piece}”`)
    .join('');

/** The changes that were tracked in a text and taken as made, as they are met in it. */
export class DocxRevisions {
  /** Open elements of new text, innermost last; each with what of it was read. */
  readonly #open: { readonly isMove: boolean; text: string }[] = [];
  readonly #inserted: string[] = [];
  readonly #struck: string[] = [];
  /** Whether the last of each kind ended where the next letter is read: what follows goes on with it. */
  #isInsertedHere = false;
  #isStruckHere = false;
  #moves = 0;
  #joins = 0;
  #line: number | null = null;

  /** New text begins (`w:ins`, `w:moveTo`). */
  begin(name: string): void {
    this.#open.push({ isMove: name === 'w:moveTo', text: '' });
  }

  /** Takes a piece of text that is shown; `line` is its line's number. */
  insert(piece: string, line: number): void {
    const now = this.#open.at(-1);
    if (piece !== '') this.#isStruckHere = false;
    if (!now) {
      this.#isInsertedHere = false;
      return;
    }
    now.text += piece;
    this.#line ??= line;
  }

  end(): void {
    const done = this.#open.pop();
    if (!done || letterCount(done.text) === 0) return;
    if (done.isMove) this.#moves++;
    else if (this.#isInsertedHere) this.#inserted.push((this.#inserted.pop() ?? '') + done.text.trim());
    else this.#inserted.push(done.text.trim());
    this.#isInsertedHere = !done.isMove;
  }

  /** Old text ended (`w:del`, `w:moveFrom`). */
  strike(name: string, text: string, line: number): void {
    if (letterCount(text) === 0) return;
    this.#line ??= line;
    // Where it went is counted.
    if (name === 'w:moveFrom') return;
    const before = this.#isStruckHere ? (this.#struck.pop() ?? '') : '';
    this.#struck.push(before + text.trim());
    this.#isStruckHere = true;
  }

  /** A paragraph ended that no change took away. */
  part(): void {
    this.#isInsertedHere = false;
    this.#isStruckHere = false;
  }

  /** A paragraph's end was struck out. */
  join(line: number): void {
    this.#joins++;
    this.#line ??= line;
  }

  /** One issue that says how many changes there are and quotes the first; none where there are none. */
  issues(): Issue[] {
    const kinds = [
      this.#inserted.length === 0 ? '' : `插入 ${this.#inserted.length} 处${quotes(this.#inserted)}`,
      this.#struck.length === 0 ? '' : `删去 ${this.#struck.length} 处${quotes(this.#struck)}`,
      this.#moves === 0 ? '' : `移动 ${this.#moves} 处`,
      this.#joins === 0 ? '' : `并段 ${this.#joins} 处`,
    ].filter((kind) => kind !== '');
    return kinds.length === 0 ? [] : [importIssue('text/revisions', this.#line, kinds.join('，'))];
  }
}
