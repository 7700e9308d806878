import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Issue } from '../archive/issue.ts';
import type { LetterAccount } from '../archive/letter-account.ts';
import { type RegionTree, regionTree } from '../archive/region-tree.ts';
import { reportFile, reportId } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import { coverageIssues } from '../content-files/coverage-register.ts';
import { glossaryIssues } from '../content-files/glossary-register.ts';
import { readHostRegister } from '../content-files/host-register.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { orderedFileText, readReportFile, reportFieldLine } from '../content-files/report-file.ts';
import { renderedReport } from '../render/rendered-report.ts';
import { captureFormatIssues } from './capture-format.ts';
import type { CheckMemory, FileFindings } from './check-memory.ts';
import { ledgerSum, letterAccount } from './letter-account.ts';

/** What a report must agree with beyond its own schema. */
interface Surroundings {
  readonly tree: RegionTree;
  /** Names of the files in `sources/`. */
  readonly captures: ReadonlySet<string>;
  /** The content folder. */
  readonly folder: string;
}

/** An issue whose line is that of a field, or is known. */
type Finding = Pick<Issue, 'code' | 'severity' | 'message' | 'hint'> &
  ({ readonly at: readonly PropertyKey[] } | { readonly line: number });

function placeFindings(report: Report, file: string): Finding[] {
  const version = /\.v\d+\.md$/.exec(file)?.[0] ?? '.md';
  const wanted = join('reports', reportFile(reportId(report))).replace(/\.md$/, version);
  if (wanted === file) return [];
  return [
    {
      code: 'report/path',
      severity: 'error',
      at: ['region'],
      message: `文件在 ${file}，而地区、年度和机关所定的位置是 ${wanted}`,
      hint: '改正 region、year、slug 中写错的一项，或把文件移到该处',
    },
  ];
}

function regionFindings(report: Report, tree: RegionTree): Finding[] {
  const { region, year, regionPath } = report;
  if (!tree.region(region, year))
    return [
      {
        code: 'report/region-unknown',
        severity: 'error',
        at: ['region'],
        message: `行政区划代码 ${region} 在 ${year} 年没有对应的单位`,
        hint: '核对代码；确有其地而登记缺漏的，补入 content/regions/',
      },
    ];
  const names = tree.pathNames(region, year);
  if (names.join('/') === regionPath.join('/')) return [];
  return [
    {
      code: 'report/region-mismatch',
      severity: 'error',
      at: ['regionPath'],
      message: `${region} 在 ${year} 年是“${names.join(' ')}”，这里写的是“${regionPath.join(' ')}”`,
      hint: '两者之一有误：改正 region 或 regionPath',
    },
  ];
}

function sourceFindings(report: Report, captures: ReadonlySet<string>): Finding[] {
  return report.sources.flatMap(({ sha256, format }, at): Finding[] =>
    captures.has(`${sha256}.${format}`)
      ? []
      : [
          {
            code: 'report/source-missing',
            severity: 'error',
            at: ['sources', at, 'sha256'],
            message: `content/sources/ 中没有 ${sha256}.${format}`,
            hint: '补上采集原件，或改正校验值',
          },
        ],
  );
}

function noteFindings(report: Report, body: string): Finding[] {
  if (report.notes.length === 0) return [];
  return renderedReport(report, body).unplaced.map((note) => ({
    code: 'report/note-unplaced',
    severity: 'error',
    at: ['notes', report.notes.indexOf(note), 'quote'],
    message: `编者注所引“${note.quote}”（第 ${note.occurrence} 处）不在正文的同一段内`,
    hint: '照正文抄写 quote，一处只引一段之内的文字',
  }));
}

const unknownFindings = (report: Report): Finding[] =>
  report.doubts.map(({ code, message }, at) => ({
    code: `doubt/${code.split('/')[1] ?? code}`,
    severity: 'note',
    at: ['doubts', at],
    message,
    hint: '查到依据后补上，并从 doubts 中删去',
  }));

function normalFormFinding(report: Report, body: string, text: string): Finding[] {
  const wanted = orderedFileText(report, body);
  if (wanted === text) return [];
  const lines = text.split('\n');
  const at = wanted.split('\n').findIndex((line, index) => line !== lines[index]);
  return [
    {
      // Hand-written text is shown as it stands whatever its form; the form only keeps files comparable.
      code: 'report/normal-form',
      severity: 'warning',
      line: at + 1,
      message: `第 ${at + 1} 行起不合规范写法：现为“${(lines[at] ?? '').slice(0, 60)}”，应为“${(wanted.split('\n')[at] ?? '').slice(0, 60)}”`,
      hint: '运行 npm run repair',
    },
  ];
}

