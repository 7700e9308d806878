import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import { reportFile } from '../../archive/report-id.ts';
import type { Report } from '../../archive/report-schema.ts';
import { reportFileText } from '../../content-files/report-file.ts';
import { machineRefusal } from '../../host/expected-failure.ts';
import { type WholeFile, writeAllWhole } from '../../host/whole-file.ts';
import { importIssue } from '../lines/issue.ts';
import { type CuratedReport, curatedReport } from './curated-report.ts';
import type { ReportDraft } from './draft.ts';
import { type HeldReport, heldOf, heldReport, UnreadableReport } from './held-reports.ts';
import { importedText, partDigests } from './imported-parts.ts';
import { lineDiff } from './line-diff.ts';
import { type SourceDifference, type SourceDifferences, sourceDifferences } from './source-differences.ts';
import { sameText, textLikeness } from './text-likeness.ts';

/** What to do with a report that the archive already holds: nothing, overwrite, a new version, another source. */
export type StoreMode = 'new' | 'replace' | 'version' | 'source';

export interface StoreSetting {
  readonly content: string;
  readonly isDry: boolean;
  readonly mode: StoreMode;
  /** Another source is entered although its text is not the held one's to the letter. */
  readonly keepsDiffering?: boolean;
  /** ISO text. */
  readonly today: string;
  /** How files are written, all or none; the disk's own way where this is missing. */
  readonly write?: (files: readonly WholeFile[]) => void;
}

/** What was (or, on a dry run, would be) written. */
export interface Stored {
  readonly state: 'written' | 'unchanged' | 'refused';
  readonly issues: readonly Issue[];
  readonly diff: string;
}

interface Write {
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
  /** What is shown of it instead of the lines that change. */
  readonly told?: string;
}

const refused = (...issues: readonly Issue[]): Stored => ({ state: 'refused', issues, diff: '' });

/** Writes the capture and the reports, all or none; nothing where nothing changes. */
function written(writes: readonly Write[], capture: string, bytes: Uint8Array, setting: StoreSetting): Stored {
  const { content, isDry } = setting;
  const changes = writes.filter(({ before, after }) => before !== after);
  const hasCapture = existsSync(join(content, capture));
  if (changes.length === 0 && hasCapture) return { state: 'unchanged', issues: [], diff: '' };
  if (!isDry) {
    const reports = changes.map(({ file, after }) => ({ file: join(content, file), content: after }));
    const files = hasCapture ? reports : [{ file: join(content, capture), content: bytes }, ...reports];
    (setting.write ?? writeAllWhole)(files);
  }
  return {
    state: 'written',
    issues: [],
    diff: changes.map(({ file, before, after, told }) => told ?? lineDiff(file, before, after)).join('\n'),
  };
}

/** The report held under the draft's id, or one of the same region and year with nearly the same text. */
function rival(draft: ReportDraft, content: string): { held: HeldReport; likeness: () => number } | null {
  const own = `reports/${reportFile(draft.id)}`;
  const known = heldReport(content, own);
  if (known) return { held: known, likeness: () => textLikeness(known.body, draft.body) };
  const others = heldOf(content, draft.report.region, draft.report.year)
    .map((held) => ({ held, likeness: textLikeness(held.body, draft.body) }))
    .filter(({ likeness }) => likeness >= sameText)
    .sort((a, b) => b.likeness - a.likeness);
  const [first] = others;
  return first ? { held: first.held, likeness: () => first.likeness } : null;
}

/** From this share of common pieces down, two texts are two reports. */
const otherReport = 0.6;
/** Places where a source differs that are told one by one, and of which the held report keeps the words. */
const mostTold = 30;
const mostKept = 5;

const placeWords = ({ paragraph, held, source }: SourceDifference): string =>
  `第 ${paragraph} 段，库中“${held}”，这一来源“${source}”`;

/** Enters the draft's capture among the held report's sources; its text stays, and what differs is kept as a doubt. */
function asSource(held: HeldReport, source: Report['sources'][number], found: SourceDifferences): Write {
  const isKnown = held.report.sources.some(({ sha256 }) => sha256 === source.sha256);
  const sources = isKnown ? held.report.sources : [...held.report.sources, source];
  const { places, letters } = found;
  const more = places.length > mostKept ? '；其余从略' : '';
  const words = `来源 ${source.sha256.slice(0, 8)} 的文字与正文有 ${places.length} 处、${letters} 字不同：${places.slice(0, mostKept).map(placeWords).join('；')}${more}`;
  const doubts =
    places.length === 0 || isKnown
      ? held.report.doubts
      : [...held.report.doubts, { code: 'source/differs', message: words }];
  return { file: held.file, before: held.text, after: reportFileText({ ...held.report, sources, doubts }, held.body) };
}

/** What is to be said of another source's text beside the held one: how many places part, and each of them on a line. */
function sourceIssues({ places, letters, isWhole }: SourceDifferences, isKept: boolean): Issue[] {
  if (places.length === 0) return [];
  const count = isWhole ? `从第一处起 ${letters} 字` : `${places.length} 处，共 ${letters} 字`;
  const told = places.length > mostTold ? `${count}；列出前 ${mostTold} 处` : count;
  const issue = importIssue(isKept ? 'source/kept-differing' : 'source/differs', null, told);
  return [{ ...issue, message: [issue.message, ...places.slice(0, mostTold).map(placeWords)].join('\n    ') }];
}

