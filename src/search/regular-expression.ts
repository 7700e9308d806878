import { folded } from '../text/fold.ts';
import type { PatternNode } from './pattern.ts';

/** Times that a quantifier may ask for, and that `*` and `+` stand for, at most. */
export const mostTimes = 50;

/** Why an expression cannot be read: `form` it is none; `times` too many; the text that is not looked for here. */
export type ExpressionFault =
  | { readonly fault: 'form' }
  | { readonly fault: 'times' }
  | { readonly fault: 'unknown'; readonly text: string };

class Unread extends Error {
  readonly why: ExpressionFault;

  constructor(why: ExpressionFault) {
    super(why.fault);
    this.why = why;
  }
}

const member = (text: string): string =>
  [...text].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');

/** Reads an expression that `RegExp` takes with the flag `u`; only what it means is left to find out. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  whole(): PatternNode {
    const node = this.#either();
    if (this.#at < this.#source.length) throw new Unread({ fault: 'form' });
    return node;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found) this.#at = sticky.lastIndex;
    return found;
  }

  #either(): PatternNode {
    const of = [this.#sequence()];
    while (this.#take(/\|/)) of.push(this.#sequence());
    return of.length === 1 && of[0] ? of[0] : { kind: 'either', of };
  }

  #sequence(): PatternNode {
    const of: PatternNode[] = [];
    for (;;) {
      const next = this.#source.charAt(this.#at);
      if (next === '' || next === '|' || next === ')') return { kind: 'sequence', of };
      of.push(this.#times(this.#atom()));
    }
  }

  #times(of: PatternNode): PatternNode {
    const found = this.#take(/(?:(?<sign>[*+?])|\{(?<least>\d+)(?<comma>,)?(?<most>\d*)\})(?<lazy>\?)?/);
    if (!found) return of;
    const { sign, least = '', comma, most = '', lazy } = found.groups ?? {};
    const [from, to] =
      sign === '?' ? [0, 1] : sign ? [sign === '+' ? 1 : 0, mostTimes] : [Number(least), Number(most || least)];
    const last = sign === undefined && comma !== undefined && most === '' ? mostTimes : to;
    if (from > mostTimes || last > mostTimes) throw new Unread({ fault: 'times' });
    return { kind: 'repeat', of, least: from, most: last, isLazy: lazy !== undefined };
  }

  #atom(): PatternNode {
    const open = this.#take(/\((?<kind>\?(?:<[=!]|[=!:]|<[^>]*>|[a-z-]*:)?)?/);
    if (open) {
      const kind = open.groups?.kind;
      if (kind !== undefined && kind !== '?:' && !/^\?<[^=!]/.test(kind))
        throw new Unread({ fault: 'unknown', text: open[0] });
      const node = this.#either();
      if (!this.#take(/\)/)) throw new Unread({ fault: 'form' });
      return node;
    }
    const own = this.#take(/\[(?:[^\]\\]|\\.)*\]/);
    if (own) return { kind: 'class', source: this.#class(own[0]) };
    if (this.#take(/\./)) return { kind: 'class', source: '.' };
    const edge = this.#take(/[\^$]|\\[bB]/)?.[0];
    if (edge) {
      const edges = { '^': 'start', $: 'end', '\\b': 'word' } as const;
      return { kind: 'edge', edge: edge === '^' || edge === '$' || edge === '\\b' ? edges[edge] : 'noWord' };
    }
    const kind = this.#take(/\\(?:[dDwWsS]|[pP]\{[^}]*\})/);
    if (kind) return { kind: 'class', source: kind[0] };
    const back = this.#take(/\\(?:[1-9]|k)/);
    if (back) throw new Unread({ fault: 'unknown', text: back[0] });
    return { kind: 'text', text: folded(this.#character()) };
  }

  /** One character as it is written here, `\u{4e00}` or `\.` too. */
  #character(): string {
    const escaped = this.#take(
      /\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|x[0-9a-fA-F]{2}|c[a-zA-Z]|.)/,
    );
    if (!escaped) {
      const plain = this.#take(/[^\\]/)?.[0];
      if (plain === undefined) throw new Unread({ fault: 'form' });
      return plain;
    }
    const points = [...escaped[0].matchAll(/\\u\{?([0-9a-fA-F]+)\}?|\\x([0-9a-fA-F]{2})/g)].map(([, wide, narrow]) =>
      Number.parseInt(wide ?? narrow ?? '', 16),
    );
    if (points.length > 0)
      return points
        .map((point) => String.fromCodePoint(point))
        .join('')
        .toWellFormed();
    // Of control characters none is in a folded text.
    return /^\\[tnvfrb0c]/.test(escaped[0]) ? '\0' : escaped[0].slice(1);
  }

  /** A class with its members folded; from and to of a range only where they are no ideographs, whose order is their own. */
  #class(source: string): string {
    const inner = new Reader(source.slice(1, -1));
    let read = inner.#take(/\^/) ? '^' : '';
    while (inner.#at < inner.#source.length) {
      const kind = inner.#take(/\\(?:[dDwWsS]|[pP]\{[^}]*\})/);
      if (kind) {
        read += kind[0];
        continue;
      }
      const from = inner.#character();
      const isRange = inner.#take(/-(?=.)/) !== null;
      if (!isRange) read += member(folded(from));
      else {
        const ends = [from, inner.#character()];
        const own = ends.map((end) =>
          /\p{Script=Han}/u.test(end) || [...folded(end)].length !== 1 ? end : folded(end),
        );
        const [first = '', last = ''] = own;
        const isRising = (first.codePointAt(0) ?? 0) <= (last.codePointAt(0) ?? 0);
        read += (isRising ? own : ends).map(member).join('-');
      }
    }
    return `[${read}]`;
  }
}

/** The pattern of a regular expression, its literal characters folded; or why there is none. Never throws. */
export function regularExpression(source: string): PatternNode | ExpressionFault {
  try {
    new RegExp(source, 'u');
    return new Reader(source).whole();
  } catch (error) {
    return error instanceof Unread ? error.why : { fault: 'form' };
  }
}
