import { z } from 'zod';

const word = z.string().trim().min(1);
const words = z.array(word).min(1);

const measure = z.strictObject({
  /** Part of addresses; never changes once published. */
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  name: word,
  english: word,
  /** Units its figures bear. */
  units: words,
  /** What is spoken of: in the figure's own clause, or handed down within its sentence. */
  subject: words,
  /** How it is counted: in the figure's own clause. Absent where the subject alone says it. */
  words: words.optional(),
  /** Other words that may stand in its object; any further word narrows it to a part. */
  object: words,
  /** Words with which the clause says something else. */
  without: words,
  /** Who may act, where that is not anybody of `actors`. */
  actors: words.optional(),
  /** Words with which a clause shortly before speaks of another's doing. */
  apart: words.optional(),
  /** Words of a count before it that it is said of: that one must be whole too. */
  base: words.optional(),
  /** The law or document that its name rests on. */
  source: word,
  /** The day its words were last compared. */
  checked: z.iso.date(),
});

/** How often extraction was right: of `of` that stand there `found`; of `shown` that it gave `right`. */
const score = z.strictObject({ found: z.int(), of: z.int(), right: z.int(), shown: z.int() });

const trial = z.strictObject({
  /** The day of the trial, and on how many texts, none of which had served to write the rules. */
  day: z.iso.date(),
  texts: z.int(),
  figures: score,
  measures: score,
});

/** The measures that have a table, and the words that are common to them. */
export const indicatorsSchema = z.strictObject({
  /** Words that narrow nothing. */
  generic: words,
  /** Words of acting: the object stands behind them. */
  acting: words,
  /** Other matters: what is handed down in a sentence ends with them. */
  others: words,
  /** Words of plans and comparisons: such a figure is none of the year. */
  never: words,
  /** Words by which a clause speaks of a part only, of other agencies or of another level. */
  narrowing: words,
  /** Words by which a sentence speaks of all again. */
  whole: words,
  /** Words that may say who acts; any further word there is another's doing. */
  actors: words,
  /** Words of plans, standards and demands. */
  intended: words,
  /** Words by which a sentence comes back to what was done. */
  actual: words,
  /** The last trial; null where none was made. */
  trial: trial.nullable(),
  measures: z.array(measure).min(1),
});

export type Indicators = z.infer<typeof indicatorsSchema>;
export type Measure = z.infer<typeof measure>;
