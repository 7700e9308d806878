import { createServer, type IncomingMessage } from 'node:http';

/** What a page of a site is answered. */
export interface Page {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request as the site saw it. */
export interface Seen {
  readonly path: string;
  readonly at: number;
  readonly ended: number;
  readonly headers: IncomingMessage['headers'];
}

/** A site on this machine: its pages by path, which a test may change; and what it was asked. */
export interface ServedSite {
  readonly address: string;
  readonly pages: Map<string, Page | ((seen: Seen) => Page)>;
  readonly seen: Seen[];
  readonly close: () => Promise<void>;
}

/** Serves pages on a port of its own; what is not among them is answered with 404, `robots.txt` too. */
export async function servedSite(pages: Readonly<Record<string, Page | string>>): Promise<ServedSite> {
  const seen: Seen[] = [];
  const known = new Map<string, Page | ((seen: Seen) => Page)>(
    Object.entries(pages).map(([path, page]) => [path, typeof page === 'string' ? { body: page } : page]),
  );
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const at = performance.now();
    const one = { path, at, ended: at, headers: request.headers };
    const page = known.get(path) ?? { status: 404, body: 'not found' };
    seen.push(one);
    const { status = 200, headers = {}, body = '' } = typeof page === 'function' ? page(one) : page;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = server.address();
  const port = typeof found === 'object' && found !== null ? found.port : 0;
  return {
    ...{ address: `http://127.0.0.1:${port}`, pages: known, seen },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A page of a report: long enough to hold one. */
export const reportPage = (title: string, more = ''): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${'依法行政工作稳步推进。'.repeat(70)}${more}</p></body></html>`;

/** A page of a list. */
export const listPage = (...links: readonly (readonly [address: string, text: string])[]): string =>
  `<html><body>${links.map(([address, text]) => `<a href="${address}">${text}</a>`).join('')}</body></html>`;
