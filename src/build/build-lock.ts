import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const lock = '.astro/build.lock';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function tryToTake(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until no other build works in this checkout, then holds the lock until the process ends: Astro keeps its
 * half-built pages in one folder of the project. A lock whose process is gone is taken over.
 */
export async function heldBuildLock(): Promise<void> {
  mkdirSync('.astro', { recursive: true });
  for (let waited = false; !tryToTake(); waited = true) {
    const holder = Number(readFileSync(lock, 'utf8').trim() || 0);
    if (!isRunning(holder)) rmSync(lock, { force: true });
    else if (!waited) console.error(`另一个生成（进程 ${holder}）正在进行，等它结束……`);
    await setTimeout(500);
  }
  process.on('exit', () => rmSync(lock, { force: true }));
}
