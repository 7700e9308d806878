/** `npm run import -- INPUT…`: see `usage`. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { issueText } from '../src/archive/issue.ts';
import { regionTree } from '../src/archive/region-tree.ts';
import { regionCodePattern } from '../src/archive/report-id.ts';
import { readIssuerRegister } from '../src/content-files/issuer-register.ts';
import { readRegionRegister } from '../src/content-files/region-register.ts';
import { commandLine } from '../src/host/command-line.ts';
import { progress } from '../src/host/progress.ts';
import { settings } from '../src/host/settings.ts';
import { type ImportSetting, importInput } from '../src/import/import-input.ts';
import { RegionNames } from '../src/import/recognise/region-names.ts';
import { acceptedLines } from '../src/import/write/accepted-lines.ts';
import { ledgerLine } from '../src/import/write/ledger.ts';
import type { StoreMode } from '../src/import/write/store-draft.ts';

const usage = `npm run import -- INPUT…    文本、HTML、mht、WARC、docx、PDF（文件或文件夹）→ content/ 中的 Markdown
  --dry-run                 什么也不写，只显示会写什么
  --json                    每份输入打印一行 JSON 记录（用 npm run -s import -- --json …）
  --region CODE --year YEAR --issuer NAME --source-url URL    以此为准，胜过识别
  --with-body               与 --json 合用，记录里另有将要发布的各段文字
  --accept LINES            确认这几行不属正文，如 3,45-46（一份文件；会记入报告）
  --replace | --as-version | --as-source    库中已有时：覆盖、作为新版本、作为另一来源`;

const { positionals, values } = commandLine({
  usage,
  options: {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    region: { type: 'string' },
    year: { type: 'string' },
    issuer: { type: 'string' },
    'source-url': { type: 'string' },
    'with-body': { type: 'boolean' },
    accept: { type: 'string' },
    replace: { type: 'boolean' },
    'as-version': { type: 'boolean' },
    'as-source': { type: 'boolean' },
  },
  positionals: { wanted: '要导入的文件或文件夹', least: 1, most: Number.POSITIVE_INFINITY },
  faults: ({ positionals: inputs, values: { region, year, 'source-url': url, accept, ...modes } }) => [
    ...inputs
      .filter((input) => !statSync(input, { throwIfNoEntry: false }))
      .map((input) => `没有这个文件或文件夹：${input}`),
    ...(region !== undefined && !regionCodePattern.test(region)
      ? [`--region 应是六位代码，如 341824，或自编代码，如 341824x01，现为“${region}”`]
      : []),
    ...(year !== undefined && !/^20\d{2}$/.test(year) ? [`--year 应是报告所述的年度，如 2023，现为“${year}”`] : []),
    ...(url !== undefined && !/^https?:\/\/[^\s/]+/.test(url)
      ? [`--source-url 应是 http:// 或 https:// 开头的网址，现为“${url}”`]
      : []),
    ...(accept !== undefined && acceptedLines(accept) === null
      ? [`--accept 应是行号，如 3,45-46，现为“${accept}”`]
      : []),
    ...(accept !== undefined &&
    (inputs.length !== 1 || statSync(inputs[0] ?? '', { throwIfNoEntry: false })?.isDirectory())
      ? ['--accept 只用于一份文件']
      : []),
    ...([modes.replace, modes['as-version'], modes['as-source']].filter(Boolean).length > 1
      ? ['--replace、--as-version、--as-source 只能用一个']
      : []),
  ],
});
const { region, year, issuer, 'source-url': sourceUrl, json } = values;
const accepted = values.accept === undefined ? null : acceptedLines(values.accept);
const modes: StoreMode[] = [];
if (values.replace) modes.push('replace');
if (values['as-version']) modes.push('version');
if (values['as-source']) modes.push('source');

// What else lies in a folder (lists, logs) is no report.
const mayBeReport = /(?:^|\/)[^/.]+$|\.(?:txt|html?|shtml|xhtml|mhtml?|warc(?:\.gz)?|docx?|wps|pdf|ofd|rtf)$/i;
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
  withBody: values['with-body'] ?? false,
  mode: modes[0] ?? 'new',
  overrules: {
    ...(region === undefined ? {} : { region }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    ...(accepted === null ? {} : { accepted }),
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
    if (setting.isDry && record.ledger) console.log(ledgerLine(record.ledger));
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
