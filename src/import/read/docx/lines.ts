import type { Issue } from '../../../archive/issue.ts';
import type { FootnoteReference } from '../../../archive/report-block.ts';
import { imagePlaceholder } from '../../lines/image-placeholder.ts';
import { importIssue } from '../../lines/issue.ts';
import type { ImportIssueCode } from '../../lines/issue-kinds.ts';
import { letterCount } from '../../lines/layout-space.ts';
import { type LeftPiece, type Reading, type ReadLine, UnreadableInput } from '../../lines/reading.ts';
import type { RuleTally } from '../../lines/rule-tally.ts';
import { type Block, brokenLines, type Cell, flattened, joined, tableBlocks, type Words } from './blocks.ts';
import { DocxFields } from './fields.ts';
import { numberText } from './number-formats.ts';
import type { DocxNumbering } from './numbering.ts';
import { DocxRevisions } from './revisions.ts';
import { type DocxStyles, isOn } from './styles.ts';
import { isPrivateCode, isSymbolFont, symbolFontCharacter } from './symbol-fonts.ts';
import { type XmlPart, type XmlToken, xmlTokens } from './xml-tokens.ts';

type OpenTag = Extract<XmlToken, { kind: 'open' }>;

/** What tracked changes took away. */
const struckOut = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText']);
/** What is not shown: how it looked before, where tabs stop. */
const unshown = new Set([
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
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
]);

/** Pictures, charts and diagrams; their letters stand in other parts, or in none. */
const pictureElements = new Set(['a:blip', 'v:imagedata', 'c:chart', 'cx:chart', 'dgm:relIds']);

/** Whole documents that stand in other parts. */
const documentElements = new Set(['w:altChunk', 'w:subDoc']);

/** What holds how a paragraph, a row or a run looks. */
const propertyElements = new Set(['w:pPr', 'w:trPr', 'w:tcPr', 'w:rPr']);

/** What blocks stand in: the text itself, a cell, or a paragraph, which text boxes follow. */
interface Container {
  readonly blocks: Block[];
  /** A paragraph whose end was taken away: the next goes on with it. */
  pending: { readonly words: Words; readonly after: readonly Block[] } | null;
}

interface Story extends Container {
  readonly kind: 'story';
}

interface Paragraph extends Container {
  readonly kind: 'paragraph';
  readonly element: string;
  text: string;
  readonly references: FootnoteReference[];
  number: string | null;
  level: number | null;
  style: string | null;
  /** What became of its end: taken away by a change, or hidden, so that the next paragraph goes on with it. */
  end: 'kept' | 'struck' | 'hidden';
}

interface Table {
  readonly kind: 'table';
  readonly rows: Cell[][];
  isRowStruck: boolean;
}

interface OpenCell extends Container {
  readonly kind: 'cell';
  span: number;
  /** The cell goes on with the one above or before it; what stands in it is not shown. */
  isContinued: boolean;
}

type Frame = Story | Paragraph | Table | OpenCell;

interface Run {
  isHidden: boolean | null;
  font: string | null;
  /** What follows in it is the mark of a note, as it was typed. */
  isMark: boolean;
}

/** The parts of a Word file that hold the report's text: the body, then footnotes and endnotes. */
interface DocxTexts {
  readonly body: XmlPart;
  readonly notes: readonly XmlPart[];
}

/** The character of a `w:sym` by its number in hexadecimal. */
function codePoint(code: string | null): number {
  const point = Number.parseInt(code ?? '', 16);
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? point : 0xfffd;
}

const newContainer = (): Container => ({ blocks: [], pending: null });

/**
 * Paragraphs and tables of a Word document's body in order, then its notes, to which the text's marks point. Changes
 * that were tracked count as taken; numbers that Word counts itself are written out, each with a count in `tally`; text
 * boxes follow their paragraph; pictures leave a placeholder. What is not shown is left out by rule, what cannot be read
 * becomes an issue. Throws `UnreadableInput` where a part is not well-formed or no Word text.
 */
