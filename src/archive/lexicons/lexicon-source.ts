import { z } from 'zod';

/** Where curators read what an entry of a lexicon says, and when; an entry without it is not taken. */
export const lexiconSource = z.strictObject({
  /** `official`: checked against the official text. `secondary`: read where others quote it. */
  kind: z.enum(['official', 'secondary']),
  /** What was read, in words. */
  place: z.string().trim().min(1),
  /** Its address; absent where it was not read on the web. */
  address: z.url({ protocol: /^https?$/ }).optional(),
  /** The day on which it was read. */
  checked: z.iso.date(),
});

export type LexiconSource = z.infer<typeof lexiconSource>;
