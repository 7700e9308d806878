import { folded } from '../text/fold.ts';
import { mostBetween, type Pattern, type PatternNode, type PatternSign } from './pattern.ts';

/** A phrase with signs for what may stand there, and how it is told from a literal one. */
export interface ReadPattern {
  readonly pattern: Pattern;
  /** The pattern in signs that no folded text holds: equal for equal patterns only. */
  readonly name: string;
}

interface Part {
  readonly node: PatternNode;
  readonly name: string;
  readonly sign: PatternSign | null;
}

/** Signs: alternatives in brackets with a bar at least, any number of characters, one character. */
const signs = /[(（](?<either>[^()（）]*[|｜][^()（）]*)[)）]|(?<any>(?:…|\.{3,}|\*)+)|(?<one>[?？])/gu;

const oneCharacter: Part = { node: { kind: 'class', source: '[^]' }, name: '？', sign: 'one' };
const anyCharacters: Part = {
  node: { kind: 'repeat', of: oneCharacter.node, least: 0, most: mostBetween, isLazy: true },
  name: '…',
  sign: 'any',
};

/** Alternatives, or null where more than one of them is empty: brackets like others, then. */
function alternatives(text: string): Part | null {
  const texts = text.split(/[|｜]/).map(folded);
  if (texts.filter((own) => own === '').length > 1) return null;
  const of = texts.map((own): PatternNode => ({ kind: 'text', text: own }));
  return { node: { kind: 'either', of }, name: `（${texts.join('｜')}）`, sign: 'either' };
}

function parts(text: string): Part[] {
  const found: Part[] = [];
  let literal = '';
  const end = (): void => {
    const own = folded(literal);
    if (own !== '') found.push({ node: { kind: 'text', text: own }, name: own, sign: null });
    literal = '';
  };
  let at = 0;
  for (const sign of text.matchAll(signs)) {
    const { either, any } = sign.groups ?? {};
    literal += text.slice(at, sign.index);
    at = sign.index + sign[0].length;
    const part = either !== undefined ? alternatives(either) : any !== undefined ? anyCharacters : oneCharacter;
    if (part === null) {
      literal += sign[0];
      continue;
    }
    end();
    found.push(part);
  }
  literal += text.slice(at);
  end();
  return found;
}

const isOpen = (part: Part | undefined): boolean => part === undefined || part.sign === 'one' || part.sign === 'any';

/**
 * Reads `？`, `…` or `*` between other characters, and alternatives in brackets, in a phrase that no quotes enclose.
 * Null where it holds none, or where one of the first two stands first or last: it is literal then as a whole.
 */
export function wildcardPhrase(text: string): ReadPattern | null {
  const found = parts(text);
  if (isOpen(found[0]) || isOpen(found.at(-1))) return null;
  const read = [...new Set(found.flatMap(({ sign }) => sign ?? []))];
  if (read.length === 0) return null;
  return {
    pattern: { node: { kind: 'sequence', of: found.map(({ node }) => node) }, prefers: 'shortest', signs: read },
    name: found.map(({ name }) => name).join(''),
  };
}
