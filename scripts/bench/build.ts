/**
 * `npm run bench -- build`, see `usage`.
 *
 * Builds invented archives: cold without search, with the program to be compiled and with it kept (`bare`); cold with search, unchanged, one report changed, one deleted
 * (`search`); the peers on the same Markdown. All steps, or those named. What a run has measured is kept in DIR and not measured again (`--again` does);
 * `--compare` builds the last state clean as well and counts the files that differ.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { reportFiles } from '../../src/content-files/report-store.ts';
import { commandLine } from '../../src/host/command-line.ts';
import { environmentWith, type SettingChanges } from '../../src/host/settings.ts';
import { amendedReport } from '../../src/synth/amended-report.ts';
import { type BuildMeasure, buildTable, measureSchema } from './build-table.ts';
import { writeHugoSite } from './hugo-site.ts';
import { machine } from './machine.ts';
import { record } from './measurement.ts';
import { treeUse } from './process-tree.ts';
import { writeStarlightSite } from './starlight-site.ts';

const allSteps = ['bare', 'search', 'hugo', 'starlight'];
const usage = `npm run bench -- build [选项]    生成虚构的文库，测量时间、内存和文件
  --reports 1000,5000,30000    各测多少份，默认 1000
  --steps ${allSteps.join(',')}    测哪几步，默认全部
  --compare                    末了从头再生成一次，数出不同的文件
  --again                      测过的也重测
  --folder 文件夹              测得的存在哪里，默认 .cache/bench`;

const { values } = commandLine({
  usage,
  options: {
    reports: { type: 'string', default: '1000' },
    steps: { type: 'string', default: allSteps.join(',') },
    compare: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    folder: { type: 'string', default: join('.cache', 'bench') },
  },
  faults: ({ values: { reports, steps } }) => [
    ...(/^\d+(?:,\d+)*$/.test(reports) ? [] : [`--reports 应是以逗号相连的份数，如 1000,5000，现为“${reports}”`]),
    ...steps
      .split(',')
      .filter((step) => !allSteps.includes(step))
      .map((step) => `--steps 里没有“${step}”这一步，可用的是 ${allSteps.join('、')}`),
  ],
});
const sizes = values.reports.split(',').map(Number);
const steps = values.steps.split(',');
const folder = resolve(values.folder);
const resultsFile = join(folder, 'build.json');
mkdirSync(folder, { recursive: true });
const results: BuildMeasure[] = existsSync(resultsFile)
  ? z.array(measureSchema).parse(JSON.parse(readFileSync(resultsFile, 'utf8')))
  : [];

const files = (site: string): string[] =>
  existsSync(site) ? globSync('**', { cwd: site }).filter((file) => statSync(join(site, file)).isFile()) : [];

/** Runs one build unless an earlier run measured it and nothing after it depends on its files. */
async function measured(
  build: BuildMeasure['build'],
  reports: number,
  command: readonly [string, ...string[]],
  { cwd = process.cwd(), env = {}, site }: { cwd?: string; env?: SettingChanges; site: string },
): Promise<void> {
  console.error(`${reports} 份：${build}`);
  const [program, ...parameters] = command;
  const use = await treeUse(program, parameters, { cwd, env: environmentWith(env) });
  if (use.code !== 0) throw new Error(`${command.join(' ')} ended with ${use.code}`);
  const made = files(site);
  const result: BuildMeasure = {
    build,
    reports,
    machine: machine(),
    cpu: use.cpu,
    wall: use.wall,
    peak: use.peak,
    pages: made.filter((file) => file.endsWith('.html')).length,
    files: made.length,
    bytes: made.reduce((sum, file) => sum + statSync(join(site, file)).size, 0),
    different: null,
  };
  const at = results.findIndex((other) => other.build === build && other.reports === reports);
  results.splice(at < 0 ? results.length : at, 1, result);
  writeFileSync(resultsFile, JSON.stringify(results, null, 1));
}

const isMeasured = (build: BuildMeasure['build'], reports: number): boolean =>
  !values.again && results.some((result) => result.build === build && result.reports === reports);
const node = (script: string, ...parameters: string[]): [string, ...string[]] => [
  process.execPath,
  script,
  ...parameters,
];
const empty = (...paths: string[]): void => {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
};

/** Files that differ; the exact index apart, whose base and delta hold the same in other files. */
function differing(one: string, other: string): number {
  const compared = (site: string): Set<string> =>
    new Set(files(site).filter((file) => !file.startsWith(`search-index${sep}`)));
  const [first, second] = [compared(one), compared(other)];
  const both = [...first].filter((file) => second.has(file));
  const changed = both.filter((file) => !readFileSync(join(one, file)).equals(readFileSync(join(other, file))));
  return first.size + second.size - 2 * both.length + changed.length;
}

