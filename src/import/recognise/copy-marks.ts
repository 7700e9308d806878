import { compact } from '../lines/layout-space.ts';
import { sentenceCount } from '../lines/prose.ts';
import type { Reading } from '../lines/reading.ts';

/** Words that only sites set which copy other people's texts, wherever they stand. */
const sure = [
  // 法(fǎ)治, 政府fǔ: pinyin with its tone put into the text.
  /\p{Script=Han}[（(]?[a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,5}[）)]?\p{Script=Han}/u,
  /道客巴巴|豆丁网|豆丁文档|360doc|个人图书馆|(?:百度|360|搜狗|互动|头条|抖音|维基)百科|百度文库|MBA智库|原创力文档|人人文库/i,
  /金锄头文库|淘豆网|爱问共享|第一文库网|文档之家|天天文库|装配图网|蚂蚁文库|文库网|范文网|docin\.com|doc88\.com|book118/i,
  /VIP(?:免费|专享|会员)|开通VIP|会员免费(?:下载|阅读)|下载(?:积分|券|豆|币)|下载本文档|下载(?:后|即)可(?:阅读|编辑)|免费下载/i,
  /剩余\d+页(?:未读|可阅读)|(?:还剩|未完)[^。]{0,8}(?:页|继续阅读)|付费(?:阅读|下载)|由会员(?:分享|上传)|上传者[:：]/,
  /(?:本文|文章)(?:来自|来源于|转自|摘自|由)[^。]{0,30}(?:网|\.com|\.cn|\.net|整理|收集|提供|分享)|本文来自/,
  /更多(?:精彩|相关|优质)?(?:内容|范文|文章|资料|文档)[^。]{0,8}(?:访问|关注|尽在|请点击)|仅供(?:个人)?学习(?:交流|参考)/,
  /本词条|百科名片|词条(?:标签|统计|图册)|编辑词条|收藏查看我的收藏/,
];
/** The same in a line that says nothing else; sites of governments have 政策文库 of their own. */
const whole =
  /^(?:广告|推广|赞助商(?:链接|广告)|(?:全文)?阅读已结束.*|[\p{Script=Han}\w]{0,6}(?<!政策|法规|法律|文件|政务|信用|数据|公文)文库|[\p{Script=Han}\w]{0,6}(?<!政务|普法|法律|法治|司法)百科|文档(?:分享|下载)(?:平台)?|(?:https?:\/\/)?(?:www\.)?[a-z\d-]+\.(?:com|net|org)(?:\/\S*)?)$/iu;
/** Letters of a line that is looked at as a whole, and of a quotation. */
const longestLine = 30;
const quoted = 24;

const marksIn = (text: string): RegExp[] =>
  (text.length <= longestLine && sentenceCount(text) === 0 ? [...sure, whole] : sure).filter((mark) => mark.test(text));

/** Whether a line is nothing but a copying site's own word; it may stand below the signature. */
export const isCopyLine = (line: string): boolean => {
  const text = compact(line);
  return text.length <= longestLine && sentenceCount(text) === 0 && marksIn(text).length > 0;
};

/**
 * What shows that an input is a copy that some other site made of the government's page: its marks, the first of each
 * kind as it stands. Text that only speaks of such sites in a sentence is one too; it is for a curator to see.
 * `view`: how recognition reads the input.
 */
export function copyMarks(reading: Reading, view: (text: string) => string): string[] {
  const pieces = [
    ...reading.lines.map((line) => (line.kind === 'text' ? line.text : line.rows.flat().join(' '))),
    ...reading.left.map(({ text }) => text),
    ...(reading.titles ?? []),
    ...(reading.site ?? []),
    ...reading.meta.map(({ value }) => value),
  ];
  const found = new Map<RegExp, string>();
  for (const piece of pieces) {
    const text = compact(view(piece));
    for (const pattern of marksIn(text)) {
      const mark = found.has(pattern) ? null : pattern.exec(text);
      if (mark)
        found.set(pattern, text.slice(Math.max(0, mark.index - 4), mark.index + mark[0].length).slice(0, quoted));
    }
  }
  return [...found.values()];
}
