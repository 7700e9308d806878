/** `npm run bench -- PART [options]`: the measurements of docs/bench.md, part by part. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'bench');
const [part = '', ...parameters] = process.argv.slice(2);
const script = join(folder, `${part}.ts`);
const parts = globSync('*.ts', { cwd: folder })
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => ['build', 'compare', 'import', 'pages', 'search'].includes(name))
  .sort();
if (!parts.includes(part) || !existsSync(script)) {
  console.error(`npm run bench -- PART [选项]\n  PART：${parts.join('、')}`);
  process.exit(2);
}
process.exit(spawnSync(process.execPath, [script, ...parameters], { stdio: 'inherit' }).status ?? 1);
