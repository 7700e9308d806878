import { strToU8, zipSync } from 'fflate';
import type { SavedReport } from './saved-report.ts';
import { wordDocument, wordFooter, wordNotes } from './word-document.ts';
import { wordFonts, wordStyles } from './word-styles.ts';
import { xmlFile, xmlText } from './word-xml.ts';

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

const contentTypes = xmlFile(
  `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/>` +
    `<Override PartName="/word/styles.xml" ContentType="${office}.styles+xml"/>` +
    `<Override PartName="/word/fontTable.xml" ContentType="${office}.fontTable+xml"/>` +
    `<Override PartName="/word/footnotes.xml" ContentType="${office}.footnotes+xml"/>` +
    `<Override PartName="/word/footer1.xml" ContentType="${office}.footer+xml"/>` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
);

const packageRelations = xmlFile(
  `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/>` +
    `<Relationship Id="rId2" Type="${packaging}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
);

const documentRelations = xmlFile(
  `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/>` +
    `<Relationship Id="rId2" Type="${relations}/footer" Target="footer1.xml"/>` +
    `<Relationship Id="rId3" Type="${relations}/fontTable" Target="fontTable.xml"/>` +
    `<Relationship Id="rId4" Type="${relations}/footnotes" Target="footnotes.xml"/></Relationships>`,
);

const properties = ({ title, authors, address }: SavedReport): string =>
  xmlFile(
    `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(authors.join('、'))}</dc:creator>` +
      `<dc:identifier>${xmlText(address)}</dc:identifier><dc:language>zh-CN</dc:language></cp:coreProperties>`,
  );

/** A report as a Word file (.docx): headings that Word knows as headings, set as official documents are. */
export function wordFile(report: SavedReport): Uint8Array<ArrayBuffer> {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': properties(report),
    'word/_rels/document.xml.rels': documentRelations,
    'word/document.xml': wordDocument(report),
    'word/fontTable.xml': wordFonts(),
    'word/footnotes.xml': wordNotes(report),
    'word/footer1.xml': wordFooter(),
    'word/styles.xml': wordStyles(),
  };
  // The day it was saved, not the moment: the same text saved twice on a day is the same file.
  const mtime = new Date(`${report.accessed}T12:00:00`);
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime });
}
