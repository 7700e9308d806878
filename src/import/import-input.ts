import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compareIssues, type Issue } from '../archive/issue.ts';
import { type ReportId, reportFile } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import type { IssuerEntry } from '../content-files/issuer-register.ts';
import { importIssue } from './lines/issue.ts';
import { type Reading, UnreadableInput } from './lines/reading.ts';
import { readCapture } from './read/capture.ts';
import { captureDigest, type Overrules, type Recognition, recognition } from './recognise/recognition.ts';
import type { RegionNames } from './recognise/region-names.ts';
import { draftBody, excludedRanges, recognisedId, reportDraft } from './write/draft.ts';
import { holderOfCapture, UnreadableReport } from './write/held-reports.ts';
import { curatedParts, importedDigests, partDigests } from './write/imported-parts.ts';
import { lostLetters } from './write/kept-letters.ts';
import { type FullLedger, ledger } from './write/ledger.ts';
import { type ImportRecord, importRecord, unreadRecord } from './write/record.ts';
import { isRedactedCapture } from './write/redaction.ts';
import { type Stored, type StoreSetting, storeDraft } from './write/store-draft.ts';

/** What an import works with. */
export interface ImportSetting extends StoreSetting {
  readonly names: RegionNames;
  readonly issuers: readonly IssuerEntry[];
  readonly overrules: Overrules;
  /** Whether the record is to hold the text as it would be published. */
  readonly withBody?: boolean;
}

/** What became of one input: its record, what was (or would be) written, and the diff. */
export interface ImportOutcome {
  readonly record: ImportRecord;
  readonly state: Stored['state'];
  readonly diff: string;
}

/** Bytes of one input that are read at most. */
const mostBytes = 64 * 1024 * 1024;

/** The file's name with the folders nearest to it (安徽省/绩溪县/2023.txt), as evidence. */
const placeNames = (file: string): string => file.split(/[\\/]/).slice(-4).join('/');

async function readInput(file: string): Promise<{ bytes: Uint8Array; reading: Reading }> {
  const { size } = statSync(file);
  if (size > mostBytes) {
    const message = `文件有 ${size} 字节，超过 ${mostBytes} 字节`;
    throw new UnreadableInput('input/too-large', message, '这不像一份报告；拆出其中的报告再导入');
  }
  const bytes = readFileSync(file);
  return { bytes, reading: await readCapture(bytes, basename(file)) };
}

/** Lines of which a curator said once that they are none of the report's. */
const acceptedLines = (excluded: Report['sources'][number]['excluded']): Set<number> =>
  new Set(
    excluded
      .filter(({ rule }) => rule === 'curator/accepted')
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );

/** What a curator wrote into the report that holds this capture counts as if it were said again. */
function curatedOverrules(content: string, sha256: string, id: ReportId | null): Overrules {
  const report = holderOfCapture(content, sha256, id === null ? null : `reports/${reportFile(id)}`)?.report;
  if (!report || report.sources[0]?.sha256 !== sha256) return {};
  const imported = importedDigests(report);
  const changed = imported === null ? new Set<string>() : curatedParts(partDigests(report, ''), imported);
  const { basis } = report;
  const accepted = acceptedLines(report.sources[0].excluded);
  return {
    ...(basis.region === 'curator' || changed.has('region') ? { region: report.region } : {}),
    ...(basis.year === 'curator' || changed.has('year') ? { year: report.year } : {}),
    ...(accepted.size > 0 ? { accepted } : {}),
    ...(basis.issuerKind === 'curator' || changed.has('issuers')
      ? { issuer: report.issuers.map(({ name }) => name).join('、') }
      : {}),
  };
}

