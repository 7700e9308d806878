import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { redactionMark } from '../archive/redaction.ts';
import { type ReportId, reportFile } from '../archive/report-id.ts';
import { type Report, reportSchema, type Source } from '../archive/report-schema.ts';
import { reportFileText } from '../content-files/report-file.ts';
import { writeWhole } from '../host/whole-file.ts';
import { readCapture } from '../import/read/capture.ts';
import { decodedText } from '../import/read/text/decoded-text.ts';
import { captureDigest } from '../import/recognise/recognition.ts';
import { heldReport, UnreadableReport } from '../import/write/held-reports.ts';
import { carriedImported, partDigests } from '../import/write/imported-parts.ts';
import { lineDiff } from '../import/write/line-diff.ts';

/** The log of captures that were replaced: which must not come in again, what stands for it, and since when. */
const redactionLog = 'redacted.csv';

export interface RedactionOrder {
  readonly content: string;
  readonly id: ReportId;
  readonly name: string;
  readonly reason: string;
  /** ISO text. */
  readonly today: string;
  readonly isDry: boolean;
}

export interface Redacted {
  /** How often the name stood in the texts. */
  readonly count: number;
  readonly diff: string;
}

const occurrences = (text: string, name: string): number => text.split(name).length - 1;

/** Whether a capture was replaced because of a redaction, so that its bytes may not come in again. */
export function isRedactedCapture(content: string, sha256: string): boolean {
  const log = join(content, redactionLog);
  return existsSync(log) && readFileSync(log, 'utf8').includes(`\n${sha256},`);
}

interface NewCapture {
  readonly source: Source;
  readonly bytes: Uint8Array;
}

/** A capture without the name; null where it does not hold it. What is no text or page becomes the text that was read. */
async function redactedCapture(content: string, source: Source, name: string): Promise<NewCapture | null> {
  const file = join(content, 'sources', `${source.sha256}.${source.format}`);
  const bytes = readFileSync(file);
  const isText = source.format === 'txt' || source.format === 'html';
  const text = isText ? decodedText(bytes).text : await readLines(bytes, basename(file), name);
  if (isText ? !text.includes(name) : text === '') return null;
  // The mark at its head tells readers that it is UTF-8 now, whatever the page declares.
  const fresh = Buffer.from((source.format === 'html' ? '\ufeff' : '') + text.replaceAll(name, redactionMark));
  const format = isText ? source.format : 'txt';
  return {
    source: { ...source, format, sha256: captureDigest(fresh), excluded: isText ? source.excluded : [] },
    bytes: fresh,
  };
}

/** The text of a capture as it was read; empty where nothing of the capture holds the name. */
async function readLines(bytes: Uint8Array, file: string, name: string): Promise<string> {
  const { lines, left, meta } = await readCapture(bytes, file);
  const text = lines
    .map((line) => (line.kind === 'text' ? line.text : line.rows.map((row) => row.join('\t')).join('\n')))
    .join('\n');
  const beside = [...left.map((piece) => piece.text), ...meta.map(({ value }) => value)];
  return [text, ...beside].some((words) => words.includes(name)) ? text : '';
}

/** A report with the name replaced in all that it says of itself. Throws `UnreadableReport` where it is none then. */
function withoutName(report: Report, name: string, file: string): Report {
  const replaced: unknown = JSON.parse(
    JSON.stringify(report).replaceAll(JSON.stringify(name).slice(1, -1), redactionMark),
  );
  const read = reportSchema.safeParse(replaced);
  if (read.success) return read.data;
  throw new UnreadableReport(
    read.error.issues.map(({ path }) => ({
      code: 'report/schema',
      severity: 'error',
      file,
      line: null,
      message: `姓名也在元数据的 ${path.join('.')} 一项里，隐去以后这一项不合写法，什么也没有改`,
      hint: '核对姓名；确是姓名的，先手改这一项再隐去',
    })),
  );
}

/**
 * Takes a private person's name out of a report on request: out of its text, its front matter, its captures and its
 * superseded versions, leaving a visible mark; writes the redaction into the front matter and the replaced captures
 * into `redacted.csv`. The name itself is logged nowhere. Null where the report is not held or does not hold the name.
 * Throws `UnreadableReport`, with nothing written, where the report is not sound or would not be without the name.
 */
export async function redactName(order: RedactionOrder): Promise<Redacted | null> {
  const { content, id, name, reason, today, isDry } = order;
  const main = `reports/${reportFile(id)}`;
  const files = [main, ...globSync(main.replace(/\.md$/, '.v*.md'), { cwd: content }).sort()];
  let count = 0;
  const diffs: string[] = [];
  const writes: { file: string; bytes: string | Uint8Array }[] = [];
  const removed: string[] = [];
  const log: string[] = [];
  for (const file of files) {
    const held = heldReport(content, file);
    if (!held) return null;
    const sources: Source[] = [];
    let changes = occurrences(held.body, name) + occurrences(JSON.stringify(held.report), name);
    for (const source of held.report.sources) {
      const fresh = await redactedCapture(content, source, name);
      sources.push(fresh?.source ?? source);
      if (!fresh) continue;
      changes++;
      writes.push({ file: `sources/${fresh.source.sha256}.${fresh.source.format}`, bytes: fresh.bytes });
      removed.push(`sources/${source.sha256}.${source.format}`);
      log.push(`${source.sha256},${fresh.source.sha256},${today}`);
    }
    if (changes === 0) continue;
    const inBody = occurrences(held.body, name);
    count += inBody;
    const clean = withoutName(held.report, name, file);
    const report: Report = {
      ...clean,
      sources,
      transformations:
        inBody === 0 ? clean.transformations : [...clean.transformations, { rule: 'redaction/name', count: inBody }],
      redactions: [...clean.redactions, { mark: redactionMark, day: today, reason }],
    };
    const body = held.body.replaceAll(name, redactionMark);
    const imported = carriedImported(partDigests(held.report, held.body), partDigests(report, body), held.report);
    const { imported: _, ...rest } = report;
    const after = reportFileText(imported === undefined ? rest : { ...rest, imported }, body);
    diffs.push(lineDiff(file, held.text, after));
    writes.push({ file, bytes: after });
  }
  if (writes.length === 0) return null;
  if (!isDry) {
    for (const { file, bytes } of writes) writeWhole(join(content, file), bytes);
    const logFile = join(content, redactionLog);
    const before = existsSync(logFile) ? readFileSync(logFile, 'utf8') : 'original,redacted,day\n';
    if (log.length > 0) writeWhole(logFile, `${before}${log.join('\n')}\n`);
    for (const file of new Set(removed)) rmSync(join(content, file), { force: true });
  }
  return { count, diff: diffs.join('\n') };
}
