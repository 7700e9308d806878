import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Issue } from '../../archive/issue.ts';
import { regionCodePattern, slugPattern } from '../../archive/report-id.ts';
import { machineRefusal } from '../../host/expected-failure.ts';

/** Folder of the drafts below a content folder; a draft is a folder in it, named by its capture's SHA-256. */
export const draftsFolder = 'drafts';

/** What became of a draft: to be looked at, put off, or not taken up. An accepted one is no draft any more. */
export const draftStates = ['open', 'postponed', 'refused'] as const;
export type DraftState = (typeof draftStates)[number];

/** What is done with a report that the archive already holds; see `StoreMode` of the import. */
export const draftModes = ['new', 'replace', 'version', 'source'] as const;

const line = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\r\n]*$/);
const day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/);

/** What a curator chose for a draft; what is missing is left to recognition. */
export const draftChoices = z.strictObject({
  region: z.string().regex(regionCodePattern).optional(),
  year: z.int().min(2004).max(2100).optional(),
  issuer: line.optional(),
  slug: z.string().regex(slugPattern).optional(),
  /** Lines that are none of the report's, as `--accept` has them: `3,45-46`. */
  accepted: z
    .string()
    .regex(/^\d{1,6}(?:-\d{1,6})?(?:,\d{1,6}(?:-\d{1,6})?)*$/)
    .optional(),
  mode: z.enum(draftModes).optional(),
  /** Another source is entered although its text differs. */
  keepsDiffering: z.literal(true).optional(),
  title: line.optional(),
  /** Days or months, as the report has them. */
  signed: day.optional(),
  published: day.optional(),
  /** Which of the addresses, or another one, is the capture's. */
  address: z.url({ protocol: /^https?$/ }).optional(),
});
export type DraftChoices = z.infer<typeof draftChoices>;

const draftFile = z.strictObject({
  state: z.enum(draftStates),
  /** Why it was refused or put off; null where that was not said. */
  reason: z.string().max(1000).nullable(),
  /** What the file was called where it came from: evidence of place and year. */
  name: z.string().min(1).max(1000),
  /** The capture's file in the draft's folder. */
  capture: z.string().regex(/^capture\.[a-z0-9]{1,5}$/),
  /** Addresses under which it was found, the first first. */
  addresses: z.array(z.url({ protocol: /^https?$/ })),
  /** Day on which it was fetched; null where that is unknown. */
  captured: z.iso.date().nullable(),
  choices: draftChoices,
  /** Why the text was changed by hand; null where it was not, or nobody has said it yet. */
  editReason: line.nullable(),
});
type DraftFile = z.infer<typeof draftFile>;

/** A draft: a capture that waits for a curator's word, with all that was chosen for it so far. */
export interface Draft extends DraftFile {
  /** SHA-256 of the capture's bytes: the draft's name. */
  readonly sha256: string;
}

/** Names of the files in a draft's folder besides the capture; `text.md` is only there once the text was changed. */
export const draftFileNames = { draft: 'draft.json', record: 'record.json', text: 'text.md' } as const;

/** Whether a name is one that a draft may have. */
export const isDraftName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** The folder of a draft, below the content folder. */
export const draftFolder = (sha256: string): string => `${draftsFolder}/${sha256}`;

/** A draft's file as it is written: one choice a line, so that a change of one is a change of one line. */
export function draftFileText({ sha256: _, ...draft }: Draft): string {
  return `${JSON.stringify(draft, null, 2)}\n`;
}

const broken = (sha256: string, message: string): Issue => ({
  ...{ code: 'draft/form', severity: 'error', file: `${draftFolder(sha256)}/${draftFileNames.draft}`, line: null },
  ...{ message, hint: '从 Git 恢复这个文件；不要的，整个文件夹删去' },
});

/** A draft's file read; null with the issue that says why it cannot be. */
export function draftReading(text: string, sha256: string): { draft: Draft | null; issues: readonly Issue[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { draft: null, issues: [broken(sha256, `不是 JSON：${error instanceof Error ? error.message : error}`)] };
  }
  const read = draftFile.safeParse(data);
  if (read.success) return { draft: { sha256, ...read.data }, issues: [] };
  const places = read.error.issues.map(({ path, message }) => `${path.join('.') || '整个文件'}（${message}）`);
  return { draft: null, issues: [broken(sha256, `这几项不合写法：${places.join('、')}`)] };
}

/** The draft of a capture; null where there is none, or none that can be read, which the check tells. */
export function heldDraft(content: string, sha256: string): Draft | null {
  if (!isDraftName(sha256)) return null;
  try {
    return draftReading(readFileSync(join(content, draftFolder(sha256), draftFileNames.draft), 'utf8'), sha256).draft;
  } catch (error) {
    if (machineRefusal(error)) return null;
    throw error;
  }
}

/** Names of all folders of drafts, sorted; none where there is no folder of them. */
export function draftNames(content: string): string[] {
  try {
    return readdirSync(join(content, draftsFolder)).filter(isDraftName).sort();
  } catch (error) {
    if (machineRefusal(error)?.code === 'ENOENT') return [];
    throw error;
  }
}

/** The text that a curator changed; null where none was. */
export function handText(content: string, sha256: string): string | null {
  try {
    return readFileSync(join(content, draftFolder(sha256), draftFileNames.text), 'utf8');
  } catch (error) {
    if (machineRefusal(error)?.code === 'ENOENT') return null;
    throw error;
  }
}

/** Changes whenever a draft's choices, state or hand-written text do: who acts on an older one is told so. */
export function draftRevision(draft: Draft, text: string | null): string {
  return hash('sha256', `${draftFileText(draft)}\n${text ?? '\0'}`, 'hex').slice(0, 16);
}
