import type { Issue } from '../../../archive/issue.ts';
import { type HanScript, hanScript, radicalIdeograph } from '../../../text/radical-ideographs.ts';
import { isStandardLetter } from '../../../text/standard-letters.ts';
import { importIssue } from '../../lines/issue.ts';
import { compact } from '../../lines/layout-space.ts';
import { UnreadableInput } from '../../lines/reading.ts';
import type { RuleTally } from '../../lines/rule-tally.ts';
import type { PdfGlyph, PdfPage } from './page.ts';

/** Stands for a glyph of which the file does not say the letter. */
const unreadable = '\ufffd';
/** From this share of letters that cannot be read on, a file is refused. */
const mostUnreadable = 0.02;
/** Examples that a message gives at most. */
const mostExamples = 12;

/** Characters that equal one other by Unicode's own definition: compatibility ideographs, angle brackets, Ω K Å. */
const canonical = /^[\u2126\u212a\u212b\u2329\u232a\uf900-\ufad9\u{2f800}-\u{2fa1d}]$/u;
/** Latin letters that a font sets as one. */
const ligatures: ReadonlyMap<string, string> = new Map([
  ['\ufb00', 'ff'],
  ['\ufb01', 'fi'],
  ['\ufb02', 'fl'],
  ['\ufb03', 'ffi'],
  ['\ufb04', 'ffl'],
]);
/** Control characters, private use, and the sign for what cannot be read. */
const nameless = /[\p{Co}\p{Cn}\p{Cs}\ufffd]|(?![\s\u0085])\p{Cc}/u;
/** Signs that no Chinese keyboard gives, and that share a glyph in Chinese fonts with one that it gives. */
const strangeSigns: ReadonlyMap<string, string> = new Map([
  ['\u2012', '–'],
  ['\u2027', '·'],
  ['\u2035', '｀'],
  ['\u2215', '／'],
  ['\u301c', '～'],
  ['\u30fb', '·'],
  ['\uff65', '·'],
]);

