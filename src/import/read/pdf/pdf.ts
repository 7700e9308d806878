import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { letterCount } from '../../lines/layout-space.ts';
import { type Reading, UnreadableInput } from '../../lines/reading.ts';
import { RuleTally } from '../../lines/rule-tally.ts';
import { actualTexts } from './actual-text.ts';
import { PdfTables } from './cmaps.ts';
import { trueLetters } from './letters.ts';
import { pdfLines } from './lines.ts';
import { type PdfFont, type PdfPage, pdfPage } from './page.ts';

/** Pages that are read at most; the longest reports have some forty. */
const mostPages = 500;
/** Fewer characters a page than this, on the whole, and the file is a scan. */
const leastCharacters = 20;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The drawings of a font's glyphs where the file has them as small programs, by name. */
const glyphPrograms = /\/CharProcs\s*<<((?:\s*\/[^\s/<>[\]()]+\s+\d+\s+\d+\s+R)+)\s*>>/g;

/** A copy of a file without the programs that draw glyphs: only letters are wanted, and to unpack each costs most. */
function withoutDrawings(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  for (const { 0: whole, 1: programs = '', index } of file.matchAll(glyphPrograms)) {
    const from = index + whole.indexOf(programs, whole.indexOf('<<'));
    copy.fill(0x20, from, from + programs.length);
  }
  return copy;
}

async function openedPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The library takes the buffer for itself. Images are not unpacked: one pixel is the most they may have.
    return await getDocumentProxy(withoutDrawings(bytes), {
      disableFontFace: true,
      fontExtraProperties: true,
      maxImageSize: 1,
      verbosity: 0,
      cMapPacked: false,
      useWorkerFetch: false,
      BinaryDataFactory: PdfTables,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') {
      throw new UnreadableInput('input/encrypted', 'PDF 已加密，要密码才能打开', '去掉密码、另存后再导入');
    }
    throw new UnreadableInput('input/pdf-broken', 'PDF 已损坏，无法打开', '重新采集；或另存为 .docx、.txt 后再导入');
  }
}

/** A font of the PDF library; null where it could not be read. */
function pdfFont(font: unknown): PdfFont | null {
  if (!isRecord(font)) return null;
  const { name, vertical, fontMatrix, toUnicode } = font;
  // A table of the file's own, or one made of its encoding; without either the library takes codes for letters.
  const table = isRecord(toUnicode) ? toUnicode._map : null;
  const unit: unknown = Array.isArray(fontMatrix) ? fontMatrix[0] : null;
  return {
    name: typeof name === 'string' ? name.replace(/^[A-Z]{6}\+/, '') : '',
    unit: typeof unit === 'number' && unit !== 0 ? Math.abs(unit) : 0.001,
    isVertical: vertical === true,
    names: (code) => {
      const letter: unknown = isRecord(table) ? table[code] : undefined;
      return (typeof letter === 'string' && letter !== '') || typeof letter === 'number';
    },
  };
}

async function readPage(pdf: Pdf, number: number, operators: Readonly<Record<string, number>>): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  try {
    // Annotations and forms lie on top of the text and are none of it.
    const list = await page.getOperatorList({ annotationMode: 0 });
    const fonts = new Map<string, PdfFont | null>();
    const font = (name: string): PdfFont | null => {
      if (!fonts.has(name)) fonts.set(name, page.commonObjs.has(name) ? pdfFont(page.commonObjs.get(name)) : null);
      return fonts.get(name) ?? null;
    };
    return pdfPage(list, operators, font, page.getViewport({ scale: 1 }));
  } finally {
    page.cleanup();
  }
}

const scan = (message: string): UnreadableInput =>
  new UnreadableInput('input/scan', message, '先作文字识别（OCR）并校对，存为 .txt 或 .docx 后再导入');

/**
 * Reads the text of a PDF as its pages show it: letters as they were written, lines joined into paragraphs, what is
 * none of the text left out by its rule. A scan, and a file that does not say which letters its glyphs are, is refused.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdf = await openedPdf(bytes);
  try {
    if (pdf.numPages > mostPages) {
      throw new UnreadableInput(
        'input/too-large',
        `PDF 有 ${pdf.numPages} 页，超过 ${mostPages} 页`,
        '这不像一份报告；拆出其中的报告再导入',
      );
    }
    const { OPS } = await getResolvedPDFJS();
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number, OPS));
    const lost = pages.reduce((sum, page) => sum + page.lost, 0);
    if (lost > 0)
      throw new UnreadableInput(
        'pdf/unreadable-letters',
        `PDF 有 ${lost} 段文字用的字体没有写明字形是什么字，读不出`,
        '用原来的 Word 文件，或从 PDF 作文字识别（OCR）并校对，存为 .txt 或 .docx 后再导入',
      );
    const glyphs = pages.flatMap((page) => page.glyphs);
    const characters = glyphs.reduce((sum, { text }) => sum + text.trim().length, 0);
    if (characters < leastCharacters * pdf.numPages)
      throw scan(`PDF 是扫描图像：${pdf.numPages} 页里只有 ${characters} 个字`);
    const seen = glyphs.reduce((sum, { text, hidden }) => sum + (hidden === null ? text.trim().length : 0), 0);
    if (seen < leastCharacters * pdf.numPages)
      throw scan(`PDF 是扫描图像，附有看不见的识别文字：${pdf.numPages} 页里看得见的只有 ${seen} 个字`);
    const tally = new RuleTally();
    const actual = pages.some(({ hasSpans }) => hasSpans) ? actualTexts(bytes) : null;
    const doubts = trueLetters(pages, actual, tally);
    const letters = glyphs.reduce((sum, { text }) => sum + letterCount(text), 0);
    const { lines, left, issues } = pdfLines(pages, tally);
    return { format: 'pdf', letters, lines, left, meta: [], issues: [...doubts, ...issues], tally };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
