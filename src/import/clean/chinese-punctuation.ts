import type { RuleTally } from '../lines/rule-tally.ts';

const chinese =
  /[\p{Script=Han}〇\u3001-\u3003\u3008-\u3011\u3014-\u301f\u2018-\u201f\u2014\u2026\u00b7\uff01-\uff5e]/u;
const latinOrFigure = /[A-Za-z0-9]/;

const restored = new Map([
  [',', { becomes: '，', rule: 'punctuation/comma' }],
  [':', { becomes: '：', rule: 'punctuation/colon' }],
  [';', { becomes: '；', rule: 'punctuation/semicolon' }],
  ['!', { becomes: '！', rule: 'punctuation/exclamation' }],
  ['(', { becomes: '（', rule: 'punctuation/opening-bracket' }],
  [')', { becomes: '）', rule: 'punctuation/closing-bracket' }],
]);

const isChinese = (character: string): boolean => chinese.test(character);

/** The nearest character that is not a plain space, from `from` on in steps of 1 or -1; empty at the line's end. */
function neighbour(line: string, from: number, step: 1 | -1): string {
  let at = from;
  while (line.charAt(at) === ' ') at += step;
  return line.charAt(at);
}

/** Figures (5:1, 15:48, 1,000), addresses (http://), entities (&nbsp;) and Latin text keep their ASCII marks. */
function isMarkInChinese(line: string, at: number): boolean {
  const before = line.charAt(at - 1);
  const after = line.charAt(at + 1);
  if (latinOrFigure.test(before) && latinOrFigure.test(after)) return false;
  const mark = line.charAt(at);
  if (mark === ':' && after === '/') return false;
  if (mark === ';' && /&#?\w{1,8}$/.test(line.slice(0, at))) return false;
  if (mark === '!' && after === '=') return false;
  const left = neighbour(line, at - 1, -1);
  const right = neighbour(line, at + 1, 1);
  if (isChinese(left) || isChinese(right)) return true;
  // A bracket, percent sign or mark that itself stands in Chinese text: “率100%,30%的” “(次),2022年”.
  const isSign = (character: string): boolean => character !== '' && !latinOrFigure.test(character);
  return (isSign(left) || isSign(right)) && isChineseAround(line, at);
}

/** Whether the nearest letters on either side, past figures and signs, are Chinese. */
function isChineseAround(line: string, at: number): boolean {
  const before = /[A-Za-z\p{Script=Han}](?=[^A-Za-z\p{Script=Han}]*$)/u.exec(line.slice(0, at))?.[0] ?? '';
  const after = /[A-Za-z\p{Script=Han}]/u.exec(line.slice(at + 1))?.[0] ?? '';
  return (before === '' || isChinese(before)) && (after === '' || isChinese(after)) && before + after !== '';
}

/** A pair of brackets is Chinese when what it encloses is, or when Chinese stands before it. */
function isChinesePair(line: string, open: number, close: number): boolean {
  if (isChinese(line.slice(open + 1, close))) return true;
  if (isChinese(neighbour(line, open - 1, -1))) return true;
  return !latinOrFigure.test(line.charAt(open - 1)) && isChinese(neighbour(line, close + 1, 1));
}

/** The pairs of ASCII brackets of a line, and the brackets without a partner. */
function brackets(line: string): { pairs: [number, number][]; single: number[] } {
  const open: number[] = [];
  const pairs: [number, number][] = [];
  const single: number[] = [];
  for (let at = 0; at < line.length; at++) {
    if (line.charAt(at) === '(') open.push(at);
    else if (line.charAt(at) === ')') {
      const partner = open.pop();
      if (partner === undefined) single.push(at);
      else pairs.push([partner, at]);
    }
  }
  return { pairs, single: [...single, ...open] };
}

/**
 * Restores the full-width forms of the ASCII comma, colon, semicolon, exclamation mark and brackets where they stand
 * in Chinese text; never inside figures, codes or Latin text. Brackets change in pairs. Character by character, so the
 * result is as long as the line. Each change is counted by rule (`punctuation/comma` …).
 */
export function restoredPunctuation(line: string, tally: RuleTally): string {
  if (!isChinese(line)) return line;
  const { pairs, single } = brackets(line);
  const changed = new Set<number>();
  for (const [open, close] of pairs) if (isChinesePair(line, open, close)) changed.add(open).add(close);
  for (const at of single) {
    if (isChinese(neighbour(line, at - 1, -1)) || isChinese(neighbour(line, at + 1, 1))) changed.add(at);
  }
  for (let at = 0; at < line.length; at++) {
    if (',:;!'.includes(line.charAt(at)) && isMarkInChinese(line, at)) changed.add(at);
  }
  let out = '';
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const mark = changed.has(at) ? restored.get(character) : undefined;
    if (mark) tally.add(mark.rule);
    out += mark?.becomes ?? character;
  }
  return out;
}
