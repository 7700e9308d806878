import { z } from 'zod';

const words = z.string().trim().min(1);

/** A law or official document that an explanation rests on. */
const source = z.strictObject({
  /** Its own name, without 《》. */
  title: words,
  /** Document number, decree number, or who issued it when: enough to find it. */
  number: words.regex(/\d{4}|第\d+号/),
  /** Article or chapter; absent where it is not certain. */
  place: words.optional(),
});

const term = z.strictObject({
  /** As reports write it; part of the address of its entry, so without white space. */
  term: words.regex(/^\S+$/),
  /** Other wordings that mean the same. */
  also: z.array(words).default([]),
  /** A sentence or two in the editors' words, without judgement. */
  meaning: words.max(200),
  /** `text`: sums up what the sources themselves lay down. `editors`: the editors' own gloss, the sources to be compared. */
  basis: z.enum(['text', 'editors']),
  sources: z.array(source).min(1),
});

/** Terms of the field, in the order of the page that lists them. */
export const glossarySchema = z.array(term);

export type GlossaryTerm = z.infer<typeof term>;
