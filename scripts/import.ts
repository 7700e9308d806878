/** `npm run import -- INPUT…`: see `usage`. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueText } from '../src/archive/issue.ts';
import { regionTree } from '../src/archive/region-tree.ts';
import { readIssuerRegister } from '../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../src/content-files/region-register.ts';
import { progress } from '../src/host/progress.ts';
import { settings } from '../src/host/settings.ts';
import { type ImportSetting, importInput } from '../src/import/import-input.ts';
import { RegionNames } from '../src/import/recognise/region-names.ts';
import type { StoreMode } from '../src/import/write/store-draft.ts';

const usage = `npm run import -- INPUT…    文本、HTML、docx、PDF（文件或文件夹）→ content/ 中的 Markdown
  --dry-run                 什么也不写，只显示会写什么
  --json                    每份输入打印一行 JSON 记录（用 npm run -s import -- --json …）
  --region CODE --year YEAR --issuer NAME --source-url URL    以此为准，胜过识别
  --replace | --as-version | --as-source    库中已有时：覆盖、作为新版本、作为另一来源`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    ...{ region: { type: 'string' }, year: { type: 'string' }, issuer: { type: 'string' } },
    ...{ 'source-url': { type: 'string' }, replace: { type: 'boolean' } },
    ...{ 'as-version': { type: 'boolean' }, 'as-source': { type: 'boolean' } },
  },
});
const { region, year, issuer, 'source-url': sourceUrl, json, help } = values;
const modes: StoreMode[] = [];
if (values.replace) modes.push('replace');
if (values['as-version']) modes.push('version');
if (values['as-source']) modes.push('source');
const missing = positionals.filter((input) => !statSync(input, { throwIfNoEntry: false }));
if (
  help ||
  positionals.length === 0 ||
  modes.length > 1 ||
  missing.length > 0 ||
  !/^(?:20\d{2})?$/.test(year ?? '') ||
  (sourceUrl !== undefined && !/^https?:\/\/[^\s/]+/.test(sourceUrl))
) {
  for (const input of missing) console.error(`没有这个文件或文件夹：${input}`);
  console.error(usage);
  process.exit(help ? 0 : 2);
}

// What else lies in a folder (lists, logs) is no report.
const mayBeReport = /(?:^|\/)[^/.]+$|\.(?:txt|html?|shtml|xhtml|docx?|wps|pdf|ofd|rtf)$/i;
const inFolder = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .sort()
    .filter((name) => mayBeReport.test(name.replaceAll('\\', '/')))
    .map((name) => join(folder, name));
const files = positionals
  .flatMap((input) => (statSync(input).isDirectory() ? inFolder(input) : [input]))
  .filter((file) => statSync(file).isFile());
const { content } = settings();
// An archive that keeps no vocabularies of its own uses those that come with the program.
const own = join(import.meta.dirname, '../content');
const vocabularies = (name: string): string => (existsSync(join(content, name)) ? content : own);
const setting: ImportSetting = {
  content,
  names: new RegionNames(regionTree(readRegionRegister(vocabularies('regions')).regions)),
  issuers: readIssuerRegister(vocabularies('issuers.yaml')),
  today: new Date().toISOString().slice(0, 10),
  isDry: values['dry-run'] ?? false,
  mode: modes[0] ?? 'new',
  overrules: {
    ...(region === undefined ? {} : { region }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  },
};

const counts = { written: 0, unchanged: 0, refused: 0 };
const words = { written: setting.isDry ? '会写入' : '已写入', unchanged: '无变化', refused: '未写入' };
const phase = progress('导入', '份', files.length, { foot: process.stderr });
let done = 0;
let isStopped = false;
// The file at hand is finished; the next run goes on behind it.
process.on('SIGINT', () => {
  isStopped = true;
});
for (const file of files) {
  if (isStopped) break;
  const { record, state, diff } = await importInput(file, setting);
  counts[state]++;
  phase.clear();
  if (json) console.log(JSON.stringify(record));
  else if (state !== 'unchanged' || files.length < 20) {
    console.log(`${words[state]} ${file}${record.path === null ? '' : ` → ${record.path}`}`);
    for (const issue of record.issues) console.log(issueText(issue));
    if (setting.isDry && diff !== '') console.log(diff);
  }
  phase.reach(++done);
}
phase.clear();
if (!json)
  console.log(
    `${words.written} ${counts.written}，${words.unchanged} ${counts.unchanged}，${words.refused} ${counts.refused}`,
  );
// A record says itself what became of its input.
process.exitCode = isStopped ? 130 : counts.refused > 0 && !json ? 1 : 0;