/** What is in doubt of a text's letters, each with how often. */
interface Doubts {
  readonly radicals: Map<string, number>;
  readonly letters: Map<string, number>;
  readonly unreadable: Map<string, number>;
  /** Glyphs whose file names another letter than the font does, as `㬵→胶`. */
  readonly actual: Map<string, number>;
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** A character with its code, for messages about letters that look like others. */
function named(character: string): string {
  const codes = [...character].map(
    (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return nameless.test(character) ? codes.join(' ') : `${character}（${codes.join(' ')}）`;
}

/** A letter as it is stored, where a font's table gives another for it. */
function storedLetter(character: string, script: HanScript, tally: RuleTally, doubts: Doubts): string {
  if (character === '\u2015') {
    tally.add('character/horizontal-bar');
    return '—';
  }
  const reading = radicalIdeograph(character, script);
  if (reading) {
    tally.add('character/radical');
    if (!reading.isCertain) count(doubts.radicals, `${named(character)}→${reading.ideograph}`);
    return reading.ideograph;
  }
  if (canonical.test(character)) {
    const own = character.normalize('NFC');
    if (own !== character) tally.add('character/compatibility');
    return own;
  }
  const ligature = ligatures.get(character);
  if (ligature !== undefined) {
    tally.add('character/ligature');
    return ligature;
  }
  if (nameless.test(character)) {
    count(doubts.unreadable, named(character));
    return /\p{Co}/u.test(character) ? character : unreadable;
  }
  const usual = strangeSigns.get(character);
  if (usual !== undefined) count(doubts.letters, `${named(character)}，或作 ${usual}`);
  else if (/\p{Script=Han}/u.test(character) && !isStandardLetter(character) && script !== 'traditional')
    count(doubts.letters, named(character));
  else if (/[\u2e80\u31c0-\u31ef\uffa0-\uffdc]/.test(character)) count(doubts.letters, named(character));
  return character;
}

/** Sets what the marked pieces of a page say that they stand for in the place of what their glyphs do. */
function setActualTexts(
  glyphs: readonly PdfGlyph[],
  texts: readonly (string | null)[],
  tally: RuleTally,
  doubts: Doubts,
) {
  const settled = new Set<PdfGlyph>();
  const byPiece = Map.groupBy(
    glyphs.filter(({ piece }) => piece !== null && typeof texts[piece] === 'string'),
    ({ piece }) => piece ?? -1,
  );
  for (const [piece, own] of byPiece) {
    const actual = compact(texts[piece] ?? '');
    const shown = compact(own.map(({ text }) => text).join(''));
    if (actual === '' || nameless.test(actual)) continue;
    for (const glyph of own) settled.add(glyph);
    if (actual === shown) continue;
    const letters = [...actual];
    const lettered = own.filter(({ text }) => compact(text) !== '');
    const isPaired = letters.length === lettered.length;
    lettered.forEach((glyph, at) => {
      const text = isPaired ? (letters[at] ?? '') : at === 0 ? actual : '';
      if (text === glyph.text) return;
      const isRadical = radicalIdeograph(glyph.text, null) !== null;
      const isBar = glyph.text === '\u2015';
      tally.add(isRadical ? 'character/radical' : isBar ? 'character/horizontal-bar' : 'character/actual-text');
      if (isPaired && !isRadical && !isBar && glyph.isNamed && glyph.text.normalize('NFKC') !== text.normalize('NFKC'))
        count(doubts.actual, `${named(glyph.text)}→${text}`);
      glyph.text = text;
    });
    if (!isPaired && shown.normalize('NFKC') !== actual.normalize('NFKC')) count(doubts.actual, `${shown}→${actual}`);
  }
  return settled;
}

const examples = (counts: ReadonlyMap<string, number>): string => {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const list = [...counts].slice(0, mostExamples).map(([what, times]) => (times > 1 ? `${what}×${times}` : what));
  return `${total} 处：${list.join('、')}${counts.size > mostExamples ? '…' : ''}`;
};

/** Issues that name each letter, so many to one that a message holds them all. */
function letterIssues(
  code: 'pdf/radical-doubtful' | 'pdf/letter-doubtful' | 'pdf/actual-text',
  counts: ReadonlyMap<string, number>,
): Issue[] {
  const issues: Issue[] = [];
  const names = [...counts].map(([what, times]) => (times > 1 ? `${what}×${times}` : what));
  for (let from = 0; from < names.length; ) {
    let quote = '';
    while (from < names.length && (quote === '' || quote.length + (names[from]?.length ?? 0) < 78))
      quote += `${quote === '' ? '' : '、'}${names[from++]}`;
    issues.push(importIssue(code, null, quote));
  }
  return issues;
}

/**
 * Makes the letters of pages, in place, those that were written, not those that a font's table has first for a glyph:
 * by what the file says itself (`actual`, by page), else where it is certain, counted by rule. What is not certain
 * stays, named by an issue. Throws `UnreadableInput` where too many glyphs have no letter.
 */
export function trueLetters(
  pages: readonly PdfPage[],
  actual: readonly (readonly (string | null)[] | null)[] | null,
  tally: RuleTally,
): Issue[] {
  const doubts: Doubts = { radicals: new Map(), letters: new Map(), unreadable: new Map(), actual: new Map() };
  const whole = hanScript(pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).join(''));
  let letters = 0;
  pages.forEach((page, index) => {
    const script = hanScript(page.glyphs.map(({ text }) => text).join('')) ?? whole;
    const texts = actual?.[index];
    const isKnown = texts && texts.length === page.pieces;
    const settled = isKnown ? setActualTexts(page.glyphs, texts, tally, doubts) : null;
    for (const glyph of page.glyphs) {
      if (compact(glyph.text) === '') continue;
      letters++;
      if (settled?.has(glyph)) continue;
      if (!glyph.isNamed) {
        count(doubts.unreadable, `第 ${index + 1} 页的字形`);
        glyph.text = unreadable;
        continue;
      }
      // A pair of surrogates, or several letters of one glyph.
      glyph.text = [...glyph.text].map((character) => storedLetter(character, script, tally, doubts)).join('');
    }
  });
  const lost = [...doubts.unreadable.values()].reduce((sum, n) => sum + n, 0);
  if (lost > mostUnreadable * letters)
    throw new UnreadableInput(
      'pdf/unreadable-letters',
      `PDF 没有写明字形是什么字，${letters} 个字里读不出 ${examples(doubts.unreadable)}`,
      '用原来的 Word 文件，或从 PDF 作文字识别（OCR）并校对，存为 .txt 或 .docx 后再导入',
    );
  return [
    ...(lost > 0 ? [importIssue('pdf/unreadable-letters', null, examples(doubts.unreadable))] : []),
    ...letterIssues('pdf/radical-doubtful', doubts.radicals),
    ...letterIssues('pdf/actual-text', doubts.actual),
    ...letterIssues('pdf/letter-doubtful', doubts.letters),
  ];
}
