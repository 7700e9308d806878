import { editionPack, editionPartLength as partLength } from '../../archive/edition-pack.ts';
import { folder, sitePath } from './edition-place.ts';

/** A file as its script hands it over. */
interface Handed {
  /** Bytes in base64. */
  readonly base64: string;
  /** Whether they are deflated. */
  readonly isDeflated: boolean;
  /** Bytes of the whole file, of which these may be a part. */
  readonly total: number;
}

/** Scripts whose files are kept, at most. */
const mostKept = 64;

declare global {
  /** What the scripts of an edition's files call: `[path, base64, isDeflated, total]`, a row a file. */
  var archiveFiles: (rows: readonly (readonly [string, string, boolean, number])[]) => void;
}

let handed = new Map<string, Handed>();
globalThis.archiveFiles = (rows) => {
  for (const [path, base64, isDeflated, total] of rows) handed.set(path, { base64, isDeflated, total });
};

type Scripted = ReadonlyMap<string, Handed> | 'missing' | 'damaged';
const kept = new Map<string, Promise<Scripted>>();
/** One script at a time, so that what was handed over is known to be its own. */
let turn: Promise<unknown> = Promise.resolve();

function runScript(name: string): Promise<Scripted> {
  return new Promise((resolve) => {
    handed = new Map();
    const script = document.createElement('script');
    script.src = folder + name;
    script.addEventListener('error', () => resolve('missing'));
    // A script that was cut off does not run at all, and is loaded all the same.
    script.addEventListener('load', () => resolve(handed.size === 0 ? 'damaged' : handed));
    document.head.append(script);
  });
}

function scripted(name: string): Promise<Scripted> {
  const standing = kept.get(name);
  if (standing) return standing;
  const loading = turn.then(() => runScript(name));
  turn = loading;
  kept.set(name, loading);
  // What is missing now may be there when it is asked for again.
  void loading.then((found) => typeof found === 'string' && kept.delete(name));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return loading;
}

async function bytesOf({ base64, isDeflated }: Handed): Promise<Uint8Array<ArrayBuffer>> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  if (!isDeflated) return bytes;
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/** The script in which a file of the site stands. */
function scriptOf(path: string): string {
  const pack = editionPack(path);
  return pack === null ? `${path}.js` : `packs/${pack}.js`;
}

const missing = (): Response => new Response(null, { status: 404 });

/** A file that stands whole in a script. */
async function wholeFile(path: string): Promise<Response> {
  const found = await scripted(scriptOf(path));
  if (found === 'missing') return missing();
  const file = found === 'damaged' ? undefined : found.get(path);
  // An empty body is what nothing takes for the file.
  if (!file) return found === 'damaged' ? new Response('') : missing();
  return new Response(await bytesOf(file));
}

/** Bytes of a file of the index, from the scripts that hold its parts. */
async function indexBytes(path: string, from: number, length: number | null): Promise<Response> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let end = length === null ? null : from + length;
  for (let part = Math.floor(from / partLength); end === null || part * partLength < end; part++) {
    const found = await scripted(`${path}.${part}.js`);
    if (found === 'missing') return missing();
    const piece = found === 'damaged' ? undefined : found.get(`${path}.${part}`);
    if (!piece) break;
    end = Math.min(end ?? piece.total, piece.total);
    pieces.push(await bytesOf(piece));
  }
  const first = Math.floor(from / partLength) * partLength;
  const whole = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return new Response(whole.subarray(from - first, end === null ? 0 : end - first), {
    status: length === null ? 200 : 206,
  });
}

const range = /^bytes=(\d+)-(\d+)$/;

/**
 * Gives the files of the edition as `fetch` would over HTTP: from a folder browsers refuse that, but not scripts. A file
 * that is missing is a 404, one that is damaged has an empty body or too short a range; what leads out of the edition is
 * refused.
 */
export async function scriptedFile(address: string, headers: Headers): Promise<Response> {
  const path = sitePath(address);
  if (path === null) throw new TypeError(`not in this edition: ${address}`);
  if (path.endsWith('.bin')) {
    const [, from, to] = range.exec(headers.get('Range') ?? '') ?? [];
    if (from === undefined || to === undefined) return indexBytes(path, 0, null);
    return indexBytes(path, Number(from), Number(to) - Number(from) + 1);
  }
  return wholeFile(path === '' || path.endsWith('/') ? `${path}index.html` : path);
}

globalThis.fetch = (input, init) =>
  scriptedFile(input instanceof Request ? input.url : String(input), new Headers(init?.headers));
