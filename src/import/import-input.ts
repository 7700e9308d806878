import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compareIssues, type Issue } from '../archive/issue.ts';
import { type ReportId, reportFile } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import { type IssuerEntry, issuerSlug } from '../content-files/issuer-register.ts';
import { isRedactedCapture } from '../content-files/redaction-log.ts';
import { isWithdrawnCapture } from '../content-files/withdrawn-register.ts';
import { machineRefusal } from '../host/expected-failure.ts';
import { failedOutcome, type ImportedText, type ImportOutcome, refusedOutcome } from './import-outcome.ts';
import { issuerEntryLine } from './issuer-entry.ts';
import { importIssue } from './lines/issue.ts';
import { type Reading, type ReadLine, UnreadableInput } from './lines/reading.ts';
import { readCapture } from './read/capture.ts';
import { captureDigest, type Overrules, type Recognition, recognition } from './recognise/recognition.ts';
import type { RegionNames } from './recognise/region-names.ts';
import { twoReports } from './recognise/two-reports.ts';
import type { Origin } from './source/captures-file.ts';
import { type Hosts, hostIssues, registeredHost } from './source/page-host.ts';
import { draftBody, excludedRanges, type ReportDraft, recognisedId, reportDraft } from './write/draft.ts';
import { holderOfCapture, UnreadableReport } from './write/held-reports.ts';
import { curatedParts, importedDigests, partDigests } from './write/imported-parts.ts';
import { lostLetters } from './write/kept-letters.ts';
import { type FullLedger, ledger } from './write/ledger.ts';
import { importRecord } from './write/record.ts';
import { type Stored, type StoreSetting, storeDraft } from './write/store-draft.ts';

/** What an import works with. */
export interface ImportSetting extends StoreSetting {
  readonly names: RegionNames;
  readonly issuers: readonly IssuerEntry[];
  /** Whose sites hosts are; none where this is missing. */
  readonly hosts?: Hosts;
  readonly overrules: Overrules;
  /** Whether the record is to hold the text as it would be published. */
  readonly withBody?: boolean;
  /** Whether the outcome is to hold what was read, line by line, and the Markdown made of it. */
  readonly withText?: boolean;
}

/** One file to import. */
export interface ImportTask {
  readonly file: string;
  /** What a list beside the file says of it. */
  readonly origin: Origin;
  /** Whether a missing address is to be said. */
  readonly asksAddress: boolean;
  /** What the file was called where it came from; its own name where this is missing. Evidence of place and year. */
  readonly named?: string;
}

/** What a step of an import gives: what the next one takes, or why there is none. */
type Step<Next> = { readonly next: Next } | { readonly issues: readonly Issue[] };

/** An input as it was read. */
interface Input {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly reading: Reading;
}

/** All that is known of an input before it is drafted. */
interface Known {
  readonly found: Recognition;
  readonly origin: Origin;
  /** A curator named region, year and issuer, and so says that it is a report. */
  readonly isForced: boolean;
}

/** Bytes of one input that are read at most. */
const mostBytes = 64 * 1024 * 1024;

/** The file's name with the folders nearest to it (安徽省/绩溪县/2023.txt), as evidence. */
const placeNames = (file: string): string => file.split(/[\\/]/).slice(-4).join('/');

/** A line's words as a person reads it beside the text. */
const lineWords = (line: ReadLine): string =>
  line.kind === 'table' ? line.rows.map((row) => row.join('｜')).join('\n') : line.text;

