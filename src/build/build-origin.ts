import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { settings } from '../host/settings.ts';
import type { BuildOrigin } from './site-manifest.ts';

/** What a build reads besides the content. */
const program = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json'];

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', ['--no-optional-locks', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    }).trim();
  } catch {
    return null;
  }
}

/** The commit that holds all that a build reads; or why there is none, in Chinese. */
function commit(content: string): Pick<BuildOrigin, 'commit' | 'commitMissing'> {
  const without = (commitMissing: string) => ({ commit: null, commitMissing });
  const head = git('rev-parse', 'HEAD');
  if (head === null) return without('程序不在 Git 仓库里');
  const root = git('rev-parse', '--show-toplevel') ?? '';
  if (relative(root, realpathSync(content)).startsWith('..')) return without('内容不在程序的 Git 仓库里');
  const changed = git('status', '--porcelain', '--untracked-files=normal', '--', ...program, content);
  return changed === '' ? { commit: head, commitMissing: null } : without('有尚未提交的改动');
}

/** What the site that is about to be built is made from and by: nothing in it depends on the machine or the hour. */
export function buildOrigin(content: string): BuildOrigin {
  const { site, base, contact, footer, fragments, pagefind } = settings();
  const lock = hash('sha256', readFileSync('package-lock.json'), 'hex');
  return {
    ...commit(content),
    node: process.version,
    lock,
    settings: { site, base, contact, footer, fragments, pagefind },
  };
}
