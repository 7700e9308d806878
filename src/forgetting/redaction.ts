import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Issue } from '../archive/issue.ts';
import { redactionMark } from '../archive/redaction.ts';
import type { ReportId } from '../archive/report-id.ts';
import { type Report, reportSchema, type Source } from '../archive/report-schema.ts';
import { type ReplacedCapture, redactionLog, redactionLogText } from '../content-files/redaction-log.ts';
import { reportFileText } from '../content-files/report-file.ts';
import { filesOfReport } from '../content-files/withdrawn-register.ts';
import { clearDrafts, draftsOfReport, filesOfDrafts } from '../desk/drafts/drafts-of-report.ts';
import { changeAllWhole } from '../host/whole-change.ts';
import { readCapture } from '../import/read/capture.ts';
import { decodedText } from '../import/read/text/decoded-text.ts';
import { captureDigest } from '../import/recognise/recognition.ts';
import { heldReport, UnreadableReport } from '../import/write/held-reports.ts';
import { carriedImported, partDigests } from '../import/write/imported-parts.ts';
import { lineDiff } from '../import/write/line-diff.ts';
import { capturesOfOthers } from './captures-of-others.ts';
import { isInBytes } from './scan.ts';
import type { SoughtText } from './sought-text.ts';
import { type TakenOut, takenOut } from './taken-out.ts';

export interface RedactionOrder {
  readonly content: string;
  readonly id: ReportId;
  readonly name: SoughtText;
  readonly reason: string;
  /** ISO text. */
  readonly today: string;
  readonly isDry: boolean;
  /** Whether forms of the name in other letters (traditional, wide) go too. */
  readonly withVariants: boolean;
}

export interface Redacted {
  /** How often the name stood in the texts. */
  readonly count: number;
  /** How often it stands there still, in letters that are not those given. */
  readonly variants: number;
  readonly diff: string;
  /** Files below the content folder that were changed or taken away, as they were called before. */
  readonly files: readonly string[];
}

/** Takes the name out of one text after another, and remembers how often. */
class Taking {
  count = 0;
  variants = 0;
  readonly #order: RedactionOrder;

  constructor(order: RedactionOrder) {
    this.#order = order;
  }

  /** A text without the name. */
  readonly from = (source: string): string => {
    const { name, withVariants } = this.#order;
    const taken: TakenOut = takenOut(source, name, redactionMark, withVariants);
    this.count += taken.count;
    this.variants += taken.variants;
    return taken.source;
  };
}

interface NewCapture {
  readonly source: Source;
  readonly bytes: Uint8Array;
}

const digested = (source: Source, format: Source['format'], text: string): NewCapture => {
  const bytes = Buffer.from(text);
  const excluded = format === source.format ? source.excluded : [];
  return { source: { ...source, format, sha256: captureDigest(bytes), excluded }, bytes };
};

/**
 * A capture without the name; null where it does not hold it. What is no text or page becomes the text that was read:
 * nobody can say of the rest of its bytes what they hold.
 */
async function redactedCapture(bytes: Uint8Array, source: Source, order: RedactionOrder): Promise<NewCapture | null> {
  const taking = new Taking(order);
  const file = `${source.sha256}.${source.format}`;
  if (source.format === 'txt' || source.format === 'html') {
    const text = taking.from(decodedText(bytes).text);
    // The mark at its head tells readers that it is UTF-8 now, whatever the page declares.
    return taking.count === 0
      ? null
      : digested(source, source.format, (source.format === 'html' ? '\ufeff' : '') + text);
  }
  const { lines, left, meta } = await readCapture(bytes, file);
  const text = taking.from(
    lines
      .map((line) => (line.kind === 'text' ? line.text : line.rows.map((row) => row.join('\t')).join('\n')))
      .join('\n'),
  );
  for (const words of [...left.map((piece) => piece.text), ...meta.map(({ value }) => value)]) taking.from(words);
  const isHeld = taking.count > 0 || (await isInBytes(bytes, file, [order.name])) === true;
  return isHeld ? digested(source, 'txt', text) : null;
}

/** A value with every text within it changed. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, change)]));
}

const refusal = (code: Issue['code'], file: string, message: string, hint: string): Issue => ({
  ...{ code, severity: 'error', file, line: null },
  ...{ message, hint },
});

/** A report with the name replaced in all that it says of itself. Throws `UnreadableReport` where it is none then. */
function withoutName(report: Report, taking: Taking, file: string): Report {
  const read = reportSchema.safeParse(withTexts(report, taking.from));
  if (read.success) return read.data;
  throw new UnreadableReport(
    read.error.issues.map(({ path }) =>
      refusal(
        'report/schema',
        file,
        `姓名也在元数据的 ${path.join('.')} 一项里，隐去以后这一项不合写法，什么也没有改`,
        '核对姓名；确是姓名的，先手改这一项再隐去',
      ),
    ),
  );
}

