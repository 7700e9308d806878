import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { brotliDecompressSync, gunzipSync, unzipSync as inflateAny, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { readCapture } from '../import/read/capture.ts';

/** A text that stands in a file; `null` says that a part of the file could not be opened. */
export type FoundText = string | null;

/** What is opened at most of what is compressed. */
const maxOutputLength = 512 * 1024 * 1024;
/** A page in an archive in a mail, each in base64: no honest file goes deeper. */
const mostLayers = 6;

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

const opened = <Value>(open: () => Value): Value | null => {
  try {
    return open();
  } catch {
    return null;
  }
};

/** Captures that only their reader reads: fonts of their own, parts of mails, answers of servers. */
const readByReader = /^[0-9a-f]{64}\.(?:pdf|mht|warc)(?:\.txt)?$/;

/** The text as its reader gives it, with all that he left out. */
async function* readTexts(bytes: Uint8Array, name: string): AsyncGenerator<FoundText> {
  const reading = await readCapture(bytes, name.replace(/\.txt$/, '')).catch(() => null);
  if (reading === null) {
    yield null;
    return;
  }
  for (const line of reading.lines)
    yield line.kind === 'text' ? line.text : line.rows.map((row) => row.join('\n')).join('\n\n');
  for (const { text } of reading.left) yield text;
  for (const { value } of reading.meta) yield value;
}

/** The streams of a PDF, opened. */
function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const begin = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1);
    const stream = opened(() => inflateSync(bytes.subarray(begin), { maxOutputLength, finishFlush: 2 }));
    if (stream !== null) yield stream;
  }
}

/** The bytes as text in every encoding that they may be in. */
function* decodings(bytes: Buffer): Generator<string> {
  yield new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes) && !bytes.includes(0)) return;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    yield new TextDecoder(encoding).decode(bytes);
    yield new TextDecoder(encoding).decode(bytes.subarray(1));
  }
  for (const encoding of ['gb18030', 'big5']) yield new TextDecoder(encoding).decode(bytes);
}

const base64 = /(?:[A-Za-z0-9+/]{16,}={0,2}\r?\n?)+/g;

/**
 * Every text that stands in a file's bytes: decoded as UTF-8, and where they are not that as UTF-16, GB18030 and Big5;
 * what is compressed (gzip, zlib, `.br`, zip, and so Word files and the files of ranked search) or in base64 opened
 * first, as often as needed; a PDF also as its reader reads it. `name` tells Brotli and captures.
 */
export async function* textsInBytes(bytes: Uint8Array, name: string, layers = 0): AsyncGenerator<FoundText> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (layers > mostLayers) {
    yield null;
    return;
  }
  if (readByReader.test(basename(name))) yield* readTexts(bytes, basename(name));
  const inner = name.replace(/\.(?:gz|br)$/, '');
  if (begins(bytes, [0x1f, 0x8b]) || /\.br$/.test(name)) {
    const plain = opened(() =>
      begins(bytes, [0x1f, 0x8b])
        ? gunzipSync(all, { maxOutputLength })
        : brotliDecompressSync(all, { maxOutputLength }),
    );
    if (plain === null) yield null;
    else {
      yield* textsInBytes(plain, inner, layers + 1);
      return;
    }
  } else if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const members = opened(() => unzipSync(all));
    if (members === null) yield null;
    for (const [member, content] of Object.entries(members ?? {})) {
      yield member;
      yield* textsInBytes(content, member, layers + 1);
    }
    if (members !== null) return;
  } else if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) {
    for (const stream of pdfStreams(all)) yield* decodings(stream);
  } else if (begins(bytes, [0x78]) && bytes.length > 2 && (0x7800 + (bytes[1] ?? 0)) % 31 === 0) {
    const plain = opened(() => inflateAny(all, { maxOutputLength }));
    if (plain !== null) yield* textsInBytes(plain, '', layers + 1);
  }
  yield* decodings(all);
  for (const [run] of all.toString('latin1').matchAll(base64)) {
    const within = Buffer.from(run, 'base64');
    if (within.length >= 12) yield* textsInBytes(within, '', layers + 1);
  }
}
