import { join } from 'node:path';
import { z } from 'zod';
import type { Issue } from '../archive/issue.ts';
import type { LetterAccount } from '../archive/letter-account.ts';
import { type ReportSummary, reportSummarySchema } from '../archive/report-summary.ts';
import { cacheDamage } from '../host/cache-damage.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';

/** What a check found in one report file, and the captures that it found present. */
export interface FileFindings {
  /** Digest of the file's text. */
  readonly digest: string;
  /** Names that were taken out of the text. */
  readonly redactions: number;
  readonly captures: readonly string[];
  /** SHA-256 that stand anywhere in the text, as captures are named. */
  readonly named: readonly string[];
  /** Superseded versions that it names, and on which lines. */
  readonly versions: readonly { readonly version: number; readonly line: number }[];
  readonly issues: readonly Issue[];
  /** Null for a superseded version. */
  readonly id: string | null;
  /** What the text has of its capture; null where that could not be told. */
  readonly account: LetterAccount | null;
  /** What lists need of the report; null for a superseded version, and where the file is not sound. */
  readonly summary: ReportSummary | null;
  /** What a program took out of the report, a `ReportExtract` as JSON; null where there is no summary, or it failed. */
  readonly extract: string | null;
}

/** Findings of an earlier check, by file; they hold as long as file, register and program stay the same. */
export interface CheckMemory {
  readonly recall: (file: string, digest: string) => FileFindings | undefined;
  readonly remember: (file: string, findings: FileFindings) => void;
  readonly save: () => void;
}

const findingsSchema = z.object({
  digest: z.string(),
  redactions: z.int(),
  captures: z.array(z.string()),
  named: z.array(z.string()),
  versions: z.array(z.object({ version: z.int(), line: z.int() })),
  issues: z.array(
    z.object({
      code: z.templateLiteral([z.string(), '/', z.string()]),
      severity: z.enum(['error', 'warning', 'note']),
      file: z.string().nullable(),
      line: z.number().nullable(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
  id: z.string().nullable(),
  account: z
    .object({
      ledger: z.object({
        input: z.int(),
        body: z.int(),
        title: z.int(),
        fields: z.int(),
        excluded: z.array(z.object({ line: z.int(), letters: z.int(), rule: z.string() })),
        balances: z.boolean(),
      }),
      same: z.int(),
      restored: z.array(z.object({ capture: z.string(), text: z.string(), count: z.int() })),
      departures: z.int(),
    })
    .nullable(),
  summary: reportSummarySchema.nullable(),
  // As text: few of those who read the memory ask for it.
  extract: z.string().nullable(),
});

const savedSchema = z.object({ basis: z.string(), files: z.record(z.string(), findingsSchema) });

interface Saved {
  readonly basis: string;
  readonly files: Readonly<Record<string, FileFindings>>;
}

const kind = 'archive-check';

/** What an earlier check left; null where nothing is, or something else than a check writes: then all is checked anew. */
function saved(path: string, damaged: () => void): Saved | null {
  const reading = readSealed(path, kind);
  if ('text' in reading) return savedSchema.safeParse(JSON.parse(reading.text)).data ?? null;
  if (reading.fault === 'damaged') damaged();
  return null;
}

/** The memory kept in a file. `basis` is a digest of all that findings rest on besides the file itself. */
export function checkMemory(path: string, basis: string): CheckMemory {
  const before = saved(path, () => cacheDamage('检查结果'));
  const known = before?.basis === basis ? before.files : {};
  const files: Record<string, FileFindings> = {};
  return {
    recall: (file, digest) => {
      const findings = Object.hasOwn(known, file) ? known[file] : undefined;
      return findings?.digest === digest ? findings : undefined;
    },
    remember: (file, findings) => {
      files[file] = findings;
    },
    save: () => {
      // One that is cut short is not believed, and every file is checked anew.
      writeSealed(path, kind, JSON.stringify({ basis, files } satisfies Saved), { isLasting: false });
    },
  };
}

/** Where a cache folder keeps what the last check found. */
export const checkMemoryFile = (cache: string): string => join(cache, 'check.json');

/** What the last check learned of a report in force, which must be sound. */
export interface CheckedReport {
  readonly summary: ReportSummary;
  /** What the text has of its capture; null where that could not be told. */
  readonly account: LetterAccount | null;
  /** A `ReportExtract` as JSON; null where none could be made. */
  readonly extract: string | null;
}

/** What the last check learned of the sound reports in force, in the order of their files; none where none was kept. */
export function checkedReports(cache: string): CheckedReport[] {
  const files = saved(checkMemoryFile(cache), () => {})?.files ?? {};
  return Object.values(files).flatMap(({ summary, account, extract }) =>
    summary === null ? [] : [{ summary, account, extract }],
  );
}