/** What of a report's text is not its capture's, and nobody owns to. */
async function letterFindings(
  report: Report,
  body: string,
  { captures, folder }: Surroundings,
): Promise<{ findings: Finding[]; account: LetterAccount | null }> {
  const [source] = report.sources;
  const name = source ? `${source.sha256}.${source.format}` : '';
  if (!captures.has(name)) return { findings: [], account: null };
  const outcome = await letterAccount(report, body, readFileSync(join(folder, 'sources', name)));
  if (outcome.account === null)
    return {
      account: null,
      findings: [
        {
          code: 'source/unreadable',
          severity: 'error',
          at: ['sources', 0, 'sha256'],
          message: `采集原件读不出文字，不能与正文核对：${outcome.reason}`,
          hint: '恢复原文件，或换成读得出的原件后重新导入',
        },
      ],
    };
  const { account, unowned, hasTitle } = outcome;
  const findings = unowned.map(({ line, input, body: shown }): Finding => {
    const quote = (text: string): string =>
      text === '' ? '（无）' : `“${text.slice(0, 60)}${text.length > 60 ? '…' : ''}”`;
    return {
      code: 'source/letters-differ',
      severity: 'error',
      at: ['departures'],
      message: `正文与原件不同：原件第 ${line} 行作${quote(input)}，正文作${quote(shown)}`,
      hint: '照原件改回正文；确须不同的，在元数据 departures 里写明 capture（原件作）、text（正文作）、reason（缘由）',
    };
  });
  if (account.ledger.input !== ledgerSum(account.ledger) && unowned.length === 0 && account.departures === 0)
    findings.push({
      code: 'source/letters-unaccounted',
      severity: 'error',
      at: ['sources', 0, 'excluded'],
      message: `原件 ${account.ledger.input} 字，入账 ${ledgerSum(account.ledger)} 字`,
      hint: '重新导入这份原件；仍不相符的，请连同原件报告',
    });
  if (!hasTitle)
    findings.push({
      code: 'source/title-differs',
      severity: 'error',
      at: ['title'],
      message: `标题“${report.title}”在原件的标题行里没有，而 titleBasis 写作 text`,
      hint: '照原件改回标题；编者定的，把 titleBasis 改为 curator',
    });
  return { findings, account };
}

async function reportIssues(text: string, file: string, surroundings: Surroundings): Promise<FileFindings> {
  const { tree, captures } = surroundings;
  const digest = textDigest(text);
  const read = readReportFile(text, file);
  if (!read.report) return { digest, captures: [], issues: [...read.issues], id: null, account: null };
  const { report, body } = read;
  const letters = await letterFindings(report, body, surroundings);
  const findings = [
    ...placeFindings(report, file),
    ...regionFindings(report, tree),
    ...sourceFindings(report, captures),
    ...letters.findings,
    ...noteFindings(report, body),
    ...normalFormFinding(report, body, text),
    ...unknownFindings(report),
  ];
  const issues = findings.map(({ code, severity, message, hint, ...place }) => {
    const line = 'at' in place ? reportFieldLine(text, place.at) : place.line;
    return { code, severity, file, line, message, hint };
  });
  const named = report.sources.map(({ sha256, format }) => `${sha256}.${format}`);
  const id = /\.v\d+\.md$/.test(file) ? null : reportId(report);
  return { digest, captures: named, issues, id, account: letters.account };
}

const textDigest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Findings of an earlier check where nothing that they rest on has changed, else those of a fresh one. */
async function knownOrFresh(
  text: string,
  file: string,
  surroundings: Surroundings,
  memory: CheckMemory | null,
): Promise<FileFindings> {
  const known = memory?.recall(file, textDigest(text));
  const holds = known?.captures.every((name) => surroundings.captures.has(name)) === true;
  const findings = known && holds ? known : await reportIssues(text, file, surroundings);
  // What is wrong is looked at again each time.
  if (!findings.issues.some(({ severity }) => severity === 'error')) memory?.remember(file, findings);
  return findings;
}

/** Whether each capture's bytes still are what its name says. */
function captureIssues(folder: string, names: readonly string[]): Issue[] {
  return names.flatMap((name): Issue[] => {
    const sha256 = createHash('sha256')
      .update(readFileSync(join(folder, 'sources', name)))
      .digest('hex');
    if (basename(name).startsWith(`${sha256}.`)) return [];
    return [
      {
        code: 'source/altered',
        severity: 'error',
        file: `sources/${name}`,
        line: null,
        message: `文件名与内容不符：内容的 SHA-256 是 ${sha256}`,
        hint: '采集原件不得改动：恢复原文件',
      },
    ];
  });
}

/** What a check may be given besides its folder. */
export interface CheckOptions {
  /** Findings of an earlier check; null checks everything afresh. */
  readonly memory: CheckMemory | null;
  /** Told after each file: files checked so far and in all. */
  readonly tell: (done: number, total: number) => void;
}

/** All issues of a content folder, in no order, and how many report files it holds. Files are named relative to it. */
export async function contentIssues(
  folder: string,
  { memory, tell }: CheckOptions = { memory: null, tell: () => undefined },
): Promise<{ issues: Issue[]; reports: number }> {
  const register = readRegionRegister(folder);
  const captures = globSync('*', { cwd: join(folder, 'sources') }).sort();
  const surroundings = { tree: regionTree(register.regions), captures: new Set(captures), folder };
  const files = globSync('reports/**/*.md', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  const issues = [
    ...register.issues,
    ...captureIssues(folder, captures),
    ...captureFormatIssues(folder, captures),
    ...coverageIssues(folder, surroundings.tree),
    ...glossaryIssues(folder),
    ...readHostRegister(folder).issues,
  ];
  const holders = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const found = await knownOrFresh(readFileSync(join(folder, file), 'utf8'), file, surroundings, memory);
    tell(index + 1, files.length);
    issues.push(...found.issues);
    if (found.id === null) continue;
    const holder = holders.get(found.id);
    if (holder === undefined) holders.set(found.id, file);
    else
      issues.push({
        code: 'report/duplicate-id',
        severity: 'error',
        file,
        line: 1,
        message: `${found.id} 已由 ${holder} 占用`,
        hint: '同一报告只存一份：另一来源写入 sources，新版本用 --as-version 导入',
      });
  }
  memory?.save();
  return { issues, reports: files.length };
}
