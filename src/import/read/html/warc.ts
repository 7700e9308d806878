import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type Reading, UnreadableInput } from '../../lines/reading.ts';
import { webAddress } from './evidence.ts';
import { htmlReading, htmlText } from './html.ts';
import { type MimeHeaders, mimeParameter, mimePart } from './mime.ts';

/** Bytes of a record file once unpacked, bytes of one answer once unpacked, and records that are read at most. */
const mostBytes = 96 * 1024 * 1024;
const mostAnswerBytes = 16 * 1024 * 1024;
const mostRecords = 20_000;

const refused = (message: string): UnreadableInput =>
  new UnreadableInput('input/warc', message, '用浏览器打开该网页，另存为 .html 或 .mht 后再导入');

interface Answer {
  readonly record: MimeHeaders;
  readonly headers: MimeHeaders;
  readonly content: Buffer;
}

/** What a server sent in pieces, each with its length before it, in one; as it stands where it is not in pieces. */
function joinedChunks(content: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf('\r\n', at);
    const length = end < 0 ? Number.NaN : Number.parseInt(content.toString('latin1', at, Math.min(end, at + 16)), 16);
    if (!Number.isInteger(length) || length < 0) return chunks.length === 0 ? content : Buffer.concat(chunks);
    if (length === 0) break;
    chunks.push(content.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}

/** An answer's bytes unpacked; as they stand where the recording program had unpacked them. */
function unpacked(content: Buffer, encoding: string): Buffer {
  const bounds = { maxOutputLength: mostAnswerBytes };
  const ways = {
    gzip: [gunzipSync],
    'x-gzip': [gunzipSync],
    deflate: [inflateSync, inflateRawSync],
    br: [brotliDecompressSync],
  } as const;
  const name = encoding.trim().toLowerCase();
  if (name !== 'gzip' && name !== 'x-gzip' && name !== 'deflate' && name !== 'br') return content;
  for (const way of ways[name]) {
    try {
      return way(content, bounds);
    } catch (error) {
      if (error instanceof RangeError) throw refused(`网页超过 ${mostAnswerBytes} 字节`);
    }
  }
  return content;
}

/** The page that a record holds; null for a record of anything else than a page that was found. */
function answerOf(record: MimeHeaders, block: Buffer): Answer | null {
  if (!/^response$/i.test(record.get('warc-type') ?? '')) return null;
  const line = block.toString('latin1', 0, Math.min(block.length, 64));
  if (!/^HTTP\/[\d.]+ 200\b/.test(line)) return null;
  const part = mimePart(block, block.indexOf('\n') + 1, block.length);
  const type = part?.headers.get('content-type') ?? '';
  if (!part || !/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return null;
  const isChunked = /chunked/i.test(part.headers.get('transfer-encoding') ?? '');
  const joined = isChunked ? joinedChunks(part.content) : part.content;
  const content = unpacked(joined, part.headers.get('content-encoding') ?? '');
  return { record, headers: part.headers, content };
}

/** The first page in a file of records; null where none holds one. */
function firstPage(bytes: Buffer): Answer | null {
  for (let at = 0, count = 0; at < bytes.length && count < mostRecords; count++) {
    const begin = bytes.indexOf('WARC/', at);
    const part = begin < 0 ? null : mimePart(bytes, begin, bytes.length);
    if (!part) return null;
    const length = Number(part.headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) return null;
    const from = part.content.byteOffset - bytes.byteOffset;
    const answer = answerOf(part.headers, bytes.subarray(from, from + length));
    if (answer) return answer;
    at = from + length;
  }
  return null;
}

/**
 * Reads the first page in a file of records (WARC, packed or not) with the address and the day that its record names.
 * Throws `UnreadableInput` where no record holds a page.
 */
export function readWarc(bytes: Uint8Array): Reading {
  let whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      whole = gunzipSync(whole, { maxOutputLength: mostBytes });
    } catch (error) {
      throw refused(error instanceof RangeError ? `解压后超过 ${mostBytes} 字节` : '压缩的部分已损坏');
    }
  }
  const answer = firstPage(whole);
  if (!answer) throw refused('没有一条记录是成功取得的网页');
  const { record, headers, content } = answer;
  const reading = htmlReading(htmlText(content, mimeParameter(headers.get('content-type') ?? '', 'charset')));
  const address = webAddress((record.get('warc-target-uri') ?? '').replace(/^<|>$/g, ''));
  const captured = /^\d{4}-\d{2}-\d{2}/.exec(record.get('warc-date') ?? '')?.[0];
  return {
    ...{ ...reading, format: 'warc' },
    ...(address === null ? {} : { address }),
    ...(captured === undefined || Number.isNaN(Date.parse(captured)) ? {} : { captured }),
  };
}
