import { madeElement } from '../../page/made-element.ts';
import { forgetPlaces } from './places.ts';
import {
  defaultSettings,
  type Face,
  faces,
  type LetterSize,
  type LineHeight,
  letterSizes,
  lettersShown,
  lineHeights,
  type Measure,
  measures,
  type ReadingSettings,
  type Scheme,
  schemes,
} from './settings.ts';
import { changeSettings, onSettings, readingSettings } from './store.ts';
import { said } from './words.ts';

/** The name of a setting or of a choice: the key of a message. */
type Name = Parameters<typeof said>[0];

const sizeNames = {
  0.9375: 'lettersSmall',
  1.0625: 'standard',
  1.25: 'lettersLarger',
  1.5: 'lettersLarge',
  1.75: 'lettersVeryLarge',
  2: 'lettersLargest',
} as const satisfies Record<LetterSize, Name>;
const lineNames = {
  1.6: 'linesClose',
  1.9: 'standard',
  2.2: 'linesLoose',
  2.5: 'linesLoosest',
} as const satisfies Record<LineHeight, Name>;
const faceNames = { sans: 'faceSans', song: 'faceSong', kai: 'faceKai' } as const satisfies Record<Face, Name>;
const measureNames = { 30: 'measureNarrow', 37: 'standard', 44: 'measureWide' } as const satisfies Record<
  Measure,
  Name
>;
const schemeNames = { system: 'schemeSystem', light: 'schemeLight', dark: 'schemeDark' } as const satisfies Record<
  Scheme,
  Name
>;

type OptionName =
  | (typeof sizeNames)[LetterSize]
  | (typeof lineNames)[LineHeight]
  | (typeof faceNames)[Face]
  | (typeof measureNames)[Measure]
  | (typeof schemeNames)[Scheme];
type ChoiceName = 'letterSize' | 'lineHeight' | 'face' | 'measure' | 'scheme';

/** A choice of one among several, all in sight. */
interface Choice<Value> {
  readonly title: ChoiceName;
  readonly options: readonly { readonly value: Value; readonly name: OptionName }[];
  readonly chosen: (settings: ReadingSettings) => Value;
  readonly change: (value: Value) => Partial<ReadingSettings>;
}

const letterChoice: Choice<number> = {
  title: 'letterSize',
  options: letterSizes.map((value) => ({ value, name: sizeNames[value] })),
  chosen: lettersShown,
  change: (value) => ({ letters: letterSizes.find((size) => size === value) ?? defaultSettings.letters }),
};
/** The letters of 长辈模式 begin where those of others end. */
const largeLetters: Choice<number> = { ...letterChoice, options: letterChoice.options.slice(3) };
const lineChoice: Choice<number> = {
  title: 'lineHeight',
  options: lineHeights.map((value) => ({ value, name: lineNames[value] })),
  chosen: ({ lines }) => lines,
  change: (value) => ({ lines: lineHeights.find((height) => height === value) ?? defaultSettings.lines }),
};
const faceChoice: Choice<Face> = {
  title: 'face',
  options: faces.map((value) => ({ value, name: faceNames[value] })),
  chosen: ({ face }) => face,
  change: (face) => ({ face }),
};
const measureChoice: Choice<number> = {
  title: 'measure',
  options: measures.map((value) => ({ value, name: measureNames[value] })),
  chosen: ({ measure }) => measure,
  change: (value) => ({ measure: measures.find((measure) => measure === value) ?? defaultSettings.measure }),
};
const schemeChoice: Choice<Scheme> = {
  title: 'scheme',
  options: schemes.map((value) => ({ value, name: schemeNames[value] })),
  chosen: ({ scheme }) => scheme,
  change: (scheme) => ({ scheme }),
};