export function docxLines(
  { body, notes }: DocxTexts,
  { numbering, styles }: { readonly numbering: DocxNumbering; readonly styles: DocxStyles },
  { issues, tally }: { readonly issues: Issue[]; readonly tally: RuleTally },
): Pick<Reading, 'letters' | 'lines' | 'left'> {
  const lines: ReadLine[] = [];
  const left: LeftPiece[] = [];
  let letters = 0;
  let frames: Frame[] = [];
  let isBody = true;
  const runs: Run[] = [];
  let fields = new DocxFields();
  const revisions = new DocxRevisions();
  const rubies: string[] = [];
  /** The outermost element around that holds how something looks. */
  let properties: string | null = null;
  /** What is being skipped: by which rule, how deep, what of it, and the element that was opened last in it. */
  let skipped: { readonly rule: string; readonly name: string; depth: number; text: string; last: string } | null =
    null;
  /** The same content in several forms, of which the first with something to read counts. */
  const alternatives: { isTaken: boolean; before: number }[] = [];
  let taken = 0;
  let text: string | null = null;
  let isCode = false;
  /** Labels of the notes that marks point to, by what the notes are called. */
  const labels = new Map<string, string>();
  const found = new Map<string, Words>();
  let noteNow: string | null = null;

  readStory(body, ['w:document']);
  isBody = false;
  for (const part of notes) readStory(part, ['w:footnotes', 'w:endnotes']);
  endNotes();
  issues.push(...revisions.issues());
  const hidden = left.filter(({ rule }) => rule === 'docx/hidden');
  say(
    'text/hidden',
    hidden.map((piece) => piece.text),
  );
  say('text/ruby', rubies);
  return { letters, lines, left };

  /** One issue for all pieces of a kind; none where there are none. */
  function say(code: ImportIssueCode, pieces: readonly string[]): void {
    if (pieces.length > 0)
      issues.push(
        importIssue(code, null, `${pieces.length} 处：${pieces.map((piece) => `“${piece.trim()}”`).join('')}`),
      );
  }

  /** Reads one part, whose root is one of `roots`, to its end. */
  function readStory(part: XmlPart, roots: readonly string[]): void {
    let isFirst = true;
    fields = new DocxFields();
    frames = [{ kind: 'story', ...newContainer() }];
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
      if (skipped !== null) skipOn(token, skipped);
      else if (token.kind === 'text') {
        if (text !== null) text += token.text;
        else if (isCode) fields.code(token.text);
      } else if (token.kind === 'close') close(token.name);
      else open(token);
    }
    endPending(container());
    const { unended } = fields;
    if (unended !== null) doubt('text/field', `域没有结束：${unended.trim()}`);
  }

  function doubt(code: ImportIssueCode, what: string): void {
    issues.push(importIssue(code, lines.length + 1, what));
  }

  // What is not shown.

  function skip(rule: string, name: string): void {
    skipped = { rule, name, depth: 1, text: '', last: name };
  }

  function skipOn(token: XmlToken, now: NonNullable<typeof skipped>): void {
    // Letters of runs, whether or not they were struck out; codes of fields are none.
    if (token.kind === 'text') {
      if (textElements.has(now.last) || now.last === 'w:delText') now.text += token.text;
      return;
    }
    now.depth += token.kind === 'open' ? 1 : -1;
    now.last = token.kind === 'open' ? token.name : '';
    if (now.depth > 0) return;
    skipped = null;
    leave(now.text, now.rule);
    if (now.rule === 'docx/ruby' && letterCount(now.text) > 0) rubies.push(now.text);
    if (now.rule === 'docx/struck-out') revisions.strike(now.name, now.text, lines.length + 1);
  }

  /** Keeps a piece out of all lines. */
  function leave(piece: string, rule: string): void {
    const count = letterCount(piece);
    if (count === 0) return;
    letters += count;
    const last = left.at(-1);
    const line = lines.length + 1;
    if (last?.rule === rule && last.line === line) left[left.length - 1] = { ...last, text: last.text + piece };
    else left.push({ text: piece, rule, line });
  }

  /** By which rule what is read now is not shown; null where it is. */
  function hidingRule(): string | null {
    if (fields.isInCode) return 'docx/field-code';
    for (const frame of frames) {
      if (frame.kind === 'table' && frame.isRowStruck) return 'docx/struck-out';
      if (frame.kind === 'cell' && frame.isContinued) return 'docx/merged-cell';
    }
    const run = runs.at(-1);
    if (run?.isMark) return 'note/mark';
    const paragraph = frames.at(-1);
    const isHidden = run?.isHidden ?? (paragraph?.kind === 'paragraph' && styles.facts(paragraph.style).isHidden);
    return isHidden ? 'docx/hidden' : null;
  }

  // What is shown.

  function container(): Container {
    return frames.findLast((frame) => frame.kind !== 'table') ?? newContainer();
  }

  function show(piece: string): void {
    taken += piece.trim().length;
    const rule = hidingRule();
    if (rule !== null) {
      leave(piece, rule);
      return;
    }
    letters += letterCount(piece);
    revisions.insert(piece, lines.length + 1);
    const top = frames.at(-1);
    if (top?.kind === 'paragraph') top.text += piece;
    else put(container(), { kind: 'text', text: piece, references: [], isMarkedHeading: false });
  }

  /** Puts a block where it stands; in the text itself it has its number at once. */
  function put(where: Container, block: Block): void {
    if (!isBody || where !== frames[0]) {
      where.blocks.push(block);
      return;
    }
    if (block.kind === 'table') {
      const marks = block.references.length === 0 ? {} : { references: block.references };
      lines.push({ kind: 'table', number: lines.length + 1, rows: block.rows, ...marks });
      return;
    }
    const { isMarkedHeading } = block;
    for (const { text: line, references } of brokenLines(block)) {
      const marks = references.length === 0 ? {} : { references };
      lines.push({ kind: 'text', number: lines.length + 1, text: line, isMarkedHeading, ...marks });
    }
  }

  /** The signs of a text as its font shows them. */
  function inFont(words: string, font: string | null): string {
    const isSymbols = font !== null && isSymbolFont(font);
    if (!isSymbols && !/[\ue000-\uf8ff]/.test(words)) return words;
    return [...words].map((sign) => symbol(sign.codePointAt(0) ?? 0, font)).join('');
  }

  function symbol(point: number, font: string | null): string {
    const sign = String.fromCodePoint(point);
    if (sign.trim() === '') return sign;
    const shown = font === null ? null : symbolFontCharacter(font, point);
    if (shown !== null && shown !== sign) tally.add('docx/symbol');
    else if (shown === null && isPrivateCode(point))
      doubt('character/symbol-font', `${font ?? '未指明字体'} ${point.toString(16).toUpperCase()}`);
    return shown ?? sign;
  }

  function showDrawn(field: ReturnType<DocxFields['end']>): void {
    if (field === null || hidingRule() !== null) return;
    if (field.ruby !== '') rubies.push(field.ruby);
    if (field.text === null) doubt('text/field', field.code.trim());
    else {
      tally.add('docx/field-drawn');
      show(field.text);
    }
  }

  // Notes.

  function noteName({ name, attribute }: OpenTag): string {
    return `${name.startsWith('w:foot') ? '脚注' : '尾注'} ${attribute('w:id') ?? ''}`;
  }

  function refer(token: OpenTag): void {
    const top = frames.at(-1);
    if (top?.kind !== 'paragraph' || hidingRule() !== null) return;
    const name = noteName(token);
    const isFootnote = name.startsWith('脚注');
    const count = [...labels.keys()].filter((one) => one.startsWith('脚注') === isFootnote).length + 1;
    const label = labels.get(name) ?? numberText(count, isFootnote ? 'decimal' : 'lowerRoman') ?? String(count);
    labels.set(name, label);
    top.references.push({ offset: top.text.length, label });
    const custom = token.attribute('w:customMarkFollows');
    const run = runs.at(-1);
    if (run && custom !== null && isOn(custom)) run.isMark = true;
  }

  /** Notes in the order of their marks; what no mark points to is not shown. */
  function endNotes(): void {
    for (const [name, label] of labels) {
      const note = found.get(name);
      if (note === undefined) doubt('text/elsewhere', name);
      else if (note.text !== '') {
        const marks = note.references.length === 0 ? {} : { references: note.references };
        lines.push({ kind: 'text', number: lines.length + 1, text: note.text, footnote: { label }, ...marks });
      }
    }
    for (const [name, { text: words }] of found)
      if (!labels.has(name) && words !== '') left.push({ text: words, rule: 'docx/unmarked-note', line: lines.length });
  }

  // Elements.

  /** Whether an element holds in another form what was read already. */
  function isAnotherForm(name: string): boolean {
    const around = alternatives.at(-1);
    if (!around || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return false;
    around.before = taken;
    return around.isTaken;
  }

  function open(token: OpenTag): void {
    const { name, attribute } = token;
    if (properties !== null) openProperty(token);
    else if (propertyElements.has(name)) properties = name;
    else if (unshown.has(name)) skip('docx/struck-out', name);
    else if (struckOut.has(name)) skip('docx/struck-out', name);
    else if (name === 'w:rt') skip('docx/ruby', name);
    else if (isAnotherForm(name)) skip('docx/other-form', name);
    else if (name === 'w:ins' || name === 'w:moveTo') revisions.begin(name);
    else if (textElements.has(name)) text = '';
    else if (name === 'w:instrText') isCode = true;
    else if (name === 'w:r' || name === 'm:r') runs.push({ isHidden: null, font: null, isMark: false });
    else if (name === 'w:p' || name === 'a:p') openParagraph(name);
    else if (name === 'm:oMath' && frames.at(-1)?.kind !== 'paragraph') openParagraph(name);
    else if (name === 'w:tbl') frames.push({ kind: 'table', rows: [], isRowStruck: false });
    else if (name === 'w:tr') openRow();
    else if (name === 'w:tc') frames.push({ kind: 'cell', ...newContainer(), span: 1, isContinued: false });
    else if (name === 'mc:AlternateContent') alternatives.push({ isTaken: false, before: taken });
    else if (name === 'w:fldChar') fieldMark(attribute('w:fldCharType'));
    else if (name === 'w:checked' || name === 'w:default') fields.tick(isOn(attribute('w:val')));
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') refer(token);
    else if (name === 'w:footnote' || name === 'w:endnote') openNote(token);
    else openShown(token);
  }

  /** What shows a sign or a picture by itself. */
  function openShown({ name, attribute }: OpenTag): void {
    const character = characterElements.get(name);
    if (character !== undefined) show(character);
    else if (name === 'w:sym') show(symbol(codePoint(attribute('w:char')), attribute('w:font')));
    else if (name === 'v:textpath') {
      // Letters drawn as a picture stand beside their paragraph like a text box.
      openParagraph(name);
      show(attribute('string') ?? '');
      endParagraph();
    } else if (documentElements.has(name)) doubt('text/elsewhere', name);
    else if (pictureElements.has(name) && hidingRule() === null) {
      show(imagePlaceholder);
      doubt('text/image', '');
    }
  }

  function openProperty({ name, attribute }: OpenTag): void {
    if (unshown.has(name)) {
      skip('docx/struck-out', name);
      return;
    }
    const top = frames.at(-1);
    const isSwitchedOn = (): boolean => isOn(attribute('w:val'));
    const count = (): number => Number(attribute('w:val')) || 1;
    if (properties === 'w:pPr' && top?.kind === 'paragraph') {
      if (name === 'w:pStyle') top.style = attribute('w:val');
      else if (name === 'w:numId') top.number = attribute('w:val');
      else if (name === 'w:ilvl') top.level = Number(attribute('w:val')) || 0;
      else if (name === 'w:del' || name === 'w:moveFrom') top.end = 'struck';
      else if ((name === 'w:vanish' || name === 'w:specVanish') && top.end === 'kept' && isSwitchedOn())
        top.end = 'hidden';
    } else if (properties === 'w:rPr') {
      const run = runs.at(-1);
      if (!run) return;
      if (name === 'w:vanish') run.isHidden = isSwitchedOn();
      else if (name === 'w:rStyle' && styles.facts(attribute('w:val')).isHidden) run.isHidden ??= true;
      else if (name === 'w:rFonts') run.font = attribute('w:ascii') ?? attribute('w:hAnsi');
    } else if (properties === 'w:tcPr' && top?.kind === 'cell') {
      if (name === 'w:gridSpan') top.span = count();
      else if (name === 'w:vMerge' || name === 'w:hMerge') top.isContinued = attribute('w:val') !== 'restart';
    } else if (properties === 'w:trPr' && top?.kind === 'table') {
      if (name === 'w:del') top.isRowStruck = true;
      else if (name === 'w:gridBefore') top.rows.at(-1)?.push({ blocks: [], span: count() });
    }
  }

  function openParagraph(element: string): void {
    frames.push({
      ...{ kind: 'paragraph', ...newContainer(), element, text: '', references: [] },
      ...{ number: null, level: null, style: null, end: 'kept' },
    });
  }

  function openRow(): void {
    const table = frames.at(-1);
    if (table?.kind !== 'table') return;
    table.rows.push([]);
    table.isRowStruck = false;
  }

  function openNote(token: OpenTag): void {
    // Word's own lines between text and notes are kept as notes of other types.
    if (!/^(?:normal)?$/.test(token.attribute('w:type') ?? '')) skip('docx/separator', token.name);
    else {
      frames = [{ kind: 'story', ...newContainer() }];
      noteNow = noteName(token);
    }
  }

  function fieldMark(kind: string | null): void {
    if (kind === 'begin') fields.begin();
    else if (kind === 'separate') fields.separate();
    else if (kind === 'end') showDrawn(fields.end());
  }

  function close(name: string): void {
    if (properties !== null) {
      if (name === properties) properties = null;
      return;
    }
    const top = frames.at(-1);
    if (textElements.has(name)) {
      // A line break in the file is none on the page.
      const words = (text ?? '').replace(/[\t\r\n]+/g, ' ');
      text = null;
      show(inFont(words, runs.at(-1)?.font ?? null));
    } else if (name === 'w:instrText') isCode = false;
    else if (name === 'w:r' || name === 'm:r') runs.pop();
    else if (name === 'w:ins' || name === 'w:moveTo') revisions.end();
    else if (top?.kind === 'paragraph' && top.element === name) endParagraph();
    else if (name === 'w:tc') endCell();
    else if (name === 'w:tbl') endTable();
    else if (name === 'mc:AlternateContent') alternatives.pop();
    else if (name === 'mc:Choice' || name === 'mc:Fallback') {
      const around = alternatives.at(-1);
      if (around) around.isTaken = taken > around.before;
    } else if (name === 'w:footnote' || name === 'w:endnote') endNote();
  }

  function endParagraph(): void {
    const done = frames.pop();
    if (done?.kind !== 'paragraph') return;
    endPending(done);
    const host = container();
    const before = host.pending;
    host.pending = null;
    const label = { text: listLabel(done), references: [] };
    const words = joined(before?.words ?? { text: '', references: [] }, done);
    const whole = label.text === '' ? words : joined(label, words);
    const after = [...(before?.after ?? []), ...done.blocks];
    if (done.end !== 'kept') {
      host.pending = { words: whole, after };
      if (done.end === 'struck') revisions.join(lines.length + 1);
      return;
    }
    revisions.part();
    const { isHeading } = styles.facts(done.style);
    put(host, { kind: 'text', ...whole, isMarkedHeading: isHeading });
    for (const block of after) put(host, block);
  }

  /** The number or sign that a list sets before a paragraph, counted; empty where none shows. */
  function listLabel({ element, number, level, style, end, text: own }: Paragraph): string {
    const isGone = end === 'struck' || (end === 'hidden' && own.trim() === '');
    if (element !== 'w:p' || isGone || hidingRule() === 'docx/merged-cell') return '';
    const label = numbering.label({ number, level, style });
    if (label === null || hidingRule() !== null) return '';
    tally.add(label.kind === 'number' ? 'docx/number' : 'docx/bullet');
    if (label.unknown === 'format') doubt('text/number-format', `${label.format} ${label.text}`);
    if (label.unknown === 'sign') doubt('character/symbol-font', `项目符号 ${label.text}`);
    taken += label.text.length;
    letters += letterCount(label.text);
    return label.text;
  }

  /** A paragraph that nothing goes on with stands by itself. */
  function endPending(where: Container): void {
    const { pending } = where;
    where.pending = null;
    if (pending === null) return;
    put(where, { kind: 'text', ...pending.words, isMarkedHeading: false });
    for (const block of pending.after) put(where, block);
  }

  function endCell(): void {
    const cell = frames.pop();
    const table = frames.at(-1);
    if (cell?.kind !== 'cell' || table?.kind !== 'table') return;
    endPending(cell);
    table.rows.at(-1)?.push({ blocks: cell.blocks, span: cell.span });
  }

  function endTable(): void {
    const table = frames.pop();
    if (table?.kind !== 'table') return;
    const host = container();
    endPending(host);
    for (const block of tableBlocks(table.rows)) put(host, block);
  }

  function endNote(): void {
    const story = container();
    endPending(story);
    if (noteNow !== null) found.set(noteNow, flattened(story.blocks));
    noteNow = null;
    frames = [{ kind: 'story', ...newContainer() }];
  }
}
