/**
 * Tables of letters that a PDF names but does not hold, for the encodings of the mainland that old programs used
 * (GBK-EUC-H and its kin). The PDF library asks for two of each: from codes to glyph numbers, and from those to letters.
 * Letters of two bytes get their GBK code as their number, which no glyph of Adobe-GB1 has; figures and Latin letters
 * their own, by which files tell their widths. So no letter is ever taken for another; any other table is refused.
 */

const lettersOf = 'Adobe-GB1-UCS2';
const codesOf = /^(GB|GBK|GBKp|GBK2K|GBpc)-(?:EUC-)?([HV])$/;
const unicodeOf = /^UniGB-(?:UCS2|UTF16)-([HV])$/;

/** Glyph numbers of U+0020 in Adobe-GB1: of letters as wide as they are, and of those half as wide as a Chinese one. */
const proportional = 1;
const halfWide = 814;
const [firstPlain, lastPlain] = [0x20, 0x7e];

const hex = (value: number, digits: number): string => `<${value.toString(16).padStart(digits, '0')}>`;

/** Lines of a table in blocks of a hundred, as the format has them. */
function blocks(kind: 'cidrange' | 'cidchar' | 'bfchar', lines: readonly string[]): string {
  const made: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const own = lines.slice(at, at + 100);
    made.push(`${own.length} begin${kind}\n${own.join('\n')}\nend${kind}`);
  }
  return made.join('\n');
}

const whole = (name: string, isVertical: boolean, space: readonly string[], body: string): string =>
  `begincmap\n/CMapName /${name} def\n/WMode ${isVertical ? 1 : 0} def\n${space.length} begincodespacerange\n${space.join('\n')}\nendcodespacerange\n${body}\nendcmap`;

/** Letters of GBK by their codes of two bytes; letters for private use are none. */
function gbkLetters(): [code: number, letter: string][] {
  const decoder = new TextDecoder('gbk');
  const found: [number, string][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && letter.length === 1 && !/[\ufffd\p{Co}]/u.test(letter))
        found.push([lead * 256 + trail, letter]);
    }
  return found;
}

function codeTable(name: string, form: string, isVertical: boolean): string {
  const plain = form === 'GBKp' || form === 'GBpc' ? proportional : halfWide;
  const pairs = Array.from({ length: 0xfe - 0x81 + 1 }, (_, at) => {
    const lead = (0x81 + at) * 256;
    return `${hex(lead + 0x40, 4)} ${hex(lead + 0xfe, 4)} ${lead + 0x40}`;
  });
  const ranges = [`${hex(firstPlain, 2)} ${hex(lastPlain, 2)} ${plain}`, ...pairs];
  return whole(name, isVertical, ['<00> <80>', '<8140> <fefe>'], blocks('cidrange', ranges));
}

function unicodeTable(name: string, isVertical: boolean): string {
  const plain = `${hex(firstPlain, 4)} ${hex(lastPlain, 4)} ${proportional}`;
  const letters = gbkLetters().map(([code, letter]) => `${hex(letter.charCodeAt(0), 4)} ${code}`);
  return whole(name, isVertical, ['<0000> <ffff>'], `${blocks('cidrange', [plain])}\n${blocks('cidchar', letters)}`);
}

function letterTable(): string {
  const plain = [proportional, halfWide].flatMap((first) =>
    Array.from({ length: lastPlain - firstPlain + 1 }, (_, at) => `${hex(first + at, 4)} ${hex(firstPlain + at, 4)}`),
  );
  const letters = gbkLetters().map(([code, letter]) => `${hex(code, 4)} ${hex(letter.charCodeAt(0), 4)}`);
  return whole(lettersOf, false, ['<0000> <ffff>'], blocks('bfchar', [...plain, ...letters]));
}

/** A table by its name, as the text of a CMap file; null for one that is not known. */
export function cmapText(name: string): string | null {
  if (name === lettersOf) return letterTable();
  const [, form, direction] = codesOf.exec(name) ?? [];
  if (form !== undefined) return codeTable(name, form, direction === 'V');
  const [, unicodeDirection] = unicodeOf.exec(name) ?? [];
  return unicodeDirection === undefined ? null : unicodeTable(name, unicodeDirection === 'V');
}

/** What the PDF library asks for files of its own: only tables of letters are given. Rejects for all else. */
export class PdfTables {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const text = kind === 'cMapUrl' ? cmapText(filename) : null;
    if (text === null) throw new Error(`${filename} is not held`);
    return new TextEncoder().encode(text);
  }
}
