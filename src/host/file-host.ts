import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { byteRange } from './byte-range.ts';
import type { Headers } from './site-headers.ts';

/** Types that hosts know by the endings of names. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** How a folder is served. */
export interface FileHosting {
  readonly folder: string;
  /** Path that the folder stands under, with a slash at both ends: `/`, `/archive/`. */
  readonly base: string;
  /** Headers of a file, by its path below the base, which begins with `/`. */
  readonly headersOf: (path: string) => Headers;
  /** Whether parts of a file are given; the whole file where not. */
  readonly givesRanges: boolean;
}

/** The path of a request, decoded; null where there is none to be made of it. */
function decodedPath(address: string): string | null {
  // What stands before the path in an address in full is nobody's business here.
  const path = address.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#][\s\S]*$/, '');
  try {
    const decoded = decodeURIComponent(path);
    return decoded.startsWith('/') && !decoded.includes('\0') && !decoded.includes('\\') ? decoded : null;
  } catch {
    return null;
  }
}

/** A file of a folder by its path, `/` at its beginning; null where there is none, or where it lies elsewhere. */
async function fileAt(folder: string, path: string): Promise<{ readonly file: string; readonly size: number } | null> {
  if (path.split('/').includes('..')) return null;
  try {
    const file = await realpath(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith((await realpath(folder)) + sep)) return null;
    const state = await stat(file);
    return state.isFile() ? { file, size: state.size } : null;
  } catch {
    return null;
  }
}

async function answer(hosting: FileHosting, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { folder, base, headersOf, givesRanges } = hosting;
  const isHead = request.method === 'HEAD';
  const end = (status: number, headers: Headers, text = ''): void => {
    const bytes = Buffer.from(text);
    response.writeHead(status, { ...headersOf('/'), ...headers, 'Content-Length': bytes.length });
    response.end(isHead ? undefined : bytes);
  };
  const plain: Headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  if (!isHead && request.method !== 'GET') return end(405, { ...plain, Allow: 'GET, HEAD' }, '只能读取\n');
  const decoded = decodedPath(request.url ?? '/');
  if (decoded === null) return end(400, plain, '地址不合规范\n');
  const path = decoded.startsWith(base) ? decoded.slice(base.length - 1) : null;
  if (path === null && (decoded === '/' || `${decoded}/` === base)) return end(302, { Location: base });
  const found = path === null ? null : await fileAt(folder, path);
  if (path === null || found === null) {
    // Hosts lead to a folder's page from its name; the browser needs the slash to find what stands beside the page.
    if (path !== null && !path.endsWith('/') && (await fileAt(folder, `${path}/`)) !== null) {
      const steps = path.split('/').filter(Boolean).map(encodeURIComponent);
      return end(301, { Location: `${base}${steps.join('/')}/` });
    }
    const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => '');
    return end(404, { 'Content-Type': 'text/html; charset=utf-8' }, page);
  }
  const { file, size } = found;
  const headers: Headers = {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    ...headersOf(path),
    ...(givesRanges ? { 'Accept-Ranges': 'bytes' } : {}),
  };
  const range = givesRanges ? byteRange(request.headers.range, size) : null;
  if (range === 'unsatisfiable') return end(416, { ...headers, 'Content-Range': `bytes */${size}` });
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const length = { ...headers, 'Content-Length': last - first + 1 };
  if (range === null) response.writeHead(200, length);
  else response.writeHead(206, { ...length, 'Content-Range': `bytes ${first}-${last}/${size}` });
  if (isHead || size === 0) response.end();
  else
    createReadStream(file, { start: first, end: last })
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * Serves the files of a folder, and nothing else of the machine: a folder's address gives its `index.html`, what is not
 * there gives `404.html`, an address that is none 400. No request ends the process.
 */
export function fileHost(hosting: FileHosting): RequestListener {
  return (request, response) => {
    answer(hosting, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
}
