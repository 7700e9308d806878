import type { OutlineHeading } from '../lines/body-line.ts';
import { compact } from '../lines/layout-space.ts';

/** Whether an input is a report of this field at all, and the reason where it is not. */
export type Likeness =
  | { readonly isReport: true; readonly isSure: boolean }
  | { readonly isReport: false; readonly code: `not-report/${string}`; readonly reason: string };

/** What is known of a page beside its text. */
export interface PageAround {
  /** The site's own words, line by line. */
  readonly chrome: readonly string[];
  /** A region was recognised. */
  readonly isPlaced: boolean;
  /** See `isListPage`. */
  readonly isList: boolean;
}

interface NearMiss {
  readonly code: `not-report/${string}`;
  readonly reason: string;
  readonly title?: RegExp;
  /** What the text itself shows; all must be there. */
  readonly text?: readonly RegExp[];
}

/** What is published in the same columns and is no such report, by title, then by text. */
const nearMisses: readonly NearMiss[] = [
  {
    code: 'not-report/explanation',
    reason: '政策解读',
    title: /解读|图解|一图(?:读懂|看懂)|图说|划重点|漫画|答记者问|起草说明|情况说明$/,
    text: [/(?:出台|起草|制定|编制)(?:的)?(?:背景|依据|目的|过程)/, /解读/],
  },
  {
    code: 'not-report/template',
    reason: '范文或模板',
    title: /(?<!规)范文|模板|精选|[（(]?\d+篇[）)]?$|篇[一二三四五1-5]$|样本|格式/,
    text: [/(?:(?<!规)范文|篇[一二三四]：|第[一二三四]篇)/, /[×xX某]{2}|(?<!规)范文/],
  },
  {
    code: 'not-report/open-government',
    reason: '政府信息公开工作年度报告',
    title: /(?:政府)?信息公开.{0,6}(?:年度)?.{0,4}报告|政务公开.{0,10}报告|信息公开年报/,
    text: [/主动公开政府信息/, /收到和处理政府信息公开申请|政府信息公开行政复议|政府信息公开行政诉讼/],
  },
  {
    code: 'not-report/court',
    reason: '法院、检察院或监察的报告',
    title:
      /(?:法院|检察院|监察委).{0,12}(?:工作)?报告|司法(?:公开|建议)白皮书|行政审判|审判(?:工作|白皮书)|行政诉讼.{0,6}(?:白皮书|年度报告)|行政案件.{0,10}(?:报告|白皮书)/,
    text: [/本院|我院/, /审判|检察/, /受理(?:各类)?案件.{0,20}审(?:执)?结/],
  },
  {
    code: 'not-report/government-work',
    reason: '政府工作报告',
    title: /政府工作报告$|国民经济和社会发展.*报告|(?:预算|决算).*报告/,
    text: [/各位代表|同志们/, /国民经济|生产总值|五年计划|工农业|财政收入/, /外交|国防|物价|农业生产|粮食产量|投资/],
  },
  {
    code: 'not-report/plan',
    reason: '计划、要点、方案或规划',
    title:
      /(?:工作)?(?:计划|要点|方案|规划|任务分工|责任清单|任务清单|工作安排|重点工作|清单|台账|目录|指标体系|实施纲要|细则|办法|规定|制度|规则|意见)(?:[（(].{1,16}[）)])?$|^(?:关于)?印发/,
    text: [
      /(?:特)?制定(?:本|如下|以下)(?:方案|计划|要点|规划|办法)|为.{4,80}，(?:现)?制定/,
      /指导思想|总体要求|工作目标|主要任务|重点任务|组织领导|保障措施/,
    ],
  },
  {
    code: 'not-report/notice',
    reason: '通知、公告或批复',
    title:
      /(?:的|紧急)?通知(?:[（(].{1,16}[）)])?$|公告$|通告$|批复$|公示$|的函$|决定$|启事$|邀请|征求.*意见|招聘|通报(?:[（(].{1,16}[）)])?$/,
    text: [/特此通知|现(?:将.{2,60})?印发给你们|请(?:认真)?(?:遵照|贯彻)执行/],
  },
  {
    code: 'not-report/study',
    reason: '研究文章',
    title: /研究$|探析|浅析|浅谈|思考$|路径|实证|逻辑|——以/,
    text: [/关键词|摘\s*要|中图分类号|参考文献|作者简介|基金项目|作者单位/, /本文|笔者|学者|学界|实证|文献|研究/],
  },
  {
    code: 'not-report/speech',
    reason: '讲话',
    title: /讲话|致辞|发言/,
    text: [/^[\s\S]{0,120}同志们[：:，]/, /今天|下面，我|讲.{0,4}意见/],
  },
  {
    code: 'not-report/personal',
    reason: '个人述法或述职',
    title:
      /述法(?:报告|情况)|述职|述学|述廉|^(?!.*(?:法治政府|依法行政)).*第一责任人职责(?:的)?(?:工作)?(?:情况)?(?:的)?(?:报告|汇报)$/,
    text: [/本人(?:坚持|认真|始终|作为|带头)[\s\S]*本人[\s\S]*本人|现将(?:本人|个人)|述[法职]人[:：]/],
  },
  {
    code: 'not-report/partial',
    reason: '半年或季度的小结',
    title: /上半年|下半年|半年|[一二三四1-4]季度|前三季度|\d{1,2}月份|1-\d{1,2}月|阶段性/,
  },
  {
    code: 'not-report/news',
    reason: '新闻',
    title:
      /召开|举行|举办|开展.{0,20}(?:活动|培训|督察|督查|检查|评估)|调研|赴|荣获|获评|获|入选|亮相|学习贯彻.{0,30}(?:会|班)|专题(?:会|讲座|培训)|听取|审议|通过$|出台|走进|全力|纵深|跑出|擦亮|赋能|护航|绘就|按下|晒|[！!？?]|：.{2,30}[，,]?.{2,20}$|(?:座谈|推进|部署|工作)会$|动员会|亮点|纪实|综述$|侧记|“.{2,20}”.{0,20}(?:新|优|强|好)/,
    text: [
      /^(?:.{0,60}(?:本报讯|本报记者|记者|通讯员|讯[（(]))|^.{0,40}(?:近日|日前|\d{1,2}月\d{1,2}日(?:上午|下午|，))[\s\S]{0,120}(?:召开|举行|举办|主持|开展|印发|发布|获|出席)/,
    ],
  },
  {
    code: 'not-report/audit',
    reason: '别的报告',
    title:
      /示范(?:市|县|区)?(?:创建)?.{0,10}(?:报告|总结|汇报)$|审计(?:工作)?报告|调研报告|评估报告|自评报告|自查报告|整改(?:情况)?(?:的)?报告|督察(?:情况)?报告|调查报告|验收报告|考核(?:情况)?(?:的)?报告|执法检查.*报告|专项.{0,12}报告|统计年报|执法(?:数据|情况)?.{0,4}年报|执法统计.{0,8}报告|普法.{0,14}(?:总结|报告)$|行政复议.{0,16}(?:年度)?(?:报告|分析)$|行政执法.{0,14}(?:年度)?(?:报告|总结)$/,
  },
];

const subject = /法治政府|依法行政|法治建设|全面依法治/;
const reportWord = /报告|总结|汇报|年报|情况|小结/;

const count = (text: string, pattern: RegExp): number => (text.match(new RegExp(pattern.source, 'g')) ?? []).length;

/** …和2024年工作计划: what a title announces besides the year's account. */
const secondHalf =
  /[及和与暨、](?:20\d{2}年(?:度)?)?(?:下一?(?:步|年度?))?(?:的)?(?:法治政府建设)?(?:主要|重点)?(?:工作)?(?:计划|安排|打算|思路|要点|谋划|展望)$/;

/** Blanks for names and years: no government writes so. */
const blanks = [
  /(?:[*＊×]|[xX某]{2}|_{2,})(?:省|市|县|区|镇|乡|街道|局|人民政府)/,
  /20(?:[xX×*＊]{2}|_{2,}|[xX×*＊]\b)年?/,
];
/** The words of sites that share essays; they set them round real reports too. */
const essaySite =
  /小编|网友投稿|公文范文|由会员分享|(?<!规)范文(?:网|大全|参考|供)|篇[一二三1-3](?:[:：]|$)|仅供参考|希望能为你|本文档|珍藏版/m;

/** 某县, 某局 at the head of a text: a sample. */
const nameless = /^[\s\S]{0,120}某(?:省|市|县|区|镇|乡|局|街道)/;

const aName = /某(?:省|市|县|区|镇|乡|局|街道)/;

/** The blank that shows a text to be a sample; null where it has none. */
function blankIn(text: string): string | null {
  if (nameless.test(text)) return aName.exec(text)?.[0] ?? null;
  return blanks.map((mark) => mark.exec(text)?.[0]).find((found) => found !== undefined) ?? null;
}

/** Words that decided, so that a curator sees where they stand and whether they are the site's own. */
const quoted = (words: readonly string[]): string =>
  words.map((word) => `“${word.trim().length > 24 ? `${word.trim().slice(0, 24)}…` : word.trim()}”`).join('、');

/** Offices that bear what they do in their names, which says nothing of what they report. */
const officeNames =
  /[\p{Script=Han}]{0,8}行政执法(?:总队|支队|大队|中队|局|队|委员会)|(?:审计|统计|信访)局(?=20\d{2}|二[〇○零O]|关于|法治|依法)/gu;

/** A title that plainly is one of this field's: its subject, an ending of reports, nothing of a near miss in between. */
function titleSays(title: string): (NearMiss & { readonly words: string }) | 'report' | null {
  const text = compact(title).replace(secondHalf, '').replace(officeNames, '');
  const strict =
    /(?:法治政府(?:建设)?|依法行政|法治建设|全面依法治.{1,3})(?!规划|纲要|示范|培训|督察|考核).{0,16}(?:报告|总结|汇报|年报|情况|小结|进展|公告|公示)(?:[（(〔【].{1,24}[）)〕】])?$/;
  const hasYearOrDuty =
    /20\d{2}|二[〇○零O]|年度|上(?:一)?年|建设(?:工作)?(?:情况)?(?:的)?(?:年度)?报告|工作(?:情况)?(?:的)?报告|总结/.test(
      text,
    );
  const partial = nearMisses.find(({ code }) => code === 'not-report/partial');
  const withWords = (found: NearMiss) => ({
    ...found,
    words: `标题里的${quoted([found.title?.exec(text)?.[0] || text])}`,
  });
  if (partial?.title?.test(text)) return withWords(partial);
  const miss = nearMisses.find(({ title: pattern }) => pattern?.test(text));
  if (strict.test(text) && hasYearOrDuty && !hardMiss(miss)) return 'report';
  return miss ? withWords(miss) : null;
}

/** Near misses whose words rule a report out even when its own words stand in the title too. */
const hardMiss = (miss: NearMiss | undefined): boolean =>
  miss !== undefined && !['not-report/news', 'not-report/plan', 'not-report/notice'].includes(miss.code);

/** How much a text without a telling title reads like a report: what was done in a year, short comings, plans. */
function textScore(text: string, headings: readonly OutlineHeading[]): number {
  const names = headings.map(({ restored }) => restored).join('\n');
  let score = 0;
  const mentions = count(text, /法治政府/) + count(text, /依法行政/) + 0.5 * count(text, /法治建设|依法治[市县区省州]/);
  score += Math.min(3.5, mentions / 2);
  if (/现将.{0,60}(?:法治政府|依法行政|法治建设|工作).{0,20}(?:情况|报告|总结|如下)/.test(text)) score += 2;
  if (/(?:主要)?(?:举措|做法|措施)(?:和|及|与)成效|工作(?:开展)?情况|取得(?:的)?成效|主要工作/.test(names))
    score += 1.5;
  if (/不足|问题|短板|差距|薄弱/.test(names)) score += 1;
  if (/下一步|安排|打算|计划|思路|20\d{2}年.{0,20}(?:工作|安排)/.test(names)) score += 1;
  if (/第一责任人/.test(text)) score += 0.5;
  if (/行政复议|行政执法|规范性文件|重大行政决策|合法性审[查核]/.test(text)) score += 0.5;
  return score;
}

/** Whether the text's own manner is that of a near miss. */
function textMiss(text: string): (NearMiss & { readonly words: string }) | null {
  const found = nearMisses.find(({ text: patterns }) => patterns?.every((pattern) => pattern.test(text)));
  if (!found) return null;
  return { ...found, words: `正文里的${quoted(found.text?.map((pattern) => pattern.exec(text)?.[0] ?? '') ?? [])}` };
}

/**
 * Whether an input is the annual report of a government, a party committee, a department or a township on law-based
 * government (法治政府建设, earlier 依法行政). A telling title decides, unless the text plainly is something else; without
 * one the text's own words, headings and manner do.
 */
export function reportLikeness(
  title: string | null,
  paragraphs: readonly string[],
  headings: readonly OutlineHeading[],
  { chrome, isPlaced, isList }: PageAround,
): Likeness {
  const text = paragraphs.join('\n');
  const said = title === null ? null : titleSays(title);
  const whole = [title ?? '', ...chrome, text].join('\n');
  // A real report on such a site names its place and its kind: it is a copy, which is said apart.
  const essayWords = said === 'report' && isPlaced ? null : (essaySite.exec(whole)?.[0] ?? null);
  const sample = blankIn(whole) ?? essayWords;
  if (sample !== null)
    return { isReport: false, code: 'not-report/template', reason: `范文或模板，因有${quoted([sample])}` };
  if (isList) return { isReport: false, code: 'not-report/list', reason: '报告的目录' };
  const miss = textMiss(text);
  const no = ({ code, reason, words }: NearMiss & { readonly words: string }): Likeness => ({
    isReport: false,
    ...{ code, reason: `${reason}，因有${words}` },
  });
  if (said !== null && said !== 'report') return no(said);
  const score = textScore(text, headings);
  const isAnnounced = title !== null && /(?:发布|公布|晒出?|出炉).{0,14}(?:法治政府|依法行政)/.test(title);
  if (said === 'report' && isAnnounced && score < 4.5) {
    return { isReport: false, code: 'not-report/news', reason: '新闻' };
  }
  if (said === 'report') {
    const isOther =
      miss !== null &&
      score < 4.5 &&
      ['not-report/news', 'not-report/explanation', 'not-report/template', 'not-report/notice'].includes(miss.code);
    return isOther && miss ? no(miss) : { isReport: true, isSure: text.length > 200 };
  }
  // These have forms of their own, which no report of this field takes.
  const hasOwnForm = miss !== null && ['not-report/government-work', 'not-report/open-government'].includes(miss.code);
  if (miss && (hasOwnForm || score < 5.5)) return no(miss);
  if (title !== null && !subject.test(title) && !reportWord.test(title)) {
    if (score < 5) return { isReport: false, code: 'not-report/other', reason: '标题与正文都不像法治政府建设年度报告' };
  }
  if (score >= 4) return { isReport: true, isSure: score >= 5 };
  return { isReport: false, code: 'not-report/other', reason: '正文不像法治政府建设年度报告' };
}
