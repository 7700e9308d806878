import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { Agent, errors, request } from 'undici';

/** An answer as it came, whole. */
export interface Answer {
  readonly status: number;
  /** As they were sent: names and values by turns. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As it was sent. */
  readonly sent: Uint8Array;
  /** Without what it was packed in for the way. */
  readonly body: Uint8Array;
}

/** Why no whole answer came. */
export interface NoAnswer {
  readonly fault: string;
  /** Whether asking again later may help. */
  readonly isPassing: boolean;
  readonly isTooLarge: boolean;
}

/** Bytes of an answer that are read at most. */
export const mostBytes = 24 * 1024 * 1024;

const agent = new Agent({
  connect: { timeout: 15_000 },
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
  keepAliveTimeout: 10_000,
  pipelining: 1,
});

/** Milliseconds that one answer may take in all. */
const mostTime = 120_000;

/** A header's value; null where it was not sent. */
export function headerOf(headers: Answer['headers'], name: string): string | null {
  return headers.find(([own]) => own.toLowerCase() === name)?.[1] ?? null;
}

const unpackers: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map<
  string,
  (bytes: Uint8Array) => Uint8Array
>([
  ['gzip', (bytes) => gunzipSync(bytes, { maxOutputLength: mostBytes })],
  ['x-gzip', (bytes) => gunzipSync(bytes, { maxOutputLength: mostBytes })],
  ['deflate', (bytes) => inflateSync(bytes, { maxOutputLength: mostBytes })],
  ['br', (bytes) => brotliDecompressSync(bytes, { maxOutputLength: mostBytes })],
  ['zstd', (bytes) => zstdDecompressSync(bytes, { maxOutputLength: mostBytes })],
]);

const pairs = (raw: readonly unknown[]): [string, string][] =>
  Array.from({ length: raw.length / 2 }, (_, at) => [String(raw[at * 2]), String(raw[at * 2 + 1])]);

function noAnswer(error: unknown): NoAnswer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  // Whoever sends so slowly will not be quicker the next time.
  if (error instanceof Error && error.name === 'TimeoutError')
    return { fault: `${mostTime / 1000} 秒没有答完`, isPassing: false, isTooLarge: false };
  // A certificate that does not hold is not gone round.
  const isTrust = /CERT|SELF_SIGNED|ALTNAME|TLS|SSL/.test(code) || /certificate/i.test(message);
  const isNobody = code === 'ENOTFOUND';
  return { fault: `${code === '' ? '' : `${code} `}${message}`, isPassing: !isTrust && !isNobody, isTooLarge: false };
}

/** Asks for one address once; redirections are not followed. `more` are headers beside the agent's name. */
export async function answer(
  address: string,
  userAgent: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer | NoAnswer> {
  try {
    const signal = AbortSignal.timeout(mostTime);
    const { statusCode, headers, body } = await request(address, {
      ...{ dispatcher: agent, signal, responseHeaders: 'raw' },
      headers: {
        'user-agent': userAgent,
        accept: 'text/html,application/xhtml+xml,application/json,application/pdf,*/*;q=0.5',
        'accept-language': 'zh-CN,zh;q=0.9',
        'accept-encoding': 'identity',
        ...more,
      },
    });
    const raw: unknown = headers;
    const sentHeaders = Array.isArray(raw)
      ? pairs(raw)
      : Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of body) {
      const bytes: Uint8Array = piece;
      length += bytes.length;
      if (length > mostBytes) {
        body.destroy();
        return { fault: `超过 ${mostBytes / 1024 / 1024} MB`, isPassing: false, isTooLarge: true };
      }
      pieces.push(bytes);
    }
    const sent = Buffer.concat(pieces);
    const packed = headerOf(sentHeaders, 'content-encoding')?.trim().toLowerCase();
    const unpack = packed === undefined ? undefined : unpackers.get(packed);
    return { status: statusCode, headers: sentHeaders, sent, body: unpack && sent.length > 0 ? unpack(sent) : sent };
  } catch (error) {
    if (error instanceof errors.UndiciError || error instanceof Error) return noAnswer(error);
    throw error;
  }
}

/** Ends the connections that are kept open. */
export async function endConnections(): Promise<void> {
  await agent.close();
}
