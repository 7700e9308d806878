import { type Damage, damageCodes } from '../lines/damage-codes.ts';
import { isDeliveryLine } from '../lines/title-line.ts';

interface Pair {
  readonly open: string;
  readonly close: string;
  readonly code: 'damage/quote-lost' | 'damage/bracket-lost';
}

const pairs: readonly Pair[] = [
  { open: '“', close: '”', code: 'damage/quote-lost' },
  { open: '‘', close: '’', code: 'damage/quote-lost' },
  { open: '《', close: '》', code: 'damage/bracket-lost' },
  { open: '〈', close: '〉', code: 'damage/bracket-lost' },
  { open: '（', close: '）', code: 'damage/bracket-lost' },
  { open: '〔', close: '〕', code: 'damage/bracket-lost' },
];

const isHan = (character: string): boolean => /[\p{Script=Han}\dA-Za-z]/u.test(character);

/** A quote of some characters after an opening mark, or before a closing one, that stays within its clause. */
function quoteAt(text: string, offset: number, forward: boolean): { offset: number; quote: string } {
  if (forward) {
    const words = text.slice(offset + 1, offset + 13).split(/[，。；、“”《》（）]/)[0] ?? '';
    return { offset, quote: text.charAt(offset) + words };
  }
  const words =
    text
      .slice(Math.max(0, offset - 8), offset)
      .split(/[，。；、“”《》（）]/)
      .at(-1) ?? '';
  return { offset: offset - words.length, quote: words + text.charAt(offset) };
}

/** Places that are told in one line: what has more is no text, and each costs a note. */
const mostInLine = 100;

/** Quotation marks, title marks and brackets that lost their partner within a paragraph. */
export function unpairedMarks(text: string, index: number, from: number): Damage[] {
  const found: Damage[] = [];
  for (const { open, close, code } of pairs) {
    let opened = -1;
    const note = (offset: number, forward: boolean): void => {
      if (found.length >= mostInLine) return;
      const place = quoteAt(text, offset, forward);
      const missing = forward ? `其后缺“${close}”` : `其前缺“${open}”`;
      const what = code === 'damage/quote-lost' ? (forward ? '其后缺右引号' : '其前缺左引号') : missing;
      found.push({ code, index, ...place, reading: null, reason: `${damageCodes[code]}：${what}。` });
    };
    const nests = open === '（' || open === '《';
    const stack: number[] = [];
    for (let at = from; at < text.length; at++) {
      const character = text.charAt(at);
      if (character === open) {
        if (!nests && opened >= 0) note(opened, true);
        opened = at;
        stack.push(at);
      } else if (character === close) {
        // ’ is an apostrophe between Latin letters; 1） and （1） are numbering.
        if (close === '’' && /[A-Za-z]/.test(text.charAt(at - 1))) continue;
        if (stack.length === 0 && (nests || opened < 0)) {
          if (
            !(
              close === '）' &&
              /(?:^|[。；：，])[\d一二三四五六七八九十]{1,2}$/.test(text.slice(Math.max(0, at - 3), at))
            )
          )
            note(at, false);
        }
        stack.pop();
        opened = -1;
      }
    }
    if (nests) for (const at of stack) note(at, true);
    else if (opened >= 0) note(opened, true);
  }
  return found;
}

/** Years run together (20212025年) and a plan's years that lost their brackets inside title marks. */
export function lostBetweenYears(text: string, index: number): Damage[] {
  const found: Damage[] = [];
  for (const match of text.matchAll(/(?<!\d)(20\d{2})(20\d{2})(?!\d)年?/g)) {
    const [quote, from = '', to = ''] = match;
    found.push({
      code: 'damage/dash-lost',
      index,
      offset: match.index,
      quote,
      reading: null,
      reason: `${damageCodes['damage/dash-lost']}：是 ${from} 与 ${to} 两个年份；其间原为何符号，文中无从证明。`,
    });
  }
  for (const match of text.matchAll(/(?:纲要|规划|方案|计划)(?=(20\d{2}[-—－–~～]+20\d{2}年)[〉》])/g)) {
    const years = match[1] ?? '';
    found.push({
      code: 'damage/bracket-lost',
      index,
      offset: match.index,
      quote: match[0] + years,
      reading: null,
      reason: `${damageCodes['damage/bracket-lost']}：文件名中的年份两旁疑缺括号。`,
    });
  }
  return found;
}

/** A paragraph that ends without a mark: its stop is lost, or the text breaks off. */
export function lostFinalStop(text: string, index: number): Damage[] {
  if (text.length < 25 || /[。！？；：”’）》…〉】.!?;:)]$/.test(text) || !isHan(text.slice(-1))) return [];
  if (isDeliveryLine(text)) return [];
  const quote =
    text
      .slice(-8)
      .split(/[，。；、“”《》（）]/)
      .at(-1) ?? '';
  if (quote === '') return [];
  const offset = text.length - quote.length;
  return [
    { code: 'damage/stop-lost', index, offset, quote, reading: null, reason: `${damageCodes['damage/stop-lost']}。` },
  ];
}

/** 建設(shè), 辦(ban)公: pinyin spliced in by mirrors that tamper with official pages; bopomofo where bytes were read wrongly. */
export function splicedPinyin(text: string, index: number): Damage[] {
  const found = /\p{Script=Han}[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[）)](?=\p{Script=Han})|[\u3105-\u312f]+/u.exec(
    text,
  );
  if (!found) return [];
  return [
    {
      code: 'damage/tampered',
      index,
      offset: found.index,
      quote: found[0],
      reading: null,
      reason: `${damageCodes['damage/tampered']}。`,
    },
  ];
}

const characterKinds = [
  ['damage/private-use', /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u],
  ['damage/replacement', /\ufffd/u],
  ['damage/compatibility', /[\uf900-\ufaff\u{2f800}-\u{2fa1f}\u2e80-\u2fdf]/u],
] as const;

/** Characters that no official text holds: private use, replacement, compatibility forms; one note a kind and line. */
export function strangeCharacters(text: string, index: number): Damage[] {
  return characterKinds.flatMap(([code, pattern]): Damage[] => {
    const found = pattern.exec(text);
    if (!found) return [];
    const number = found[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return [
      {
        code,
        index,
        offset: found.index,
        quote: found[0],
        reading: null,
        reason: `${damageCodes[code]}（U+${number}）。`,
      },
    ];
  });
}