type Switch = 'contrast' | 'traditional' | 'keys' | 'places';
const switches = {
  contrast: { name: 'contrast', note: 'contrastNote' },
  traditional: { name: 'showTraditional', note: 'traditionalNote' },
  keys: { name: 'singleKeys', note: 'singleKeysNote' },
  places: { name: 'rememberPlaces', note: 'rememberPlacesNote' },
} as const satisfies Record<Switch, Readonly<Record<'name' | 'note', Name>>>;

let forms = 0;

/** The controls of all settings; they work at once, keep what is chosen on this device, and follow changes made elsewhere. */
export class SettingsForm {
  readonly element = madeElement('div', { className: 'settings' });
  readonly #status = madeElement('p', { className: 'soft' });
  /** What each control shows follows from the settings. */
  #shows: ((settings: ReadingSettings) => void)[] = [];
  #isElder = readingSettings().elder;
  readonly #stop: () => void;

  constructor() {
    this.#status.setAttribute('role', 'status');
    this.#build();
    this.#stop = onSettings((settings) => {
      const wasInside = this.element.contains(document.activeElement);
      if (settings.elder !== this.#isElder) {
        this.#isElder = settings.elder;
        this.#build();
        if (wasInside) this.element.querySelector('button')?.focus();
      }
      for (const show of this.#shows) show(settings);
    });
  }

  /** Stops following changes. */
  end(): void {
    this.#stop();
  }

  #change(change: Partial<ReadingSettings>): void {
    this.#status.replaceChildren(...(changeSettings(change) ? [] : [said('notKept')]));
  }

  #build(): void {
    this.#shows = [];
    const controls = this.#isElder
      ? [this.#elder(), this.#choice(largeLetters), this.#choice(schemeChoice), this.#switch('contrast')]
      : [
          this.#elder(),
          this.#choice(letterChoice),
          this.#choice(lineChoice),
          this.#choice(faceChoice),
          this.#choice(measureChoice),
          this.#choice(schemeChoice),
          this.#switch('contrast'),
          this.#switch('traditional'),
          this.#switch('keys'),
          this.#switch('places'),
          this.#reset(),
        ];
    this.element.replaceChildren(...controls, this.#status);
    for (const show of this.#shows) show(readingSettings());
  }

  #elder(): HTMLElement {
    const words = said(this.#isElder ? 'leaveElder' : 'openElder');
    const button = madeElement('button', { type: 'button', className: 'elder' }, words);
    button.addEventListener('click', () => this.#change({ elder: !readingSettings().elder }));
    const note = said(this.#isElder ? 'inElderNote' : 'elderNote');
    return madeElement('div', {}, button, madeElement('p', { className: 'soft' }, note));
  }

  #choice<Value extends string | number>({ title, options, chosen, change }: Choice<Value>): HTMLElement {
    forms += 1;
    const labels = options.map(({ value, name }) => {
      const radio = madeElement('input', { type: 'radio', name: `setting-${forms}`, value: String(value) });
      radio.addEventListener('change', () => this.#change(change(value)));
      this.#shows.push((settings) => {
        radio.checked = chosen(settings) === value;
      });
      return madeElement('label', {}, radio, madeElement('span', {}, said(name)));
    });
    return madeElement('fieldset', {}, madeElement('legend', {}, said(title)), ...labels);
  }

  #switch(which: Switch): HTMLElement {
    const box = madeElement('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      this.#change({ [which]: box.checked });
      if (which === 'places' && !box.checked) forgetPlaces();
    });
    this.#shows.push((settings) => {
      box.checked = settings[which];
    });
    const { name, note } = switches[which];
    const label = madeElement('label', {}, box, madeElement('span', {}, said(name)));
    return madeElement('div', {}, label, madeElement('p', { className: 'soft' }, said(note)));
  }

  #reset(): HTMLElement {
    const button = madeElement('button', { type: 'button' }, said('resetSettings'));
    button.addEventListener('click', () => this.#change(defaultSettings));
    return madeElement('div', {}, button);
  }
}
