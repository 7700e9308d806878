import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Issue } from '../archive/issue.ts';
import { reportFile } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import type { IssuerEntry } from '../content-files/issuer-register.ts';
import { readReportFile, reportFileText } from '../content-files/report-file.ts';
import { writeWhole } from './atomic-file.ts';
import { curatedReport } from './curated-report.ts';
import { importIssue } from './import-issue.ts';
import { type ImportRecord, importRecord, unreadRecord } from './import-record.ts';
import { lineDiff } from './line-diff.ts';
import { readCapture } from './read-capture.ts';
import { UnreadableInput } from './reading.ts';
import { captureDigest, type Overrules, recognition } from './recognition.ts';
import type { RegionNames } from './region-names.ts';
import { type ReportDraft, recognisedId, reportDraft } from './report-draft.ts';

/** What an import works with. `today` as ISO text. */
export interface ImportSetting {
  readonly content: string;
  readonly names: RegionNames;
  readonly issuers: readonly IssuerEntry[];
  readonly today: string;
  readonly isDry: boolean;
  readonly overrules: Overrules;
  readonly mode: 'new' | 'replace' | 'version' | 'source';
}

/** What became of one input: its record, what was (or would be) written, and the diff. */
export interface ImportOutcome {
  readonly record: ImportRecord;
  readonly state: 'written' | 'unchanged' | 'refused';
  readonly diff: string;
}

/** Bytes of one input that are read at most. */
const mostBytes = 64 * 1024 * 1024;

/** Imports one file: reads, recognises, and writes the capture and the report; or says why not. */
export async function importInput(file: string, setting: ImportSetting): Promise<ImportOutcome> {
  let bytes: Uint8Array;
  let reading: Awaited<ReturnType<typeof readCapture>>;
  try {
    const { size } = statSync(file);
    if (size > mostBytes)
      throw new UnreadableInput(
        'input/too-large',
        `文件有 ${size} 字节，超过 ${mostBytes} 字节`,
        '这不像一份报告；拆出其中的报告再导入',
      );
    bytes = readFileSync(file);
    reading = await readCapture(bytes, basename(file));
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    const issue: Issue = {
      code: error.code,
      severity: 'error',
      file,
      line: null,
      message: error.message,
      hint: error.hint,
    };
    return { record: unreadRecord(file, issue), state: 'refused', diff: '' };
  }
  const { overrules } = setting;
  const paths = [basename(file), ...(overrules.sourceUrl === undefined ? [] : [overrules.sourceUrl])];
  const found = recognition(reading, setting.names, paths, overrules, setting.today);
  const isForced = overrules.region !== undefined && overrules.year !== undefined && overrules.issuer !== undefined;
  const issues = found.issues.map((issue): Issue => ({ ...issue, file }));
  const finish = (state: ImportOutcome['state'], extra: readonly Issue[] = [], diff = ''): ImportOutcome => {
    const all = [...issues, ...extra.map((issue): Issue => ({ ...issue, file }))];
    const id = found.likeness.isReport || isForced ? recognisedId(found, setting.issuers) : null;
    return { record: importRecord(file, found, id, all, setting.names), state, diff };
  };
  if (!found.likeness.isReport && !isForced) {
    const { reason, code } = found.likeness;
    return finish('refused', [{ ...importIssue('not-report/any', null, reason), code }]);
  }
  const sha256 = captureDigest(bytes);
  const capture = { sha256, format: reading.format, url: overrules.sourceUrl ?? null, captured: null };
  const draft = reportDraft(found, capture, setting.issuers, setting.names);
  if (!draft) return finish('refused', [importIssue('report/incomplete', null, '')]);
  return stored(draft, bytes, setting, finish);
}

/** Writes a draft beside what is held already. */
function stored(
  draft: ReportDraft,
  bytes: Uint8Array,
  setting: ImportSetting,
  finish: (state: ImportOutcome['state'], extra?: readonly Issue[], diff?: string) => ImportOutcome,
): ImportOutcome {
  const target = join(setting.content, 'reports', reportFile(draft.id));
  const before = existsSync(target) ? readFileSync(target, 'utf8') : null;
  let report: Report = draft.report;
  if (before !== null) {
    const held = readReportFile(before, target);
    if (!held.report) return finish('refused', [...held.issues]);
    const isSameCapture = held.report.sources[0]?.sha256 === draft.report.sources[0]?.sha256;
    if (!isSameCapture && setting.mode !== 'replace')
      return finish('refused', [importIssue('report/held', null, draft.id)]);
    report = curatedReport(draft.report, held.report, (quote) => draft.body.includes(quote));
  }
  const after = reportFileText(report, draft.body);
  const [source] = draft.report.sources;
  const captureFile = join(setting.content, 'sources', `${source?.sha256}.${source?.format}`);
  const isNew = after !== before || !existsSync(captureFile);
  if (isNew && !setting.isDry) {
    if (!existsSync(captureFile)) writeWhole(captureFile, bytes);
    writeWhole(target, after);
  }
  return finish(isNew ? 'written' : 'unchanged', [], lineDiff(target, before, after));
}
