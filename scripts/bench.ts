/** `npm run bench`, see `usage`: the measurements of docs/bench.md, part by part. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../src/host/command-line.ts';

const folder = join(import.meta.dirname, 'bench');
const parts = globSync('*.ts', { cwd: folder })
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => ['build', 'compare', 'import', 'pages', 'search'].includes(name))
  .sort();
const usage = `npm run bench -- 部分 [选项]    测量一个部分，印出所得，并写入 docs/bench.md 中它的一节
  部分：${parts.join('、')}；各自的选项见 npm run bench -- 部分 --help`;

// What stands behind the part is the part's own.
const [first, ...parameters] = process.argv.slice(2);
const { positionals } = commandLine({
  usage,
  options: {},
  positionals: { wanted: `部分：${parts.join('、')} 之一`, least: 1, most: 1 },
  faults: ({ positionals: [part] }) =>
    part === undefined || parts.includes(part) ? [] : [`部分应是 ${parts.join('、')} 之一，现为“${part}”`],
  args: first === undefined ? [] : [first],
});
const script = join(folder, `${positionals[0]}.ts`);
process.exit(spawnSync(process.execPath, [script, ...parameters], { stdio: 'inherit' }).status ?? 1);
