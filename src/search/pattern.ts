/** What may stand at one place of a folded text; wildcards and regular expressions both come down to it. */
export type PatternNode =
  /** These very characters, folded; none where empty. */
  | { readonly kind: 'text'; readonly text: string }
  /** One character; `source` is a class as JavaScript writes it with the flag `u`. */
  | { readonly kind: 'class'; readonly source: string }
  | { readonly kind: 'sequence'; readonly of: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly of: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    }
  /** Where a paragraph begins or ends, or a word of letters and figures does (or does not). */
  | { readonly kind: 'edge'; readonly edge: PatternEdge };

export type PatternEdge = 'start' | 'end' | 'word' | 'noWord';

/** A phrase that is not literal. */
export interface Pattern {
  readonly node: PatternNode;
  /** Which of several matches from one place is marked: the shortest, or the one that the expression itself prefers. */
  readonly prefers: 'shortest' | 'own';
  /** How its signs were read, each kind once. */
  readonly signs: readonly PatternSign[];
}

export type PatternSign = 'one' | 'any' | 'either' | 'expression';

/** Characters that `…` stands for, at most. */
export const mostBetween = 20;

/** A pattern read from its end to its beginning. */
export function reversed(node: PatternNode): PatternNode {
  switch (node.kind) {
    case 'text':
      return { kind: 'text', text: [...node.text].reverse().join('') };
    case 'sequence':
      return { kind: 'sequence', of: node.of.map(reversed).reverse() };
    case 'either':
      return { kind: 'either', of: node.of.map(reversed) };
    case 'repeat':
      return { ...node, of: reversed(node.of) };
    default:
      return node;
  }
}

/** Whether a pattern can match nothing at all. */
export function isNullable(node: PatternNode): boolean {
  switch (node.kind) {
    case 'text':
      return node.text === '';
    case 'class':
      return false;
    case 'sequence':
      return node.of.every(isNullable);
    case 'either':
      return node.of.some(isNullable);
    case 'repeat':
      return node.least === 0 || isNullable(node.of);
    case 'edge':
      return true;
  }
}
