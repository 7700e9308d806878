import { z } from 'zod';
import { issuerKinds } from '../issuer.ts';
import { levels } from '../region.ts';
import { roles } from '../section.ts';
import { lexiconSource } from './lexicon-source.ts';

const words = z.string().trim().min(1);

const monthAndDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '须为“04-01”，并加引号');

const year = z.int().min(2004).max(2100);

const item = z.strictObject({
  role: z.enum(roles).exclude(['extra']),
  /** As the rule words it. */
  wording: words,
  /** Asked for only where there is something to say. */
  optional: z.boolean().default(false),
});

const ruleSet = z.strictObject({
  /** Stable ASCII name, part of the data that is published. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: words,
  number: words.optional(),
  /** Absent where it is not certain. */
  article: words.optional(),
  /** First and last year reported on; `to` is absent where the rules are in force. */
  years: z.strictObject({ from: year, to: year.optional() }),
  levels: z.array(z.enum(levels)).min(1),
  issuerKinds: z.array(z.enum(issuerKinds)).min(1),
  /** The parts that a report is to have; empty where the rules name none. */
  items: z.array(item).default([]),
  /** Month and day in the year that follows before which a report is to be public; absent where the rules name none. */
  publishBefore: monthAndDay.optional(),
  /** The same for sending it upwards, by level. */
  submitBefore: z.partialRecord(z.enum(levels), monthAndDay).default({}),
  /** What the rules say besides, in the editors' words. */
  about: words.max(200),
  source: lexiconSource,
});

/** What the rules of the field ask of a report, each with the years for which it asks it. */
export const ruleSetsSchema = z.array(ruleSet);

export type RuleSet = z.infer<typeof ruleSet>;
