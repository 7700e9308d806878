import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';

/** `npm start`, see `usage`: builds the archive and serves it on this machine until interrupted. */
const usage = `npm start    生成网站，在本机打开，按 Ctrl-C 停止
  没有选项；端口由环境变量 PORT 指定，未指定时为 4321，如 PORT=4322 npm start`;

commandLine({ usage, options: {} });
const { out, port, base: path } = settings();
const base = path.replace(/\/$/, '');

const built = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const files = sirv(out, { dev: true });
const server = createServer((request, response) => {
  const url = request.url ?? '/';
  if (!url.startsWith(`${base}/`)) {
    response.writeHead(302, { Location: `${base}/` }).end();
    return;
  }
  request.url = url.slice(base.length);
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(out, '404.html')));
  });
});
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`端口 ${port} 已被占用。换一个端口：PORT=4322 npm start`);
  process.exit(1);
});
server.listen(port, () => console.log(`文库已在 http://localhost:${port}${base}/ （按 Ctrl-C 停止）`));
