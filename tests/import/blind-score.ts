import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ImportSetting, importInput } from '../../src/import/import-input.ts';

const text = z.string().nullable();
const expectation = z.strictObject({
  file: z.string(),
  isReport: z.boolean(),
  title: text,
  region: text,
  year: z.int().nullable(),
  issuerKind: text,
  published: text,
  why: z.string().optional(),
});
type Expectation = z.infer<typeof expectation>;

export const blindFields = ['isReport', 'title', 'region', 'year', 'issuerKind', 'published'] as const;
export type BlindField = (typeof blindFields)[number];

/** What became of one field of one page. `null`: the page shows it, the importer does not say it. */
export interface BlindMark {
  readonly file: string;
  readonly field: BlindField;
  readonly mark: 'right' | 'null' | 'wrong';
  /** Whether the page shows the field at all. */
  readonly isShown: boolean;
  readonly wanted: string;
  readonly got: string;
  /** Codes of all issues of the page. */
  readonly issues: readonly string[];
}

/** Marks of all fields over a folder of pages with `expected.json`; what is no report counts only by `isReport`. */
export async function blindMarks(folder: string, setting: ImportSetting): Promise<BlindMark[]> {
  const wanted = z.array(expectation).parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  const marks: BlindMark[] = [];
  for (const page of wanted) {
    const { record } = await importInput(join(folder, page.file), setting);
    const isOwnTitle = record.titleBasis !== 'inferred';
    const got: Record<BlindField, string | number | boolean | null> = {
      isReport: record.isReport,
      title: isOwnTitle ? record.title : null,
      // An own code (370304x01) begins with that of the unit around it.
      region: record.region === null ? null : record.region.code.slice(0, 6),
      year: record.year,
      issuerKind: record.issuerKind,
      published: record.published,
    };
    for (const field of page.isReport ? blindFields : (['isReport'] as const))
      marks.push({ ...marked(page, field, got[field]), issues: record.issues.map(({ code }) => code) });
  }
  return marks;
}

function marked(
  page: Expectation,
  field: BlindField,
  got: string | number | boolean | null,
): Omit<BlindMark, 'issues'> {
  const wanted = page[field];
  const mark = got === wanted ? 'right' : got === null ? 'null' : 'wrong';
  return { file: page.file, field, mark, isShown: wanted !== null, wanted: String(wanted), got: String(got) };
}
