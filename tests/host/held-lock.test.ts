import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { heldLock } from '../../src/host/held-lock.ts';
import { ownIdentity, processState } from '../../src/host/process-identity.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'held-lock-'));
  file = join(folder, 'build.lock');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const minute = 60_000;

/** Asks for the lock on a clock of its own; after so many looks the lock is deleted, as the sentence advises. */
async function asked(looks: number): Promise<{ told: string[]; waits: number; letGo: () => void }> {
  const told: string[] = [];
  let waits = 0;
  let clock = Date.now();
  const letGo = await heldLock(file, {
    holder: '另一个生成',
    tell: (sentence) => told.push(sentence),
    now: () => clock,
    wait: async (milliseconds) => {
      clock += milliseconds;
      if (++waits === looks) rmSync(file, { force: true });
    },
  });
  return { told, waits, letGo };
}

const identity = (changes: object = {}): string => JSON.stringify({ ...ownIdentity(), ...changes });
const aged = (text: string, milliseconds: number): void => {
  writeFileSync(file, text);
  const then = new Date(Date.now() - milliseconds);
  utimesSync(file, then, then);
};

test('a free lock is taken at once, says who holds it, and goes when it is let go', async () => {
  const { told, waits, letGo } = await asked(9);
  expect([told, waits]).toEqual([[], 0]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...ownIdentity() });
  letGo();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that somebody else has taken meanwhile is not let go for them', async () => {
  const { letGo } = await asked(9);
  writeFileSync(file, identity({ pid: 1 }));
  letGo();
  expect(existsSync(file)).toBe(true);
});

test('a running holder is waited for, and the wait says who, how long and what to delete', async () => {
  writeFileSync(file, identity());
  const { told, waits } = await asked(130);
  expect(waits).toBe(130);
  expect(told).toEqual([
    `另一个生成（进程 ${process.pid}，主机 ${hostname()}）正在进行，等它结束……确知它已不在的，删去 ${file} 即可`,
    expect.stringContaining('已等 30 秒'),
    expect.stringContaining('已等 60 秒'),
  ]);
});

test('another user’s process is running too', () => {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM', syscall: 'kill' });
  });
  expect(processState(ownIdentity())).toBe('running');
});

test('a process that has ended is gone, and so is one whose number another has', async () => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  expect(processState({ ...ownIdentity(), pid: child.pid ?? 0 })).toBe('gone');
  // Where the system tells neither, nobody can know.
  const { started, machine } = ownIdentity();
  expect(processState({ ...ownIdentity(), started: '1' })).toBe(started === null ? 'unknown' : 'gone');
  const [name, boot, room] = machine.split(' ');
  expect(processState({ ...ownIdentity(), machine: `${name} another ${room}` })).toBe(boot ? 'gone' : 'unknown');
});

test.for([
  ['a process that has ended', () => aged(identity({ pid: 4_194_303 + 1 }), 0)],
  ['nobody, and is old', () => aged('', minute)],
  ['a number alone, and is old', () => aged('1234', minute)],
  ['a whole group of processes, and is old', () => aged(identity({ pid: 0 }), minute)],
  ['another machine without a sign for ten minutes', () => aged(identity({ machine: 'far a b' }), 11 * minute)],
  ['a number of unknown start without a sign for ten minutes', () => aged(identity({ started: null }), 11 * minute)],
] as const)('a lock that names %s is taken over without a wait', async ([, left]) => {
  left();
  const { waits, letGo } = await asked(2);
  expect(waits).toBe(0);
  letGo();
  expect(readdirSync(folder)).toEqual([]);
});

test('an empty lock that is new is waited for, but not for ever', async () => {
  writeFileSync(file, '');
  const { told, waits } = await asked(9_999);
  expect(waits).toBeGreaterThan(15);
  expect(waits).toBeLessThan(25);
  expect(told[0]).toContain('没有写明进程');
});

test('a holder on another machine that gave a sign lately is waited for, but not for ever', async () => {
  aged(identity({ machine: 'far a b' }), minute);
  const { told, waits } = await asked(9_999);
  expect(waits).toBeGreaterThan(1000);
  expect(waits).toBeLessThan(1200);
  expect(told[0]).toContain('主机 far');
});

test('of many who find one lock left behind, one at a time holds it', async () => {
  aged(identity({ pid: 4_194_303 + 1 }), 0);
  let holding = 0;
  let most = 0;
  const one = async (): Promise<void> => {
    const letGo = await heldLock(file, { holder: '', tell: () => {}, wait: () => new Promise(setImmediate) });
    most = Math.max(most, ++holding);
    await new Promise(setImmediate);
    holding--;
    letGo();
  };
  await Promise.all(Array.from({ length: 20 }, one));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});
