import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The strictest policy under which the site must work; Pagefind compiles WebAssembly. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** A server of plain files, as plain as hosts get: no ranges, no compression, no rewriting. */
export interface FileServer {
  /** Address of the site's home page. */
  readonly home: string;
  readonly close: () => void;
}

/** Serves a folder under a base path on a free port of this machine. */
export async function fileServer(folder: string, base = '/'): Promise<FileServer> {
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : null;
    const file =
      inside === null ? '' : join(folder, inside.endsWith('/') || inside === '.' ? `${inside}/index.html` : inside);
    const isFile = inside !== null && !inside.startsWith('..') && (await stat(file).catch(() => null))?.isFile();
    response.statusCode = isFile ? 200 : 404;
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', types[extname(isFile ? file : '404.html')] ?? 'application/octet-stream');
    response.end(await readFile(isFile ? file : join(folder, '404.html')).catch(() => ''));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { home: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() };
}
