import { type Reading, UnreadableInput } from '../../lines/reading.ts';
import { webAddress } from './evidence.ts';
import { htmlReading, htmlText } from './html.ts';
import { carriedBytes, type MimeHeaders, mimeParameter, mimePart } from './mime.ts';

/** Parts of a file, and parts within parts, that are read at most. */
const mostParts = 5_000;
const deepest = 4;

interface Part {
  readonly headers: MimeHeaders;
  readonly content: Buffer;
}

const typeOf = ({ headers }: Part): string => headers.get('content-type') ?? 'text/plain';
const isPage = (part: Part): boolean => /^(?:text\/html|application\/xhtml\+xml)\b/i.test(typeOf(part));

/** The parts between the boundaries of a multipart content. */
function partsOf({ content }: Part, boundary: string): Part[] {
  const mark = `--${boundary}`;
  const parts: Part[] = [];
  let tried = 0;
  for (let at = content.indexOf(mark); at >= 0 && tried < mostParts; tried++) {
    const begin = content.indexOf('\n', at + mark.length);
    const next = content.indexOf(`\n${mark}`, at + mark.length);
    if (begin < 0 || next < 0) {
      // A file that was cut off ends without its last boundary.
      const last = begin < 0 ? null : mimePart(content, begin + 1, content.length);
      if (last && next < 0 && content[at + mark.length] !== 0x2d) parts.push(last);
      break;
    }
    const end = content[next - 1] === 0x0d ? next - 1 : next;
    const part = mimePart(content, begin + 1, end);
    if (part) parts.push(part);
    at = next + 1;
  }
  return parts;
}

/** The part that holds the page: the one that the file names as its start, else the first page; null where none is. */
function pagePart(part: Part, depth: number): Part | null {
  const boundary = /^multipart\//i.test(typeOf(part)) ? mimeParameter(typeOf(part), 'boundary') : null;
  if (boundary === null || boundary === '' || depth > deepest) return isPage(part) ? part : null;
  const parts = partsOf(part, boundary);
  const start = mimeParameter(typeOf(part), 'start');
  const named = start === null ? undefined : parts.find(({ headers }) => headers.get('content-id') === start);
  for (const one of named ? [named, ...parts] : parts) {
    const found = pagePart(one, depth + 1);
    if (found) return found;
  }
  return null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that a mail's date names, where it was written, as ISO text; null where it names none. */
function dayOf(date: string): string | null {
  const [, day = '', name = '', year = ''] = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(date) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const value = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(value)) ? null : value;
}

/**
 * Reads a page that a browser saved whole in one file (MHTML): its own part alone, pictures and frames left aside.
 * Throws `UnreadableInput` where no part is a page.
 */
export function readMht(bytes: Uint8Array): Reading {
  const whole = mimePart(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0, bytes.length);
  const part = whole && pagePart(whole, 0);
  if (!whole || !part) {
    throw new UnreadableInput('input/mht', '这份 .mht 文件里没有网页', '用浏览器打开，另存为网页后再导入');
  }
  const page = carriedBytes(part.content, part.headers.get('content-transfer-encoding') ?? '');
  const reading = htmlReading(htmlText(page, mimeParameter(typeOf(part), 'charset')));
  const said = [part.headers.get('content-location'), whole.headers.get('snapshot-content-location')];
  const address = reading.address ?? said.map((words) => webAddress(words ?? '')).find((found) => found !== null);
  const captured = dayOf(whole.headers.get('date') ?? '');
  return {
    ...{ ...reading, format: 'mht' },
    ...(address ? { address } : {}),
    ...(captured === null ? {} : { captured }),
  };
}
