import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';

/** A copy of the project, so that the server writes nothing that a server or build of the checkout reads. */
const folder = mkdtempSync(join(tmpdir(), 'archive-dev-'));
const content = join(folder, 'edited');
const report = join(content, 'reports/34/341824/2023.md');
let server: ChildProcess;
let ended: Promise<unknown>;
let home = '';
let printed = '';

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

/** The environment without what Vitest adds to it: Astro serves pages otherwise under a test runner. */
const outsideVitest = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:VITEST.*|TEST|MODE|DEV|PROD|SSR|BASE_URL)$/.test(name)),
);

/** What a page answers; a server that does not answer is 0. */
async function answer(path: string): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(`${home}${path}`, { signal: AbortSignal.timeout(20_000) });
    return { status: response.status, text: await response.text() };
  } catch {
    return { status: 0, text: '' };
  }
}

const patience = { timeout: 60_000, interval: 250 };

beforeAll(async () => {
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(name, join(folder, name), { recursive: true });
  // Entry by entry: Vite keeps what it makes in node_modules itself.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((name) => name !== '.vite'))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  cpSync('content', content, { recursive: true });
  const port = await freePort();
  home = `http://127.0.0.1:${port}`;
  server = spawn(
    process.execPath,
    [
      resolve('node_modules/astro/bin/astro.mjs'),
      'dev',
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--ignore-lock',
    ],
    {
      cwd: folder,
      env: { ...outsideVitest, ARCHIVE_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  ended = once(server, 'close');
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text) => {
      printed += text;
    });
  const answers = vi.waitFor(async () => expect((await answer('/')).status, printed).toBe(200), patience);
  await Promise.race([answers, ended.then(() => Promise.reject(new Error(printed)))]);
});
afterAll(async () => {
  server.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

test('an entry of the coverage file is seen on the page of its region', async () => {
  expect((await answer('/coverage/340000/')).text).not.toContain('安徽省人民政府网');
  appendFileSync(
    join(content, 'coverage.csv'),
    '340000,2023,not-found,安徽省人民政府网“法治政府建设年度报告”栏目,2026-01-05,\n',
  );
  await expect.poll(async () => (await answer('/coverage/340000/')).text, patience).toContain('安徽省人民政府网');
});

test('all tokens and components stand on a page that no built site has', async () => {
  const { status, text } = await answer('/about/design/');
  expect([
    status,
    text.match(/<h2>(?:Grid|Type|Colours|Report head|Result|Lists|Empty state|Notice)/g)?.length,
  ]).toEqual([200, 8]);
  expect(existsSync(join(inject('rootSite'), 'about/design'))).toBe(false);
});

test('an own region code is a page as soon as it is registered', async () => {
  expect((await answer('/regions/341824x01/')).status).toBe(404);
  appendFileSync(
    join(content, 'regions/own.csv'),
    '341824x01,绩溪生态工业园区,township,341824,2010,,,皖政秘〔2010〕1号,\n',
  );
  await expect
    .poll(() => answer('/regions/341824x01/'), patience)
    .toMatchObject({
      status: 200,
      text: expect.stringContaining('绩溪生态工业园区'),
    });
});

test('a line of the register that is wrong is told, and the sound ones stay', async () => {
  const file = join(content, 'regions/own.csv');
  const sound = readFileSync(file, 'utf8');
  const line = sound.split('\n').length;
  writeFileSync(file, `${sound}34182,某园区,nonsense,341824,,,,,\n`);
  await expect.poll(() => printed, patience).toMatch(new RegExp(`error region/\\S+ regions/own\\.csv:${line}\\n`));
  expect((await answer('/regions/341824x01/')).status).toBe(200);
  writeFileSync(file, sound);
});

test('a term of the glossary is seen', async () => {
  expect((await answer('/glossary/')).text).not.toContain('试用名目');
  const file = join(content, 'glossary.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('- term: 法治政府\n', '- term: 试用名目\n'));
  await expect.poll(async () => (await answer('/glossary/')).text, patience).toContain('试用名目');
});

test('a mistake in front matter is told as the check tells it, and the page is good again once it is mended', async () => {
  expect((await answer('/reports/341824/2023/')).status).toBe(200);
  const sound = readFileSync(report, 'utf8');
  const line = sound.split('\n').findIndex((text) => text.startsWith('issuerKind:')) + 1;
  expect(line).toBeGreaterThan(0);
  writeFileSync(report, sound.replace(/^issuerKind:.*$/m, 'issuerKind: goverment'));
  await expect.poll(() => printed, patience).toContain(`error report/schema reports/34/341824/2023.md:${line}\n`);
  // The rest of the site stands.
  expect((await answer('/regions/341824/')).text).toContain('/reports/341824/2023/');
  writeFileSync(report, sound.replace(/^title: .*$/m, 'title: 改过的标题'));
  await expect
    .poll(() => answer('/reports/341824/2023/'), patience)
    .toMatchObject({
      status: 200,
      text: expect.stringContaining('改过的标题'),
    });
  await expect.poll(async () => (await answer('/regions/341824/')).status, patience).toBe(200);
  expect(printed).not.toContain('UnhandledRejection');
  expect(printed).not.toMatch(/\n\s+at .*loader/);
});
