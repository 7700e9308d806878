import { madeElement } from '../../page/made-element.ts';
import { forgetPlaces } from './places.ts';
import {
  defaultSettings,
  letterSizes,
  lettersShown,
  lineHeights,
  type ReadingSettings,
  type Scheme,
  schemes,
} from './settings.ts';
import { changeSettings, onSettings, readingSettings } from './store.ts';

const sizeNames = ['小', '标准', '较大', '大', '很大', '最大'];
const lineNames = ['紧凑', '标准', '宽松', '最宽'];
const schemeNames: Readonly<Record<Scheme, string>> = { system: '随系统', light: '浅色', dark: '深色' };

/** A choice of one among several, all in sight. */
interface Choice<Value> {
  readonly title: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly chosen: (settings: ReadingSettings) => Value;
  readonly change: (value: Value) => Partial<ReadingSettings>;
}

const letterChoice: Choice<number> = {
  title: '字号',
  options: letterSizes.map((value, at) => ({ value, name: sizeNames[at] ?? '' })),
  chosen: lettersShown,
  change: (value) => ({ letters: letterSizes.find((size) => size === value) ?? defaultSettings.letters }),
};
/** The letters of 长辈模式 begin where those of others end. */
const largeLetters: Choice<number> = { ...letterChoice, options: letterChoice.options.slice(3) };
const lineChoice: Choice<number> = {
  title: '行距',
  options: lineHeights.map((value, at) => ({ value, name: lineNames[at] ?? '' })),
  chosen: ({ lines }) => lines,
  change: (value) => ({ lines: lineHeights.find((height) => height === value) ?? defaultSettings.lines }),
};
const schemeChoice: Choice<Scheme> = {
  title: '明暗',
  options: schemes.map((value) => ({ value, name: schemeNames[value] })),
  chosen: ({ scheme }) => scheme,
  change: (scheme) => ({ scheme }),
};

type Switch = 'contrast' | 'traditional' | 'keys' | 'places';
const switches: Readonly<Record<Switch, { readonly name: string; readonly note: string }>> = {
  contrast: { name: '高对比', note: '黑白分明，链接和标记用深色。' },
  traditional: { name: '显示为繁体', note: '自动转换，只改显示；引用、复制和检索一律用原文。' },
  keys: { name: '单键快捷键', note: '按一个字母打开一项工具；与辅助软件或输入法相冲突时可以关掉。' },
  places: { name: '记住读到哪里', note: '最近五十份报告，只记在这台设备上；关掉即全部清除。' },
};

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
    this.#status.textContent = changeSettings(change) ? '' : '浏览器不允许保存设置，只在这一页有效。';
  }

  #build(): void {
    this.#shows = [];
    const controls = this.#isElder
      ? [this.#elder(), this.#choice(largeLetters), this.#choice(schemeChoice), this.#switch('contrast')]
      : [
          this.#elder(),
          this.#choice(letterChoice),
          this.#choice(lineChoice),
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
    const words = this.#isElder ? '回到普通模式' : '打开长辈模式';
    const button = madeElement('button', { type: 'button', className: 'elder', textContent: words });
    button.addEventListener('click', () => this.#change({ elder: !readingSettings().elder }));
    const note = this.#isElder ? '字大、行距宽、按钮少。' : '字大、行距宽、按钮少而大；一按打开，再按回来。';
    return madeElement('div', {}, button, madeElement('p', { className: 'soft', textContent: note }));
  }

  #choice<Value extends string | number>({ title, options, chosen, change }: Choice<Value>): HTMLElement {
    forms += 1;
    const labels = options.map(({ value, name }) => {
      const radio = madeElement('input', { type: 'radio', name: `setting-${forms}`, value: String(value) });
      radio.addEventListener('change', () => this.#change(change(value)));
      this.#shows.push((settings) => {
        radio.checked = chosen(settings) === value;
      });
      return madeElement('label', {}, radio, madeElement('span', { textContent: name }));
    });
    return madeElement('fieldset', {}, madeElement('legend', { textContent: title }), ...labels);
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
    const label = madeElement('label', {}, box, madeElement('span', { textContent: name }));
    return madeElement('div', {}, label, madeElement('p', { className: 'soft', textContent: note }));
  }

  #reset(): HTMLElement {
    const button = madeElement('button', { type: 'button', textContent: '全部恢复原样' });
    button.addEventListener('click', () => this.#change(defaultSettings));
    return madeElement('div', {}, button);
  }
}
