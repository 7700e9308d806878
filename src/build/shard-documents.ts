import { createHash } from 'node:crypto';
import { closeSync, globSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { issuerKinds } from '../archive/issuer.ts';
import { redactionCount } from '../archive/redaction.ts';
import { levels } from '../archive/region.ts';
import { roles } from '../archive/section.ts';
import type { SearchDocument } from '../search/document.ts';
import type { SearchSource } from '../search/indexing/build-search-index.ts';

const identifiedSchema = z.object({ id: z.string() });

const documentSchema = identifiedSchema.extend({
  region: z.string(),
  year: z.int(),
  level: z.enum(levels),
  issuerKind: z.enum(issuerKinds),
  slug: z.string().nullable(),
  paragraphs: z.array(
    z.object({
      anchor: z.string(),
      text: z.string(),
      role: z.enum(roles).nullable(),
      heading: z.string().nullable(),
    }),
  ),
  title: z.string().nullable(),
  path: z.array(z.string()),
});

/** Where a line stands in a file, in bytes. */
interface Line {
  readonly from: number;
  readonly to: number;
}

function linesOf(bytes: Buffer): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

function lineOf(path: string, { from, to }: Line): string {
  const bytes = Buffer.alloc(to - from);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return bytes.toString('utf8');
}

/** What a line of a shard's texts says. Throws where it is not what a build of the shard writes, naming its place. */
function checked<Value>(schema: z.ZodType<Value>, json: string, place: string): Value {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = undefined;
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const field = read.error.issues[0]?.path.join('.') ?? '';
  throw new Error(
    `${place}不是一份报告的检索文字${field === '' ? '' : `（${field}）`}，文件不完整或已损坏；请重新生成这一省的分片`,
  );
}

/**
 * The reports of all shards as the exact index takes them, in the order of their ids; each is read when it is needed.
 * Throws, as does asking for a document, where a line is damaged.
 */
export function shardSearchSources(folder: string): SearchSource[] {
  const files = globSync('*.documents.jsonl', { cwd: folder }).sort();
  return files.flatMap((name) => {
    const path = join(folder, name);
    const bytes = readFileSync(path);
    return linesOf(bytes).map((line, at) => {
      const place = `${path} 第 ${at + 1} 行`;
      const text = bytes.subarray(line.from, line.to);
      const json = text.toString('utf8');
      const { id } = checked(identifiedSchema, json, place);
      const redactions = redactionCount(json);
      const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
      return {
        id,
        digest,
        redactions,
        document: (): SearchDocument => checked(documentSchema, lineOf(path, line), place),
      };
    });
  });
}