async function readInput(file: string, content: string): Promise<Step<Input>> {
  try {
    const { size } = statSync(file);
    if (size > mostBytes) {
      const message = `文件有 ${size} 字节，超过 ${mostBytes} 字节`;
      throw new UnreadableInput('input/too-large', message, '这不像一份报告；拆出其中的报告再导入');
    }
    const bytes = readFileSync(file);
    const sha256 = captureDigest(bytes);
    if (isRedactedCapture(content, sha256)) {
      const message = '这份原件里有已应请求隐去的姓名';
      throw new UnreadableInput('input/redacted', message, '用 content/sources/ 中隐去之后的那一份');
    }
    if (isWithdrawnCapture(content, sha256)) {
      const message = '这份原件随报告一同撤除';
      throw new UnreadableInput(
        'input/withdrawn',
        message,
        '确要重新收录的，先从 content/withdrawn.csv 删去登记的一行',
      );
    }
    return { next: { bytes, sha256, reading: await readCapture(bytes, basename(file)) } };
  } catch (error) {
    if (error instanceof UnreadableInput) {
      const { code, message, hint } = error;
      return { issues: [{ code, severity: 'error', file, line: null, message, hint }] };
    }
    const refused = machineRefusal(error);
    if (refused) return { issues: [importIssue('input/unreadable', null, refused.sentence)] };
    throw error;
  }
}

/** Lines of which a curator said once that they are none of the report's. */
const acceptedLines = (excluded: Report['sources'][number]['excluded']): Set<number> =>
  new Set(
    excluded
      .filter(({ rule }) => rule === 'curator/accepted')
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );

/** What the report that holds this capture tells: what a curator wrote counts as if it were said again; its origin. */
interface HeldFacts {
  readonly overrules: Overrules;
  readonly origin: Origin;
}

/** Whether the register gives a report's department the name by which it is held. */
const isRegistered = ({ issuers, year, slug }: Report, register: readonly IssuerEntry[]): boolean =>
  issuers.some(({ name }) => issuerSlug(register, name, year) === slug);

/** Throws `UnreadableReport`. */
function heldFacts({ content, issuers }: ImportSetting, sha256: string, id: ReportId | null): HeldFacts {
  const report = holderOfCapture(content, sha256, id === null ? null : `reports/${reportFile(id)}`)?.report;
  const [source] = report?.sources ?? [];
  if (!report || source?.sha256 !== sha256) return { overrules: {}, origin: { address: null, captured: null } };
  const imported = importedDigests(report);
  const changed = imported === null ? new Set<string>() : curatedParts(partDigests(report, ''), imported);
  const { basis } = report;
  const accepted = acceptedLines(source.excluded);
  const overrules = {
    ...(basis.region === 'curator' || changed.has('region') ? { region: report.region } : {}),
    ...(basis.year === 'curator' || changed.has('year') ? { year: report.year } : {}),
    ...(accepted.size > 0 ? { accepted } : {}),
    ...(basis.issuerKind === 'curator' || changed.has('issuers')
      ? { issuer: report.issuers.map(({ name }) => name).join('、') }
      : {}),
    ...(report.issuerKind === 'department' && report.slug !== null && !isRegistered(report, issuers)
      ? { slug: report.slug }
      : {}),
  };
  return { overrules, origin: { address: source.url, captured: source.captured } };
}

/** Names of the places above and at the host's own, as a path of folders would have them. */
function hostPlaces(address: string, { hosts, names }: ImportSetting): string[] {
  const region = hosts ? registeredHost(address, hosts)?.region : null;
  return region ? [names.tree.pathNames(region).join('')] : [];
}

/** Recognises an input; once more where the archive holds its capture and a curator said something of it. */
function recognised({ reading, sha256 }: Input, task: ImportTask, setting: ImportSetting): Step<Known> {
  const known = (overrules: Overrules, { address, captured }: Origin): Known => {
    const paths = [
      placeNames(task.named ?? task.file),
      ...(address === null ? [] : [address, ...hostPlaces(address, setting)]),
    ];
    const { region, year, issuer } = overrules;
    return {
      found: recognition(reading, setting.names, paths, overrules, setting.today),
      origin: { address, captured },
      isForced: region !== undefined && year !== undefined && issuer !== undefined,
    };
  };
  const own: Origin = { address: reading.address ?? null, captured: reading.captured ?? null };
  const given: Origin = {
    address: setting.overrules.sourceUrl ?? task.origin.address,
    captured: task.origin.captured,
  };
  const first = known(setting.overrules, {
    address: given.address ?? own.address,
    captured: given.captured ?? own.captured,
  });
  try {
    const held = heldFacts(setting, sha256, recognisedId(first.found, setting.issuers));
    // What the capture bears of itself does not overrule what a curator may have written.
    const origin: Origin = {
      address: given.address ?? held.origin.address ?? own.address,
      captured: given.captured ?? held.origin.captured ?? own.captured,
    };
    if (Object.keys(held.overrules).length === 0 && origin.address === first.origin.address)
      return { next: { ...first, origin } };
    return { next: known({ ...held.overrules, ...setting.overrules }, origin) };
  } catch (error) {
    if (error instanceof UnreadableReport) return { issues: error.issues };
    throw error;
  }
}

