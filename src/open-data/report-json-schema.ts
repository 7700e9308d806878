import { z } from 'zod';
import { reportSchema } from '../archive/report-schema.ts';

const references = z
  .array(z.object({ offset: z.int().min(0), label: z.string() }))
  .describe('脚注标记在文字中的位置，按 UTF-16 计 | where marks of footnotes stand, in UTF-16 units');
const anchor = z.string().describe('网页上的段落地址 | the paragraph’s place on the page, without #');
const text = z.string().describe('文字 | plain text');

const block = z.discriminatedUnion('kind', [
  z.object({ anchor, kind: z.literal('heading'), depth: z.int().min(1), text, references }),
  z.object({
    ...{ anchor, kind: z.literal('paragraph'), text, references },
    runIn: z.int().min(0).describe('段首标题的长度 | length of the heading that opens the paragraph; 0 for none'),
  }),
  z.object({
    ...{ anchor, kind: z.literal('table') },
    rows: z.array(z.array(z.object({ text, references }))).describe('首行为表头 | the first row is the head'),
  }),
  z.object({ anchor, kind: z.literal('footnote'), label: z.string(), text, references }),
]);

/** A report as it is published for programs: `/reports/<id>/report.json`, and a line of the files of texts. */
export const publishedReportSchema = reportSchema.omit({ imported: true }).extend({
  id: z.string().describe('报告编号 | identifier'),
  version: z.int().min(1).describe('现行文本是第几版 | number of the text in force'),
  address: z.string().describe('网页 | page of the report'),
  text: z.array(block).describe('正文，逐段 | the text, block by block'),
});

/** The JSON Schema (2020-12) of a report as it is published for programs. */
export const reportJsonSchema = (): object => z.toJSONSchema(publishedReportSchema, { target: 'draft-2020-12' });

/** What a field of a line of JSON is called in a Table Schema. */
const fieldTypes: Readonly<Record<string, string>> = {
  array: 'array',
  object: 'object',
  int: 'integer',
  number: 'integer',
};

const typeOf = (schema: z.core.$ZodType): string => {
  const { def } = schema._zod;
  return 'innerType' in def && def.innerType instanceof z.core.$ZodType
    ? typeOf(def.innerType)
    : (fieldTypes[def.type] ?? 'string');
};

/** The fields of a report as a line of JSON, as far as a Table Schema (Frictionless) can say what they are. */
export const textFields = (): { name: string; type: string }[] =>
  Object.entries(publishedReportSchema.shape).map(([name, schema]) => ({ name, type: typeOf(schema) }));
