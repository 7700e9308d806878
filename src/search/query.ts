import { type MessageKey, type Saying, saying, type ValuesOf } from '../i18n/saying.ts';
import { folded } from '../text/fold.ts';
import type { Pattern, PatternNode } from './pattern.ts';
import { assures, patternNeed } from './pattern-need.ts';
import { mostSteps, stepCount } from './pattern-program.ts';
import { mostTimes, regularExpression } from './regular-expression.ts';
import { wildcardPhrase } from './wildcard-phrase.ts';

/** Characters as they were typed (without the quotes around them), and what is looked for. */
export interface Phrase {
  readonly text: string;
  /** Tells what is looked for from all else that is: the folded characters; of a pattern, its name. */
  readonly folded: string;
  /** What is looked for instead of these very characters; null where it is they. */
  readonly pattern: Pattern | null;
}

/** How close two phrases must stand: so many characters at most between them in one paragraph, or in one part. */
export type Reach = number | 'paragraph' | 'section';

/** Two phrases close to each other, in either order. */
export interface Nearness {
  readonly left: Phrase;
  readonly right: Phrase;
  readonly within: Reach;
}

export type Alternative = Phrase | Nearness;

/** What must occur, one alternative at least; or, excluded, must not. */
export interface Term {
  readonly alternatives: readonly Alternative[];
  readonly isExcluded: boolean;
}

export interface Query {
  readonly source: string;
  /** All terms must hold. At least one is not excluded. */
  readonly terms: readonly Term[];
  /** The query with its phrases folded, for showing what was looked for. */
  readonly folded: string;
}

/** Why a text is no query, to be said to its author. */
export interface QueryProblem {
  readonly said: Saying;
}

/** Bounds that keep the work of one query small. */
export const queryLimits = { phraseLength: 1000, phrases: 16, within: 500 } as const;

export const isNearness = (alternative: Alternative): alternative is Nearness => 'within' in alternative;
export const isQueryProblem = (value: Query | QueryProblem): value is QueryProblem => 'said' in value;

const closing: Readonly<Record<string, string>> = { '“': '”', '"': '"', '＂': '＂', '「': '」' };

type Token =
  | { readonly kind: 'phrase'; readonly text: string; readonly isExcluded: boolean }
  | { readonly kind: 'or' }
  | { readonly kind: 'near'; readonly within: Reach }
  /** `~` without a number. */
  | { readonly kind: 'tilde' }
  | { readonly kind: 'minus' };

/** White space, or nothing. A byte order mark is none: copied from the middle of a file, it sets no phrases apart. */
const isSpace = (character: string): boolean => character === '' || (character !== '\ufeff' && /\s/.test(character));

/** Where a quoted phrase that opens at `at` closes: at a quote that balances it, with white space or nothing after. */
function quoteEnd(text: string, at: number): number | null {
  const open = text.charAt(at);
  const close = closing[open];
  if (close === undefined) return null;
  for (let i = at + 1, depth = 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === close) depth--;
    else if (character === open) depth++;
    if (open === close ? character === close && isSpace(text.charAt(i + 1)) : depth === 0) {
      return isSpace(text.charAt(i + 1)) ? i : null;
    }
  }
  return null;
}

function token(word: string): Token {
  if (/^[|｜]$/.test(word)) return { kind: 'or' };
  if (/^[-－]$/.test(word)) return { kind: 'minus' };
  const near = /^[~～]([0-9０-９]{1,6})$/.exec(word);
  if (near) return { kind: 'near', within: Number(folded(near[1] ?? '')) };
  const part = /^[~～](?:([pPｐＰ])|[sSｓＳ])$/.exec(word);
  if (part) return { kind: 'near', within: part[1] ? 'paragraph' : 'section' };
  if (/^[~～]$/.test(word)) return { kind: 'tilde' };
  const isExcluded = /^[-－]/.test(word);
  return { kind: 'phrase', text: isExcluded ? word.slice(1) : word, isExcluded };
}

