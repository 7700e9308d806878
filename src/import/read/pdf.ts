import { getDocumentProxy } from 'unpdf';
import { ideographOfRadical } from '../../text/fold.ts';
import { letterCount } from '../lines/layout-space.ts';
import { type Reading, UnreadableInput } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { type PdfRun, pdfLines } from './pdf-lines.ts';

/** Pages that are read at most; the longest reports have some forty. */
const mostPages = 500;
/** Fewer characters a page than this, on the whole, and the file is a scan. */
const leastCharacters = 20;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const numberAt = (value: unknown, at: number): number =>
  Array.isArray(value) && typeof value[at] === 'number' ? value[at] : 0;

/** A text item of the PDF library as a run; null for its marks of structure. */
function pdfRun(item: unknown): PdfRun | null {
  if (!isRecord(item) || typeof item.str !== 'string' || item.str === '') return null;
  const size = Math.abs(numberAt(item.transform, 3)) || Math.abs(numberAt(item.transform, 0)) || 12;
  const width = typeof item.width === 'number' ? item.width : 0;
  return { text: item.str, x: numberAt(item.transform, 4), y: numberAt(item.transform, 5), width, size };
}

/**
 * What fonts' tables leave in place of characters that share a glyph with others becomes the characters, counted:
 * CJK radicals, and the horizontal bar, which Chinese never uses, for the dash.
 */
function withoutSharedGlyphs(text: string, tally: RuleTally): string {
  return text.replace(/[\u2e80-\u2fd5\u2015]/g, (character) => {
    if (character === '\u2015') {
      tally.add('character/horizontal-bar');
      return '—';
    }
    const ideograph = ideographOfRadical(character);
    if (ideograph === null) return character;
    tally.add('character/radical');
    return ideograph;
  });
}

async function openedPdf(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof getDocumentProxy>>> {
  try {
    // The library takes the buffer for itself.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      disableFontFace: true,
      verbosity: 0,
    });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') {
      throw new UnreadableInput('input/encrypted', 'PDF 已加密，要密码才能打开', '去掉密码、另存后再导入');
    }
    throw new UnreadableInput('input/pdf-broken', 'PDF 已损坏，无法打开', '重新采集；或另存为 .docx、.txt 后再导入');
  }
}

/** Reads the text of a PDF: lines joined into paragraphs, page numbers and running heads out. A scan is refused. */
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
    const tally = new RuleTally();
    const pages: PdfRun[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items.flatMap((item) => {
          const run = pdfRun(item);
          return run ? [{ ...run, text: withoutSharedGlyphs(run.text, tally) }] : [];
        }),
      );
      page.cleanup();
    }
    const characters = pages.flat().reduce((sum, { text }) => sum + text.trim().length, 0);
    if (characters < leastCharacters * pdf.numPages) {
      throw new UnreadableInput(
        'input/scan',
        `PDF 是扫描图像：${pdf.numPages} 页里只有 ${characters} 个字`,
        '先作文字识别（OCR）并校对，存为 .txt 或 .docx 后再导入',
      );
    }
    const letters = pages.flat().reduce((sum, { text }) => sum + letterCount(text), 0);
    return { format: 'pdf', letters, ...pdfLines(pages, tally), meta: [], issues: [], tally };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
