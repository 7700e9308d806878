import type { reading as chinese } from '../zh-hans/reading.ts';

/** The reading bar and its tools, in English. */
export const reading = {
  readingTools: 'Reading tools',
  close: 'Close',
  toolNotLoaded: 'This tool could not be loaded. Check the network and press again.',
  keys: 'Keys',
  closePanel: 'Close the panel',
  previousPlace: 'Previous (p)',
  nextPlace: 'Next (n)',
  unmark: 'Remove marks',
  foundPlaces: 'Places found by the search',
  placeOfPlaces: 'Place {at} of {total}',
  notInReport: 'Not in this report',
  keyNextFound: 'Next place found by the search',
  keyPreviousFound: 'Previous place found by the search',
  keysOff: 'Single-key shortcuts are off; turn them on in “Settings”.',
  largerLetters: 'Larger',
  smallerLetters: 'Smaller',
  leaveElder: 'Back to ordinary mode',
  elder: 'Easy mode',
  lastPlace: 'Last read to: {text}',
  original: 'Original',
  readAloud: 'Read aloud',
  traditional: 'Traditional',
  settings: 'Settings',
  terms: 'Terms',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
