import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileHost } from '../../src/host/file-host.ts';
import { headersOf } from '../../src/host/site-headers.ts';
import { type HostileRequest, hostileAddresses, hostileRanges, hostileRequests } from './requests.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-host-'));
const site = join(folder, 'site');
const secret = 'nobody is to read this';
const files: Readonly<Record<string, string>> = {
  'secret.txt': secret,
  'site/index.html': 'home',
  'site/404.html': 'not here',
  'site/a/index.html': 'a page',
  'site/sources/x.txt': '0123456789',
  'site/empty.txt': '',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
symlinkSync(folder, join(site, 'leak'), 'junction');

const servers = new Map<string, Server>();
beforeAll(async () => {
  for (const base of ['/', '/archive/']) {
    const server = createServer(fileHost({ folder: site, base, headersOf, givesRanges: true }));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    servers.set(base, server);
  }
});
afterAll(() => {
  for (const server of servers.values()) server.close();
  rmSync(folder, { recursive: true });
});

/** All that a server answers to one request, until it closes the connection. */
async function answer(request: Omit<HostileRequest, 'status'>, base = '/'): Promise<string> {
  const address = servers.get(base)?.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  const { target, method = 'GET', headers = [] } = request;
  const lines = [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''];
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address.port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    socket.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
    socket.on('error', () => {}).on('close', () => resolve(text));
  });
}

const parts = (text: string): { readonly status: number | null; readonly head: string; readonly body: string } => {
  const at = text.indexOf('\r\n\r\n');
  const [head, body] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 4)];
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1];
  return { status: status === undefined ? null : Number(status), head, body };
};

const shortened = (request: HostileRequest): string =>
  JSON.stringify(`${request.method ?? 'GET'} ${request.target} ${request.headers?.join(' ') ?? ''}`).slice(1, 80);

describe.each([
  ['addresses', hostileAddresses],
  ['ranges', hostileRanges],
  ['requests', hostileRequests],
] as const)('%s', (_, requests) => {
  test.for(requests.map((request) => [shortened(request), request] as const))('%s', async ([, request]) => {
    const text = await answer(request);
    const { status, head, body } = parts(text);
    expect(status).toBe(request.status);
    if (request.body !== undefined) expect(body).toBe(request.body);
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\bat .*\.[jt]s:\d|node:internal|Error:|\/tmp\//);
    expect(head).not.toMatch(/^Set-Cookie|^Location: (?!\/[^/])/im);
    // Whatever it was, the next one is answered.
    expect(parts(await answer({ target: '/' }))).toMatchObject({ status: 200, body: 'home' });
  });
});

test('every answer bears the headers of its path', async () => {
  for (const target of ['/', '/none', '/sources/x.txt', '/%00']) {
    const { head } = parts(await answer({ target }));
    const path = target.startsWith('/sources/') ? target : '/';
    for (const [name, value] of Object.entries(headersOf(path)))
      if (name !== 'Content-Type') expect(head).toContain(`${name}: ${value}`);
  }
});

test('a part is named with its place, and HEAD tells the length without the bytes', async () => {
  const part = parts(await answer({ target: '/sources/x.txt', headers: ['Range: bytes=-3'] }));
  expect(part.head).toContain('Content-Range: bytes 7-9/10');
  expect(part.head).toContain('Content-Length: 3');
  const beyond = parts(await answer({ target: '/sources/x.txt', headers: ['Range: bytes=10-'] }));
  expect(beyond.head).toContain('Content-Range: bytes */10');
  const head = parts(await answer({ target: '/sources/x.txt', method: 'HEAD' }));
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.head).toContain('Content-Length: 10');
});

test('below a base path the same holds, and what lies above leads to it or nowhere', async () => {
  expect(parts(await answer({ target: '/archive/' }, '/archive/'))).toMatchObject({ status: 200, body: 'home' });
  for (const target of ['/', '/archive']) {
    const { status, head } = parts(await answer({ target }, '/archive/'));
    expect(status).toBe(302);
    expect(head).toContain('Location: /archive/');
  }
  expect(parts(await answer({ target: '/archive/a' }, '/archive/')).head).toContain('Location: /archive/a/');
  for (const target of [
    '/index.html',
    '/secret.txt',
    '/archive/../secret.txt',
    '/archivesecret.txt',
    '/archive/%2e%2e/secret.txt',
  ])
    expect(parts(await answer({ target }, '/archive/')).status).toBe(404);
});
