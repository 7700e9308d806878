import type { PlainKey } from '../i18n/saying.ts';

/** One way in which characters count as the same for a search, as readers are told it. */
export interface FoldingRule {
  readonly said: PlainKey;
  /** Texts that count as one. */
  readonly alike: readonly (readonly [written: string, counted: string])[];
  /** Whether a character that folding changes is changed by this rule. */
  readonly covers: (character: string) => boolean;
}

const among = (characters: string) => {
  const all = new Set(characters);
  return (character: string): boolean => all.has(character);
};
const opened = (character: string): string => character.normalize('NFKD');

/** What `folded` does, in words and examples: the help of the search page is made from it, and a test holds it to all. */
export const foldingRules: readonly FoldingRule[] = [
  {
    said: 'foldSpace',
    alike: [
      ['行 政　复 议', '行政复议'],
      ['行\n政', '行政'],
      ['行\u200b政', '行政'],
    ],
    covers: (character) =>
      /[\p{White_Space}\p{Cc}\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}\u2800]/u.test(character),
  },
  {
    said: 'foldWidth',
    alike: [
      ['ＡＢ１２％', 'AB12%'],
      ['ﾃｽﾄ', 'テスト'],
    ],
    covers: (character) => /[\u3000-\u303f\uff00-\uffef\ufe10-\ufe6f]/.test(character),
  },
  { said: 'foldCase', alike: [['GDP', 'gdp']], covers: (character) => character.toLowerCase() !== character },
  {
    said: 'foldCompatibility',
    alike: [
      ['①', '1'],
      ['５²', '52'],
      ['½', '1/2'],
      ['㎡', 'm2'],
      ['℃', '°C'],
      ['Ⅳ', 'IV'],
      ['㈠', '（一）'],
      ['№', 'No'],
      ['ﬁ', 'fi'],
      ['é', 'e\u0301'],
    ],
    covers: (character) => opened(character) !== character,
  },
  {
    said: 'foldMarks',
    alike: [
      ['，', ','],
      ['。', '.'],
      ['：', ':'],
      ['；', ';'],
      ['！', '!'],
      ['？', '?'],
      ['……', '......'],
      ['∕', '/'],
    ],
    covers: among('。∶ː꞉⁄∕⋯'),
  },
  {
    said: 'foldDashes',
    alike: [
      ['—', '-'],
      ['–', '-'],
      ['－', '-'],
      ['～', '-'],
      ['~', '-'],
    ],
    covers: among('‐‑‒–—―−~〜∼˜⁃─━﹘〰⸺⸻'),
  },
  {
    said: 'foldDots',
    alike: [
      ['•', '·'],
      ['・', '·'],
      ['‧', '·'],
    ],
    covers: among('•・‧∙⋅⸱⸳ᐧꞏ'),
  },
  {
    said: 'foldQuotes',
    alike: [
      ['“枫桥经验”', '‘枫桥经验’'],
      ['「枫桥经验」', '"枫桥经验"'],
      ['『枫桥经验』', "'枫桥经验'"],
    ],
    covers: among("“”„‟‘’‚‛'`´′‵″‶「」『』〝〞〟"),
  },
  {
    said: 'foldBrackets',
    alike: [
      ['〔2021〕', '（2021）'],
      ['【2021】', '(2021)'],
      ['［2021］', '[2021]'],
      ['《条例》', '<条例>'],
      ['〈条例〉', '«条例»'],
    ],
    covers: among('[〔【〖〘〚❨❲⟦⦗]〕】〗〙〛❩❳⟧⦘《〈«‹⟨⟪》〉»›⟩⟫'),
  },
  {
    said: 'foldCircle',
    alike: [
      ['二○二四', '二〇二四'],
      ['二◯二四', '二〇二四'],
    ],
    covers: among('○◯'),
  },
  {
    said: 'foldTraditional',
    alike: [
      ['行政復議', '行政复议'],
      ['衞生', '卫生'],
      ['枱賬', '台帐'],
    ],
    covers: (character) => /\p{Script=Han}/u.test(character),
  },
  {
    said: 'foldRadicals',
    alike: [
      ['⼈⺠', '人民'],
      ['\uf9be', '料'],
    ],
    covers: (character) => /[\u2e80-\u2fd5\uf900-\ufaff]/.test(character),
  },
];

/** Texts that a reader may take for one and that are two. */
export const apart: readonly (readonly [string, string])[] = [
  ['、', '，'],
  ['三', '3'],
  ['份', '分'],
  ['著', '着'],
  ['乾', '干'],
];