/** A word or sign of a query and where it stands, quotes and `-` included. */
export interface QueryPiece {
  readonly from: number;
  readonly to: number;
  readonly token: Token;
  readonly isQuoted: boolean;
}

/** The words and signs of a query in their order. */
export function queryPieces(text: string): QueryPiece[] {
  const found: QueryPiece[] = [];
  for (let at = 0; at < text.length; ) {
    if (isSpace(text.charAt(at))) {
      at++;
      continue;
    }
    const isExcluded = /[-－]/.test(text.charAt(at)) && text.charAt(at + 1) in closing;
    const open = isExcluded ? at + 1 : at;
    const close = quoteEnd(text, open);
    if (close !== null) {
      const token: Token = { kind: 'phrase', text: text.slice(open + 1, close), isExcluded };
      found.push({ from: at, to: close + 1, token, isQuoted: true });
      at = close + 1;
      continue;
    }
    let end = at;
    while (!isSpace(text.charAt(end))) end++;
    found.push({ from: at, to: end, token: token(text.slice(at, end)), isQuoted: false });
    at = end;
  }
  return found;
}

const problem = <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): QueryProblem => ({
  said: saying(key, ...values),
});

const shown = (text: string): string => (text.length > 20 ? `${[...text.slice(0, 20)].join('')}…` : text);

/** Characters that a regular expression must hold in a row, at least: in which reports to look is known by them. */
const fewestInRow = 2;

/** A pattern as a phrase; refused where finding it would take too long. */
function patternPhrase(text: string, pattern: Pattern, name: string): Phrase | QueryProblem {
  if (stepCount(pattern.node) > mostSteps) return problem('queryPatternLong', { phrase: shown(text) });
  return { text, folded: name, pattern };
}

function expressionPhrase(text: string): Phrase | QueryProblem {
  const limit = queryLimits.phraseLength;
  if (text.length > limit)
    return problem('queryTooLong', { limit: String(limit), phrase: shown(text), count: String(text.length) });
  const read = regularExpression(text.slice(1, -1));
  if ('fault' in read) {
    if (read.fault === 'times') return problem('expressionTimes', { limit: String(mostTimes) });
    if (read.fault === 'unknown') return problem('expressionUnknown', { text: read.text });
    return problem('expressionForm', { phrase: shown(text) });
  }
  const node: PatternNode = read;
  if (!assures(patternNeed(node), fewestInRow)) return problem('expressionLiteral', { phrase: shown(text) });
  // No folded text holds the slashes.
  const name = `／${text.slice(1, -1).toWellFormed()}／`;
  return patternPhrase(text, { node, prefers: 'own', signs: ['expression'] }, name);
}

/** Reads one phrase of a query, without the quotes or the `-` around it: within quotes all is literal. */
export function readPhrase(text: string, isQuoted: boolean): Phrase | QueryProblem {
  if (!isQuoted && text.length > 2 && text.startsWith('/') && text.endsWith('/')) return expressionPhrase(text);
  const fold = folded(text);
  if (fold === '') return problem('queryNothingToSeek', { phrase: shown(text) });
  if (fold.length > queryLimits.phraseLength) {
    return problem('queryTooLong', {
      limit: String(queryLimits.phraseLength),
      phrase: shown(text),
      count: String(fold.length),
    });
  }
  const read = isQuoted ? null : wildcardPhrase(text);
  return read ? patternPhrase(text, read.pattern, read.name) : { text, folded: fold, pattern: null };
}

/** A term in the making, and what it waits for. */
interface OpenTerm {
  readonly alternatives: Alternative[];
  readonly isExcluded: boolean;
}

/** A phrase in quotes; a pattern without, since quotes would make it literal. */
const shownPhrase = ({ folded, pattern }: Phrase): string => (pattern ? folded : `“${folded}”`);

const reachSigns = { paragraph: '~p', section: '~s' } as const;
const reachSign = (within: Reach): string => (typeof within === 'number' ? `~${within}` : reachSigns[within]);

