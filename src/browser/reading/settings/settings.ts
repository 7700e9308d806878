/** Sizes of the letters, as parts of what the reader's browser calls its own size. The second is the site's own. */
export const letterSizes = [0.9375, 1.0625, 1.25, 1.5, 1.75, 2] as const;
/** Line heights of the report's text. The second is the site's own. */
export const lineHeights = [1.6, 1.9, 2.2, 2.5] as const;
/** Faces of the report's text: the system's own (黑体), 宋体, 楷体. */
export const faces = ['sans', 'song', 'kai'] as const;
/** Widths of the report's text in characters. The second is the site's own. */
export const measures = [30, 37, 44] as const;
export const schemes = ['system', 'light', 'dark'] as const;

export type LetterSize = (typeof letterSizes)[number];
export type LineHeight = (typeof lineHeights)[number];
export type Face = (typeof faces)[number];
export type Measure = (typeof measures)[number];
export type Scheme = (typeof schemes)[number];

/** What a reader has chosen on this device; see `defaultSettings` for what the site does by itself. */
export interface ReadingSettings {
  readonly letters: LetterSize;
  readonly lines: LineHeight;
  readonly face: Face;
  readonly measure: Measure;
  readonly scheme: Scheme;
  readonly contrast: boolean;
  /** 长辈模式: large letters, few choices, nothing hidden in menus. */
  readonly elder: boolean;
  /** Show texts in traditional characters. */
  readonly traditional: boolean;
  /** Keys pressed alone open tools (WCAG 2.1.4 asks that they can be switched off). */
  readonly keys: boolean;
  /** Remember on this device where reports were left. */
  readonly places: boolean;
}

export const defaultSettings: ReadingSettings = {
  letters: 1.0625,
  lines: 1.9,
  face: 'sans',
  measure: 37,
  scheme: 'system',
  contrast: false,
  elder: false,
  traditional: false,
  keys: true,
  places: true,
};

/** 长辈模式 never shows smaller letters or closer lines than these. */
const elderLeast = { letters: 1.5, lines: 2.2 } as const;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/** Settings as they were written down, whatever that may be by now; what is missing or strange is the site's own. */
export function settingsFrom(text: string | null): ReadingSettings {
  const value = parsed(text);
  if (!isRecord(value)) return defaultSettings;
  const flag = (name: keyof ReadingSettings): boolean => value[name] === true;
  return {
    letters: letterSizes.find((size) => size === value.letters) ?? defaultSettings.letters,
    lines: lineHeights.find((height) => height === value.lines) ?? defaultSettings.lines,
    face: faces.find((face) => face === value.face) ?? defaultSettings.face,
    measure: measures.find((measure) => measure === value.measure) ?? defaultSettings.measure,
    scheme: schemes.find((scheme) => scheme === value.scheme) ?? defaultSettings.scheme,
    contrast: flag('contrast'),
    elder: flag('elder'),
    traditional: flag('traditional'),
    keys: value.keys !== false,
    places: value.places !== false,
  };
}

/** The letters' size in force: 长辈模式 raises what is smaller. */
export const lettersShown = ({ letters, elder }: ReadingSettings): LetterSize =>
  elder && letters < elderLeast.letters ? elderLeast.letters : letters;

/** Colours of the contrast mode, in light and dark: 7:1 at least, where 4.5:1 is asked of the site's own. */
const contrastColours =
  '--paper:light-dark(#fff,#000);--sheet:light-dark(#fff,#000);--ink:light-dark(#000,#fff);--soft:light-dark(#222,#eee);' +
  '--line:light-dark(#000,#fff);--link:light-dark(#00318a,#9cf);--seal:light-dark(#8a0000,#ffb3a8);' +
  '--mark:light-dark(#ffef8a,#5a4700)';
/** Lesser text is set in an ink nearly as strong as the rest for weak eyes. */
const elderColours = '--soft:light-dark(#433,#ddc)';

const declarations = (parts: readonly (string | false)[]): string =>
  parts.flatMap((part) => (part === false ? [] : `${part};`)).join('');

/** Sizes, line height and scheme as CSS declarations; empty for the site's own. */
function measuresOf(settings: ReadingSettings): string {
  const letters = lettersShown(settings);
  const lines = settings.elder ? Math.max(settings.lines, elderLeast.lines) : settings.lines;
  return declarations([
    // A percentage keeps to the size that the reader's browser is set to.
    letters !== defaultSettings.letters && `font-size:${letters * 100}%`,
    lines !== defaultSettings.lines && `--leading:${lines}`,
    settings.scheme !== 'system' && `color-scheme:${settings.scheme}`,
  ]);
}

/** The settings as CSS declarations for the root element; empty where the site's own look is wanted. */
export function lookOf(settings: ReadingSettings): string {
  const { contrast, elder, face, measure } = settings;
  return (
    measuresOf(settings) +
    declarations([
      // Drawn by the style of the bar (bar-style.ts).
      face !== defaultSettings.face && `--face:${face}`,
      measure !== defaultSettings.measure && `--measure:${measure}em`,
      contrast && contrastColours,
      elder && !contrast && elderColours,
    ])
  );
}

/**
 * What of the look `public/page.js` puts on the root element before the first painting, kept on the device: it accepts
 * these very declarations and no others, so it has no room for the colours of grounds and links, which the reading room
 * adds. Empty where nothing is to be done on opening a page: any look makes `page.js` load the reading room at once.
 */
export function firstLookOf(settings: ReadingSettings): string {
  const { contrast, elder, face, measure, traditional } = settings;
  const isLater = traditional || face !== defaultSettings.face || measure !== defaultSettings.measure;
  const first =
    measuresOf(settings) +
    declarations([
      contrast && '--ink:canvastext',
      contrast && '--line:canvastext',
      (contrast || elder) && '--soft:canvastext',
    ]);
  // The site's own line height changes nothing, and has the reading room loaded, which does the rest.
  return first === '' && isLater ? `--leading:${defaultSettings.lines};` : first;
}
