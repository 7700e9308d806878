import type { FootnoteReference, ReportBlock } from '../archive/report-block.ts';
import { signatureBlocks } from '../archive/signature-blocks.ts';
import { type SavedReport, sourceLines } from './saved-report.ts';
import { wordNamespaces, xmlFile, xmlText } from './word-xml.ts';

/** A run of text in one look; line breaks become Word's own. */
function run(text: string, look = ''): string {
  if (text === '') return '';
  const pieces = text.split('\n').map((piece) => `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`);
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${pieces.join('<w:br/>')}</w:r>`;
}

/** A mark of Word's own that leads to a note below the page, by the note's number in the file. */
interface NoteMark {
  readonly offset: number;
  readonly id: number;
}

/** The raised number that Word gives to a note, where the note is marked and where it stands. */
const noteNumber = (content: string): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>${content}</w:r>`;

/** A block's text as runs: its run-in heading bold, its footnote marks raised, the editors' notes marked. */
function runs(
  text: string,
  references: readonly FootnoteReference[],
  runIn = 0,
  notes: readonly NoteMark[] = [],
): string {
  const cuts = new Set([0, runIn, text.length]);
  for (const { offset } of [...references, ...notes]) cuts.add(offset);
  const places = [...cuts].sort((a, b) => a - b);
  return places
    .map((from, at) => {
      const marks = references.filter(({ offset }) => offset === from);
      const raised = marks.map(({ label }) => run(label, '<w:vertAlign w:val="superscript"/>')).join('');
      const noted = notes.filter(({ offset }) => offset === from);
      const numbers = noted.map(({ id }) => noteNumber(`<w:footnoteReference w:id="${id}"/>`)).join('');
      return raised + numbers + run(text.slice(from, places[at + 1] ?? from), from < runIn ? '<w:b/>' : '');
    })
    .join('');
}

const paragraph = (style: string | null, content: string): string =>
  `<w:p>${style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;

const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

function table({ rows }: Extract<ReportBlock, { kind: 'table' }>): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const column = Math.floor(textWidth / width);
  const written = rows.map((row, at) => {
    const cells = Array.from({ length: width }, (_, index) => {
      const { text = '', references = [] } = row[index] ?? {};
      return `<w:tc><w:tcPr><w:tcW w:w="${column}" w:type="dxa"/></w:tcPr>${paragraph('TableText', runs(text, references, at === 0 ? text.length : 0))}</w:tc>`;
    });
    return `<w:tr>${at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;
  });
  const grid = `<w:gridCol w:w="${column}"/>`.repeat(width);
  // Word joins tables that touch.
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join('')}</w:tbl><w:p/>`;
}

function blockXml(block: ReportBlock, isSignature: boolean, notes: readonly NoteMark[]): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(
        `Heading${Math.min(5, Math.max(1, block.depth - 1))}`,
        runs(block.text, block.references, 0, notes),
      );
    case 'paragraph':
      return paragraph(isSignature ? 'Signature' : null, runs(block.text, block.references, block.runIn, notes));
    case 'footnote':
      return paragraph('NoteText', run(`${block.label} `) + runs(block.text, block.references));
    case 'table':
      return table(block);
  }
}

/** A4 with the margins of GB/T 9704-2012, 5.2: 37 mm above, 28 mm to the left, a text of 156 mm by 225 mm. */
const textWidth = 8844;
const page =
  '<w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>';

/** The part `word/document.xml`: title, text and source. Every letter of the report stands in it, and no other. */
export function wordDocument(report: SavedReport): string {
  const signature = new Set(signatureBlocks(report.blocks, report.authors));
  const notesOf = (at: number): NoteMark[] =>
    report.notes.flatMap(({ block, offset }, index) => (block === at ? [{ offset, id: index + 1 }] : []));
  const body = [
    paragraph('Title', run(report.title)),
    ...report.blocks.map((block, at) => blockXml(block, signature.has(at), notesOf(at))),
    ...sourceLines(report).map((text) => paragraph('Source', run(text))),
  ];
  return xmlFile(
    `<w:document ${wordNamespaces}><w:body>${body.join('')}<w:sectPr>${page}</w:sectPr></w:body></w:document>`,
  );
}

/** The part `word/footer1.xml`: the number of the page between dashes, as official documents bear it. */
export function wordFooter(): string {
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const number = `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}${run('1')}${field('end')}`;
  return xmlFile(
    `<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="Source"/><w:jc w:val="center"/></w:pPr>${run('— ')}${number}${run(' —')}</w:p></w:ftr>`,
  );
}

/** The part `word/footnotes.xml`: the lines that Word draws above notes, then the editors' notes on doubted places. */
export function wordNotes({ notes }: SavedReport): string {
  const rule = (type: string, id: number, line: string): string =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${line}/></w:r></w:p></w:footnote>`;
  const written = notes.map(
    ({ text }, index) =>
      `<w:footnote w:id="${index + 1}">${paragraph('NoteText', noteNumber('<w:footnoteRef/>') + run(` ${text}`))}</w:footnote>`,
  );
  const rules = rule('separator', -1, 'separator') + rule('continuationSeparator', 0, 'continuationSeparator');
  return xmlFile(`<w:footnotes ${wordNamespaces}>${rules}${written.join('')}</w:footnotes>`);
}
