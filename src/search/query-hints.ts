import { type Saying, saying } from '../i18n/saying.ts';
import type { PatternSign } from './pattern.ts';
import { type QueryPiece, queryPieces, readPhrase } from './query.ts';
import { shownText } from './scope.ts';

/** How a sign was read: as standing for other characters, or, where other tools know it as an operator, as it stands. */
export interface QueryHint {
  readonly said: Saying;
  /** The query as it is written here for what was perhaps meant; null where there is no way to write it. */
  readonly instead: string | null;
}

/** A word of a query that no quotes enclose, as it stands there, `-` included. */
interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether other words stand before and behind it. */
  readonly isBetween: boolean;
  readonly isAlone: boolean;
}

/** What one kind of sign in a word is said to be; null where the word bears none. */
type Reading = (word: Word, source: string) => QueryHint | null;

const within = ({ from, to }: Word, source: string, text: string): string =>
  source.slice(0, from) + text + source.slice(to);

const joining: Readonly<Record<string, string>> = {
  or: '|',
  '||': '|',
  '｜｜': '|',
  and: '',
  '&': '',
  '&&': '',
  '＆': '',
  '+': '',
  '＋': '',
};

/** `OR`, `AND`, `NOT`, `NEAR/5` and their signs between two words. */
const wordOperator: Reading = (word, source) => {
  if (!word.isBetween) return null;
  const near = /^(?:near|w|n)?[/／](\d{1,3})$|^near(\d{0,3})$/i.exec(word.text);
  if (near) {
    const sign = `~${near[1] || near[2] || 20}`;
    return { said: saying('hintNearWord', { text: word.text, sign }), instead: within(word, source, sign) };
  }
  if (/^(?:not|!|！)$/i.test(word.text)) {
    const rest = source.slice(word.to).trimStart();
    return { said: saying('hintNot', { text: word.text }), instead: `${source.slice(0, word.from)}-${rest}` };
  }
  const sign = joining[word.text.toLowerCase()];
  if (sign === undefined) return null;
  const said = saying(sign === '|' ? 'hintEither' : 'hintBoth', { text: word.text });
  return { said, instead: within(word, source, sign).replace(/ {2,}/g, ' ') };
};

/** `复议|诉讼` without spaces. */
const unspacedOr: Reading = (word, source) => {
  if (!/^[^|｜]+(?:[|｜]+[^|｜]+)+$/.test(word.text)) return null;
  const instead = within(word, source, word.text.replace(/[|｜]+/g, ' | '));
  // Brackets and stars say that more than an “either” was meant.
  const isPlain = !/[()（）[\]*?]/.test(word.text);
  return { said: saying('hintOr', { text: shownText(word.text) }), instead: isPlain ? instead : null };
};

/** `复议~20调解` without spaces; not 2021~2025. */
const unspacedNear: Reading = (word, source) => {
  const found = /^(\D+?)\s*[~～](\d{1,3})(\D+)$/.exec(word.text);
  if (!found) return null;
  const instead = within(word, source, `${found[1]} ~${found[2]} ${found[3]}`);
  return { said: saying('hintNear', { text: shownText(word.text) }), instead };
};

const wildcard: Reading = ({ text }) =>
  /[*＊]|[?？].|.\?$/.test(text) ? { said: saying('hintWildcard', { text: shownText(text) }), instead: null } : null;

/** Brackets around several words or alternatives; （一） and “（2021）” are text like other. */
const grouping: Reading = ({ text, isAlone }) => {
  const opens = (text.match(/[([（［]/g) ?? []).length;
  const closes = (text.match(/[)\]）］]/g) ?? []).length;
  const isGroup = opens !== closes ? !isAlone : opens > 0 && /[|｜]/.test(text);
  return isGroup ? { said: saying('hintBrackets', { text: shownText(text) }), instead: null } : null;
};

/** –x, !x and +x before a word that stands beside others. */
const sign: Reading = (word, source) => {
  if (word.isAlone) return null;
  if (/^[‐‑‒–—−﹣][^‐‑‒–—−﹣\d]/.test(word.text) || /^[!！]./.test(word.text))
    return {
      said: saying('hintMinus', { text: shownText(word.text) }),
      instead: within(word, source, `-${word.text.slice(1)}`),
    };
  return /^[+＋]\D/.test(word.text)
    ? { said: saying('hintPlus', { text: shownText(word.text) }), instead: within(word, source, word.text.slice(1)) }
    : null;
};

