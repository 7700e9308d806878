import type { Issue } from '../../archive/issue.ts';
import { importIssue } from '../lines/issue.ts';
import { letterCount } from '../lines/layout-space.ts';
import { type LeftPiece, type Reading, type ReadLine, UnreadableInput } from '../lines/reading.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { imagePlaceholder } from './image-placeholder.ts';
import { type XmlPart, type XmlToken, xmlTokens } from './xml-tokens.ts';

/** What is not shown: field codes, what tracked changes took away or how it looked before, where tabs stop. */
const skipped = new Set([
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:del',
  'w:moveFrom',
  'w:pPrChange',
  'w:rPrChange',
  'w:tabs',
]);

/** Runs of a paragraph, of a formula, of a drawing. */
const textElements = new Set(['w:t', 'm:t', 'a:t']);

/** Characters that Word writes as elements. An optional hyphen shows only where a line breaks. */
const characterElements: ReadonlyMap<string, string> = new Map([
  ['w:tab', ' '],
  ['w:ptab', ' '],
  ['w:noBreakHyphen', '-'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['a:br', '\n'],
  ['a:p', '\n'],
]);

/** Pictures, charts and diagrams; their letters stand in other parts, or in none. */
const pictureElements = new Set(['a:blip', 'v:imagedata', 'c:chart', 'cx:chart', 'dgm:relIds']);

/** Whole documents that stand in other parts. */
const documentElements = new Set(['w:altChunk', 'w:subDoc']);

interface Paragraph {
  text: string;
  number: string | null;
  level: number;
  style: string | null;
}

/** The parts of a Word file that hold text: the body, then footnotes and endnotes. */
export interface DocxParts {
  readonly body: XmlPart;
  readonly notes: readonly XmlPart[];
}

/** The character of a `w:sym`, which is a number in hexadecimal. */
function symbol(code: string | null): string {
  const point = Number.parseInt(code ?? '', 16);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
    ? String.fromCodePoint(point)
    : '\ufffd';
}

/**
 * Paragraphs and tables of a Word document's body in order; notes follow at the end, images leave a placeholder. What
 * stands where it is not read becomes an issue. Throws `UnreadableInput` where a part is not well-formed or no Word text.
 */
export function docxLines(
  { body, notes }: DocxParts,
  numbering: DocxNumbering,
  issues: Issue[],
): Pick<Reading, 'letters' | 'lines' | 'left'> {
  const lines: ReadLine[] = [];
  const left: LeftPiece[] = [];
  let letters = 0;
  /** What is being skipped, and the element that was opened last in it. */
  let skippedRule = '';
  let lastSkipped = '';
  const paragraphs: Paragraph[] = [];
  const tables: { rows: string[][]; cell: string | null }[] = [];
  /** The same content in several forms, of which the first with something to read counts. */
  const alternatives: { isTaken: boolean; before: number }[] = [];
  let taken = 0;
  let skipping = 0;
  let isText = false;
  const wantedNotes = new Set<string>();

  readStory(body, ['w:document']);
  const foundNotes = new Set(notes.flatMap((part) => [...readStory(part, ['w:footnotes', 'w:endnotes'])]));
  for (const note of wantedNotes) if (!foundNotes.has(note)) elsewhere(note);
  return { letters, lines, left };

  /** Reads one part, whose root is one of `roots`, to its end; what the notes that it holds are called. */
  function readStory(part: XmlPart, roots: readonly string[]): Set<string> {
    const ids = new Set<string>();
    let isFirst = true;
    for (const token of xmlTokens(part)) {
      if (isFirst && token.kind === 'open') {
        isFirst = false;
        if (!roots.includes(token.name)) {
          throw new UnreadableInput(
            'input/not-docx',
            `${part.name} 不是 Word 的正文，根元素是 ${token.name}`,
            '在 Word 中打开，另存为 .docx 后再导入',
          );
        }
      }
      if (token.kind === 'text') {
        if (skipping > 0) leave(token.text);
        else if (isText) add(token.text);
      } else if (skipping > 0) {
        skipping += token.kind === 'open' ? 1 : -1;
        lastSkipped = token.kind === 'open' ? token.name : '';
      } else if (token.kind === 'close') close(token.name);
      else if (skipped.has(token.name)) skip('docx/struck-out', token.name);
      else if (isAnotherForm(token.name)) skip('docx/other-form', token.name);
      else if (token.name === 'w:footnote' || token.name === 'w:endnote') {
        // Word's own lines between text and notes are kept as notes of other types.
        if (!/^(?:normal)?$/.test(token.attribute('w:type') ?? '')) skip('docx/separator', token.name);
        else ids.add(noteId(token));
      } else open(token);
    }
    return ids;
  }

  function noteId({ name, attribute }: Extract<XmlToken, { kind: 'open' }>): string {
    return `${name.startsWith('w:foot') ? '脚注' : '尾注'} ${attribute('w:id') ?? ''}`;
  }

  function skip(rule: string, name: string): void {
    skipping = 1;
    skippedRule = rule;
    lastSkipped = name;
  }

  /** Letters of what is skipped: of runs, whether or not they were struck out; codes of fields are none. */
  function leave(text: string): void {
    if (!textElements.has(lastSkipped) && lastSkipped !== 'w:delText') return;
    letters += letterCount(text);
    const last = left.at(-1);
    const line = lines.length + 1;
    if (last?.rule === skippedRule && last.line === line) left[left.length - 1] = { ...last, text: last.text + text };
    else left.push({ text, rule: skippedRule, line });
  }

  function elsewhere(what: string): void {
    issues.push(importIssue('text/elsewhere', lines.length + 1, what));
  }

  function push(text: string, isMarkedHeading: boolean): void {
    for (const part of text.split('\n')) {
      if (part.trim() !== '') lines.push({ kind: 'text', number: lines.length + 1, text: part, isMarkedHeading });
    }
  }

  function add(text: string): void {
    taken += text.trim().length;
    letters += letterCount(text);
    const paragraph = paragraphs.at(-1);
    const table = tables.at(-1);
    if (paragraph) paragraph.text += text;
    // A formula may stand between paragraphs.
    else if (table && table.cell !== null) table.cell += text;
    else push(text, false);
  }

  /** Whether an element holds in another form what was read already. */
  function isAnotherForm(name: string): boolean {
    const around = alternatives.at(-1);
    if (!around || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return false;
    around.before = taken;
    return around.isTaken;
  }

  function open(token: Extract<XmlToken, { kind: 'open' }>): void {
    const { name, attribute } = token;
    const paragraph = paragraphs.at(-1);
    const character = characterElements.get(name);
    if (character !== undefined) add(character);
    else if (textElements.has(name)) isText = true;
    else if (name === 'w:p') paragraphs.push({ text: '', number: null, level: 0, style: null });
    else if (name === 'w:tbl') tables.push({ rows: [], cell: null });
    else if (name === 'w:tr') tables.at(-1)?.rows.push([]);
    else if (name === 'w:tc') {
      const table = tables.at(-1);
      if (table) table.cell = '';
    } else if (name === 'mc:AlternateContent') alternatives.push({ isTaken: false, before: taken });
    else if (paragraph && name === 'w:pStyle') paragraph.style = attribute('w:val') ?? '';
    else if (paragraph && name === 'w:numId') paragraph.number = attribute('w:val') ?? '';
    else if (paragraph && name === 'w:ilvl') paragraph.level = Number(attribute('w:val')) || 0;
    else if (name === 'w:sym') add(symbol(attribute('w:char')));
    else if (name === 'v:textpath') add(`\n${attribute('string') ?? ''}\n`);
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') wantedNotes.add(noteId(token));
    else if (documentElements.has(name)) elsewhere(name);
    else if (pictureElements.has(name)) {
      add(imagePlaceholder);
      issues.push(importIssue('text/image', lines.length + 1, ''));
    }
  }

  function close(name: string): void {
    if (textElements.has(name)) isText = false;
    else if (name === 'w:p') endParagraph();
    else if (name === 'w:tc') endCell();
    else if (name === 'w:tbl') endTable();
    else if (name === 'mc:AlternateContent') alternatives.pop();
    else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      const around = alternatives.at(-1);
      if (around) around.isTaken = taken > around.before;
    }
  }

  function endParagraph(): void {
    const done = paragraphs.pop();
    if (!done) return;
    const table = tables.at(-1);
    const outer = paragraphs.at(-1);
    const label = numbering.label(done.number, done.level, done.style);
    taken += label.length;
    letters += letterCount(label);
    const text = label + done.text;
    if (table?.cell !== null && table !== undefined)
      table.cell += (table.cell === '' ? '' : ' ') + text.replace(/\s+/g, ' ').trim();
    // A text box stands inside the paragraph that carries it.
    else if (outer) outer.text += text === '' ? '' : `\n${text}\n`;
    else push(text, /^(?:Heading|\d$|标题)/i.test(done.style ?? ''));
  }

  function endCell(): void {
    const table = tables.at(-1);
    if (!table) return;
    table.rows.at(-1)?.push(table.cell ?? '');
    table.cell = null;
  }

  function endTable(): void {
    const done = tables.pop();
    const rows = done?.rows.filter((row) => row.some((cell) => cell !== '')) ?? [];
    const outer = tables.at(-1);
    if (outer && outer.cell !== null) outer.cell += rows.flat().join(' ');
    else if (rows.length > 0 && Math.max(...rows.map((row) => row.length)) > 1)
      lines.push({ kind: 'table', number: lines.length + 1, rows });
    else for (const row of rows) push(row.join(' '), false);
  }
}
