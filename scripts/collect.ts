/** `npm run collect -- --url ADDRESS | --region CODE --year YEAR | --recheck`: see `usage`. */
import { join } from 'node:path';
import { type Issue, issueText } from '../src/archive/issue.ts';
import { regionCodePattern } from '../src/archive/report-id.ts';
import { endConnections } from '../src/collect/answer.ts';
import { type JudgedCandidate, judgedCandidates } from '../src/collect/candidate-records.ts';
import { journalFile } from '../src/collect/collected-files.ts';
import { type Candidate, candidates, isUnreadable, writeCapturesList } from '../src/collect/collected-reports.ts';
import { type CollectingResult, collecting } from '../src/collect/collecting.ts';
import { type JournalEntry, journalReading, type Visit, type Wanted } from '../src/collect/journal.ts';
import { canonicalAddress } from '../src/collect/links/canonical-address.ts';
import { addMissing, yearLookedFor } from '../src/collect/missing-years.ts';
import { recheckedSources, recheckSeeds } from '../src/collect/recheck.ts';
import { type SourceState, sourceStates } from '../src/collect/source-history.ts';
import { type CollectSource, collectRegister } from '../src/content-files/collect-register.ts';
import { commandLine } from '../src/host/command-line.ts';
import { heldLock } from '../src/host/held-lock.ts';
import { settings } from '../src/host/settings.ts';

const usage = `npm run collect -- --url 栏目的网址 | --region CODE --year YEAR | --recheck
  从政府网站的栏目里找法治政府建设年度报告，逐字节存下，不发布；由编者审阅后用 npm run import 收录
  --url ADDRESS       从这个栏目找起；可以写几次
  --region CODE       content/collect.yaml 里登记的这个地区的栏目；两位的省级代码，如 14，则连同所辖各地
  --year YEAR         与 --region 合用：只找这一年度的，没有找到的登记到 content/coverage.csv
  --recheck           再看一遍所有来源：还在、改了、移了、没了
  --pause SECONDS     对同一网站两次请求之间至少相隔几秒；2（本机的网站可以更短，别的至少 1）
  --sites N           同时问几个网站，每个网站一次只问一件；4
  --limit N           对一个网站这一次至多问几个网址；400
  --json              每份可能的报告打印一行 JSON
守 robots.txt；不登录，不绕过阻拦；网站拒绝或要求等很久，这一次就不再问。
中断了再运行同一条命令，从停下的地方接着来。须先设 ARCHIVE_CONTACT：网站的管理者据此找得到您。`;

const isLocal = (address: string): boolean =>
  /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(address).hostname);
const isNumber = (text: string, least: number): boolean => /^\d+(?:\.\d+)?$/.test(text) && Number(text) >= least;
const isCount = (text: string): boolean => /^[1-9]\d{0,5}$/.test(text);

