import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environmentWith } from '../../src/host/settings.ts';

/** Something that must hold: its name, and the command, Node or one of `node_modules/.bin`, whose end with 0 says that it does. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
}

/**
 * Runs a step to its end; true when it holds. With `isShown` what it prints is seen at once; without, when it has
 * ended, under its name, so that steps may run side by side. Throws when the program cannot be started.
 */
export async function isHolding({ name, command }: Step, isShown: boolean): Promise<boolean> {
  const [program, ...parameters] = command;
  const title = `\n— ${name}：${command.slice(0, 3).join(' ')}`;
  if (isShown) console.log(title);
  const begun = performance.now();
  const color = process.stdout.isTTY ? ({ FORCE_COLOR: '1' } as const) : {};
  const child = spawn(program === 'node' ? process.execPath : join('node_modules', '.bin', program), parameters, {
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: environmentWith(color),
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => printed.push(text));
  const code = await new Promise<number | null>((ended, failed) => child.once('error', failed).once('close', ended));
  const seconds = Math.round((performance.now() - begun) / 1000);
  if (!isShown) console.log(`${title}（${seconds} 秒）\n${Buffer.concat(printed).toString().trimEnd()}`);
  return code === 0;
}

/** Runs steps one after the other up to the first that does not hold; gives that one's name, or null. */
export async function firstFailure(steps: readonly Step[], isShown: boolean): Promise<string | null> {
  for (const step of steps) if (!(await isHolding(step, isShown))) return step.name;
  return null;
}
