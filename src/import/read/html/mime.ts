/** Headers of a part, by name in lower case; folded lines joined, the first of a name counts. */
export type MimeHeaders = ReadonlyMap<string, string>;

/** Bytes of a part's headers that are read at most. */
const mostHeaderBytes = 64 * 1024;

const latin1 = new TextDecoder('latin1');

/** Where a part's headers end and its content begins, by the first empty line; null where there is none in reach. */
function headerEnd(bytes: Buffer, from: number, to: number): { end: number; content: number } | null {
  const reach = bytes.subarray(from, Math.min(to, from + mostHeaderBytes));
  const ends = (['\r\n\r\n', '\n\n'] as const).flatMap((mark) => {
    const at = reach.indexOf(mark);
    return at < 0 ? [] : [{ end: from + at, content: from + at + mark.length }];
  });
  return ends.sort((a, b) => a.end - b.end)[0] ?? null;
}

/** Headers and content that begin at a byte; null where no empty line ends the headers. */
export function mimePart(bytes: Buffer, from: number, to: number): { headers: MimeHeaders; content: Buffer } | null {
  const found = headerEnd(bytes, from, to);
  if (!found) return null;
  const headers = new Map<string, string>();
  const text = latin1.decode(bytes.subarray(from, found.end)).replace(/\r?\n[ \t]+/g, ' ');
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  return { headers, content: bytes.subarray(found.content, to) };
}

/** A header's parameter (`charset`, `boundary`), without its quotes; null where it has none. */
export function mimeParameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
};

/** Bytes written as quoted-printable; what is not well written stays as it stands. */
function fromQuotedPrintable(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3d) {
      const isBreak = bytes[at + 1] === 0x0a ? 1 : bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a ? 2 : 0;
      if (isBreak > 0) {
        at += isBreak;
        continue;
      }
      const [high, low] = [hex(bytes[at + 1]), hex(bytes[at + 2])];
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        at += 2;
        continue;
      }
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** A part's bytes, whatever they were written as for the way. */
export function carriedBytes(content: Buffer, encoding: string): Buffer {
  const name = encoding.trim().toLowerCase();
  if (name === 'quoted-printable') return fromQuotedPrintable(content);
  if (name === 'base64') return Buffer.from(latin1.decode(content), 'base64');
  return content;
}
