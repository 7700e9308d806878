/** A request as it stands on the wire, and the only answer that is right; null where none has to come. */
export interface HostileRequest {
  /** What follows the method: an address that no browser may ever make. */
  readonly target: string;
  readonly method?: string;
  /** Lines besides `Host`. */
  readonly headers?: readonly string[];
  readonly status: number | null;
  /** What the answer holds, where that says more than its status. */
  readonly body?: string;
}

const missing = (target: string): HostileRequest => ({ target, status: 404 });
const refused = (target: string): HostileRequest => ({ target, status: 400 });

/** Ways out of the folder that is served, names that are none, and addresses that lead to others. */
export const hostileAddresses: readonly HostileRequest[] = [
  ...[
    ...['/../secret.txt', '/../../secret.txt', '/a/../../secret.txt', '/a/../../../secret.txt', '/./../secret.txt'],
    ...['/%2e%2e/secret.txt', '/%2E%2E/secret.txt', '/.%2e/secret.txt', '/%2e./secret.txt', '/..%2fsecret.txt'],
    ...['/..%2Fsecret.txt', '/%2e%2e%2fsecret.txt', '/a/..%2f..%2fsecret.txt', '/a%2f..%2f..%2fsecret.txt'],
    ...['//../secret.txt', '///../secret.txt', '/a//../../secret.txt', '/..;/secret.txt', '/..;a=b/secret.txt'],
    ...['/%252e%252e/secret.txt', '/%25252e%25252e/secret.txt', '/..%252fsecret.txt', '/....//secret.txt'],
    ...['/.../secret.txt', '/a/.../secret.txt', '/%EF%BC%8E%EF%BC%8E/secret.txt'],
    ...['/%E2%80%A5/secret.txt', '/../', '/..', '/a/..', '/a/../', '/..%2f', '/../../../../../../etc/passwd'],
    ...['//etc/passwd', '/etc/passwd', '/file:///etc/passwd', '/C:/windows/win.ini', '/leak/secret.txt', '/leak.txt'],
    ...['/.git/config', '/.env', '/index.html/', '/index.html/x', '/index.html%2f', '/sources', '/sources/'],
    ...['/sources/x.html', '/a/index.htm', '/INDEX.HTML', '/Index.html', '/index.html%20', '/index.html.', '/a.html'],
    ...['/%3Cscript%3Ealert(1)%3C/script%3E', '/"><script>alert(1)</script>', '/javascript:alert(1)', '/CON', '/nul'],
    ...[`/${'a'.repeat(5000)}`, `/${'a/'.repeat(2000)}`, `/${'%61'.repeat(2000)}`, `/${'../'.repeat(500)}secret.txt`],
    ...['/?', '/%20', '/%09', '/%0d%0aSet-Cookie:%20a=b', '/%7f', '/*', '/~root', '/$HOME', '/`id`', '/|id', '/;id'],
  ]
    .filter((target) => target !== '/?')
    .map(missing),
  ...[
    ...['/%00', '/index.html%00', '/index.html%00.txt', '/%00/index.html', '/%', '/%2', '/%zz', '/%u002e', '/%c0%ae'],
    ...['/%c0%ae%c0%ae/secret.txt', '/%e0%80%ae/', '/%ff', '/%fe%ff', '/%80', '/%ed%a0%80', '/..%5csecret.txt'],
    ...[
      '/..\\secret.txt',
      '/a\\..\\..\\secret.txt',
      '/%5c',
      '/a%5cindex.html',
      '/%c1%9c',
      '/%f8%80%80%80%ae',
      'index.html',
    ],
    ...['*', '?', 'evil.test:443', 'javascript:alert(1)', 'file:///etc/passwd'],
  ].map(refused),
  { target: 'http://evil.test/secret.txt', status: 404 },
  { target: 'http://evil.test/../secret.txt', status: 404 },
  { target: 'http://evil.test/', status: 200, body: 'home' },
  { target: '/?x=/../secret.txt', status: 200, body: 'home' },
  { target: '/#/../secret.txt', status: 200, body: 'home' },
  { target: '/index.html?../../secret.txt', status: 200, body: 'home' },
  { target: '/%69ndex.html', status: 200, body: 'home' },
  { target: '/a', status: 301 },
  { target: '//a', status: 301 },
  { target: '//evil.test/..', status: 404 },
  { target: '///evil.test', status: 404 },
  { target: '/\\evil.test', status: 400 },
];

const range = (value: string, status: number, body?: string): HostileRequest => ({
  target: '/sources/x.txt',
  headers: [`Range: ${value}`],
  status,
  ...(body === undefined ? {} : { body }),
});

