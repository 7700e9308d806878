import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { machineRefusal } from './expected-failure.ts';
import { ownIdentity, ownName, type ProcessIdentity, processState } from './process-identity.ts';

/** Milliseconds between two looks at a lock that somebody else holds, two words about it, and two signs of its holder. */
const betweenLooks = 500;
const betweenWords = 30_000;
const betweenSigns = 20_000;

/** Milliseconds without a sign after which a holder of whom nothing else is known counts as gone. */
const silence = 600_000;

/** Milliseconds after which a lock that says nothing, which only a broken write leaves, counts as left behind. */
const unwritten = 10_000;

/** How a lock is waited for. */
export interface LockWaiting {
  /** What the holder is doing, as a subject: 另一个生成. */
  readonly holder: string;
  readonly tell?: (sentence: string) => void;
  readonly now?: () => number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

interface SeenLock {
  readonly text: string;
  /** Null where the file does not say. */
  readonly holder: ProcessIdentity | null;
  /** Milliseconds since the last sign. */
  readonly age: number;
}

const isRecord = (value: unknown): value is Readonly<Partial<Record<keyof ProcessIdentity, unknown>>> =>
  typeof value === 'object' && value !== null;

function holderIn(text: string): ProcessIdentity | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { pid, started = null, machine } = value;
  // A signal to 0 or to a negative number goes to a whole group, which is always there.
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1 || typeof machine !== 'string') return null;
  return started === null || typeof started === 'string' ? { pid, started, machine } : null;
}

function seenLock(file: string, now: number): SeenLock | null {
  try {
    const text = readFileSync(file, 'utf8');
    return { text, holder: holderIn(text), age: now - statSync(file).mtimeMs };
  } catch (error) {
    if (machineRefusal(error)?.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether nobody holds a lock any more. */
function isLeft({ holder, age }: SeenLock): boolean {
  if (holder === null) return age > unwritten;
  const state = processState(holder);
  return state === 'gone' || (state === 'unknown' && age > silence);
}

/** Takes a lock that nobody holds; false where somebody does. It appears with all that it says, or not at all. */
function isTaken(file: string, text: string): boolean {
  const sibling = `${file}.${ownName()}.tmp`;
  try {
    writeFileSync(sibling, text, { flag: 'wx' });
    linkSync(sibling, file);
    return true;
  } catch (error) {
    const code = machineRefusal(error)?.code;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
  } finally {
    rmSync(sibling, { force: true });
  }
  // A disk that knows no links.
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (machineRefusal(error)?.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away a lock that was left behind; where another has been faster and it is a new one by now, that stays. */
function clear(file: string, { text }: SeenLock): void {
  const aside = `${file}.${ownName()}.left`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (machineRefusal(error)?.code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === text) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

const duration = (milliseconds: number): string =>
  milliseconds < 90_000 ? `${Math.round(milliseconds / 1000)} 秒` : `${Math.round(milliseconds / 60_000)} 分钟`;

function waitingSentence(file: string, { holder }: SeenLock, waiting: LockWaiting, waited: number): string {
  const who =
    holder === null
      ? `有一个没有写明进程的锁，${unwritten / 1000} 秒后作废`
      : `${waiting.holder}（进程 ${holder.pid}，主机 ${holder.machine.split(' ')[0]}）正在进行`;
  const since = waited < 1000 ? '等它结束' : `已等 ${duration(waited)}`;
  return `${who}，${since}……确知它已不在的，删去 ${file} 即可`;
}

/**
 * Waits until nobody else holds a lock, a file that names the process which holds it, and then holds it until it is let
 * go or the process ends; the function that comes back lets it go. A lock whose process is gone is taken over; one
 * whose process cannot be asked for (another machine or container) when it has given no sign for ten minutes. What is
 * waited for, how long already and what may be deleted is told at once and every half minute.
 */
export async function heldLock(file: string, waiting: LockWaiting): Promise<() => void> {
  const { tell = console.error, now = Date.now, wait = pause } = waiting;
  const text = `${JSON.stringify(ownIdentity())}\n`;
  mkdirSync(dirname(file), { recursive: true });
  const begun = now();
  let told = Number.NEGATIVE_INFINITY;
  while (!isTaken(file, text)) {
    const seen = seenLock(file, now());
    if (seen !== null && isLeft(seen)) {
      clear(file, seen);
      continue;
    }
    const at = now();
    if (seen !== null && at - told >= betweenWords) {
      told = at;
      tell(waitingSentence(file, seen, waiting, at - begun));
    }
    await wait(betweenLooks);
  }
  const signs = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Somebody has deleted the lock; what is under way is not broken off for it.
    }
  }, betweenSigns);
  signs.unref();
  const letGo = (): void => {
    clearInterval(signs);
    process.off('exit', letGo);
    if (seenLock(file, now())?.text === text) rmSync(file, { force: true });
  };
  process.on('exit', letGo);
  return letGo;
}
