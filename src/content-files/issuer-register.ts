import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { slugPattern } from '../archive/report-id.ts';

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

/** Reads `issuers.yaml` of a content folder; empty where it has none. Throws on entries that break the schema. */
export function readIssuerRegister(contentFolder: string): IssuerEntry[] {
  const file = join(contentFolder, 'issuers.yaml');
  return existsSync(file) ? z.array(entry).parse(parse(readFileSync(file, 'utf8'))) : [];
}

/** The stable ASCII name of a department; the longest known ending of its name decides. Null where none is known. */
export function issuerSlug(register: readonly IssuerEntry[], name: string, year: number | null): string | null {
  // A branch is its office's: 生态环境局敦煌分局.
  const plain = name.replace(/(局|厅)[^局厅]{1,8}分局$/, '$1');
  let best: { slug: string; length: number } | null = null;
  for (const { slug, names, since, until } of register) {
    if (year !== null && ((since !== null && year < since) || (until !== null && year > until))) continue;
    for (const ending of names) {
      if ((name.endsWith(ending) || plain.endsWith(ending)) && ending.length > (best?.length ?? 0))
        best = { slug, length: ending.length };
    }
  }
  return best?.slug ?? null;
}
