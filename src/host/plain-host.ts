import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileHost } from './file-host.ts';
import { type Headers, headersOf } from './site-headers.ts';

/** A server of plain files, as plain as hosts get: no ranges, no compression, no rewriting. */
export interface FileServer {
  /** Address of the site's home page. */
  readonly home: string;
  readonly close: () => void;
}

/** The headers of a host that takes none. */
export const noHeaders = (): Headers => ({});

/** Serves a folder under a base path on a free port of this machine, with the headers of the site unless others are given. */
export async function fileServer(folder: string, base = '/', headers = headersOf): Promise<FileServer> {
  const server: Server = createServer(fileHost({ folder, base, headersOf: headers, givesRanges: false }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { home: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() };
}
