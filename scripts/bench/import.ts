/**
 * `npm run bench -- import`, see `usage`: how long the import of so many texts takes. The texts are a held
 * capture with its county's name and years changed; nothing is written into the archive.
 */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInForce } from '../../src/archive/region.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { commandLine } from '../../src/host/command-line.ts';
import { environmentWith } from '../../src/host/settings.ts';
import { machine } from './machine.ts';
import { record } from './measurement.ts';
import { treeUse } from './process-tree.ts';

const usage = `npm run bench -- import [份数]    导入这么多份文本要多久，默认 1000
  没有选项；不写入文库`;

const { positionals } = commandLine({
  usage,
  options: {},
  positionals: { wanted: '一个份数', least: 0, most: 1 },
  faults: ({ positionals: [count = '1'] }) => (/^[1-9]\d*$/.test(count) ? [] : [`份数应是正整数，现为“${count}”`]),
});
const count = Number(positionals[0] ?? 1000);
const model = { name: '绩溪县', stem: '绩溪', year: 2023, file: 'reports/34/341824/2023.md' };
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
try {
  const sha256 = /sha256: "?([0-9a-f]{64})/.exec(readFileSync(join(root, 'content', model.file), 'utf8'))?.[1];
  const text = readFileSync(join(root, 'content/sources', `${sha256}.txt`), 'utf8');
  const years = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];
  const counties = readRegionRegister(join(root, 'content')).regions.filter(
    ({ level, name, since }) => level === 'county' && name.endsWith('县') && name.length === 3 && since === null,
  );
  mkdirSync(join(folder, 'in'));
  let made = 0;
  for (const year of years) {
    for (const county of counties.filter((unit) => isInForce(unit, year))) {
      if (made >= count) break;
      const changed = text
        .replaceAll(model.name, county.name)
        .replaceAll(model.stem, county.name.slice(0, 2))
        .replaceAll(/202[234](?=年度)/g, (found) => String(Number(found) - model.year + year));
      writeFileSync(join(folder, 'in', `${String(made++).padStart(5, '0')}.txt`), changed);
    }
  }
  const characters = text.length;
  const run = (): ReturnType<typeof treeUse> =>
    treeUse(process.execPath, ['scripts/import.ts', join(folder, 'in')], {
      cwd: root,
      env: environmentWith({ ARCHIVE_CONTENT: join(folder, 'content') }),
    });
  const rows: string[] = [];
  for (const what of ['第一次', '再导入一次']) {
    const { cpu, wall, peak } = await run();
    const reports = globSync('reports/*/*/*.md', { cwd: join(folder, 'content') }).length;
    const rate = (cpu / made) * 1000;
    rows.push(
      `| ${what} | ${reports} | ${cpu.toFixed(1)} | ${rate.toFixed(1)} | ${wall.toFixed(1)} | ${(peak / 2 ** 20).toFixed(0)} |`,
    );
  }
  record({
    name: `import-${made}`,
    title: `${made.toLocaleString('en')} 份文本，每份 ${characters.toLocaleString('en')} 字`,
    command: `import ${made}`,
    machine: machine(),
    found: [
      '| | 收入 | CPU 秒 | 每千份 CPU 秒 | 历时秒 | 内存峰值 MiB |',
      '|---|---:|---:|---:|---:|---:|',
      ...rows,
    ].join('\n'),
  });
} finally {
  rmSync(folder, { recursive: true });
}
