import { z } from 'zod';
import type { Issue } from '../archive/issue.ts';
import { slugPattern } from '../archive/report-id.ts';
import { type FieldForms, inChinese, schemaFaults } from './schema-fault.ts';
import { registerFile } from './text-file.ts';
import { yamlReading } from './yaml-reading.ts';

const file = 'issuers.yaml';

const year = z.int().min(1949).max(2100).nullable();

const entry = z.strictObject({
  /** Stable ASCII name; part of addresses, so it never changes. */
  slug: z.string().regex(slugPattern),
  /** How the body's name ends, without the region: 司法局. */
  names: z.array(z.string().min(2)).min(1),
  /** First and last year in which bodies bore the name; null where open. */
  since: year.default(null),
  until: year.default(null),
});

/** Kinds of departments by name, with the stable ASCII name that stands in report ids. */
export type IssuerEntry = z.infer<typeof entry>;

/** What each field of an entry must be, for curators. */
const forms: FieldForms = {
  '': { wanted: '一个列表，每条以“- slug:”开头' },
  '*': { wanted: ' slug、names、since、until 各项' },
  '*.slug': { wanted: '小写英文、数字和连字符，以字母开头，如 justice-bureau' },
  '*.names': { wanted: '名称末尾的列表，至少一个，如 [司法局]' },
  '*.names.*': { wanted: '名称的末尾，两字以上，如 司法局' },
  '*.since': { wanted: '使用该名称的首年，四位数字；不限的整项删去' },
  '*.until': { wanted: '使用该名称的末年，四位数字；不限的整项删去' },
};

const overlaps = (one: IssuerEntry, other: IssuerEntry): boolean =>
  (one.since ?? 0) <= (other.until ?? 9999) && (other.since ?? 0) <= (one.until ?? 9999);

/** Entries that contradict those before them. */
function* contradictions(entries: readonly IssuerEntry[]): Generator<{ at: number; message: string; hint: string }> {
  for (const [at, entry] of entries.entries()) {
    const before = entries.slice(0, at);
    if (before.some(({ slug }) => slug === entry.slug))
      yield { at, message: `${entry.slug} 在上面已有一条`, hint: '并作一条：各个名称写在同一个 names 里' };
    for (const name of entry.names) {
      const rival = before.find(
        (other) => other.slug !== entry.slug && other.names.includes(name) && overlaps(other, entry),
      );
      if (rival)
        yield {
          at,
          message: `“${name}”同时属于 ${rival.slug} 和 ${entry.slug}，年份重叠`,
          hint: '一个名称在同一年只属一条：删去一处，或用 since、until 分开',
        };
    }
    const { since, until } = entry;
    if (since !== null && until !== null && since > until)
      yield { at, message: `since ${since} 晚于 until ${until}`, hint: '改正年份' };
  }
}

/**
 * `issuers.yaml` of a content folder: the entries that are sound, and all that is wrong with it; neither where there
 * is no such file, `isThere` then false. Errors: `issuers/yaml`, `issuers/schema`, `issuers/duplicate`, and those of
 * `registerFile`.
 */
export function issuerRegister(folder: string): { entries: IssuerEntry[]; issues: Issue[]; isThere: boolean } {
  const { text, issues: unread } = registerFile(folder, file, 'issuers');
  if (text === null) return { entries: [], issues: [...unread], isThere: unread.length > 0 };
  const { data, faults, lineOf } = yamlReading(text);
  const error = { severity: 'error', file } as const;
  const issues = [...unread, ...faults.map((fault): Issue => ({ ...error, code: 'issuers/yaml', ...fault }))];
  const parsed = z.array(entry).safeParse(data ?? [], inChinese);
  if (!parsed.success)
    for (const { path, message, hint } of schemaFaults(parsed.error, data, forms, '各项的写法见文件开头'))
      issues.push({ ...error, code: 'issuers/schema', line: lineOf(path), message, hint });
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  const kept = items.flatMap((item, at) => {
    const found = entry.safeParse(item).data;
    return found ? [{ found, at }] : [];
  });
  const entries = kept.map(({ found }) => found);
  for (const { at, message, hint } of contradictions(entries))
    issues.push({ ...error, code: 'issuers/duplicate', line: lineOf([kept[at]?.at ?? 0]), message, hint });
  return { entries, issues, isThere: true };
}

/** The sound entries of a content folder's `issuers.yaml`; empty where it has none. What is wrong with it, `issuerRegister` says. */
export function readIssuerRegister(contentFolder: string): IssuerEntry[] {
  return issuerRegister(contentFolder).entries;
}

/** What stands within a department and speaks for it: 司法部办公厅, 水利部政策法规司, 司法局办公室. */
const within = /(?<=部|总局|局|署|厅)(?:办公[厅室]|[\p{Script=Han}]{2,8}司)$/u;

/**
 * The stable ASCII name of a department; the longest known ending of its name decides, of an office within a department
 * that the register does not name, the department's. Null where none is known.
 */
export function issuerSlug(register: readonly IssuerEntry[], name: string, year: number | null): string | null {
  // A branch is its office's: 生态环境局敦煌分局.
  const plain = name.replace(/(局|厅)[^局厅]{1,8}分局$/, '$1');
  const whole = name.replace(within, '');
  return slugByEnding(register, [name, plain], year) ?? (whole === name ? null : slugByEnding(register, [whole], year));
}

function slugByEnding(register: readonly IssuerEntry[], wanted: readonly string[], year: number | null): string | null {
  let best: { slug: string; length: number } | null = null;
  for (const { slug, names, since, until } of register) {
    if (year !== null && ((since !== null && year < since) || (until !== null && year > until))) continue;
    for (const ending of names) {
      if (wanted.some((name) => name.endsWith(ending)) && ending.length > (best?.length ?? 0))
        best = { slug, length: ending.length };
    }
  }
  return best?.slug ?? null;
}
