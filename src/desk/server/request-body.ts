import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { ActRefused } from '../review/act-refused.ts';

/** The bytes of a request piece by piece; throws `ActRefused` as soon as there are more than `most`. */
async function* limited(request: IncomingMessage, most: number): AsyncGenerator<Uint8Array> {
  const tooMuch = new ActRefused(413, `超过 ${Math.floor(most / 2 ** 20)} MB，没有收下`);
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooMuch;
  let size = 0;
  for await (const chunk of request) {
    const bytes: Uint8Array = chunk;
    size += bytes.length;
    if (size > most) throw tooMuch;
    yield bytes;
  }
}

/** A request's body as JSON; throws `ActRefused` where it is none, or longer than `most` bytes. */
export async function jsonBody(request: IncomingMessage, most: number): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new ActRefused(400, '应是 JSON');
  const pieces: Uint8Array[] = [];
  for await (const piece of limited(request, most)) pieces.push(piece);
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    throw new ActRefused(400, '应是 JSON');
  }
}

/** Writes a request's body into a file, byte for byte; throws `ActRefused` where it is longer than `most` bytes. */
export async function fileBody(request: IncomingMessage, file: string, most: number): Promise<void> {
  await pipeline(limited(request, most), createWriteStream(file, { flags: 'wx' }));
}