/** Imports one file: reads, recognises, and writes the capture and the report; or says why not. */
export async function importInput(file: string, setting: ImportSetting): Promise<ImportOutcome> {
  // A run over plain texts never waits for anything: without a turn of the event loop the Markdown parser's native
  // memory is not given back, and Ctrl-C is not heard.
  await setImmediate();
  const refusal = (issue: Issue): ImportOutcome => ({ record: unreadRecord(file, issue), state: 'refused', diff: '' });
  let input: Awaited<ReturnType<typeof readInput>>;
  let found: Recognition;
  let overrules = setting.overrules;
  let sha256: string;
  try {
    input = await readInput(file);
    sha256 = captureDigest(input.bytes);
    if (isRedactedCapture(setting.content, sha256)) {
      throw new UnreadableInput(
        'input/redacted',
        '这份原件里有已应请求隐去的姓名',
        '用 content/sources/ 中隐去之后的那一份',
      );
    }
    const paths = [placeNames(file), ...(overrules.sourceUrl === undefined ? [] : [overrules.sourceUrl])];
    const recognise = (): Recognition => recognition(input.reading, setting.names, paths, overrules, setting.today);
    found = recognise();
    const curated = curatedOverrules(setting.content, sha256, recognisedId(found, setting.issuers));
    if (Object.keys(curated).length > 0) {
      overrules = { ...curated, ...setting.overrules };
      found = recognise();
    }
  } catch (error) {
    if (error instanceof UnreadableInput) {
      return refusal({
        code: error.code,
        severity: 'error',
        file,
        line: null,
        message: error.message,
        hint: error.hint,
      });
    }
    const [issue] = error instanceof UnreadableReport ? error.issues : [];
    if (issue) return refusal(issue);
    throw error;
  }
  const { bytes, reading } = input;
  const text = draftBody(found);
  const account = ledger(reading, excludedRanges(found.excluded), text);
  // Who says region, year and issuer says that it is a report.
  const isForced = overrules.region !== undefined && overrules.year !== undefined && overrules.issuer !== undefined;
  const isReport = found.likeness.isReport || isForced;
  const finish = (state: Stored['state'], extra: readonly Issue[] = [], diff = ''): ImportOutcome => {
    const issues = [...found.issues, ...extra].map((issue): Issue => ({ ...issue, file })).sort(compareIssues);
    const id = isReport ? recognisedId(found, setting.issuers) : null;
    const facts = { file, reportId: id, issues, format: reading.format, ledger: account };
    const record = importRecord(found, setting.names, { ...facts, body: setting.withBody === true ? text : null });
    return { record, state, diff };
  };
  if (!found.likeness.isReport && !isForced) {
    const { reason, code } = found.likeness;
    return finish('refused', [{ ...importIssue('not-report/any', null, reason), code }]);
  }
  if (!account.balances) return finish('refused', [importIssue('ledger/unbalanced', null, unbalanced(account))]);
  if (found.issues.some(({ severity }) => severity === 'error')) return finish('refused');
  const capture = {
    sha256,
    format: reading.format,
    url: overrules.sourceUrl ?? null,
    captured: reading.captured ?? null,
  };
  const draft = reportDraft(found, capture, setting.issuers, setting.names);
  if (!draft) return finish('refused', [importIssue('report/incomplete', null, missingParts(found))]);
  const lost = lostLetters(found, draft.body);
  if (lost.length > 0) return finish('refused', lost);
  const { state, issues, diff } = storeDraft(draft, bytes, setting);
  return finish(state, issues, diff);
}

/** Where an account does not close: the first letters that differ, or how many went astray. */
function unbalanced({ input, body, title, fields, excluded, differences: [first] }: FullLedger): string {
  if (first) return `第 ${first.line} 行，原件“${first.input.slice(0, 20)}”，正文“${first.body.slice(0, 20)}”`;
  const sum = body + title + fields + excluded.reduce((all, { letters }) => all + letters, 0);
  return `原件 ${input} 字，入账 ${sum} 字`;
}

const missingParts = (found: { region: unknown; year: unknown; issuerKind: unknown }): string =>
  [found.region === null ? '地区' : '', found.year === null ? '年度' : '', found.issuerKind === null ? '制发机关' : '']
    .filter((part) => part !== '')
    .join('、');
