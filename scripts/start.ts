import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { commandLine } from '../src/host/command-line.ts';
import { failureSentence } from '../src/host/expected-failure.ts';
import { settings } from '../src/host/settings.ts';
import { captureHeaders, siteHeaders } from '../src/host/site-headers.ts';

/** `npm start`, see `usage`: builds the archive and serves it on this machine until interrupted. */
const usage = `npm start    生成网站，在本机打开，按 Ctrl-C 停止
  没有选项；端口由环境变量 PORT 指定，未指定时为 4321，如 PORT=4322 npm start`;

commandLine({ usage, options: {} });
const { out, port, base: path } = settings();
const base = path.replace(/\/$/, '');

/** Whether a range is one that the library of files answers rightly: from one byte to a later one, or to the end. */
function isPlainRange(range: string | undefined): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  return from !== undefined && (to === undefined || to === '' || Number(from) <= Number(to));
}

/** Headers for a file, by its path below the site's root. */
function setHeaders(response: ServerResponse, path: string): void {
  const isCapture = path.startsWith('/sources/');
  for (const [name, value] of Object.entries(isCapture ? captureHeaders : siteHeaders)) response.setHeader(name, value);
  if (isCapture && path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain; charset=utf-8');
}

const files = sirv(out, { dev: true, setHeaders });
let isBuilt = false;
const server = createServer((request, response) => {
  const url = request.url ?? '/';
  if (!isBuilt) {
    response.writeHead(503, { ...siteHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '10' });
    response.end('网站正在生成，请稍候再打开。\n');
    return;
  }
  if (!url.startsWith(`${base}/`)) {
    response.writeHead(302, { Location: `${base}/` }).end();
    return;
  }
  request.url = url.slice(base.length);
  // The library takes some impossible ranges for possible ones; the whole file is a right answer to any.
  if (!isPlainRange(request.headers.range)) delete request.headers.range;
  files(request, response, () => {
    response.writeHead(404, { ...siteHeaders, 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(out, '404.html')));
  });
});

/** Builds the site; ends the process as the build does where it fails. */
function serveWhenBuilt(): void {
  const building = spawn(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
  building.once('exit', (code) => {
    if (code !== 0) process.exit(code ?? 1);
    isBuilt = true;
    console.log(`文库已在 http://localhost:${port}${base}/ （按 Ctrl-C 停止）`);
  });
}

server.on('error', (error: NodeJS.ErrnoException) => {
  const sentence = error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用` : (failureSentence(error) ?? error.message);
  console.error(`${sentence}。换一个端口：PORT=4322 npm start`);
  process.exit(1);
});
// Nobody else on the network is asked in. The port comes first: whether it is free should not be learnt after a build.
server.listen(port, '127.0.0.1', serveWhenBuilt);
