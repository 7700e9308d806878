import { describe, expect, it } from 'vitest';
import { cmapText, PdfTables } from '../../../src/import/read/pdf/cmaps.ts';
import { readPdf } from '../../../src/import/read/pdf/pdf.ts';

const words = '霍山县2023年度法治政府建设情况报告：县政府依法行政，受理复议申请32件，“放管服”改革不断深化。';

/** Codes of GBK by letter, as the platform decodes them. */
const gbk = new Map<string, string>();
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++)
    gbk.set(new TextDecoder('gbk').decode(Uint8Array.of(lead, trail)), (lead * 256 + trail).toString(16));
const inGbk = (text: string): string =>
  [...text].map((letter) => gbk.get(letter) ?? letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
const inUnicode = (text: string): string =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');

/** A PDF of one line in a font that it does not hold, in an encoding that it only names. */
function namedFontPdf(encoding: string, shown: string): Uint8Array {
  const content = `BT /F1 10 Tf 1 0 0 1 40 700 Tm <${shown}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [6 0 R] /Count 1 >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 908 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -100 /CapHeight 700 /StemV 80 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 7 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

describe('letters of a font that a file only names', () => {
  it.each([
    ['GBK-EUC-H', inGbk],
    ['GBKp-EUC-H', inGbk],
    ['GB-EUC-H', inGbk],
    ['UniGB-UCS2-H', inUnicode],
  ] satisfies [string, (text: string) => string][])('%s is read letter for letter', async (encoding, shown) => {
    const { lines } = await readPdf(namedFontPdf(encoding, shown(words)));
    expect(lines.map((line) => (line.kind === 'text' ? line.text : ''))).toEqual([words]);
  });

  it('glyph numbers without letters are refused, never guessed', async () => {
    await expect(readPdf(namedFontPdf('Identity-H', inUnicode(words)))).rejects.toMatchObject({
      code: 'pdf/unreadable-letters',
    });
  });

  it('other tables are not held', async () => {
    expect(cmapText('UniJIS-UCS2-H')).toBeNull();
    await expect(new PdfTables().fetch({ kind: 'cMapUrl', filename: 'B5pc-H' })).rejects.toThrow('B5pc-H');
    await expect(new PdfTables().fetch({ kind: 'wasmUrl', filename: 'GBK-EUC-H' })).rejects.toThrow('not held');
    expect(cmapText('GBK-EUC-V')).toContain('/WMode 1');
  });
});