/** Compares another source with the held report; enters it where it is the same report, and the same or accepted. */
function sourceStored(
  held: HeldReport,
  draft: ReportDraft,
  capture: string,
  bytes: Uint8Array,
  setting: StoreSetting,
): Stored {
  const [source] = draft.report.sources;
  const likeness = textLikeness(held.body, draft.body);
  if (!source || likeness < otherReport)
    return refused(
      importIssue('source/other-report', null, `${held.file}，相同的文字约 ${Math.round(100 * likeness)}%`),
    );
  const found = sourceDifferences(held.body, draft.body);
  const isKept = setting.keepsDiffering === true;
  const issues = sourceIssues(found, isKept);
  if (found.places.length > 0 && !isKept) return refused(...issues);
  return { ...written([asSource(held, source, found)], capture, bytes, setting), issues };
}

/** A draft as a file that remembers what the import wrote. */
function importedFile({ report, body }: Pick<ReportDraft, 'report' | 'body'>): string {
  return reportFileText({ ...report, imported: importedText(partDigests(report, body)) }, body);
}

/** The held text moves to an address of its own, the draft takes its place. */
function asVersion(held: HeldReport, draft: ReportDraft, today: string): Write[] {
  const version = held.report.versions.length + 1;
  const entry = { version, until: today, reason: '以后出的文本取代' };
  const report = { ...draft.report, versions: [...held.report.versions, entry] };
  const older = held.file.replace(/\.md$/, `.v${version}.md`);
  return [
    { file: older, before: null, after: held.text, told: `原来的一份不改一字，移作 ${older}\n` },
    { file: held.file, before: held.text, after: importedFile({ report, body: draft.body }) },
  ];
}

/** A held report brought up to date. One that never said what was imported, and is as it should be, stays so. */
function curatedFile({ report, body, imported }: CuratedReport, held: HeldReport): string {
  const isKnown = held.report.imported !== undefined;
  if (!isKnown && reportFileText(report, body) === held.text) return held.text;
  return reportFileText({ ...report, imported }, body);
}

const partWords: Readonly<Record<string, string>> = {
  title: '标题',
  region: '地区',
  year: '年度',
  issuers: '制发机关',
  signed: '成文日期',
  published: '公布日期',
  page: '网页表格',
  section: '部分',
  note: '编者注',
  doubt: '疑问',
  body: '正文',
};

/** What of a held report stays as its curator left it, so that it is never silent. */
function keptIssues({ kept, isTextChanged }: CuratedReport): Issue[] {
  const words = [...Map.groupBy(kept, (part) => part.split('/')[0] ?? part)].map(
    ([part, parts]) => `${partWords[part] ?? part}${parts.length > 1 ? ` ${parts.length} 处` : ''}`,
  );
  return [
    ...(words.length > 0 ? [importIssue('report/curated', null, words.join('、'))] : []),
    ...(isTextChanged ? [importIssue('report/text-curated', null, '')] : []),
  ];
}

/**
 * Writes a draft beside what the archive holds. The same capture again changes nothing, or brings its report up to
 * what recognition gives now, with all that a curator wrote kept. Another capture of a held report, or nearly the same
 * text of the same region and year, is refused unless `mode` says what it is; nothing is overwritten without `replace`.
 * Another source whose text differs is refused with every place until it is accepted, one of another report always.
 * What the machine refuses (a full disk) is the issue `report/unwritten`, and nothing is left behind.
 */
export function storeDraft(draft: ReportDraft, bytes: Uint8Array, setting: StoreSetting): Stored {
  const { content, mode, today } = setting;
  const [source] = draft.report.sources;
  if (!source) throw new Error('a draft has its capture as its first source');
  const capture = `sources/${source.sha256}.${source.format}`;
  try {
    const found = rival(draft, content);
    const own = `reports/${reportFile(draft.id)}`;
    if (!found) return written([{ file: own, before: null, after: importedFile(draft) }], capture, bytes, setting);
    const { held, likeness } = found;
    const at = held.report.sources.findIndex(({ sha256 }) => sha256 === source.sha256);
    if (at > 0) return { state: 'unchanged', issues: [], diff: '' };
    if ((at === 0 || mode === 'replace') && held.file === own) {
      const curated = curatedReport(draft, held, at === 0);
      const after = curatedFile(curated, held);
      const stored = written([{ file: own, before: held.text, after }], capture, bytes, setting);
      // Where nothing changes, nothing is to be said.
      return stored.state === 'unchanged' ? stored : { ...stored, issues: keptIssues(curated) };
    }
    if (mode === 'source') return sourceStored(held, draft, capture, bytes, setting);
    if (mode === 'version' && held.file === own) return written(asVersion(held, draft, today), capture, bytes, setting);
    if (mode === 'replace')
      return written([{ file: own, before: null, after: importedFile(draft) }], capture, bytes, setting);
    return refused(importIssue(likeness() >= sameText ? 'report/same-text' : 'report/held', null, held.file));
  } catch (error) {
    if (error instanceof UnreadableReport) return refused(...error.issues);
    const refusal = machineRefusal(error);
    if (!refusal) throw error;
    return refused(importIssue('report/unwritten', null, refusal.sentence));
  }
}
