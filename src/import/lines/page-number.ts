import { compact } from './layout-space.ts';

const dashed = /^[—–―－-]{1,2}(\d{1,3})[—–―－-]{1,2}$/;
const named = /^(?:第)(\d{1,3})页(?:[,，/]?共\d{1,3}页)?$|^(\d{1,3})\/\d{1,3}$/;
const bare = /^(\d{1,3})$/;
/** What a site sets between the parts of a text that it cuts in pages: 上一页 1 2 下一页, with the figures of links. */
const paging =
  /^(?=.*[上下]一?页)(?:(?:\[\d{1,3}\])?(?:首页|尾页|末页|上一?页|下一?页|第?\d{1,3}页?|共\d{1,3}页|\d{1,3}\/\d{1,3})|[|·…<>《》«»‹›.])+$/;

/** Where a paper goes on, where a page was cut or waits for a film; a page's number among all: each the whole line. */
const cut =
  /^[（(]?(?:下转|上接)第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)]?$|^(?:点击)?(?:展开全文|展开更多|继续阅读|查看更多)$|^视频加载(?:中|失败)[.…]*$|^\d{2}:\d{2}\/\d{2}:\d{2}$|^第\d{1,3}页[,，/]?共\d{1,3}页$/;

/** Characters of a line, its indent among them, that can be a page's number. */
const longestLine = 120;

const numberBy = (pattern: RegExp, text: string): number | null => {
  const [, first, second] = pattern.exec(text) ?? [];
  const digits = first ?? second;
  return digits === undefined ? null : Number(digits);
};

/** Indexes of lines of one form whose numbers count on by one; empty where they are fewer than `least`, or do not. */
function counted(texts: readonly string[], pattern: RegExp, least: number): number[] {
  const found = texts.flatMap((text, index) => {
    const number = text.length > 12 ? null : numberBy(pattern, text);
    return number === null ? [] : [{ index, number }];
  });
  const isRun = found.every(({ number }, at) => at === 0 || number === (found[at - 1]?.number ?? 0) + 1);
  return isRun && found.length >= least ? found.map(({ index }) => index) : [];
}

/**
 * Indexes of lines that are the numbers of printed pages, copied along with the text: `— 1 —`, `第 2 页 共 5 页`, `3/5`;
 * bare figures only where at least two count on; lines of one form that do not count on are none. Marks to page on
 * (`上一页 1 2 下一页`), and those where a page was cut (`（下转第三版）`), are too.
 */
export function pageNumberLines(lines: readonly string[]): Set<number> {
  const texts = lines.map((line) => (line.length > longestLine ? '' : compact(line)));
  const marks = texts.flatMap((text, at) => (text.length <= 60 && (paging.test(text) || cut.test(text)) ? [at] : []));
  return new Set([...counted(texts, dashed, 1), ...counted(texts, named, 2), ...counted(texts, bare, 3), ...marks]);
}
