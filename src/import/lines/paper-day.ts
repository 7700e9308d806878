import { compact } from './layout-space.ts';

const paper =
  '[\\p{Script=Han}]{2,10}(?:日报|晚报|时报|晨报|早报|商报|都市报|导报|新报|周报|法制报|法治报|经济报|消息报)';
const day = '20\\d{2}(?:年|[-./])\\d{1,2}(?:月|[-./])\\d{1,2}日?';
const week = '(?:星期|周)[一二三四五六日天]';
const edition = '[（(]?第?[A-Z]?\\d{1,3}版|第[一二三四五六七八九十]{1,2}版';

/** 《长治日报》2025年1月20日第3版, 2025年1月20日 长治日报 A03版; the paper's name stands in the one group or the other. */
const named = new RegExp(
  `^[（(]?(?:(?:原载|转载自?|刊于|摘自|见报|来源)[:：]?)?(?:《?(${paper})》?[（(，,]?(${day})|(${day})[，,]?《?(${paper})》?)(?:${week})?(.*)$`,
  'u',
);
const alone = new RegExp(`^(${paper})(?:数字报|电子版|电子报)?$`, 'u');
const dayAlone = new RegExp(`^(${day})(?:${week})?(?:${edition})?[）)]?$`);
const hasEdition = new RegExp(edition);

/** A line that names the day and the page of a paper, which nobody else sets: 2024年3月27日 星期三 第A03版：公告. */
const dayAndPage = new RegExp(`^(${day})(?:${week})?[|,，]?(?:${edition})`);

/** A day on which a newspaper came out, as it stands, and the paper's name. */
export interface PaperDay {
  /** Empty where only its page shows that it is a paper's. */
  readonly paper: string;
  readonly day: string;
  /** Where it stands among the lines. */
  readonly index: number;
}

/** The paper and its day that one line names: by its marks, its edition, or as the source of the page. */
export function paperDay(line: string): Omit<PaperDay, 'index'> | null {
  const text = compact(line);
  const [, first, firstDay, secondDay, second, rest = ''] = text.length > 60 ? [] : (named.exec(text) ?? []);
  const name = first ?? second;
  const found = firstDay ?? secondDay;
  if (name === undefined || found === undefined) return null;
  return hasEdition.test(rest) || /《|^[（(]?(?:原载|转载|刊于|摘自|见报|来源)/.test(text)
    ? { paper: name, day: found }
    : null;
}

const pageOfPaper = new RegExp(
  `^(${paper})(?:数字报|电子版|电子报)?(?:$|[-_—|·]|版权所有)|(?:^|[-_—|·])(${paper})(?:数字报|电子版|电子报)?$`,
  'u',
);

/** The paper by which a page's own titles call it: 大理日报数字报-……; null where none does. */
export function paperOfPage(titles: readonly string[]): string | null {
  const [, first, last] = titles.map((title) => pageOfPaper.exec(compact(title))).find((one) => one !== null) ?? [];
  return first ?? last ?? null;
}

/** Lines above or below that can say which page of the paper it is. */
const reach = 3;

/**
 * The day of the paper whose page this is, from the lines around its text: in one line, or in lines near to one
 * another where some line names the page of the paper. Without that it may be the site's clock, and is not taken. `paper`: the paper
 * by which the page calls itself; null where it names none.
 */
export function mastheadDay(lines: readonly string[], paper: string | null = null): PaperDay | null {
  const texts = lines.map(compact);
  const hasPage = texts.some((one) => one.length <= 30 && hasEdition.test(one));
  for (const [index, text] of texts.entries()) {
    const whole = paperDay(text);
    if (whole) return { ...whole, index };
    if (!hasPage) continue;
    const near = texts.slice(Math.max(0, index - reach), index + reach + 1);
    const split = named.exec(text);
    const name =
      split?.[1] ?? split?.[4] ?? near.map((one) => alone.exec(one)?.[1]).find((one) => one !== undefined) ?? paper;
    const own = split?.[2] ?? split?.[3] ?? dayAlone.exec(text)?.[1];
    if (name !== null && own !== undefined && text.length <= 60) return { paper: name, day: own, index };
  }
  const index = texts.findIndex((text) => text.length <= 60 && dayAndPage.test(text));
  const sure = dayAndPage.exec(texts[index] ?? '')?.[1];
  return sure === undefined ? null : { paper: '', day: sure, index };
}