/** One file of the report without the name, and the captures that change with it; null where it holds no name. */
async function redactedFile(
  order: RedactionOrder,
  file: string,
  ofOthers: ReadonlyMap<string, string>,
): Promise<(Pick<Redacted, 'count' | 'diff'> & { text: string; captures: [Source, NewCapture][] }) | null> {
  const { content, reason, today } = order;
  const held = heldReport(content, file);
  if (!held) return null;
  const captures: [Source, NewCapture][] = [];
  const sources: Source[] = [];
  for (const source of held.report.sources) {
    const path = join(content, 'sources', `${source.sha256}.${source.format}`);
    const fresh = await redactedCapture(readFileSync(path), source, order);
    sources.push(fresh?.source ?? source);
    if (!fresh) continue;
    const other = ofOthers.get(source.sha256);
    if (other !== undefined)
      throw new UnreadableReport([
        refusal(
          'source/shared',
          file,
          `原件 ${basename(path)} 里有这个姓名，而它也是 ${other} 的来源，什么也没有改`,
          `先从 ${other} 的 sources 里删去这一来源，再隐去`,
        ),
      ]);
    captures.push([source, fresh]);
  }
  const inBody = new Taking(order);
  const body = inBody.from(held.body);
  const inFields = new Taking(order);
  const clean = withoutName({ ...held.report, sources }, inFields, file);
  if (inBody.count + inFields.count + captures.length === 0) return null;
  const { count } = inBody;
  const report: Report = {
    ...clean,
    transformations:
      count === 0 ? clean.transformations : [...clean.transformations, { rule: 'redaction/name', count }],
    redactions: [...clean.redactions, { mark: redactionMark, day: today, reason }],
  };
  const imported = carriedImported(partDigests(held.report, held.body), partDigests(report, body), held.report);
  const { imported: _, ...rest } = report;
  const text = reportFileText(imported === undefined ? rest : { ...rest, imported }, body);
  return { count, diff: lineDiff(file, held.text, text), text, captures };
}

/** How often the name stands in the report's files in other letters than those given. */
function variantsLeft(order: RedactionOrder, files: readonly string[]): number {
  const taking = new Taking(order);
  for (const file of files) {
    const held = heldReport(order.content, file);
    if (held) taking.from(held.body);
  }
  return taking.variants;
}

/**
 * Takes a private person's name out of a report on request: out of its text, its front matter, its captures and its
 * superseded versions, across spaces and markup, leaving a visible mark; takes its drafts away; writes the redaction into the front matter
 * and the replaced captures into `redacted.csv`, all or nothing. The name itself is logged nowhere. Null where the
 * report is not held or does not hold the name in the letters wanted. Throws `UnreadableReport`, with nothing written,
 * where the report is not sound or would not be without the name, or a capture with the name is another report's too.
 */
export async function redactName(order: RedactionOrder): Promise<Redacted | null> {
  const { content, id, today, isDry } = order;
  const files = filesOfReport(content, id);
  const ofOthers = capturesOfOthers(content, files);
  let count = 0;
  const diffs: string[] = [];
  const writes = new Map<string, string | Uint8Array>();
  const removed = new Set<string>();
  const log = new Map<string, ReplacedCapture>();
  for (const file of files) {
    const redacted = await redactedFile(order, file, ofOthers);
    if (!redacted) continue;
    count += redacted.count;
    diffs.push(redacted.diff);
    writes.set(file, redacted.text);
    for (const [before, { source, bytes }] of redacted.captures) {
      writes.set(`sources/${source.sha256}.${source.format}`, bytes);
      removed.add(`sources/${before.sha256}.${before.format}`);
      log.set(before.sha256, { original: before.sha256, redacted: source.sha256, day: today });
    }
  }
  // A draft of the report holds the name in bytes that nobody publishes, and could bring it back.
  const drafts = draftsOfReport(content, id, [...log.keys()]);
  for (const file of filesOfDrafts(content, drafts)) removed.add(file);
  const variants = order.withVariants ? 0 : variantsLeft(order, files);
  if (writes.size === 0) return variants === 0 ? null : { count: 0, variants, diff: '', files: [] };
  if (!isDry) {
    if (log.size > 0) writes.set(redactionLog, redactionLogText(content, [...log.values()]));
    changeAllWhole(
      [...writes].map(([file, bytes]) => ({ file: join(content, file), content: bytes })),
      [...removed].filter((file) => !writes.has(file)).map((file) => join(content, file)),
    );
    clearDrafts(content, drafts);
  }
  const changed = [...files.filter((file) => writes.has(file)), ...removed];
  return { count, variants, diff: diffs.join('\n'), files: changed };
}
