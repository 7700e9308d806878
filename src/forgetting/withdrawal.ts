import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportId } from '../archive/report-id.ts';
import { namedCaptures } from '../content-files/report-file.ts';
import { reportFiles } from '../content-files/report-store.ts';
import {
  filesOfReport,
  readWithdrawnRegister,
  type WithdrawnEntry,
  withdrawnFile,
  withdrawnFileText,
} from '../content-files/withdrawn-register.ts';
import { clearDrafts, draftsOfReport, filesOfDrafts } from '../desk/drafts/drafts-of-report.ts';
import { changeAllWhole } from '../host/whole-change.ts';
import { captureFormats } from '../import/lines/reading.ts';
import { heldReport, UnreadableReport } from '../import/write/held-reports.ts';
import { capturesOfOthers } from './captures-of-others.ts';
import { ownPassages } from './passages.ts';
import type { SoughtText } from './sought-text.ts';

export interface WithdrawalOrder {
  readonly content: string;
  readonly id: ReportId;
  /** Who takes it out, and why: readers see both. */
  readonly by: string;
  readonly reason: string;
  /** ISO text. */
  readonly today: string;
  readonly isDry: boolean;
}

export interface Withdrawn {
  /** Files below the content folder that go: the report, its versions, its drafts, the captures that no other names. */
  readonly files: readonly string[];
  /** Captures that stay, because another report names them: file and who does. */
  readonly shared: readonly { readonly file: string; readonly holder: string }[];
  readonly entry: WithdrawnEntry;
  /** By what the text is known again wherever it still stands; empty where all of it is said elsewhere too. */
  readonly passages: readonly SoughtText[];
}

/** Files of all reports but those named, one text after another. */
export function* otherTexts(content: string, files: readonly string[]): Generator<string> {
  const own = new Set(files);
  for (const file of reportFiles(content)) if (!own.has(file)) yield readFileSync(join(content, file), 'utf8');
}

const versionOf = (file: string): number[] => [/\.v(\d+)\.md$/.exec(file)?.[1] ?? []].flat().map(Number);

/**
 * Takes a report out of the archive: its file, its superseded versions, its drafts and the captures that no other report names go,
 * and `withdrawn.csv` tells that it was here, who took it out, when and why; all or nothing. Null where the archive holds
 * no file of it. Throws `UnreadableReport`, with nothing done, where its file or the register is not sound.
 */
export function withdrawReport(order: WithdrawalOrder): Withdrawn | null {
  const { content, id, by, reason, today, isDry } = order;
  const register = readWithdrawnRegister(content);
  if (register.issues.length > 0) throw new UnreadableReport(register.issues);
  const before = register.entries.find(({ entry }) => entry.id === id)?.entry;
  const reports = filesOfReport(content, id);
  if (reports.length === 0) return null;
  const texts = reports.map((file) => readFileSync(join(content, file), 'utf8'));
  const main = heldReport(content, reports[0] ?? '');
  const ofOthers = capturesOfOthers(content, reports);
  const named = [...new Set(texts.flatMap(namedCaptures))];
  const filesOf = (sha256: string): string[] =>
    captureFormats.map((format) => `sources/${sha256}.${format}`).filter((file) => existsSync(join(content, file)));
  const own = named.filter((sha256) => !ofOthers.has(sha256));
  const drafts = draftsOfReport(content, id, own);
  const entry: WithdrawnEntry = {
    id,
    issuers: main?.report.issuers.map(({ name }) => name).join('、') || before?.issuers || '',
    ...{ day: today, by, reason },
    captures: [...new Set([...(before?.captures ?? []), ...own, ...drafts])],
    versions: [...new Set([...(before?.versions ?? []), ...reports.flatMap(versionOf)])].sort((a, b) => a - b),
  };
  const files = [...reports, ...own.flatMap(filesOf), ...filesOfDrafts(content, drafts)];
  const passages = ownPassages(texts, otherTexts(content, reports));
  if (!isDry) {
    changeAllWhole(
      [{ file: join(content, withdrawnFile), content: withdrawnFileText(content, entry) }],
      files.map((file) => join(content, file)),
    );
    clearDrafts(content, drafts);
  }
  const shared = named.flatMap((sha256) => {
    const holder = ofOthers.get(sha256);
    return holder === undefined ? [] : filesOf(sha256).map((file) => ({ file, holder }));
  });
  return { files, shared, entry, passages };
}
