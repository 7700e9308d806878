import { strToU8, zipSync } from 'fflate';

/** The same lines as files of other formats, made from scratch so that tests need no foreign program. */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page of a usual system: chrome, the title, the lines as paragraphs. `charset` only says what it declares. */
export function madeHtml(lines: readonly string[], title: string | null, charset: string): string {
  const head =
    title === null ? '' : `<meta name="ArticleTitle" content="${escaped(title)}"><title>${escaped(title)}</title>`;
  const heading = title === null ? '' : `<h1>${escaped(title)}</h1>`;
  const body = lines
    .map((line) => `<p style="text-indent:2em">&nbsp;&nbsp;<span>${escaped(line)}</span></p>`)
    .join('\n');
  return `<!DOCTYPE html><html><head><meta charset="${charset}">${head}<script>var a = "<p>脚本</p>";</script></head>
<body><div class="top"><a href="/">首页</a> &gt; <a href="/x/">政务公开</a></div>
<div class="main">${heading}<div class="TRS_Editor">${body}</div></div>
<div class="foot">版权所有</div></body></html>`;
}

/** The namespace of Word's text. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file with one paragraph a line. */
export function madeDocx(lines: readonly string[]): Uint8Array {
  const paragraphs = lines.map(
    (line) =>
      `<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
  );
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${wordNamespace}"><w:body>${paragraphs.join('')}</w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) });
}

const perLine = 28;
const linesPerPage = 22;
const size = 16;
const leftMargin = 80;

interface PlacedLine {
  readonly text: string;
  readonly indent: number;
}

/** Breaks paragraphs into printed lines of 28 letters, the first indented by two. */
function brokenLines(lines: readonly string[]): PlacedLine[] {
  return lines.flatMap((line) => {
    const letters = [...line];
    const placed: PlacedLine[] = [{ text: letters.slice(0, perLine - 2).join(''), indent: 2 }];
    for (let at = perLine - 2; at < letters.length; at += perLine)
      placed.push({ text: letters.slice(at, at + perLine).join(''), indent: 0 });
    return placed;
  });
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** Letters on a page from its lower left corner, in points; `before` is set in front of them, as PDF writes it. */
export interface DrawnLetters {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly before?: string;
  /** Six numbers of a matrix in place of the upright one. */
  readonly matrix?: string;
}

/** A PDF of paragraphs, broken into lines; page numbers stand at the foot of each page. */
export function madePdf(lines: readonly string[]): Uint8Array {
  const placed = brokenLines(lines);
  const pages: DrawnLetters[][] = [];
  for (let at = 0; at < placed.length; at += linesPerPage) {
    const page = placed.slice(at, at + linesPerPage);
    const drawn = page.map(({ text, indent }, row) => ({ text, x: leftMargin + indent * size, y: 760 - row * 30 }));
    pages.push([...drawn, { text: `— ${pages.length + 1} —`, x: 290, y: 40 }]);
  }
  return drawnPdf(pages);
}

/**
 * A PDF with letters at given places, in a font that carries only its table of characters. `drawings` are lines and
 * shapes as PDF writes them, drawn first on every page.
 */
export function drawnPdf(drawnPages: readonly (readonly DrawnLetters[])[], drawings = ''): Uint8Array {
  const letters = [
    ...new Set([
      ...drawnPages
        .flat()
        .map(({ text }) => text)
        .join(''),
      ...'—0123456789 ',
    ]),
  ];
  const glyph = new Map(letters.map((letter, index) => [letter, index + 1]));
  const shown = (text: string): string => `<${[...text].map((letter) => hex(glyph.get(letter) ?? 0)).join('')}> Tj`;
  const pages = drawnPages.map((page) => {
    const drawn = page.map(
      ({ text, x, y, size: own = size, before = '', matrix = '1 0 0 1' }) =>
        `${before} /F1 ${own} Tf ${matrix} ${x} ${y} Tm ${shown(text)}`,
    );
    return `${drawings}\nBT ${drawn.join('\n')} ET`;
  });
  const utf16 = (letter: string): string =>
    [...Array(letter.length).keys()].map((at) => hex(letter.charCodeAt(at))).join('');
  const groups: string[] = [];
  for (let at = 0; at < letters.length; at += 100) {
    const group = letters.slice(at, at + 100);
    groups.push(
      `${group.length} beginbfchar\n${group.map((letter) => `<${hex(glyph.get(letter) ?? 0)}> <${utf16(letter)}>`).join('\n')}\nendbfchar`,
    );
  }
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${groups.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const first = 6;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -100 /CapHeight 700 /StemV 80 >> >>',
    stream(map),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      stream(page),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(file);
}