async function measureBare(reports: number, content: string): Promise<void> {
  if (isMeasured('program kept', reports)) return;
  const [site, cache] = [join(folder, `bare-${reports}`), join(folder, `bare-cache-${reports}`)];
  empty(site, cache);
  const env = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: site, ARCHIVE_CACHE: cache };
  const build = node('scripts/build.ts', '--without-search');
  // What earlier builds have kept of the program, in this checkout.
  empty(join('.astro', 'programs'));
  await measured('cold, without search', reports, build, { env, site });
  empty(site, cache);
  await measured('program kept', reports, build, { env, site });
  empty(site, cache);
}

/** Deletes the first report from a place on that has no superseded version, with the captures that are its alone. */
function deleteReport(content: string, held: readonly string[], from: number): void {
  const file = held.slice(from).find((one) => !existsSync(join(content, one.replace(/\.md$/, '.v1.md')))) ?? '';
  const digestsOf = (name: string): string[] =>
    readFileSync(join(content, name), 'utf8').match(/\b[0-9a-f]{64}\b/g) ?? [];
  const own = digestsOf(file);
  const others = new Set(held.filter((name) => name !== file).flatMap(digestsOf));
  rmSync(join(content, file));
  for (const digest of own) {
    if (others.has(digest)) continue;
    for (const capture of globSync(`sources/${digest}.*`, { cwd: content })) rmSync(join(content, capture));
  }
}

async function measureWithSearch(reports: number, content: string): Promise<void> {
  const site = join(folder, `site-${reports}`);
  const cache = join(folder, `cache-${reports}`);
  const env = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: site, ARCHIVE_CACHE: cache };
  const build = node('scripts/build.ts');
  if (isMeasured('one deleted', reports)) return;
  if (!isMeasured('cold', reports) || !existsSync(site)) {
    empty(site, cache);
    await measured('cold', reports, build, { env, site });
  }
  await measured('unchanged', reports, build, { env, site });
  const held = reportFiles(content);
  const changed = join(content, held[Math.floor(held.length / 2)] ?? '');
  writeFileSync(changed, amendedReport(readFileSync(changed, 'utf8')));
  await measured('one changed', reports, build, { env, site });
  deleteReport(content, held, Math.floor(held.length / 3));
  await measured('one deleted', reports, build, { env, site });
  if (!values.compare) return;
  const clean = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: `${site}-clean`, ARCHIVE_CACHE: `${cache}-clean` };
  empty(`${site}-clean`, `${cache}-clean`);
  spawnSync(process.execPath, ['scripts/build.ts'], { env: environmentWith(clean), stdio: 'inherit' });
  const last = results.findIndex((result) => result.build === 'one deleted' && result.reports === reports);
  const result = results[last];
  if (result) results[last] = { ...result, different: differing(site, `${site}-clean`) };
  writeFileSync(resultsFile, JSON.stringify(results, null, 1));
  empty(`${site}-clean`, `${cache}-clean`);
}

async function measureHugo(reports: number, content: string): Promise<void> {
  if (isMeasured('Hugo', reports)) return;
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (error) {
    console.error('没有 Hugo，不比较。Debian：apt-get install hugo');
    return;
  }
  console.error(stdout.trim());
  const site = join(folder, `hugo-${reports}`);
  empty(site);
  writeHugoSite(content, site);
  await measured('Hugo', reports, ['hugo', '--quiet', '--source', site], { site: join(site, 'public') });
  empty(site);
}

async function measureStarlight(reports: number, content: string): Promise<void> {
  // It takes minutes and gigabytes above that.
  if (isMeasured('Starlight', reports) || reports > 1000) return;
  const site = join(folder, 'starlight');
  empty(join(site, 'src'), join(site, 'dist'), join(site, '.astro'), join(site, 'node_modules', '.astro'));
  writeStarlightSite(content, site);
  if (!existsSync(join(site, 'node_modules', '@astrojs', 'starlight'))) {
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: site, stdio: 'inherit' });
    if (status !== 0) {
      console.error(`没有装成 Starlight，不比较。在 ${site} 中运行 npm install`);
      return;
    }
  }
  const env = { ASTRO_TELEMETRY_DISABLED: '1' } as const;
  const astro = join(site, 'node_modules', 'astro', 'bin', 'astro.mjs');
  await measured('Starlight', reports, node(astro, 'build', '--silent'), { cwd: site, env, site: join(site, 'dist') });
}

for (const reports of sizes) {
  const content = join(folder, `content-${reports}`);
  if (!existsSync(content))
    spawnSync(process.execPath, ['scripts/synth.ts', '--reports', String(reports), '--out', content], {
      stdio: 'inherit',
    });
  if (steps.includes('bare')) await measureBare(reports, content);
  if (steps.includes('search')) await measureWithSearch(reports, content);
  if (steps.includes('hugo')) await measureHugo(reports, content);
  if (steps.includes('starlight')) await measureStarlight(reports, content);
}
for (const reports of sizes) {
  const measures = results.filter((result) => result.reports === reports);
  record({
    name: `build-${reports}`,
    title: `${reports.toLocaleString('en')} 份`,
    command: `build --reports ${reports} --steps ${steps.join(',')}${values.compare ? ' --compare' : ''}`,
    machine: [...new Set(measures.map(({ machine }) => machine))].join('；'),
    found: buildTable(measures),
  });
}