/** Why what was recognised cannot be drafted; empty where it can. */
function faults({ reading }: Input, { found, isForced }: Known, account: FullLedger): Issue[] {
  if (!found.likeness.isReport && !isForced) {
    const { reason, code } = found.likeness;
    return [{ ...importIssue('not-report/any', null, reason), code }];
  }
  if (!account.balances) return [importIssue('ledger/unbalanced', null, unbalanced(account))];
  return twoReports(reading.lines);
}

/** A department that has no stable ASCII name, or another one than was given; with the line that gives it one. */
async function slugIssue(found: Recognition, { issuers, names, overrules }: ImportSetting): Promise<Issue | null> {
  const { region, year, issuerKind, givenSlug } = found;
  const [name] = found.issuers.map((body) => body.name);
  if (!region || year === null || issuerKind === null) return null;
  if (issuerKind !== 'department')
    return overrules.slug === undefined ? null : importIssue('issuer/slug-needless', null, overrules.slug);
  if (name === undefined) return null;
  const known = found.issuers.map((body) => issuerSlug(issuers, body.name, year)).find((slug) => slug !== null);
  if (known !== undefined && overrules.slug !== undefined && known !== overrules.slug)
    return importIssue('issuer/slug-differs', null, `${name} 登记为 ${known}，--slug 为 ${overrules.slug}`);
  if (known !== undefined || (givenSlug !== null && overrules.slug === undefined)) return null;
  const line = await issuerEntryLine(name, names.tree.pathNames(region.code, year), overrules.slug);
  return givenSlug === null
    ? {
        ...importIssue('issuer/no-slug', null, name),
        hint: `用 --slug NAME 指明英文名；或在 content/issuers.yaml 末尾加下面这一行（英文名可改，一经使用永不改动），重新导入：${line}`,
      }
    : {
        ...importIssue('issuer/slug-given', null, name),
        hint: `在 content/issuers.yaml 末尾加下面这一行，否则检查不通过：${line}`,
      };
}

function drafted({ sha256, reading }: Input, { found, origin }: Known, setting: ImportSetting): Step<ReportDraft> {
  const capture = { sha256, format: reading.format, url: origin.address, captured: origin.captured };
  const draft = reportDraft(found, capture, setting.issuers, setting.names);
  if (!draft) return { issues: [importIssue('report/incomplete', null, missingParts(found))] };
  const lost = lostLetters(found, draft.body);
  return lost.length > 0 ? { issues: lost } : { next: draft };
}

/** What is to be said of where an input came from. */
function originIssues(
  { reading }: Input,
  { found, origin, isForced }: Known,
  task: ImportTask,
  setting: ImportSetting,
): Issue[] {
  const { address } = origin;
  if (!found.likeness.isReport && !isForced) return [];
  if (address === null) return task.asksAddress ? [importIssue('source/address-unknown', null, '')] : [];
  const own = reading.address;
  const isOther = own !== undefined && !isSamePage(own, address);
  return [
    ...(isOther ? [importIssue('source/address-disagrees', null, `${address}，${own}`)] : []),
    ...hostIssues(address, setting.hosts ?? new Map(), found, setting.names.tree),
  ];
}

/** Whether two addresses are one page's, by whatever protocol and with or without `www.`. */
const isSamePage = (one: string, other: string): boolean => {
  const plain = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?|#.*$|\/$/gi, '');
  return plain(one) === plain(other);
};

