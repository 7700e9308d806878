import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { machineRefusal } from './expected-failure.ts';

/** Names one process for ever: numbers of processes come again, on this machine and on others. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in ticks since the machine started; null where the system does not tell. */
  readonly started: string | null;
  /** One start of one machine, and there one room of process numbers (containers have their own). */
  readonly machine: string;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** When a process began, in ticks since the machine started; null where the system does not tell. */
function startOf(pid: number): string | null {
  // The name, the second field, may hold spaces and brackets itself; the 22nd field is the 20th behind it.
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function processRoom(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** This machine since it was started: its name, where the system tells them its start and the room of process numbers. */
export function machineNow(): string {
  return [hostname(), read('/proc/sys/kernel/random/boot_id') ?? '', processRoom()].join(' ');
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid), machine: machineNow() };
}

/**
 * Whether a process is still there: `unknown` for one of another machine, or of another start of a machine that does
 * not tell its starts, or where another may have taken its number.
 */
export function processState({ pid, started, machine }: ProcessIdentity): 'running' | 'gone' | 'unknown' {
  const here = machineNow();
  if (machine !== here) {
    const [name, boot] = machine.split(' ');
    const [nameHere, bootHere] = here.split(' ');
    return name === nameHere && boot && bootHere && boot !== bootHere ? 'gone' : 'unknown';
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    if (machineRefusal(error)?.code === 'ESRCH') return 'gone';
  }
  const present = startOf(pid);
  if (started === null || present === null) return 'unknown';
  return present === started ? 'running' : 'gone';
}

/** A name for something of this process that no other takes. */
export const ownName = (): string => `${process.pid}.${randomBytes(4).toString('hex')}`;