const { values } = commandLine({
  usage,
  options: {
    url: { type: 'string', multiple: true, default: [] },
    region: { type: 'string' },
    year: { type: 'string' },
    recheck: { type: 'boolean' },
    pause: { type: 'string' },
    sites: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  faults: ({ values: { url = [], region, year, recheck, pause, sites, limit } }) => {
    const chosen = [url.length > 0, region !== undefined, recheck === true].filter(Boolean).length;
    const wrong = url.filter(
      (address) => canonicalAddress(address, 'about:blank') === null || !/^https?:\/\//i.test(address),
    );
    const isOnlyLocal = url.length > 0 && wrong.length === 0 && url.every(isLocal);
    return [
      ...(chosen > 1 ? ['--url、--region、--recheck 只能用一个'] : []),
      ...wrong.map((address) => `--url 应是 http:// 或 https:// 开头的网址，现为“${address}”`),
      ...(region === undefined || regionCodePattern.test(region) || /^[1-9]\d$/.test(region)
        ? []
        : [`--region 应是六位代码，如 140404，或两位的省级代码，如 14，现为“${region}”`]),
      ...(year === undefined || /^20\d{2}$/.test(year) ? [] : [`--year 应是报告所述的年度，如 2023，现为“${year}”`]),
      ...(year !== undefined && region === undefined ? ['--year 只与 --region 合用'] : []),
      ...(pause === undefined || isNumber(pause, isOnlyLocal ? 0 : 1)
        ? []
        : [`--pause 应是秒数，至少 1，现为“${pause}”`]),
      ...(sites === undefined || isCount(sites) ? [] : [`--sites 应是正整数，现为“${sites}”`]),
      ...(limit === undefined || isCount(limit) ? [] : [`--limit 应是正整数，现为“${limit}”`]),
    ];
  },
});

if (values.url.length === 0 && values.region === undefined && values.recheck !== true) {
  console.error('缺少 --url、--region 或 --recheck。用法见 --help');
  process.exit(2);
}
const { content, collected: folder, contact } = settings();
if (contact === null) {
  console.error('没有设 ARCHIVE_CONTACT：写明邮箱或网页，网站的管理者据此找得到您。设好后再运行');
  process.exit(2);
}
const own = join(import.meta.dirname, '../content');
const today = new Date().toISOString().slice(0, 10);
const userAgent = `FazhiArchiveCollector/1.0 (+${contact})`.replace(/[^\u0020-\u007e]/g, '?');

function say(issues: readonly Issue[]): void {
  for (const issue of issues) console.error(issueText(issue));
}

/** The registered sites that were asked for. */
function chosenSources(): CollectSource[] {
  const { sources, issues } = collectRegister(content);
  say(issues);
  if (issues.some(({ severity }) => severity === 'error')) process.exit(1);
  const { region = '' } = values;
  const chosen = sources.filter((source) =>
    region.length === 2 ? source.region.startsWith(region) : source.region === region,
  );
  if (chosen.length > 0) return chosen;
  console.error(`content/collect.yaml 里没有登记 ${region} 的栏目：先登记，或用 --url 写明栏目的网址`);
  return process.exit(1);
}

const column = (address: string): Wanted => ({
  ...{ address, why: 'column', column: address, from: null, text: '', depth: 0 },
});
const isRecheck = values.recheck === true;
const year = values.year === undefined ? null : Number(values.year);
const sources = values.region === undefined ? [] : chosenSources();
const { entries } = journalReading(journalFile(folder));
const seeds = isRecheck
  ? recheckSeeds(content, entries)
  : [...values.url, ...sources.flatMap(({ columns }) => columns.map(({ address }) => address))].flatMap((written) => {
      const address = canonicalAddress(written, written);
      return address === null ? [] : [column(address)];
    });

const words: Readonly<Record<Visit['outcome'], string>> = {
  ...{
    kept: '已存',
    same: '未变',
    moved: '移动',
    gone: '没有',
    forbidden: '不许',
    refused: '拒绝',
    failed: '失败',
    unfit: '不收',
  },
};
const stateWords: Readonly<Record<SourceState, string>> = {
  ...{ alive: '还在', changed: '改了', moved: '移了', gone: '没了', unknown: '不知' },
};
const unlock = await heldLock(join(folder, 'lock'), {
  holder: '另一次采集',
  tell: (sentence) => console.error(sentence),
});
const run = collecting({
  ...{ folder, seeds, isRecheck },
  manners: { userAgent, pause: Number(values.pause ?? 2) * 1000, retries: 3 },
  sitesAtOnce: Number(values.sites ?? 4),
  limits: { mostOfSite: Number(values.limit ?? 400), year },
  tell: ({ outcome, asked, note }, left) => {
    if (!values.json)
      console.log(`${words[outcome]} ${asked.address}${note === '' ? '' : `（${note}）`}  待问 ${left}`);
  },
});
process.on('SIGINT', () => {
  console.error('正在停下：等已经问的回答完。再按一次立即结束');
  process.once('SIGINT', () => process.exit(130));
  run.stop();
});

/** Enters what was looked for in vain, and says why where nobody can say so. */
function enterMissing(result: CollectingResult, judged: readonly JudgedCandidate[]): void {
  if (year === null) return;
  const looked = sources.map((source) => yearLookedFor(source, year, { result, judged, today }));
  for (const { region, doubt } of looked)
    if (doubt !== '') console.error(`${region} ${year} 年度没有找到，也不能说没有：${doubt}`);
  const added = addMissing(
    content,
    looked.flatMap(({ missing }) => missing),
  );
  console.error(`没有找到而登记到 coverage.csv 的：${added} 处`);
}

/** Tells what became of all sources. */
async function tellSources(result: CollectingResult, before: readonly JournalEntry[]): Promise<void> {
  const counts = new Map<SourceState, number>();
  for (const { state, address, note } of await recheckedSources({ folder, content, own, today, before, result })) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
    const told = `${stateWords[state]} ${address}${note === '' ? '' : `（${note}）`}`;
    if (values.json || state !== 'alive') console.log(values.json ? JSON.stringify({ state, address, note }) : told);
  }
  const said = sourceStates.map((state) => `${stateWords[state]} ${counts.get(state) ?? 0}`);
  console.error(`${said.join('，')}；逐个见 ${join(folder, 'sources.csv')}，历来的变化见 sources-history.csv`);
}

/** Tells what was found; gives what the import makes of it. */
async function tellFound(result: CollectingResult): Promise<JudgedCandidate[]> {
  const found = candidates(result.visits);
  const line = ({ addresses, file }: Candidate, facts: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ address: addresses[0], others: addresses.slice(1), file, ...facts });
  const unread = { isReport: null, year: null, region: null, reportId: null };
  for (const one of found)
    if (values.json && isUnreadable(one)) console.log(line(one, { ...unread, title: one.title }));
  const judged: JudgedCandidate[] = [];
  for await (const one of judgedCandidates(folder, found, { content, own, today, withBody: false })) {
    judged.push(one);
    const { isReport, title, year: named, region, reportId } = one.outcome.record;
    const facts = {
      isReport,
      title: title ?? one.candidate.title,
      year: named,
      region: region?.code ?? null,
      reportId,
    };
    if (values.json) console.log(line(one.candidate, facts));
  }
  const reports = judged.filter(({ outcome }) => outcome.record.isReport).length;
  const words = found.filter(isUnreadable).length;
  console.error(
    [
      `问了 ${result.visits.length} 个网址，存下 ${found.length} 份，其中像是报告的 ${reports} 份`,
      ...(words > 0 ? [`旧式 Word 文件 ${words} 份，程序不读，须由人打开看`] : []),
      ...(result.leftOver.length > 0 ? [`到了上限没有问的网址 ${result.leftOver.length} 个`] : []),
    ].join('；'),
  );
  return judged;
}

try {
  const result = await run.result;
  const before = entries.filter((entry) => entry.run !== result.run);
  const earlier = before.flatMap((entry) => (entry.kind === 'visit' ? [entry] : []));
  writeCapturesList(folder, [...earlier, ...result.visits]);
  if (result.isStopped) console.error(`停下了，问了 ${result.visits.length} 个网址；再运行同一条命令接着来`);
  else if (isRecheck) await tellSources(result, before);
  else {
    enterMissing(result, await tellFound(result));
    console.error(`→ npm run import -- --dry-run ${join(folder, 'captures')} 看会收录什么`);
  }
  process.exitCode = result.isStopped ? 130 : 0;
} finally {
  unlock();
  await endConnections();
}
