import type { traditional as chinese } from '../zh-hans/traditional.ts';

/** Showing pages in traditional characters, in English. */
export const traditional = {
  traditionalNotRead: 'The table of traditional characters could not be loaded. Check the network and choose again.',
  traditionalCopied: 'Copied the original (simplified)',
  traditionalBack: 'Converted; back to simplified',
  backToSimplified: 'Back to simplified',
  traditionalHow:
    'Converted automatically, by words and with exceptions for names of people and places; for display only, and wrong at times.',
  traditionalKept: 'Citing, copying and search keep to the original. The choice is remembered on this device.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
