import { z } from 'zod';
import { bases } from './basis.ts';
import { bodyKinds, issuerKinds } from './issuer.ts';
import { regionCodePattern, slugPattern } from './report-id.ts';
import { roles } from './section.ts';

const basis = z.enum(bases);

const oneLine = z
  .string()
  .min(1, '不能为空')
  .refine((text) => !/[\r\n]/.test(text), '须写在一行内')
  .refine((text) => text === text.trim(), '首尾不能有空白');

const isCalendarDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** A calendar day `2025-01-20`, or a month alone `2025-01` where the day is lost. Always a quoted string in YAML. */
const dayOrMonth = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/, '须为“2025-01-20”或“2025-01”，并加引号')
  .refine((day) => day.length === 7 || isCalendarDay(day), '没有这一天');

/** A day with what it rests on. `precision` repeats what the value's length says, for readers of the file. */
const dated = z
  .strictObject({ value: dayOrMonth, precision: z.enum(['day', 'month']), basis })
  .refine((d) => (d.value.length === 7) === (d.precision === 'month'), {
    path: ['precision'],
    message: '与日期的写法不符：到日为 day，到月为 month',
  });

/** Lines of a capture that are not part of the report, and the rule by which they were taken out. */
const excluded = z.strictObject({
  /** First and last line, counting from 1. */
  from: z.int().min(1),
  to: z.int().min(1),
  /** `chrome/…` page noise, `page/…` the metadata table, `title`, `title/repeat`; `curator/accepted` by a curator's word. */
  rule: z.string().regex(/^[a-z-]+(?:\/[a-z-]+)?$/),
});

const source = z.strictObject({
  /** SHA-256 of the capture's bytes, lower-case hex; the capture is `content/sources/<sha256>.<format>`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制小写'),
  format: z.enum(['txt', 'html', 'docx', 'pdf', 'mht', 'warc']),
  /** Address it was fetched from; null where unknown. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** The medium the page names as its source, verbatim (长治日报); null where it names none. */
  medium: oneLine.nullable(),
  /** Day it was fetched; null where unknown. */
  captured: z.iso.date().nullable(),
  /** Lines taken out, in order; of other formats than text, the blocks of text in the order of the capture. */
  excluded: z.array(excluded),
});

/** A place in the text that the editor doubts. The text itself stays as it stands. */
const note = z.strictObject({
  /** Permanent code of the kind of damage, for example `damage/percent-lost`. */
  code: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
  /** The doubted words exactly as they stand in the text, within one paragraph. */
  quote: oneLine,
  /** Which one is meant where the quote occurs more than once: 1 for the first. */
  occurrence: z.int().min(1).default(1),
  /** Proposed reading; null unless the text itself proves it. */
  reading: oneLine.nullable(),
  /** Why it is doubted, and what proves the reading, in Chinese, for readers. */
  reason: oneLine,
});

/** Front matter of one report: all that is known about it, each field with its contract. */
export const reportSchema = z.strictObject({
  /** Title as it stands in the source (spaces that only lay it out taken out), or derived when it has none. */
  title: oneLine,
  /** `text` in the report itself, `page` in the page's table, `inferred` derived by rule, `curator` set by hand. */
  titleBasis: z.enum(['text', 'page', 'inferred', 'curator']),
  /** Code in force in the report year; see `regionCodePattern`. */
  region: z.string('须为字符串：行政区划代码要加引号').regex(regionCodePattern, '须为六位数字（可加 x 和两位数字）'),
  /** Names in the report year from the province down; empty for the State. */
  regionPath: z.array(oneLine),
  /** The year reported on, never the year of publication. */
  year: z.int().min(2004).max(2100),
  /** Null for a government's or a joint report, `party`, or the stable ASCII name of a department. */
  slug: z.string().regex(slugPattern).nullable(),
  issuerKind: z.enum(issuerKinds),
  /** Who speaks, in the order of the signature. */
  issuers: z.array(z.strictObject({ name: oneLine, kind: z.enum(bodyKinds), basis })).min(1),
  /** What the recognised values rest on. */
  basis: z.strictObject({ region: basis, year: basis, issuerKind: basis }),
  /** Day the document was signed; null where unknown. */
  signed: dated.nullable(),
  /** Day it was published; null where unknown. */
  published: dated.nullable(),
  /** The page's disclosure table verbatim, in order (索引号, 发文字号 …). Never a key: 索引号 is not unique in practice. */
  page: z.array(z.strictObject({ label: oneLine, value: z.string() })),
  /** Where the text comes from; the first is the one the text was taken from. */
  sources: z.array(source).min(1),
  /** Every change between capture and text, by rule and count. */
  transformations: z.array(z.strictObject({ rule: z.string().regex(/^[a-z-]+\/[a-z-]+$/), count: z.int().min(1) })),
  /** The parts the rules require and where they stand; `heading` quotes the heading, null where there is none. */
  sections: z.array(
    z.strictObject({
      role: z.enum(roles),
      where: z.enum(['own', 'inside', 'absent']),
      heading: oneLine.nullable(),
      basis: z.enum(['text', 'inferred', 'curator']),
    }),
  ),
  notes: z.array(note),
  /**
   * Places where the text is not as its capture has it, by a curator's decision: the capture's letters, those that
   * stand here, and why. White space and restored punctuation apart. Absent where there is none, as there should be.
   */
  departures: z
    .array(z.strictObject({ capture: z.string(), text: z.string(), reason: oneLine }))
    .min(1)
    .optional(),
  /** Private persons' names taken out on request: the visible mark that stands in the text, when, and why. */
  redactions: z.array(z.strictObject({ mark: oneLine, day: z.iso.date(), reason: oneLine })),
  /** Superseded texts, oldest first; each is a file of its own, `<id>.v1.md`, with an address of its own. */
  versions: z.array(z.strictObject({ version: z.int().min(1), until: z.iso.date(), reason: oneLine })),
  /** Open questions that recognition left: what is unknown or doubtful, by permanent code. */
  doubts: z.array(z.strictObject({ code: z.string().regex(/^[a-z-]+\/[a-z-]+$/), message: oneLine })),
  /**
   * What the last import wrote, each part with a digest of its value; never edited by hand. A part that is another one
   * now is the curator's and stays when the same capture is imported again. Absent where no import wrote the file.
   */
  imported: z
    .string()
    .regex(
      /^[a-z]+(?:\/[a-z0-9/-]+)? [0-9a-f]{8}(?:, [a-z]+(?:\/[a-z0-9/-]+)? [0-9a-f]{8})*$/,
      '这一项由导入写入，请勿改动；可整项删去',
    )
    .optional(),
});

/** The typed front matter of a report. */
export type Report = z.infer<typeof reportSchema>;
export type Source = z.infer<typeof source>;
export type EditorNote = z.infer<typeof note>;
export type Dated = z.infer<typeof dated>;
