import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command and all processes below it used. */
export interface TreeUse {
  /** Seconds of processor time, user and system. */
  readonly cpu: number;
  readonly wall: number;
  /** Most memory that all held at one time, in bytes: the sum of their resident sets. */
  readonly peak: number;
  readonly code: number | null;
}

interface Sample {
  readonly parent: number;
  readonly cpu: number;
  readonly memory: number;
}

const ticksPerSecond = 100;
const pageSize = 4096;
const interval = 50;

/** One process by `/proc/<pid>/stat`: its parent, its own processor time, its resident set; null when it is gone. */
function sample(pid: string): Sample | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before the last bracket may hold spaces.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]];
    return { parent, cpu: (user + system) / ticksPerSecond, memory: pages * pageSize };
  } catch {
    return null;
  }
}

/** Processes that stem from one; those that outlive their parents are followed by what was seen of them before. */
function descendants(root: number, all: ReadonlyMap<number, Sample>, seen: Set<number>): number[] {
  seen.add(root);
  let found = true;
  while (found) {
    found = false;
    for (const [pid, { parent }] of all)
      if (!seen.has(pid) && seen.has(parent)) {
        seen.add(pid);
        found = true;
      }
  }
  return [...seen].filter((pid) => all.has(pid));
}

/**
 * Runs a command to its end and measures its whole process tree by looking at `/proc` (Linux) twenty times a second:
 * what a process uses after the last look at it is not counted.
 */
export async function treeUse(
  command: string,
  parameters: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<TreeUse> {
  const begun = performance.now();
  const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
  const cpu = new Map<number, number>();
  const seen = new Set<number>();
  let peak = 0;
  const look = (): void => {
    const all = new Map<number, Sample>();
    for (const name of readdirSync('/proc')) {
      const found = /^\d+$/.test(name) ? sample(name) : null;
      if (found) all.set(Number(name), found);
    }
    let memory = 0;
    for (const pid of descendants(child.pid ?? 0, all, seen)) {
      const found = all.get(pid);
      if (!found) continue;
      cpu.set(pid, found.cpu);
      memory += found.memory;
    }
    peak = Math.max(peak, memory);
  };
  const timer = setInterval(look, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  clearInterval(timer);
  const total = [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0);
  return { cpu: total, wall: (performance.now() - begun) / 1000, peak, code };
}
