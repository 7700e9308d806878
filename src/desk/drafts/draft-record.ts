import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { machineRefusal } from '../../host/expected-failure.ts';
import type { ImportOutcome } from '../../import/import-outcome.ts';
import { draftFileNames, draftFolder } from './draft.ts';
import { textSketch } from './text-sketch.ts';

const issue = z.object({
  code: z.templateLiteral([z.string(), '/', z.string()]),
  severity: z.enum(['error', 'warning', 'note']),
  file: z.string().nullable(),
  line: z.int().nullable(),
  message: z.string(),
  hint: z.string(),
});
const text = z.string().nullable();

/** What of an import's record the desk shows; the file holds all of it. */
const recordFile = z.object({
  /** What storing it would come to. */
  outcome: z.enum(['written', 'unchanged', 'refused']),
  /** See `textSketch`; on one line, for nobody reads it. */
  sketch: z.string().transform((numbers) => (numbers === '' ? [] : numbers.split(' ').map(Number))),
  candidates: z.array(z.object({ code: z.string(), name: z.string() })),
  record: z.object({
    isReport: z.boolean().nullable(),
    reportId: text,
    path: text,
    title: text,
    titleBasis: text,
    region: z.object({ code: z.string(), name: z.string(), path: z.array(z.string()) }).nullable(),
    year: z.int().nullable(),
    issuers: z.array(z.object({ name: z.string() })),
    issuerKind: text,
    published: text,
    signed: text,
    sourceMedium: text,
    url: text,
    captured: text,
    basis: z.object({ region: text, year: text, issuerKind: text, published: text, signed: text }),
    issues: z.array(issue),
    ledger: z
      .object({
        ...{ input: z.int(), body: z.int(), title: z.int(), fields: z.int(), balances: z.boolean() },
        excluded: z.array(z.object({ line: z.int(), letters: z.int(), rule: z.string() })),
      })
      .nullable(),
  }),
});

/** What the import last said of a draft. */
export type DraftRecord = z.infer<typeof recordFile>;

/** An import's outcome as the file of a draft; issues do not name the file, which is the draft's own. */
export function draftRecordText({
  record: { file: _, body: __, ...record },
  state,
  text: read,
}: ImportOutcome): string {
  const issues = record.issues.map((one) => ({ ...one, file: null }));
  const whole = {
    ...{ outcome: state, sketch: read ? textSketch(read.markdown).join(' ') : '', candidates: read?.candidates ?? [] },
    record: { ...record, issues },
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** The record in a file's text; null where it is none. */
export function draftRecordReading(json: string): DraftRecord | null {
  try {
    return recordFile.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** What the import last said of a draft; null where its file is missing or broken: it is made again when it is asked for. */
export function heldRecord(content: string, sha256: string): DraftRecord | null {
  try {
    return draftRecordReading(readFileSync(join(content, draftFolder(sha256), draftFileNames.record), 'utf8'));
  } catch (error) {
    if (machineRefusal(error)) return null;
    throw error;
  }
}
