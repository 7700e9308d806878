import { z } from 'zod';
import { documentKinds } from './document-kind.ts';
import { lexiconSource } from './lexicon-source.ts';

const words = z.string().trim().min(1);

const entry = z.strictObject({
  /** In full, without 《》. */
  name: words,
  /** `work`: a book, a song, a newspaper; never counted among documents. */
  kind: z.enum([...documentKinds, 'work']),
  /** What it is, who issued it and when, in the editors' words. */
  about: words.max(200),
  /** Its document number; absent where it has none or none is certain. */
  number: words.optional(),
  /** Other names that stand in 《》 and mean the same. */
  also: z.array(words).default([]),
  /** Names that mean it without 《》 too, and nothing else. */
  unmarked: z.array(words.min(4)).default([]),
  source: lexiconSource,
});

/** Documents that the archive knows by name. */
export const documentRegisterSchema = z.array(entry);

export type DocumentEntry = z.infer<typeof entry>;
