/** `npm run import -- INPUT…`: see `usage`. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Issue, issueText } from '../src/archive/issue.ts';
import { regionCodePattern, slugPattern } from '../src/archive/report-id.ts';
import { readHostRegister } from '../src/content-files/host-register.ts';
import { issuerRegister } from '../src/content-files/issuer-register.ts';
import { commandLine } from '../src/host/command-line.ts';
import { progress } from '../src/host/progress.ts';
import { settings } from '../src/host/settings.ts';
import type { ImportTask } from '../src/import/import-input.ts';
import { type ImportOutcome, refusedOutcome } from '../src/import/import-outcome.ts';
import { importRun } from '../src/import/import-run.ts';
import { pageAddress } from '../src/import/lines/page-address.ts';
import { captureOrigins } from '../src/import/source/capture-origins.ts';
import { inputFiles, isThere } from '../src/import/source/input-files.ts';
import { acceptedLines } from '../src/import/write/accepted-lines.ts';
import { ledgerLine } from '../src/import/write/ledger.ts';
import type { StoreMode } from '../src/import/write/store-draft.ts';

const usage = `npm run import -- INPUT…    文本、HTML、mht、WARC、docx、PDF（文件或文件夹）→ content/ 中的 Markdown
  --dry-run                 什么也不写，只显示会写什么
  --json                    每份输入打印一行 JSON 记录（用 npm run -s import -- --json …）
  --region CODE --year YEAR --issuer NAME    以此为准，胜过识别
  --slug NAME               部门的固定英文名，登记里没有时用，如 tea-center（一份文件）
  --source-url URL          网页的网址（一份文件）；多份的写在文件旁的 captures.csv 里
  --with-body               与 --json 合用，记录里另有将要发布的各段文字
  --accept LINES            确认这几行不属正文，如 3,45-46（一份文件；会记入报告）
  --replace | --as-version | --as-source    库中已有时：覆盖、作为新版本、作为另一来源
  --accept-differences      与 --as-source 合用：文字与库中的不同也收入，不同之处记入报告
  --debug                   程序出错时显示出错的位置`;

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

const { positionals, values } = commandLine({
  usage,
  options: {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    region: { type: 'string' },
    year: { type: 'string' },
    issuer: { type: 'string' },
    slug: { type: 'string' },
    'source-url': { type: 'string' },
    'with-body': { type: 'boolean' },
    accept: { type: 'string' },
    replace: { type: 'boolean' },
    'as-version': { type: 'boolean' },
    'as-source': { type: 'boolean' },
    'accept-differences': { type: 'boolean' },
    debug: { type: 'boolean' },
  },
  positionals: { wanted: '要导入的文件或文件夹', least: 1, most: Number.POSITIVE_INFINITY },
  faults: ({ positionals: inputs, values: { region, year, slug, 'source-url': url, accept, ...modes } }) => {
    const isOneFile = inputs.length === 1 && !isFolder(inputs[0] ?? '');
    return [
      ...inputs.filter((input) => !isThere(input)).map((input) => `没有这个文件或文件夹：${input}`),
      ...(region !== undefined && !regionCodePattern.test(region)
        ? [`--region 应是六位代码，如 341824，或自编代码，如 341824x01，现为“${region}”`]
        : []),
      ...(year !== undefined && !/^20\d{2}$/.test(year) ? [`--year 应是报告所述的年度，如 2023，现为“${year}”`] : []),
      ...(slug !== undefined && (!slugPattern.test(slug) || slug === 'party')
        ? [`--slug 应是小写字母、数字和连字符，字母开头，如 tea-center，现为“${slug}”`]
        : []),
      ...(slug !== undefined && !isOneFile ? ['--slug 只用于一份文件'] : []),
      ...(url !== undefined && pageAddress(url) !== url
        ? [`--source-url 应是 http:// 或 https:// 开头的网址，现为“${url}”`]
        : []),
      ...(url !== undefined && !isOneFile ? ['--source-url 只用于一份文件；多份的写在文件旁的 captures.csv 里'] : []),
      ...(accept !== undefined && acceptedLines(accept) === null
        ? [`--accept 应是行号，如 3,45-46，现为“${accept}”`]
        : []),
      ...(accept !== undefined && !isOneFile ? ['--accept 只用于一份文件'] : []),
      ...([modes.replace, modes['as-version'], modes['as-source']].filter(Boolean).length > 1
        ? ['--replace、--as-version、--as-source 只能用一个']
        : []),
      ...(modes['accept-differences'] && !modes['as-source'] ? ['--accept-differences 只与 --as-source 合用'] : []),
    ];
  },
});
const { region, year, issuer, slug, 'source-url': sourceUrl, json } = values;
const accepted = values.accept === undefined ? null : acceptedLines(values.accept);
const modes: StoreMode[] = [];
if (values.replace) modes.push('replace');
if (values['as-version']) modes.push('version');
if (values['as-source']) modes.push('source');

const today = new Date().toISOString().slice(0, 10);
const isDry = values['dry-run'] ?? false;
const { content } = settings();
// An archive that keeps no vocabularies of its own uses those that come with the program.
const own = join(import.meta.dirname, '../content');
const vocabularies = (name: string): string => (existsSync(join(content, name)) ? content : own);

/** Names and quotations come from outside; what would move a terminal's cursor is shown as a sign. */
const shown = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (sign) =>
    sign < ' ' ? String.fromCharCode(0x2400 + sign.charCodeAt(0)) : '\ufffd',
  );
