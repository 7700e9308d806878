import { isUtf8 } from 'node:buffer';

/** A stretch of a source and what a reader reads there. */
export interface LegiblePiece {
  /** Where its text begins in the legible text. */
  readonly at: number;
  readonly text: string;
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
  /** `letters` stand there as they are; a `sign` stands for them (an entity, an escape); `markup` holds none. */
  readonly kind: 'letters' | 'sign' | 'markup';
}

/** A source as it is read, with the way back. */
export interface Legible {
  readonly text: string;
  readonly pieces: readonly LegiblePiece[];
}

/** What stands between two paragraphs or cells: no text reaches over it. Folding leaves it as it is. */
const border = '\ufffc';

const blocks = new Set(
  [
    'address article aside blockquote body caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6',
    'head header hr html legend li link main meta nav ol option p pre script section select style table tbody td textarea',
    'tfoot th thead title tr ul w:p w:tc w:tr w:tbl a:p text:p text:h table:table-cell',
  ]
    .join(' ')
    .split(' '),
);

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  shy: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  middot: '·',
};

const tag = /<\/?[a-zA-Z][^<>]*>|<!--/;
const signs = [
  /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?/,
  /(?:%[0-9a-fA-F]{2})+/,
  /(?:=[0-9A-F]{2}|=\r?\n)+/,
  /\\u[0-9a-fA-F]{4}/,
  /\\[nrt]/,
  /\r?\n[ \t\r\u3000]*\n/,
];
const markdown = [/\*\*/, /\\(?=[!-/:-@[-`{-~])/];
const joined = (patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
const withMarkup = joined([tag, ...signs, ...markdown]);
const withoutMarkup = joined(signs);

/** What bytes that were written out as `%E7…` or `=E7…` say. */
function decoded(written: string): string {
  const bytes = Buffer.from(written.replace(/=\r?\n|[%=]/g, ''), 'hex');
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
}

const ofPoint = (point: number): string | null => (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : null);

/** What a sign says; null where it says nothing but itself. */
function said(sign: string): string | null {
  if (sign.startsWith('&#')) {
    const hex = /^&#[xX]([0-9a-fA-F]+)/.exec(sign)?.[1];
    return ofPoint(hex === undefined ? Number.parseInt(sign.slice(2), 10) : Number.parseInt(hex, 16));
  }
  if (sign.startsWith('&')) return named[sign.replace(/[&;]/g, '')] ?? null;
  if (sign.startsWith('%') || sign.startsWith('=')) return decoded(sign);
  if (sign.startsWith('\\u')) return String.fromCharCode(Number.parseInt(sign.slice(2), 16));
  if (sign.startsWith('\\')) return sign === '\\' ? '' : '\n';
  return border;
}

/** What a reader sees of a tag: an end of a paragraph or a cell, of a line, or nothing. */
function seen(markup: string): string {
  const name = /^<\/?([a-zA-Z][\w:-]*)/.exec(markup)?.[1]?.toLowerCase() ?? '';
  if (name === 'br' || name === 'w:br') return '\n';
  return blocks.has(name) ? border : '';
}

/**
 * A source (HTML, XML, Markdown, JSON, plain text: whatever it is) as it is read: entities, escapes and bytes written
 * out become what they say, a blank line no text. `shown`: tags, comments and marks of emphasis vanish, and those that
 * end a paragraph or a cell part what stands beside them; `raw`: they are text themselves, so that attributes and
 * comments are read too.
 */
export function legible(source: string, as: 'shown' | 'raw'): Legible {
  const token = as === 'shown' ? withMarkup : withoutMarkup;
  const pieces: LegiblePiece[] = [];
  let text = '';
  let from = 0;
  const lastComment = source.lastIndexOf('-->');
  const add = (start: number, end: number, kind: LegiblePiece['kind'], words: string): void => {
    if (end > start) pieces.push({ at: text.length, text: words, start, end, kind });
    text += words;
  };
  token.lastIndex = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [sign] = found;
    let end = found.index + sign.length;
    let words: string | null;
    let kind: LegiblePiece['kind'] = 'sign';
    if (sign === '<!--') {
      if (lastComment < end) continue;
      end = source.indexOf('-->', end) + 3;
      [words, kind] = ['', 'markup'];
    } else if (sign.startsWith('<')) [words, kind] = [seen(sign), 'markup'];
    else if (sign === '**') [words, kind] = ['', 'markup'];
    else words = said(sign);
    if (words === null) continue;
    add(from, found.index, 'letters', source.slice(from, found.index));
    add(found.index, end, kind, words);
    from = end;
    token.lastIndex = end;
  }
  add(from, source.length, 'letters', source.slice(from));
  return { text, pieces };
}
