import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commandLine } from '../src/host/command-line.ts';

const usage = `npm test    依次核对类型、内容和全部测试，遇到不通过的就停
  没有选项；只测一部分：npx vitest run --project unit tests/import`;

commandLine({ usage, options: {} });

/** Everything that must hold, in the order in which it fails fastest; stops at the first step that fails. */
const results = join(mkdtempSync(join(tmpdir(), 'archive-tests-')), 'results.json');
const steps: readonly (readonly [string, string, ...string[]])[] = [
  ['类型', 'astro', 'sync'],
  ['类型', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['类型（无 DOM、无 Node 的层）', 'tsc', '--noEmit', '-p', 'src/archive'],
  ['类型（浏览器的层）', 'tsc', '--noEmit', '-p', 'src/browser'],
  ['内容', 'node', 'scripts/check.ts'],
  ['测试', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
];

const counts = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numTotalTests: z.int() });

for (const [name, command, ...parameters] of steps) {
  console.log(`\n— ${name}：${command} ${parameters[0] ?? ''}`);
  const { status, error } = spawnSync(join('node_modules', '.bin', command), parameters, { stdio: 'inherit' });
  if (error && command !== 'node') throw error;
  const done = error ? spawnSync(process.execPath, parameters, { stdio: 'inherit' }).status : status;
  if (command === 'vitest') {
    const { numPassedTests, numFailedTests } = counts.parse(JSON.parse(readFileSync(results, 'utf8')));
    rmSync(results, { force: true });
    console.log(`${numPassedTests} passed, ${numFailedTests} failed`);
  }
  if (done !== 0) {
    console.error(`\n“${name}”没有通过。`);
    process.exit(1);
  }
}
