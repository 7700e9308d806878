import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ExpectedFailure, failureSentence } from '../host/expected-failure.ts';
import { type FileSeal, sealOf } from '../host/file-seal.ts';
import { pathsBelow } from './published-files.ts';

/** A published site as whoever verifies it can read it; a failure to read is an `ExpectedFailure`. */
export interface SiteSource {
  /** What the person gave: an address or a folder. */
  readonly name: string;
  /** A file's text; null where the site has none. */
  readonly text: (path: string) => Promise<string | null>;
  /** A file's seal; null where the site has none. Of more than `most` bytes no more are read: the seal is then another. */
  readonly seal: (path: string, most: number) => Promise<FileSeal | null>;
  /** All paths; null where nobody can list them. */
  readonly paths: readonly string[] | null;
}

function folderSource(folder: string): SiteSource {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ExpectedFailure(`没有这个文件夹：${folder}（网址须以 http:// 或 https:// 开头）`);
  const bytes = async (path: string): Promise<Buffer | null> => {
    const file = join(folder, path);
    try {
      return existsSync(file) ? await readFile(file) : null;
    } catch (error) {
      throw new ExpectedFailure(failureSentence(error) ?? String(error));
    }
  };
  return {
    name: folder,
    text: async (path) => (await bytes(path))?.toString('utf8') ?? null,
    seal: async (path) => {
      const read = await bytes(path);
      return read && sealOf(read);
    },
    paths: pathsBelow(folder),
  };
}

/** Milliseconds that an answer may take, and pauses before it is asked for again. */
const patience = 60_000;
const pauses = [500, 2000];

const causes: Readonly<Record<string, string>> = {
  ENOTFOUND: '找不到这个主机',
  EAI_AGAIN: '查不到主机的地址',
  ECONNREFUSED: '主机拒绝连接',
  ECONNRESET: '连接中断',
  ETIMEDOUT: '连接超时',
  UND_ERR_CONNECT_TIMEOUT: '连接超时',
  UND_ERR_SOCKET: '连接中断',
  CERT_HAS_EXPIRED: '主机的证书已过期',
  DEPTH_ZERO_SELF_SIGNED_CERT: '主机的证书不受信任',
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

function networkSentence(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `${patience / 1000} 秒没有答复`;
  const code = String(field(field(error, 'cause'), 'code') ?? field(error, 'code') ?? '');
  return causes[code] ?? `取不到（${code || (error instanceof Error ? error.message : '原因不明')}）`;
}

/** The address that readers open for a file: a folder's page has the folder's. */
const addressOf = (home: URL, path: string): URL =>
  new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/') || '.',
    home,
  );

function addressSource(name: string): SiteSource {
  const home = new URL(name);
  home.search = '';
  home.hash = '';
  home.pathname = home.pathname.replace(/(?:\/index\.html|\/)?$/, '/');
  const attempt = async <Value>(
    path: string,
    read: (answer: Response) => Promise<Value>,
  ): Promise<{ value: Value | null } | { fault: string }> => {
    try {
      const answer = await fetch(addressOf(home, path), {
        headers: { 'Cache-Control': 'no-cache' },
        signal: AbortSignal.timeout(patience),
      });
      // Many hosts give the page for what they do not have under the status that it is there to explain.
      if (answer.ok || (answer.status === 404 && path === '404.html')) return { value: await read(answer) };
      await answer.body?.cancel();
      return answer.status === 404 || answer.status === 410 ? { value: null } : { fault: `主机答以 ${answer.status}` };
    } catch (error) {
      return { fault: networkSentence(error) };
    }
  };
  const asked = async <Value>(path: string, read: (answer: Response) => Promise<Value>): Promise<Value | null> => {
    let outcome = await attempt(path, read);
    for (const pause of pauses) {
      if ('value' in outcome) break;
      await setTimeout(pause);
      outcome = await attempt(path, read);
    }
    if ('fault' in outcome) throw new ExpectedFailure(`${outcome.fault}：${addressOf(home, path).href}`);
    return outcome.value;
  };
  return {
    name,
    text: (path) => asked(path, (answer) => answer.text()),
    seal: (path, most) =>
      asked(path, async (answer) => {
        const hash = createHash('sha256');
        let size = 0;
        for await (const piece of answer.body ?? []) {
          hash.update(piece);
          size += piece.length;
          if (size > most) break;
        }
        return { sha256: hash.digest('hex'), size };
      }),
    paths: null,
  };
}

/** The site at an address or in a folder; throws `ExpectedFailure` where the folder is none. */
export function siteSource(place: string): SiteSource {
  return /^https?:\/\//.test(place) && URL.canParse(place) ? addressSource(place) : folderSource(place);
}
