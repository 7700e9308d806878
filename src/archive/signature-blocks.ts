import type { ReportBlock } from './report-block.ts';

/** A whole day, in figures or in words, and nothing else: 2025年1月17日, 二〇二五年一月十七日, in brackets or not. */
const wholeDay =
  /^[（(]?(?:20\d\d年\d{1,2}月\d{1,2}日|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日)[）)]?$/u;

/** What is left of a day whose letters were lost (`20251月2`); only under a signature is that certain. */
const brokenDay = /^[（(]?(?=.*[年月日])[\d年月日〇○零一二三四五六七八九十廿]{3,14}[）)]?$/u;

/** A body's name, and the longer form that signatures have of a party committee's. */
const written = (name: string): string[] => (/^中共.*委$/.test(name) ? [`${name}员会`, name] : [name]);

/** Whether a text is nothing but names of the issuers, one or several in any order. */
function isNames(text: string, names: readonly string[]): boolean {
  if (text === '') return false;
  let rest = text;
  while (rest !== '') {
    const found = names.find((name) => rest.startsWith(name));
    if (found === undefined) return false;
    rest = rest.slice(found.length);
  }
  return true;
}

/**
 * Which blocks of a report sign it, as indexes in order: paragraphs at its end, notes of the report's own apart, that
 * are nothing but `issuers`' names, and the day below them. Empty where the end is anything else: what is doubtful is
 * no signature.
 */
export function signatureBlocks(blocks: readonly ReportBlock[], issuers: readonly string[]): number[] {
  const names = issuers.flatMap(written).sort((a, b) => b.length - a.length);
  const textAt = (index: number): string => {
    const block = blocks[index];
    const isPlain = block?.kind === 'paragraph' && block.runIn === 0 && block.references.length === 0;
    return isPlain ? block.text.replace(/[\s、，]/gu, '') : '';
  };
  const end = blocks.findLastIndex(({ kind }) => kind !== 'footnote');
  const last = textAt(end);
  const hasDay = wholeDay.test(last) || brokenDay.test(last);
  let at = hasDay ? end - 1 : end;
  while (at > 0 && isNames(textAt(at), names)) at--;
  const isSigned = at < (hasDay ? end - 1 : end);
  if (!isSigned && !wholeDay.test(last)) return [];
  return Array.from({ length: end - at }, (_, index) => at + 1 + index);
}
