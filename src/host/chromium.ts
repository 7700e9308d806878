import { existsSync, statfsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { settings } from './settings.ts';

/** Where a browser may stand that somebody installed; `CHROMIUM_PATH` names another. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const plainArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that npm brings on Linux x64, with the libraries that a bare machine lacks. */
async function packagedChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  // The package unpacks its shared libraries only where it believes to run on its usual host.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** Whether the memory that processes share has a place of its own with room for a browser, as few containers give. */
function hasSharedMemory(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= 2 ** 30;
  } catch {
    return false;
  }
}

/**
 * Starts a real Chromium: the one that `CHROMIUM_PATH` names, the one npm brings, or an installed one; with `more`
 * arguments than all tests need.
 */
export async function startedChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath =
    settings().chromium ?? (await packagedChromium()) ?? installed.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('The browser tests need a Chromium: install one, or set CHROMIUM_PATH to its executable.');
  return chromium.launch({
    executablePath,
    args: [...plainArguments, ...more],
    headless: true,
    // Playwright has that memory in files of the temporary folder, which costs a tenth of all that the browser does.
    ignoreDefaultArgs: hasSharedMemory() ? ['--disable-dev-shm-usage'] : [],
  });
}