/** Parts of a file of ten bytes, `0123456789`: each form of RFC 9110 and what is none. */
export const hostileRanges: readonly HostileRequest[] = [
  range('bytes=0-0', 206, '0'),
  range('bytes=0-9', 206, '0123456789'),
  range('bytes=9-9', 206, '9'),
  range('bytes=2-4', 206, '234'),
  range('bytes=5-', 206, '56789'),
  range('bytes=0-', 206, '0123456789'),
  range('bytes=-1', 206, '9'),
  range('bytes=-5', 206, '56789'),
  range('bytes=-10', 206, '0123456789'),
  range('bytes=-99', 206, '0123456789'),
  range('bytes=0-99', 206, '0123456789'),
  range('bytes=9-999999999999999', 206, '9'),
  range('Bytes=1-2', 206, '12'),
  range('bytes= 1-2 ', 206, '12'),
  range('bytes=10-', 416),
  range('bytes=10-11', 416),
  range('bytes=999999999999999-', 416),
  range('bytes=-0', 416),
  range('bytes=9-1', 200, '0123456789'),
  range('bytes=-', 200, '0123456789'),
  range('bytes=', 200, '0123456789'),
  range('bytes', 200, '0123456789'),
  range('', 200, '0123456789'),
  range('bytes=a-b', 200, '0123456789'),
  range('bytes=1', 200, '0123456789'),
  range('bytes=--1', 200, '0123456789'),
  range('bytes=1--2', 200, '0123456789'),
  range('bytes=1-2-3', 200, '0123456789'),
  range('bytes=0x1-0x2', 200, '0123456789'),
  range('bytes=1e1-', 200, '0123456789'),
  range('bytes=1.5-2', 200, '0123456789'),
  range('bytes=+1-2', 200, '0123456789'),
  range('bytes=0-1,3-4', 200, '0123456789'),
  range(`bytes=${'0-0,'.repeat(500)}0-0`, 200, '0123456789'),
  range('bytes=0-1, bytes=2-3', 200, '0123456789'),
  range('lines=1-2', 200, '0123456789'),
  range('none', 200, '0123456789'),
  range('bytes=99999999999999999999-', 200, '0123456789'),
  range('bytes=0-99999999999999999999', 200, '0123456789'),
  range('bytes=１-２', 200, '0123456789'),
  { target: '/empty.txt', headers: ['Range: bytes=0-0'], status: 416 },
  { target: '/empty.txt', headers: ['Range: bytes=-1'], status: 416 },
  { target: '/empty.txt', headers: ['Range: bytes=-'], status: 200, body: '' },
  { target: '/none.txt', headers: ['Range: bytes=0-0'], status: 404 },
  { target: '/sources/x.txt', headers: ['Range: bytes=0-0', 'Range: bytes=1-1'], status: 200 },
];

/** Requests that ask for something else than a file, or say what no client says. */
export const hostileRequests: readonly HostileRequest[] = [
  ...['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].map((method) => ({
    method,
    target: '/index.html',
    status: 405,
  })),
  { method: 'get', target: '/', status: 400 },
  { method: 'XYZZY', target: '/', status: 400 },
  { method: 'CONNECT', target: 'evil.test:443', status: null },
  { target: '/', headers: [`X: ${'a'.repeat(20_000)}`], status: 431 },
  { target: `/${'a'.repeat(20_000)}`, status: 431 },
  { target: '/', headers: ['X\u0000: a'], status: 400 },
  { target: '/', headers: ['X: a\u0000b'], status: 400 },
  { target: '/', headers: ['no colon'], status: 400 },
  { target: '/', headers: ['Content-Length: -1'], status: 400 },
  { target: '/', headers: ['Content-Length: 5', 'Transfer-Encoding: chunked'], status: 400 },
  { target: '/', headers: ['Transfer-Encoding: xchunked'], status: 400 },
  { target: '/', headers: ['Host: evil.test'], status: 200, body: 'home' },
  { target: '/．．/secret.txt', status: 400 },
  {
    target: '/',
    headers: ['X-Forwarded-Host: evil.test', 'X-Original-URL: /../secret.txt'],
    status: 200,
    body: 'home',
  },
  { target: '/', headers: ['If-None-Match: *', 'If-Modified-Since: x'], status: 200, body: 'home' },
  { target: '/', headers: ['Expect: nothing'], status: 417 },
  { target: '/', headers: ['Upgrade: websocket', 'Connection: Upgrade'], status: 200, body: 'home' },
  { target: '/', headers: ['Accept-Encoding: br, gzip;q=0, *;q=a'], status: 200, body: 'home' },
  { target: '/', headers: ['Cookie: __proto__=1; constructor=2'], status: 200, body: 'home' },
];
