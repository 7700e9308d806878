import type { FootnoteReference } from './report-block.ts';

/**
 * The Markdown of a report is a closed dialect, so that its text can never become markup by accident:
 *
 * - `##` to `######` headings; `**一是深入学习**。…` a run-in heading at the head of a paragraph;
 * - one paragraph a line, blank lines between;
 * - GFM tables that begin with `|`; GFM footnotes `[^1]` and `[^1]: …`.
 *
 * Whatever else Markdown would read as markup (lists, emphasis, links, HTML, code, quotes, entities …) is text
 * here. `closedMarkdown` escapes it, so that every CommonMark reader shows exactly the characters that stand there.
 */

const asciiPunctuation = /[!-/:-@[-`{-~]/;
const punctuationOrSymbol = /[\p{P}\p{S}]/u;
/** Punctuation that every Markdown reader takes for punctuation, whatever its Unicode version. */
const plainPunctuation = /[!-/:-@[-`{-~\u2010-\u2027\u3001-\u3003\u3008-\u3011\u3014\u3015\uff01-\uff0f\uff1a-\uff20]/;
const footnoteReference = /\[\^[A-Za-z0-9-]+\]/y;
/** What begins a character reference or an automatic link; escaping its first character is enough. */
const opensReference = /&(?:#|[A-Za-z])/y;
const opensLink = /:\/\/|@|(?<=www)\./iy;

const isAt = (pattern: RegExp, text: string, position: number): string | null => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? null;
};

const isMarkup = (text: string, position: number): boolean =>
  '*_~`[]<|'.includes(text.charAt(position)) ||
  isAt(opensReference, text, position) !== null ||
  isAt(opensLink, text, position) !== null;

/** The characters at which alone a line needs a look. */
const noticed = /[\\*_~`[\]<|&:@.]/g;

/** Escapes what Markdown would read as markup inside a line, keeping escapes that already stand there. */
function closedInline(text: string): string {
  let out = '';
  let from = 0;
  noticed.lastIndex = 0;
  for (let found = noticed.exec(text); found; found = noticed.exec(text)) {
    const { index } = found;
    const [character] = found;
    let length = 1;
    let closed = character;
    if (character === '\\') {
      const next = text.charAt(index + 1);
      const isEscape = next !== '' && asciiPunctuation.test(next);
      closed = isEscape ? character + next : '\\\\';
      length = isEscape ? 2 : 1;
    } else {
      const reference = character === '[' ? isAt(footnoteReference, text, index) : null;
      if (reference !== null) {
        closed = reference;
        length = reference.length;
      } else if (isMarkup(text, index)) closed = `\\${character}`;
    }
    out += text.slice(from, index) + closed;
    from = index + length;
    noticed.lastIndex = from;
  }
  return out + text.slice(from);
}

/** Escapes what Markdown would read as markup only at the head of a line. */
function closedHead(line: string): string {
  if (/^[#>+=:-]/.test(line)) return `\\${line}`;
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Splits `**run-in**rest`; null when the line has no run-in heading that every CommonMark reader would see. */
function runInParts(line: string): { heading: string; rest: string } | null {
  if (!line.startsWith('**')) return null;
  const found = /^\*\*((?:\\.|[^*\\])+)\*\*(?!\*)(.*)$/s.exec(line);
  const heading = found?.[1] ?? '';
  const rest = found?.[2] ?? '';
  if (heading === '' || heading !== heading.trim()) return null;
  const last = [...heading.slice(-2)].at(-1) ?? '';
  const next = rest === '' ? ' ' : String.fromCodePoint(rest.codePointAt(0) ?? 0);
  const closes = !punctuationOrSymbol.test(last) || /\s/.test(next) || plainPunctuation.test(next);
  return closes ? { heading, rest } : null;
}

/** A line of a paragraph; what would define a footnote there is text. */
const closedLine = (line: string): string =>
  closedHead(closedInline(line)).replace(/^(\[\^[A-Za-z0-9-]+)\]:/, '\\$1\\]:');

function closedParagraph(lines: readonly string[]): string {
  const [first = '', ...others] = lines;
  const runIn = runInParts(first);
  const head = runIn ? `**${closedInline(runIn.heading)}**${closedInline(runIn.rest)}` : closedLine(first);
  return [head, ...others.map(closedLine)].join('\n');
}

const isTableRow = (line: string): boolean => line.startsWith('|');
const isDelimiterRow = (line: string): boolean => /^\|(?: *:?-+:? *\|)+$/.test(line);

/** Cells of a table row, as they stand between unescaped bars. */
function tableCells(row: string): string[] {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)((?:\\\\)*)\|$/, '$1');
  const cells: string[] = [];
  let cell = '';
  for (let i = 0; i < inner.length; i++) {
    const character = inner.charAt(i);
    if (character === '\\') {
      cell += character + inner.charAt(i + 1);
      i++;
    } else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  cells.push(cell.trim());
  return cells;
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const closedRow = (row: string): string => tableRow(tableCells(row).map(closedInline));
const isTableHead = (line: string, next: string): boolean =>
  isTableRow(line) && isDelimiterRow(next) && tableCells(line).length === tableCells(next).length;

/** The body that was closed last: the same report is asked for several times in a row. */
let recent = { body: '', closed: '' };

/**
 * The normal form of a report's body: one blank line between blocks, no layout space at the edges of lines,
 * everything outside the dialect escaped. Idempotent; no other character is changed.
 */
export function closedMarkdown(body: string): string {
  if (body !== recent.body && body !== recent.closed) recent = { body, closed: freshlyClosed(body) };
  return recent.closed;
}

function freshlyClosed(body: string): string {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.trim());
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push(closedParagraph(paragraph));
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const next = lines[i + 1] ?? '';
    const heading = /^(#{2,6})[ \t]+(.+)$/.exec(line);
    const footnote = /^(\[\^[A-Za-z0-9-]+\]:)[ \t]*(.+)$/.exec(line);
    if (line === '') endParagraph();
    else if (heading) {
      endParagraph();
      // A closing run of # would be swallowed as a closing sequence.
      blocks.push(`${heading[1]} ${closedInline(heading[2] ?? '').replace(/(^|\s)(#+)$/, '$1\\$2')}`);
    } else if (paragraph.length === 0 && footnote) {
      blocks.push(`${footnote[1]} ${closedHead(closedInline(footnote[2] ?? ''))}`);
    } else if (paragraph.length === 0 && isTableHead(line, next)) {
      const rows = [closedRow(line), next];
      for (i += 2; isTableRow(lines[i] ?? ''); i++) rows.push(closedRow(lines[i] ?? ''));
      i--;
      blocks.push(rows.join('\n'));
    } else paragraph.push(line);
  }
  endParagraph();
  return blocks.map((block) => `${block}\n`).join('\n');
}

const escapedInline = (text: string): string =>
  text.replace(/[\\*_~`[\]<|@]|&(?=#|[A-Za-z])|:(?=\/\/)|(?<=www)\./gi, '\\$&');

/** A piece of plain text, from one offset to another, with the marks of notes that stand in it. */
function markedInline(text: string, references: readonly FootnoteReference[], from: number, to: number): string {
  let out = '';
  let at = from;
  // A mark behind “!” or before “(” would be an image or a link, one before “:” a note.
  const next = (end: number): string => {
    const piece = escapedInline(text.slice(at, end));
    at = end;
    return out === '' ? piece : piece.replace(/^[(:]/, '\\$&');
  };
  for (const { offset, label } of references) out += `${next(offset).replace(/!$/, '\\!')}[^${label}]`;
  return out + next(to);
}

/** Text without layout space at its edges, and its marks, in order, within it. */
function trimmed(
  text: string,
  references: readonly FootnoteReference[],
): { text: string; references: readonly FootnoteReference[] } {
  const plain = text.trim();
  if (references.length === 0) return { text: plain, references };
  const lead = text.length - text.trimStart().length;
  const moved = references.map(({ label, offset }) => ({
    label,
    offset: Math.min(plain.length, Math.max(0, offset - lead)),
  }));
  return { text: plain, references: moved.sort((a, b) => a.offset - b.offset) };
}

const wholeInline = (text: string, references: readonly FootnoteReference[]): string => {
  const whole = trimmed(text, references);
  return markedInline(whole.text, whole.references, 0, whole.text.length);
};

/**
 * One line of plain text as Markdown that shows exactly it (layout space at its edges goes). Marks of notes stand
 * where `references` say; each label needs its `footnoteMarkdown` in the same body.
 */
export function escapedText(text: string, references: readonly FootnoteReference[] = []): string {
  return closedHead(wholeInline(text, references));
}

/** A heading of depth 2 to 6 as Markdown. */
export function headingMarkdown(text: string, depth: number, references: readonly FootnoteReference[] = []): string {
  return `${'#'.repeat(depth)} ${wholeInline(text, references).replace(/(^|\s)(#+)$/, '$1\\$2')}`;
}

/** A note's text as Markdown, which marks of its label point to; the label is of letters, figures and hyphens. */
export function footnoteMarkdown(label: string, text: string, references: readonly FootnoteReference[] = []): string {
  return `[^${label}]: ${escapedText(text, references)}`;
}

/**
 * A paragraph that begins with a run-in heading, as Markdown. `heading` is how `text` begins; where Markdown could
 * not close the mark before the letter that follows, the heading's closing punctuation is left outside.
 */
export function runInMarkdown(text: string, heading: string, references: readonly FootnoteReference[] = []): string {
  const whole = trimmed(text, references);
  const characters = [...heading.trim()];
  for (; characters.length > 0; characters.pop()) {
    const { length } = characters.join('');
    const inside = whole.references.filter(({ offset }) => offset < length);
    const behind = whole.references.filter(({ offset }) => offset >= length);
    const marked = `**${markedInline(whole.text, inside, 0, length)}**${markedInline(whole.text, behind, length, whole.text.length)}`;
    if (runInParts(marked)) return marked;
  }
  return escapedText(text, references);
}

/** A table as Markdown: the first row is the head; cells are plain text on one line each, with marks of notes. */
export function tableMarkdown(
  rows: readonly (readonly string[])[],
  references: readonly (FootnoteReference & { readonly row: number; readonly column: number })[] = [],
): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const [head = [], ...body] = rows.map((cells, at) => {
    const own = references.filter(({ row }) => row === at);
    const written = Array.from({ length: width }, (_, column) =>
      wholeInline(
        cells[column] ?? '',
        own.filter((reference) => reference.column === column),
      ),
    );
    return tableRow(written);
  });
  return [head, `|${' --- |'.repeat(width)}`, ...body].join('\n');
}
