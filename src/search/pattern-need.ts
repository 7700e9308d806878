import type { PatternNode } from './pattern.ts';

/** What must stand in every text in which a pattern is found; `all` of nothing always does. */
export type PatternNeed =
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'all'; readonly of: readonly PatternNeed[] }
  | { readonly kind: 'any'; readonly of: readonly PatternNeed[] };

/** Wordings that are listed instead of a pattern, at most. */
const mostWordings = 64;
/** Of a part of a pattern: each is looked up. */
const mostOfPart = 16;

const nothing: PatternNeed = { kind: 'all', of: [] };

function crossed(heads: readonly string[], tails: readonly string[], most: number): string[] | null {
  if (heads.length * tails.length > most) return null;
  return [...new Set(heads.flatMap((head) => tails.map((tail) => head + tail)))];
}

/** The texts that a node matches, each once; null where they are more than `most`, or it leaves characters open. */
export function nodeWordings(node: PatternNode, most: number): string[] | null {
  switch (node.kind) {
    case 'text':
      return [node.text];
    case 'sequence':
      return node.of.reduce<string[] | null>(
        (heads, part) => {
          const tails = heads && nodeWordings(part, most);
          return heads && tails && crossed(heads, tails, most);
        },
        [''],
      );
    case 'either': {
      const all = node.of.map((part) => nodeWordings(part, most));
      const texts = all.flatMap((part) => part ?? []);
      return all.includes(null) || texts.length > most ? null : [...new Set(texts)];
    }
    case 'repeat': {
      const one = nodeWordings(node.of, most);
      if (!one) return null;
      const all = new Set(node.least === 0 ? [''] : []);
      let times: string[] | null = [''];
      for (let i = 1; i <= node.most && times && all.size <= most; i++) {
        times = crossed(times, one, most);
        if (!times) return null;
        if (i >= node.least) for (const text of times) all.add(text);
      }
      return all.size > most ? null : [...all];
    }
    default:
      return null;
  }
}

/**
 * The texts that a pattern matches, where they can be listed, without those that begin with another of them: where the
 * longer begins the shorter does. Null where they are too many, or the pattern leaves characters open.
 */
export function patternWordings(node: PatternNode): string[] | null {
  const all = nodeWordings(node, mostWordings)?.filter((text) => text !== '');
  return all?.filter((text) => !all.some((other) => other !== text && text.startsWith(other))) ?? null;
}

const anyOf = (texts: readonly string[]): PatternNeed =>
  texts.includes('') ? nothing : { kind: 'any', of: texts.map((text) => ({ kind: 'phrase', text })) };

const isNothing = (need: PatternNeed): boolean => need.kind === 'all' && need.of.length === 0;

function allOf(needs: readonly PatternNeed[]): PatternNeed {
  const own = needs.filter((need) => !isNothing(need));
  return own.length === 1 && own[0] ? own[0] : { kind: 'all', of: own };
}

/** What every text in which a pattern is found holds. */
export function patternNeed(node: PatternNode): PatternNeed {
  const texts = nodeWordings(node, mostOfPart);
  if (texts) return anyOf(texts);
  switch (node.kind) {
    case 'sequence': {
      const needs: PatternNeed[] = [];
      let run = [''];
      for (const part of node.of) {
        const own = nodeWordings(part, mostOfPart);
        const longer = own && crossed(run, own, mostOfPart);
        if (longer) {
          run = longer;
          continue;
        }
        needs.push(anyOf(run), own ? nothing : patternNeed(part));
        run = own ?? [''];
      }
      return allOf([...needs, anyOf(run)]);
    }
    case 'either': {
      const needs = node.of.map(patternNeed);
      return needs.some(isNothing) ? nothing : { kind: 'any', of: needs };
    }
    case 'repeat':
      return node.least > 0 ? patternNeed(node.of) : nothing;
    default:
      return nothing;
  }
}

/** Whether every text that meets a need holds a run of `length` of its characters. */
export function assures(need: PatternNeed, length: number): boolean {
  if (need.kind === 'phrase') return [...need.text].length >= length;
  return need.kind === 'all'
    ? need.of.some((own) => assures(own, length))
    : need.of.length > 0 && need.of.every((own) => assures(own, length));
}

/** Whether a folded text meets a need. */
export function meets(text: string, need: PatternNeed): boolean {
  if (need.kind === 'phrase') return text.includes(need.text);
  return need.kind === 'all' ? need.of.every((own) => meets(text, own)) : need.of.some((own) => meets(text, own));
}

/** The phrases of a need, each once. */
export function neededPhrases(need: PatternNeed): string[] {
  return need.kind === 'phrase' ? [need.text] : [...new Set(need.of.flatMap(neededPhrases))];
}
