import { compact } from './layout-space.ts';
import type { TextLine } from './reading.ts';

/** As many lines are looked at when a title may go on over the next one. */
const mostJoined = 6;

/** What the title of such a report holds: the field's two names, and that it is a report. */
const subject = /法治政府|依法行政|法治建设|全面依法治|依法治[省市县区州旗镇街乡]/;
const ending = /(?:报告|总结|汇报|情况|报告书|综述|年报|小结|公告|公示|述职述廉报告)(?:[（(【〔[].{1,24}[）)】〕\]])?$/;
const headingStart = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d))/;
/** What no title holds: a stop, a colon at its end, the opening of a report's first sentence. */
const sentence = /[。；;！!？?：:，,、]$|[。；;]|现将|^20\d{2}年(?:度|以来)?[，,]|(?:[，,].*){2}/;
/** Words that stand in titles of pages that are no such report, but are the page's title all the same. */
const otherTitle =
  /解读|图解|一图|范文|计划|要点|方案|通知|意见|办法|规划|纲要|公告|召开|举行|开展|推进|会议|模板|心得|年度报告|公开年报|工作报告|经验|讲话|通报|决定|清单|制度|答记者问|印发|规则|研究|条例|规定|指引|批复|公示|通告/;

const figure = '[\\d一二三四五六七八九十]{1,3}';
const deliveryDay = `[—―–-]{0,3}[（(《“]?(?:20\\d{2}年|二[〇○零].{2}年)?${figure}月${figure}日(?:[上下]午)?[，,]?在`;
const delivery = new RegExp(
  `^(?:${deliveryDay}|[—―–-]{0,3}[（(]?在).{2,60}会议?上(?:所?作?的?(?:工作)?(?:报告|汇报|说明))?[）)》”]?$`,
);
const deliveryLead = new RegExp(`^${deliveryDay}`);

/** Whether a line only says when and where a report was delivered: （2024年2月26日在……会议上）, ……会议上的报告. */
export const isDeliveryLine = (line: string): boolean => delivery.test(compact(line));

/** Whether a line begins to say that: the day is the meeting's, whatever the line goes on with. */
export const isDeliveryLead = (line: string): boolean => deliveryLead.test(compact(line));

/** Whether a line can be the title of a report of this field. */
export function isReportTitle(line: string): boolean {
  const text = compact(line);
  return (
    text.length >= 8 &&
    text.length <= 90 &&
    subject.test(text) &&
    ending.test(text) &&
    !sentence.test(text) &&
    !headingStart.test(text) &&
    !isDeliveryLine(text)
  );
}

/** Whether a line can be some page's title: not a sentence, not a heading, no label. */
export function isSomeTitle(line: string): boolean {
  const text = compact(line);
  return (
    text.length >= 8 &&
    text.length <= 80 &&
    (otherTitle.test(text) || (subject.test(text) && ending.test(text)) || /^关于.*的/.test(text)) &&
    !sentence.test(text) &&
    !headingStart.test(text) &&
    !isDeliveryLine(text) &&
    !/^[【[](?!政策解读|文字解读|图文解读|解读)|[>＞|]/.test(text)
  );
}

/** A line that names only who speaks: it stands above `关于…的报告` when a title is broken over lines. */
export function isIssuerLine(line: string): boolean {
  const text = compact(line);
  return (
    /^[\p{Script=Han}（）()、]{4,50}$/u.test(text) &&
    /(?:委|委员会|政府|局|厅|办公室|办事处|管委会|党委|党工委|党组|法院|院|中心|总队|支队|大队|署|会)$/.test(text) &&
    !/^关于/.test(text)
  );
}

const endsOpen =
  /(?:关于|的|年度|年|建设|政府|工作|情况|和|与|及|暨|法治|推进|开展|落实|委|局|厅|委员会|办公室|办事处|管委会|党委|党工委|省|市|县|区|镇|乡|街道|报|度|法|依法|行政|依法行政|法治政府)$/;

/**
 * Lines from `at` on whose words can go on with one another: all of a text; of a page those of one element, or of
 * elements that stand side by side; none that lies in a list of links.
 */
export function joinableLines(lines: readonly TextLine[], at: number): string[] {
  const first = lines[at];
  if (!first || first.isListed) return [];
  let end = at + 1;
  for (; end < Math.min(lines.length, at + mostJoined); end++) {
    const [last, next] = [lines[end - 1], lines[end]];
    if (!last || !next || next.isListed) break;
    const isSame = last.element === next.element || last.around === next.around;
    if (!isSame) break;
  }
  return lines.slice(at, end).map(({ text }) => text);
}

/** What no title begins with: the line goes on where the one above broke off, in the midst of a word. */
const goesOnInWord = /^(?:度|于|的|和|与|及|暨|设|府|作|况|治政府)/;

const withoutDash = (line: string): string => compact(line).replace(/^[—―–-]{1,3}/, '');
const isMotto = (text: string): boolean => /^[\p{Script=Han}“”、，]{6,30}$/u.test(text) && !isIssuerLine(text);
const isSubtitle = (lines: readonly string[], at: number): boolean => {
  const line = compact(lines[at] ?? '');
  return /^[—―–-]/.test(line) && brokenTitleLength([withoutDash(line), ...lines.slice(at + 1)], 0) > 0;
};

/**
 * How many lines, from `at` on, make a title together; 0 where none begins there. A title is broken where the first
 * line only names who speaks, or breaks off in its words.
 */
export function brokenTitleLength(lines: readonly string[], at: number): number {
  const first = compact(lines[at] ?? '');
  if (first === '' || first.length > 70 || sentence.test(first) || headingStart.test(first)) return 0;
  // Where a report was delivered may be broken over lines too; none of them begins its title.
  if (isDeliveryLead(first) || /会议?上$/.test(first)) return 0;
  // A motto, and below it behind a dash what it is: 筑牢法治根基 / ——某市2022年法治政府建设年度报告.
  if (isMotto(first) && isSubtitle(lines, at + 1)) {
    const below = lines.slice(at + 1).map((line, index) => (index === 0 ? withoutDash(line) : line));
    return 1 + brokenTitleLength(below, 0);
  }
  let joined = first;
  for (let count = 1; count <= 4; count++) {
    if (isReportTitle(joined)) {
      const next = compact(lines[at + count] ?? '');
      // “…工作情况” / “的报告”: the words go on.
      const goesOn = /^(?:的)?(?:报告|总结|情况报告|汇报)(?:[（(].{1,20}[）)])?$|^的.{0,12}(?:报告|总结)$/.test(next);
      return goesOn ? count + 1 : count;
    }
    const current = compact(lines[at + count - 1] ?? '');
    const next = compact(lines[at + count] ?? '');
    if (next === '' || next.length > 60 || sentence.test(next) || headingStart.test(next)) return 0;
    if (
      !(
        isIssuerLine(current) ||
        endsOpen.test(current) ||
        /^(?:关于|\d{4}年|建设|工作|的|年度|法治|依法|政府|情况|报告)/.test(next) ||
        goesOnInWord.test(next)
      )
    )
      return 0;
    if (/[:：|<>＜＞]|^返回/.test(current + next)) return 0;
    // A whole title of its own below a site's name.
    if (
      isReportTitle(next) &&
      !/关于/.test(joined) &&
      !goesOnInWord.test(next) &&
      !/^(?:关于|20\d{2}|二[〇○零O]|法治|依法|推进|年度|上年度)/.test(next)
    )
      return 0;
    joined += next;
  }
  return 0;
}