const say = (text: string): void => console.log(shown(text));
const isFailure = ({ code }: Issue): boolean =>
  /^(?:input\/(?:unreadable|too-slow|too-heavy|none)|program\/failed|report\/unwritten|captures\/|hosts\/|issuers\/)/.test(
    code,
  );
const counts = { written: 0, unchanged: 0, refused: 0, failed: 0 };
const words = { written: isDry ? '会写入' : '已写入', unchanged: '无变化', refused: '未写入' };

/** Says what is wrong with a place that gave no input. */
function sayBeside(issues: readonly Issue[]): void {
  counts.failed += issues.length;
  for (const issue of issues) {
    if (json) console.error(shown(issueText(issue)));
    else say(issueText(issue));
  }
}

const listed = inputFiles(positionals);
const lists = captureOrigins(listed.files, today);
sayBeside([
  ...lists.issues,
  ...issuerRegister(vocabularies('issuers.yaml')).issues,
  ...readHostRegister(vocabularies('hosts.csv')).issues,
  ...listed.issues.filter(({ code }) => code === 'input/none'),
]);
const unreadable = listed.issues.filter(({ code }) => code !== 'input/none');
const tasks = listed.files.map(
  ({ file, folder }): ImportTask => ({ file, origin: lists.originOf(file), asksAddress: folder !== null }),
);
const run = importRun(tasks, {
  setting: {
    ...{ content, today, isDry, withBody: values['with-body'] ?? false, mode: modes[0] ?? 'new' },
    keepsDiffering: values['accept-differences'] ?? false,
    overrules: {
      ...(region === undefined ? {} : { region }),
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(slug === undefined ? {} : { slug }),
      ...(sourceUrl === undefined ? {} : { sourceUrl }),
      ...(accepted === null ? {} : { accepted }),
    },
  },
  vocabularies: {
    regions: vocabularies('regions'),
    issuers: vocabularies('issuers.yaml'),
    hosts: vocabularies('hosts.csv'),
  },
});

const phase = progress('导入', '份', tasks.length, { foot: process.stderr });
let done = 0;
let isStopped = false;
process.on('SIGINT', () => {
  // Whoever presses it twice does not want to wait for a disk.
  if (isStopped) process.exit(130);
  isStopped = true;
  void run.stop();
});
const withoutAddress: string[] = [];
const isAsking = ({ code }: Issue): boolean => code === 'source/address-unknown';

function tell({ record, state, diff, fault }: ImportOutcome): void {
  counts[state]++;
  if (record.issues.some(isFailure)) counts.failed++;
  if (json) console.log(JSON.stringify(record));
  else if (state !== 'unchanged' || tasks.length < 20) {
    say(`${words[state]} ${record.file}${record.path === null ? '' : ` → ${record.path}`}`);
    for (const issue of record.issues) if (!isAsking(issue)) say(issueText(issue));
    if (isDry && record.ledger) say(ledgerLine(record.ledger));
    if (isDry && diff !== '') say(diff);
  }
  if (record.issues.some(isAsking)) withoutAddress.push(record.file);
  if (fault !== undefined && values.debug) console.error(shown(fault));
}

for (const issue of unreadable) tell(refusedOutcome(issue.file ?? '', [issue]));
for await (const outcome of run.outcomes) {
  phase.clear();
  tell(outcome);
  phase.reach(++done);
}
phase.clear();
if (!json) {
  for (const file of withoutAddress) say(`note source/address-unknown ${file}`);
  const [first] = withoutAddress;
  if (first !== undefined) {
    const list = join(dirname(first), 'captures.csv');
    say(
      `  以上 ${withoutAddress.length} 份不知道网页的网址\n  → 在 ${list} 里写明（第一行 file,address,captured,note），重新导入`,
    );
  }
  const failed = counts.failed > 0 ? `，读写失败或出错 ${counts.failed}` : '';
  const passed = listed.passedOver > 0 ? `，不是可导入的种类 ${listed.passedOver}` : '';
  say(
    `${words.written} ${counts.written}，${words.unchanged} ${counts.unchanged}，${words.refused} ${counts.refused}${failed}${passed}`,
  );
}
// A record says itself what became of its input; what gave none, or failed, must not be overlooked.
process.exitCode = isStopped ? 130 : counts.failed > 0 || (counts.refused > 0 && !json) ? 1 : 0;