function foldedQuery(terms: readonly Term[]): string {
  const alternative = (item: Alternative): string =>
    isNearness(item)
      ? `${shownPhrase(item.left)} ${reachSign(item.within)} ${shownPhrase(item.right)}`
      : shownPhrase(item);
  const [only, ...others] = terms;
  const [single, ...more] = only?.alternatives ?? [];
  if (single && others.length === 0 && more.length === 0 && !isNearness(single)) return single.folded;
  return terms.map((term) => (term.isExcluded ? '-' : '') + term.alternatives.map(alternative).join(' | ')).join(' ');
}

/**
 * Reads a query: phrases set apart by spaces must all occur; `|` between two, either; `-` before one, none; `~20`
 * between two, within 20 characters of each other, `~p` in one paragraph, `~s` in one section. A phrase in “ ”, " " or 「 」 may hold spaces and operators; a quote
 * that does not enclose a whole phrase is a character like others. Never throws.
 */
export function parsedQuery(source: string): Query | QueryProblem {
  const terms: OpenTerm[] = [];
  let phrases = 0;
  let joint: 'or' | { readonly within: Reach } | null = null;
  const pieces = queryPieces(source);
  for (const { token, isQuoted } of pieces) {
    // By itself it is a sign like others, looked for as it stands.
    const isAlone = token.kind === 'tilde' && pieces.length === 1;
    const item: Token = isAlone ? { kind: 'phrase', text: '~', isExcluded: false } : token;
    if (item.kind === 'tilde') return problem('queryTildeAlone');
    if (item.kind === 'minus') return problem('queryMinusAlone');
    const last = terms.at(-1);
    if (item.kind !== 'phrase') {
      const sign = item.kind === 'or' ? '|' : reachSign(item.within);
      if (!last) return problem('queryBeforeSign', { sign, text: sign });
      if (joint !== null) return problem('queryTwoSigns', { sign });
      if (last.isExcluded) return problem('querySignAfterMinus', { sign });
      const before = last.alternatives.at(-1);
      if (item.kind === 'near') {
        if (before && isNearness(before)) return problem('queryTwoOnly', { sign });
        if (typeof item.within === 'number' && item.within > queryLimits.within)
          return problem('queryNearLimit', { limit: String(queryLimits.within) });
      }
      joint = item.kind === 'or' ? 'or' : item;
      continue;
    }
    const next = readPhrase(item.text, isQuoted);
    if ('said' in next) return next;
    phrases++;
    if (phrases > queryLimits.phrases) return problem('queryTooMany', { limit: String(queryLimits.phrases) });
    if (joint === null) {
      terms.push({ alternatives: [next], isExcluded: item.isExcluded });
      continue;
    }
    if (item.isExcluded) return problem('queryMinusAfterSign');
    if (joint === 'or') last?.alternatives.push(next);
    else {
      const left = last?.alternatives.pop();
      if (left && !isNearness(left)) last?.alternatives.push({ left, right: next, within: joint.within });
    }
    joint = null;
  }
  if (joint !== null) {
    const sign = joint === 'or' ? '|' : reachSign(joint.within);
    return problem('queryAfterSign', { sign, text: sign });
  }
  if (terms.length === 0) return problem('queryEmpty');
  if (terms.every(({ isExcluded }) => isExcluded)) return problem('queryOnlyMinus');
  return { source, terms, folded: foldedQuery(terms) };
}

/** Whether texts may have to be read for a query: it holds nearness, or a pattern. */
export function hangsOnTexts({ terms }: Query): boolean {
  return terms.some(({ alternatives }) => alternatives.some((item) => isNearness(item) || item.pattern !== null));
}

/** The phrases whose places count, each once, in the order they stand in the query. */
export function soughtPhrases({ terms }: Query): Phrase[] {
  const sought = new Map<string, Phrase>();
  for (const { alternatives, isExcluded } of terms) {
    if (isExcluded) continue;
    for (const item of alternatives) {
      for (const one of isNearness(item) ? [item.left, item.right] : [item]) {
        if (!sought.has(one.folded)) sought.set(one.folded, one);
      }
    }
  }
  return [...sought.values()];
}