/** Read → recognise → draft → store; each step gives what the next one takes, or the issues that end the import. */
async function imported(task: ImportTask, setting: ImportSetting): Promise<ImportOutcome> {
  const { file } = task;
  const read = await readInput(file, setting.content);
  if ('issues' in read) return refusedOutcome(file, read.issues);
  const input = read.next;
  const recognition = recognised(input, task, setting);
  if ('issues' in recognition) return refusedOutcome(file, recognition.issues);
  const known = recognition.next;
  const { found } = known;
  const body = draftBody(found);
  const account = ledger(input.reading, excludedRanges(found.excluded), body);
  const wrong = faults(input, known, account);
  const outcome = (state: Stored['state'], extra: readonly Issue[], diff = ''): ImportOutcome => {
    const told = [...found.issues, ...originIssues(input, known, task, setting), ...extra];
    const issues = told.map((issue): Issue => ({ ...issue, file })).sort(compareIssues);
    const isReport = found.likeness.isReport || known.isForced;
    const record = importRecord(found, setting.names, {
      ...{ file, issues, format: input.reading.format, ledger: account },
      ...{ url: known.origin.address, captured: known.origin.captured },
      reportId: isReport ? recognisedId(found, setting.issuers) : null,
      body: setting.withBody === true ? body : null,
    });
    const text: ImportedText = {
      lines: input.reading.lines.map((line) => ({ number: line.number, text: lineWords(line) })),
      left: input.reading.left,
      excluded: excludedRanges(found.excluded),
      markdown: body,
      candidates: found.regionCandidates.map(({ code }) => ({
        code,
        name: setting.names.tree.pathNames(code, found.year ?? undefined).join(''),
      })),
    };
    return { record, state, diff, ...(setting.withText === true ? { text } : {}) };
  };
  if (wrong.length > 0) return outcome('refused', wrong);
  if (found.issues.some(({ severity }) => severity === 'error')) return outcome('refused', []);
  const slug = await slugIssue(found, setting);
  const told = slug ? [slug] : [];
  if (slug?.severity === 'error') return outcome('refused', told);
  const draft = drafted(input, known, setting);
  if ('issues' in draft) return outcome('refused', draft.issues);
  const { state, issues, diff } = storeDraft(draft.next, input.bytes, setting);
  return outcome(state, [...told, ...issues], diff);
}

/**
 * Imports one file: reads, recognises, and writes the capture and the report; or says why not. Never throws: a
 * failure of the program is the issue `program/failed`, with `fault` beside the record.
 */
export async function importInput(
  file: string,
  setting: ImportSetting,
  more?: Partial<ImportTask>,
): Promise<ImportOutcome> {
  // A run over plain texts never waits for anything: without a turn of the event loop the Markdown parser's native
  // memory is not given back.
  await setImmediate();
  const task: ImportTask = { origin: { address: null, captured: null }, asksAddress: false, ...more, file };
  try {
    return await imported(task, setting);
  } catch (error) {
    return failedOutcome(file, error);
  }
}

/** Where an account does not close: the first letters that differ, or how many went astray. */
function unbalanced({ input, body, title, fields, excluded, differences: [first] }: FullLedger): string {
  if (first) return `第 ${first.line} 行，原件“${first.input.slice(0, 20)}”，正文“${first.body.slice(0, 20)}”`;
  const sum = body + title + fields + excluded.reduce((all, { letters }) => all + letters, 0);
  return `原件 ${input} 字，入账 ${sum} 字`;
}

const missingParts = (found: Recognition): string =>
  [
    ...(found.region === null ? ['地区'] : []),
    ...(found.year === null ? ['年度'] : []),
    ...(found.issuerKind === null || found.issuers.length === 0 ? ['制发机关'] : []),
    ...(found.region && found.issues.some(({ code }) => code === 'region/own-code-wanted') ? ['单位的自定代码'] : []),
  ].join('、');
