import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { compressFiles } from '../../src/build/compressed-files.ts';
import { startedChromium } from '../../src/host/chromium.ts';
import { commandLine } from '../../src/host/command-line.ts';
import { headersOf } from '../../src/host/site-headers.ts';
import { caddySettings } from '../../src/hosting/caddy.ts';
import { nginxSettings } from '../../src/hosting/nginx.ts';
import type { SitePlace } from '../../src/hosting/site-place.ts';
import { capturesTrial, pagesTrial } from '../hostile/browser-trial.ts';
import { hostileCaptures } from '../hostile/captures.ts';
import { writeHostileContent } from '../hostile/hostile-content.ts';
import { writeFewProvinces } from '../site/few-provinces.ts';
import { built } from '../site/invented-content.ts';

/** Tries the hostile corpus in a browser on web servers that are installed here, see `usage`. Not part of `npm test`. */
const usage = `npx node tests/chromium/try-hosts.ts 服务器…    在本机装有的网页服务器上，用浏览器试遍敌意材料
  nginx、caddy              用 npm run host-settings 给出的设置
  nginx-bare、caddy-bare、python    不加任何标头
  浏览器由 CHROMIUM_PATH 指定，未指定时用 npm 带来的`;

const base = '/archive/';
const folder = mkdtempSync(join(tmpdir(), 'archive-hosts-'));
const root = join(folder, 'www');
const site = join(root, base);

/** How a server is started for a place: its settings, and its command. */
interface Host {
  readonly settings: (place: SitePlace) => string;
  readonly command: (settingsFile: string, port: number) => readonly string[];
  /** Whether it is to send the headers of the site. */
  readonly hasHeaders: boolean;
}

const nginx = (server: string): string => `daemon off;
${userInfo().uid === 0 ? 'user root;' : ''}
pid ${join(folder, 'nginx.pid')};
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `  ${kind}_temp_path ${join(folder, kind)};\n`).join('')}
${server}}
`;
const caddy = (server: string): string => `{
	admin off
	auto_https off
}
http://${server}`;
const nginxCommand = (file: string): readonly string[] => ['nginx', '-c', file, '-e', 'stderr'];
const caddyCommand = (file: string): readonly string[] => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file];
const portOf = ({ address }: SitePlace): string => address.split(':')[1] ?? '';

const hosts: Readonly<Record<string, Host>> = {
  nginx: { settings: (place) => nginx(nginxSettings(place)), command: nginxCommand, hasHeaders: true },
  caddy: { settings: (place) => caddy(caddySettings(place)), command: caddyCommand, hasHeaders: true },
  'nginx-bare': {
    settings: (place) => nginx(`server { listen ${portOf(place)}; root ${root}; }\n`),
    command: nginxCommand,
    hasHeaders: false,
  },
  'caddy-bare': {
    settings: ({ address }) => caddy(`${address} {\n\troot * ${root}\n\tfile_server\n}\n`),
    command: caddyCommand,
    hasHeaders: false,
  },
  python: {
    settings: () => '',
    command: (_, port) => ['python3', '-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', root],
    hasHeaders: false,
  },
};

