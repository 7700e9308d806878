import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { commandLine } from '../src/host/command-line.ts';
import { failureSentence } from '../src/host/expected-failure.ts';
import { fileHost } from '../src/host/file-host.ts';
import { settings } from '../src/host/settings.ts';
import { headersOf } from '../src/host/site-headers.ts';

/** `npm start`, see `usage`: builds the archive and serves it until interrupted. */
const usage = `npm start [-- --everywhere]    生成网站，在本机打开，按 Ctrl-C 停止
  --everywhere    同一网络的其他机器也能打开；不加时只有本机能打开
  端口由环境变量 PORT 指定，未指定时为 4321，如 PORT=4322 npm start`;

const { values } = commandLine({ usage, options: { everywhere: { type: 'boolean', default: false } } });
const { out, port, base } = settings();

const building: RequestListener = (_request, response) => {
  response.writeHead(503, { ...headersOf('/'), 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '10' });
  response.end('网站正在生成，稍后再打开\n');
};
const files = fileHost({ folder: out, base, headersOf, givesRanges: true });
let isBuilt = false;
const server = createServer((request, response) => (isBuilt ? files : building)(request, response));
server.on('error', (error: NodeJS.ErrnoException) => {
  const sentence = error.code === 'EADDRINUSE' ? `端口 ${port} 已被占用` : (failureSentence(error) ?? error.message);
  console.error(`${sentence}。换一个端口：PORT=4322 npm start`);
  process.exit(1);
});
// Taken before the long work, not after it; nobody else on the network is asked in unasked.
server.listen(port, values.everywhere ? undefined : '127.0.0.1');
await once(server, 'listening');

const build = spawn(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
const [code] = await once(build, 'exit');
if (code !== 0) process.exit(typeof code === 'number' ? code : 1);
isBuilt = true;
console.log(`文库已在 http://localhost:${port}${base} （按 Ctrl-C 停止）`);
