import type { Issue } from '../../archive/issue.ts';
import { importIssue } from '../lines/issue.ts';
import type { ReadLine } from '../lines/reading.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { imagePlaceholder } from './html-lines.ts';
import { xmlAttribute, xmlTokens } from './xml-tokens.ts';

/** What Word wraps around text that is shown elsewhere or not at all. */
const skipped = new Set(['mc:Fallback', 'w:instrText', 'w:delText', 'w:del', 'w:moveFrom', 'w:comment']);

interface Paragraph {
  text: string;
  number: string | null;
  level: number;
  style: string | null;
}

/** Paragraphs and tables of a Word document's body in order; notes follow at the end, images leave a placeholder. */
export function docxLines(
  documentXml: string,
  footnotesXml: string,
  numbering: DocxNumbering,
  issues: Issue[],
): ReadLine[] {
  const lines: ReadLine[] = [];
  const push = (text: string, isMarkedHeading: boolean): void => {
    for (const part of text.split('\n')) {
      if (part.trim() !== '') lines.push({ kind: 'text', number: lines.length + 1, text: part, isMarkedHeading });
    }
  };
  const paragraphs: Paragraph[] = [];
  const tables: { rows: string[][]; cell: string | null }[] = [];
  let skipping = 0;
  let isText = false;
  for (const token of xmlTokens(documentXml)) {
    if (token.kind === 'text') {
      const open = paragraphs.at(-1);
      if (isText && skipping === 0 && open) open.text += token.text;
      continue;
    }
    if (skipped.has(token.name) && !(token.kind === 'open' && token.isEmpty)) {
      skipping += token.kind === 'open' ? 1 : -1;
      continue;
    }
    if (skipping > 0) continue;
    const open = paragraphs.at(-1);
    if (token.kind === 'close') {
      if (token.name === 'w:t') isText = false;
      else if (token.name === 'w:p') endParagraph();
      else if (token.name === 'w:tc') endCell();
      else if (token.name === 'w:tbl') endTable();
      continue;
    }
    const value = (): string => xmlAttribute(token.attributes, 'w:val') ?? '';
    if (token.name === 'w:p') {
      paragraphs.push({ text: '', number: null, level: 0, style: null });
      if (token.isEmpty) endParagraph();
    } else if (token.name === 'w:t') isText = !token.isEmpty;
    else if (token.name === 'w:tbl' && !token.isEmpty) tables.push({ rows: [], cell: null });
    else if (token.name === 'w:tr') tables.at(-1)?.rows.push([]);
    else if (token.name === 'w:tc' && !token.isEmpty) {
      const table = tables.at(-1);
      if (table) table.cell = '';
    } else if (open && token.name === 'w:tab') open.text += ' ';
    else if (open && (token.name === 'w:br' || token.name === 'w:cr')) open.text += '\n';
    else if (open && token.name === 'w:noBreakHyphen') open.text += '-';
    else if (open && token.name === 'w:pStyle') open.style = value();
    else if (open && token.name === 'w:numId') open.number = value();
    else if (open && token.name === 'w:ilvl') open.level = Number(value()) || 0;
    else if (open && token.name === 'w:sym') {
      open.text += String.fromCodePoint(
        Number.parseInt(xmlAttribute(token.attributes, 'w:char') ?? 'FFFD', 16) || 0xfffd,
      );
    } else if (open && (token.name === 'a:blip' || token.name === 'v:imagedata')) {
      open.text += imagePlaceholder;
      issues.push(importIssue('text/image', lines.length + 1, ''));
    }
  }
  while (paragraphs.length > 0) endParagraph();
  for (const text of noteTexts(footnotesXml)) push(text, false);
  return lines;

  function endParagraph(): void {
    const done = paragraphs.pop();
    if (!done) return;
    const table = tables.at(-1);
    const outer = paragraphs.at(-1);
    const text = numbering.label(done.number, done.level, done.style) + done.text;
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

/** The texts of footnotes, without Word's own separators. */
function noteTexts(footnotesXml: string): string[] {
  const notes: string[] = [];
  let text: string | null = null;
  let isText = false;
  for (const token of xmlTokens(footnotesXml)) {
    if (token.kind === 'text') {
      if (isText && text !== null) text += token.text;
    } else if (token.name === 'w:footnote') {
      if (token.kind === 'open') text = xmlAttribute(token.attributes, 'w:type') === null ? '' : null;
      else if (text !== null && text.trim() !== '') notes.push(text.trim());
    } else if (token.name === 'w:t') isText = token.kind === 'open' && !token.isEmpty;
  }
  return notes;
}