const { positionals } = commandLine({
  usage,
  options: {},
  positionals: { wanted: '服务器', least: 1, most: 9 },
  faults: ({ positionals }) =>
    positionals
      .filter((name) => !Object.hasOwn(hosts, name))
      .map((name) => `没有“${name}”，可用的是 ${Object.keys(hosts).join('、')}`),
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What a host answers otherwise than it should; none of it is asked of a host without the headers. */
async function answerFaults(home: string): Promise<string[]> {
  const faults: string[] = [];
  const { origin, pathname } = new URL(home);
  const paths = ['', 'search-index/start.json', 'page.js', 'none/', 'reports/370304/2022/'];
  const [style = ''] = /_astro\/[^"]+\.css/.exec(await (await fetch(home)).text()) ?? [];
  const listed = /href="[^"]*?(sources\/[0-9a-f]{64}\.html\.txt)"/.exec(
    await (await fetch(`${home}reports/370304x01/2023/record/`)).text(),
  );
  for (const path of [...paths, style, listed?.[1] ?? '?']) {
    const answer = await fetch(`${origin}${pathname}${path}`, { headers: { 'Accept-Encoding': 'identity' } });
    const wantedStatus = path === 'none/' ? 404 : 200;
    if (answer.status !== wantedStatus) faults.push(`${path}: ${answer.status}`);
    for (const [name, value] of Object.entries(headersOf(`/${path}`)))
      if (answer.headers.get(name)?.toLowerCase() !== value.toLowerCase())
        faults.push(`${path}: ${name} is ${answer.headers.get(name)}`);
    for (const encoding of ['gzip', 'br']) {
      const packed = await fetch(`${origin}${pathname}${path}`, { headers: { 'Accept-Encoding': encoding } });
      console.log(
        `  ${packed.status} ${path || '/'} ${encoding} → ${packed.headers.get('content-encoding') ?? 'identity'}`,
      );
      if (wantedStatus === 200 && (await packed.text()) !== (await (await fetch(`${home}${path}`)).text()))
        faults.push(`${path}: other bytes in ${encoding}`);
    }
  }
  return faults;
}

/** What does not work for a reader: the way to a report, both searches, an address that is not there. */
async function walkFaults(browser: Browser, home: string): Promise<string[]> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  const answers = async (query: string, selector: string): Promise<void> => {
    await page.goto(`${home}search/?${query}`);
    await page.locator('[data-search-state="done"]').waitFor();
    await page
      .locator(selector)
      .first()
      .waitFor()
      .catch(() => faults.push(`${query}: nothing is found`));
  };
  await page.goto(home);
  for (const href of ['regions/', 'regions/370000/', 'regions/370304/', 'reports/370304/2022/'])
    await page.locator(`main a[href="${base}${href}"], header a[href="${base}${href}"]`).first().click();
  await page.locator('article.t').waitFor();
  await answers('q=法治政府', 'a[data-occurrence]');
  await answers('q=行政&mode=ranked', 'phrase-search .list li a');
  await page.goto(`${home}none/`).catch((error: Error) => {
    if (!error.message.includes('ERR_HTTP_RESPONSE_CODE_FAILURE')) throw error;
  });
  await page.close();
  return faults;
}

async function tryHost(name: string, host: Host): Promise<boolean> {
  const port = await freePort();
  const file = join(folder, `${name}.settings`);
  writeFileSync(file, host.settings({ root, base, address: `127.0.0.1:${port}` }));
  const [command = '', ...parameters] = host.command(file, port);
  const environment = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const server: ChildProcess = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'], env: environment });
  let said = '';
  server.stderr?.on('data', (text) => {
    said += text;
  });
  const home = `http://127.0.0.1:${port}${base}`;
  try {
    for (let waits = 0; ; waits++) {
      const answer = await fetch(home).catch(() => null);
      if (answer?.ok) break;
      if (waits > 50) throw new Error(`${name} does not answer: ${said}`);
      await pause(100);
    }
    console.log(name);
    const browser = await startedChromium();
    const pages = await pagesTrial(browser, home);
    const captures = await capturesTrial(browser, home, hostileCaptures);
    const walk = await walkFaults(browser, home);
    console.log(`  ${browser.version()}: ${pages.items} + ${captures.items} tried`);
    await browser.close();
    const faults = [...walk, ...pages.faults, ...captures.faults, ...(host.hasHeaders ? await answerFaults(home) : [])];
    for (const fault of faults) console.log(`  ! ${fault}`);
    for (const line of said
      .split('\n')
      .filter((text) => /\[(?:warn|emerg|crit|alert)\]|"level":"error"/.test(text))
      .slice(0, 5))
      console.log(`  ${line}`);
    return faults.length === 0;
  } finally {
    server.kill();
  }
}

try {
  const content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  // Those of all reports: a capture without its report is an error.
  writeFewProvinces(content, ['12', '14', '34', '37']);
  writeHostileContent(content);
  mkdirSync(root);
  const places = { content, out: site.replace(/\/$/, ''), cache: join(folder, 'cache') };
  await built(places, [], { ARCHIVE_BASE: base });
  await compressFiles(site);
  let isGood = true;
  for (const name of positionals) {
    const host = hosts[name];
    if (host) isGood = (await tryHost(name, host)) && isGood;
  }
  if (!isGood) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
