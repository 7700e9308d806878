import type { settings as chinese } from '../zh-hans/settings.ts';

/** Reading settings: their controls and their page, in English. */
export const settings = {
  wholeSettings: 'Open these settings as a page',
  letterSize: 'Letter size',
  lettersSmall: 'Small',
  standard: 'Standard',
  lettersLarger: 'Larger',
  lettersLarge: 'Large',
  lettersVeryLarge: 'Very large',
  lettersLargest: 'Largest',
  lineHeight: 'Line height',
  linesClose: 'Close',
  linesLoose: 'Loose',
  linesLoosest: 'Loosest',
  face: 'Typeface',
  faceSans: 'Sans (hei)',
  faceSong: 'Song',
  faceKai: 'Kai',
  measure: 'Line width',
  measureNarrow: 'Narrow',
  measureWide: 'Wide',
  settingsSample:
    'A sample: the text of reports is set like this, in the size, line height, typeface and width chosen now. In 2024 the district handled 286 cases of administrative review, examined 31 normative documents and inspected four times. (The figures are invented.)',
  scheme: 'Light or dark',
  schemeSystem: 'As the system',
  schemeLight: 'Light',
  schemeDark: 'Dark',
  contrast: 'High contrast',
  contrastNote: 'Black and white; links and marks in deep colours.',
  openElder: 'Turn on easy mode',
  elderNote: 'Large letters, wide lines, few large buttons; one press on, one press off.',
  inElderNote: 'Large letters, wide lines, few buttons.',
  singleKeys: 'Single-key shortcuts',
  singleKeysNote: 'One letter opens one tool; switch off if it interferes with assistive software or an input method.',
  rememberPlaces: 'Remember where I was reading',
  rememberPlacesNote: 'The last fifty reports, on this device only; switching off clears them all.',
  notKept: 'The browser does not allow settings to be kept; they hold on this page only.',
  resetSettings: 'Restore everything',
  showTraditional: 'Show traditional characters',
  traditionalNote: 'Automatic conversion of the display only; citation, copying and search use the original.',
  settingsAtOnce:
    'Choices take effect at once on all pages; they are kept in this browser on this device only and are sent nowhere.',
  settingsNoScript:
    'These settings need a browser that runs scripts. Without scripts all pages can be read in full, and the browser itself can do the following.',
  browserItself: 'What the browser itself can do',
  browserZoom:
    'Enlarge: on a computer hold Ctrl (⌘ on a Mac) and press plus, minus to shrink, 0 to restore; on a phone use “text size” in the browser’s menu or two fingers.',
  browserDark: 'Dark and high contrast: the site follows the system’s dark appearance and increased contrast.',
  browserVoice:
    'Reading aloud: “Read aloud” on report pages uses the browser’s voice; the system’s own reading aloud and screen readers work too.',
  browserPrint: 'Print: with the browser’s own printing; the foot of each page bears source and address.',
  toolsBelow:
    'At the foot of every page stands a row of reading tools: find, cite, save, read aloud, traditional characters, settings and more. The question mark key lists all keys.',
  traditionalErrors:
    'Traditional characters are converted automatically, for display only, with mistakes; citation, copying and search always use the original. Please ',
  tellUs: 'tell us about errors',
  readInComfort: 'Reading in comfort',
  readInComfortText:
    'For letter size, line height, light and dark, high contrast, easy mode and traditional characters, see ',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
