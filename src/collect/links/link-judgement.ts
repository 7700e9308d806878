/** A link as it stands on a page. */
export interface PageLink {
  readonly address: string;
  /** What a reader sees, without white space; the whole title where the visible one is cut and the page holds it. */
  readonly text: string;
}

/**
 * What a link leads to, by its words: `report` a report of the field; `perhaps` a page whose words are cut or leave it
 * open; `attachment` a file; `text` the whole text of what a page only announces; `column` a list below this one;
 * `next` another page of the same list.
 */
export type LinkKind = 'report' | 'perhaps' | 'attachment' | 'text' | 'column' | 'next';

const field = /法治政府|依法行政|法治建设|依法治[省市县区州旗镇街乡]/;
const account = /报告|总结|情况|年报/;
/** What stands in the same columns and is no such report. */
const other =
  /信息公开|政务公开|听取|审议|解读|图解|一图|要点|方案|规划|计划|通知|意见|办法|召开|会议|推进会|部署|培训|讲座|活动|宣传|示范|督察|调研|问答|清单|安排|招聘|公示|座谈|普法|考试|学习贯彻|动员|半年|季度|评估|述法|述职/;
/** …年度法治政府建设情况报告的通知 is a notice; 关于2023年法治建设工作要点落实情况的报告 is none. */
const account2 = /(?:报告|总结|情况|年报)(?:[（(【〔].{1,16}[）)】〕])?(?:\.?(?:pdf|docx?|wps|ofd))?$/i;

const file = /\.(?:pdf|docx?|wps|ofd|zip|rar|xlsx?)$/i;
/** Files that hold a text. */
export const textFile = /\.(?:pdf|docx?|wps)$/i;

const whole =
  /^[【[(（]?(?:请?点击)?(?:这里)?(?:查看|阅读|下载|浏览)?(?:详细|报告)?(?:全文|原文|正文|附件)(?:下载|链接|如下|阅读|查看)?[\])）】]?[:：>»]*/;
const onward = /^(?:下一?页|后一?页|[>›»]{1,2}|next|尾页|末页|最后一页|第?\d{1,3}页?)[>›»]*$/i;
/** Words that only pages of lists bear: calendars and the like have others. */
export const isOnwardByName = (text: string): boolean =>
  /^(?:下一?页|后一?页|尾页|末页|最后一页)[>›»]*$/.test(plainWords(text));
const year = /^(?:20\d\d)年?(?:度)?$/;
const columnName =
  /法治政府|依法行政|法治建设|年度报告|法定主动公开|^(?:各)?(?:部门|县区|区县|乡镇|街道|镇街|单位|市直|区直|县直)|^更多|^more/i;
const bodyName = /^[\p{Script=Han}]{2,12}(?:局|委|办|厅|院|中心|镇|乡|街道|街道办事处|区|县|市|委员会|政府|公司)$/u;

/** Words of a link without white space, marks of lists and the day behind it. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/g, '')
    .replace(/^[·•●■◆▪>]+/, '')
    .replace(/[[(（【]?20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[\])）】]?$/, '');

const isCut = (text: string): boolean => /(?:…|\.{2,})$/.test(text);

/** Whether words are a title of such a report. */
export function isReportName(text: string): boolean {
  return field.test(text) && account2.test(text) && !other.test(text.replace(/《[^》]*》/g, ''));
}

/** Whether words leave open that they are the title of such a report. */
function isPerhaps(text: string): boolean {
  const plain = text.replace(/《[^》]*》/g, '');
  if (/信息公开|解读|图解|一图|召开|培训|听取|审议|要点|会议/.test(plain)) return false;
  // What is cut may be anything that bears a year.
  if (isCut(text)) return field.test(text) || /20\d\d|二[〇○零]|法(?:治)?(?:…|\.)|关于/.test(text);
  return field.test(text) && account.test(plain);
}

/** The path of an address, to the last bar. */
const folderOf = (address: string): string => new URL('.', address).pathname;

/**
 * What a link of a list leads to; null where it is not to be followed. `column` is the address of the list that was
 * given or found, `depth` how many lists lie above the one on which the link stands.
 */
export function linkOfList({ address, text }: PageLink, column: string, depth: number): LinkKind | null {
  const words = plainWords(text);
  if (words === '' || !isSameSite(address, column)) return null;
  if (onward.test(words)) return 'next';
  const { pathname } = new URL(address);
  if (file.test(pathname)) {
    if (!textFile.test(pathname)) return null;
    return isReportName(words) || isPerhaps(words) ? 'attachment' : null;
  }
  // 法治政府建设年度报告 names a list, 某县2023年法治政府建设年度报告 a report.
  const isColumnName = columnName.test(words) && !/20\d\d|二[〇○零]/.test(words) && words.length <= 16;
  if (isColumnName && !/信息公开(?:工作)?年度报告|信息公开年报/.test(words)) return depth < 3 ? 'column' : null;
  if (isReportName(words)) return 'report';
  if (isPerhaps(words)) return 'perhaps';
  if (depth >= 3) return null;
  const isBelow = new URL(address).pathname.startsWith(folderOf(column));
  if (isBelow && address !== column && (year.test(words) || bodyName.test(words))) return 'column';
  return null;
}

/** What a link on a report's page leads to; null where it is not to be followed. `isShort`: the page holds no text of its own. */
export function linkOfReport({ address, text }: PageLink, page: string, isShort: boolean): LinkKind | null {
  const words = plainWords(text);
  if (!isSameSite(address, page) || address === page) return null;
  const { pathname } = new URL(address);
  if (file.test(pathname)) {
    if (!textFile.test(pathname)) return null;
    return isShort || isReportName(words) || isPerhaps(words) || whole.test(words) ? 'attachment' : null;
  }
  return isShort && whole.test(words) ? 'text' : null;
}

/** Whether two addresses are served by one site: its host and port, with or without `www.`. */
export function isSameSite(one: string, other: string): boolean {
  const site = (address: string): string => new URL(address).host.replace(/^www\./, '');
  return site(one) === site(other);
}