const field: Reading = ({ text }) =>
  /^(?:title|intitle|site|year|region|level|issuer|role|标题|年度|年份|地区)[:：=]./i.test(text)
    ? { said: saying('hintField', { text: shownText(text) }), instead: null }
    : null;

const readings: readonly Reading[] = [wordOperator, unspacedOr, unspacedNear, wildcard, grouping, sign, field];

/** Pairs of quotes, and whether those of a kind enclose phrases here. */
const quotes = [
  ['“', '”', true],
  ['「', '」', true],
  ['"', '"', true],
  ['‘', '’', false],
  ['『', '』', false],
  ["'", "'", false],
] as const;

/** Quotes that enclose no phrase: of a kind that does not, or not closed. One hint for a query. */
function quoteHint(source: string, words: readonly Word[]): QueryHint | null {
  for (const [open, close, isOurs] of quotes) {
    const first = words.find(({ text }) => text.replace(/^-/, '').startsWith(open));
    if (!first) continue;
    const begin = source.indexOf(open, first.from);
    const last = words.find(({ text, to }) => text.endsWith(close) && to - 1 > begin);
    if (last && !isOurs) {
      const instead = `${source.slice(0, begin)}“${source.slice(begin + 1, last.to - 1)}”${source.slice(last.to)}`;
      return { said: saying('hintQuotes', { text: `${open} ${close}` }), instead };
    }
    const counted = words.map(({ text }) => text).join('');
    const closed =
      open === close ? counted.split(open).length % 2 === 1 : counted.split(open).length <= counted.split(close).length;
    if (!last && !closed && isOurs) {
      // The quote at the very end of what was typed, where nothing follows it.
      const rest = source.slice(begin + 1).trim();
      return {
        said: saying('hintUnclosed', { text: open }),
        instead: rest === '' ? null : `${source.slice(0, begin)}“${rest}”`,
      };
    }
  }
  return null;
}

const signSayings = {
  one: 'readOne',
  any: 'readAny',
  either: 'readEither',
  expression: 'readExpression',
} as const satisfies Record<PatternSign, string>;

/** The signs by which a piece is a pattern; none where it is none. */
function patternSigns({ token, isQuoted }: QueryPiece): readonly PatternSign[] {
  if (token.kind !== 'phrase') return [];
  const read = readPhrase(token.text, isQuoted);
  return 'said' in read ? [] : (read.pattern?.signs ?? []);
}

/** How the signs of patterns were read, each kind once, with the query in which that phrase is literal. */
function readSigns(source: string, pieces: readonly QueryPiece[]): QueryHint[] {
  const hints = new Map<PatternSign, QueryHint>();
  for (const piece of pieces) {
    const { token, from, to } = piece;
    if (token.kind !== 'phrase') continue;
    const quoted = `${token.isExcluded ? '-' : ''}“${token.text}”`;
    const instead = source.slice(0, from) + quoted + source.slice(to);
    for (const sign of patternSigns(piece))
      if (!hints.has(sign)) hints.set(sign, { said: saying(signSayings[sign]), instead });
  }
  return [...hints.values()];
}

const isWordPiece = ({ token, isQuoted }: QueryPiece): boolean => token.kind === 'phrase' && !isQuoted;

/**
 * How the signs of patterns in a query were read, and what stands in it unquoted that other tools read as an operator
 * and that is looked for literally here, each kind once, with what to write instead. A hint is no judgment: the literal answer stands beside it.
 */
export function queryHints(source: string): QueryHint[] {
  const pieces = queryPieces(source);
  const words = pieces.flatMap((piece, at): Word[] => {
    const { from, to } = piece;
    if (!isWordPiece(piece) || patternSigns(piece).length > 0) return [];
    const isBetween = at > 0 && at < pieces.length - 1;
    return [{ text: source.slice(from, to), from, to, isBetween, isAlone: pieces.length === 1 }];
  });
  const hints = readings.flatMap((reading) => {
    for (const word of words) {
      const hint = reading(word, source);
      if (hint) return [hint];
    }
    return [];
  });
  const quote = quoteHint(source, words);
  return [...readSigns(source, pieces), ...hints, ...(quote ? [quote] : [])];
}
