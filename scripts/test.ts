import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commandLine } from '../src/host/command-line.ts';
import { firstFailure, type Step } from './test/step.ts';
import { typeChecks } from './test/type-checks.ts';

const usage = `npm test    核对格式、规范、类型、内容和全部测试，遇到不通过的就停；npm run ok 与此相同
  没有选项；只测一部分：npx vitest run --project unit tests/import`;

commandLine({ usage, options: {} });

const results = mkdtempSync(join(tmpdir(), 'archive-tests-'));

/** A run of Vitest that also writes what became of its tests into `results`, under the run's name. */
const tests = (name: string, project: string, ...more: string[]): Step => ({
  name,
  command: [
    ...(['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'] as const),
    ...[`--outputFile.json=${join(results, `${name}.json`)}`, ...more],
  ],
});

// What is counted for coverage runs at half its speed: only the rooms’ own tests bear it (and those of the comparison,
// which is where the alignment of texts is tested), and of these not the ones that hold times or try thousands of inputs.
const slow = [
  ...['compare/bounded-time', 'import/any-text', 'import/blind-2', 'import/interrupted', 'import/ledger', 'import/run'],
  ...['import/read/html-hostile', 'import/write/line-diff', 'search/damaged-index', 'search/delta'],
  ...['search/exact-search', 'text/fold'],
].map((name) => `tests/${name}.test.ts`);
const files = (pattern: string, others: readonly string[]): string[] =>
  globSync(pattern, { exclude: ['tests/{site,chromium,fixtures}/**', ...others] }).sort();
const covered = files('tests/{analysis,archive,text,search,import,compare}/**/*.test.ts', slow);
const others = files('tests/**/*.test.ts', covered);

const coveredTests = tests('单元测试和覆盖率', 'unit', '--coverage', ...covered);
const otherTests = tests('其余单元测试', 'unit', ...others);
const siteTests = tests('网站和浏览器的测试', 'site');

const counted = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** How many tests of a run passed and failed; none of either where it did not come to its end. */
function counts({ name }: Step): z.infer<typeof counted> {
  try {
    return counted.parse(JSON.parse(readFileSync(join(results, `${name}.json`), 'utf8')));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

// Side by side, for neither keeps two cores busy; the tests with times to keep come after them, alone.
const beside = await Promise.all([
  firstFailure(
    [
      { name: '格式和规范', command: ['biome', 'check', '.'] },
      { name: '内容', command: ['node', 'scripts/check.ts'] },
      ...typeChecks,
    ],
    false,
  ),
  firstFailure([coveredTests, otherTests], false),
]);
const failures = beside.filter((failure) => failure !== null);
if (failures.length === 0) {
  const failure = await firstFailure([siteTests], true);
  if (failure !== null) failures.push(failure);
}

const all = [coveredTests, otherTests, siteTests].map(counts);
rmSync(results, { recursive: true, force: true });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
for (const failure of failures) console.error(`\n“${failure}”没有通过。`);
console.log(
  `${sum(all.map(({ numPassedTests }) => numPassedTests))} passed, ${sum(all.map(({ numFailedTests }) => numFailedTests))} failed`,
);
if (failures.length > 0) process.exitCode = 1;
