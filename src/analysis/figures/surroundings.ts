import { allMatches } from '../text/all-matches.ts';
import type { Span } from '../text/sentence-spans.ts';
import type { Quantity } from './quantity.ts';

/** The words around a quantity: its clause, from the figure or stop before it to the next. */
export interface Surroundings {
  /** Words of its clause before it. */
  readonly before: string;
  /** Words of its clause after it. */
  readonly after: string;
  /** What is done with the counted things, as it stands; null where no word of the list does. */
  readonly verb: string | null;
  /** What is counted, as it stands: a suggestion, to be shown with the sentence only. Null where the clause says nothing. */
  readonly counted: string | null;
  /** Words that say the time and the area, the nearest before it in its sentence or part of one; null where it says none. */
  readonly period: string | null;
  readonly scope: string | null;
  readonly isCumulative: boolean;
  /** Words before it say that it is meant and not done. */
  readonly isIntended: boolean;
}

const longestClause = 80;
const clauseStop = /[，,；;。！？!?:：\n]/u;
const partStop = '；';

/** Words that act on what is counted: the noun stands behind them. */
const acting =
  '审查 审核 审议 审结 审理 办理 办结 受理 收到 接收 接到 接待 提出 出具 开展 举办 召开 完成 印发 制定 出台 发布 公布 推送 录制 播放 发放 免收 兑现 检查 抽查 查处 处理 立案 结案 移送 纠正 整改 督促 督办 化解 调处 解决 轮训 聘任 聘请 配备 选聘 建立 设立 建成 新建 打造 命名 培育 培养 新增 取得 撤销 收回 注销 废止 清理 修订 报备 报送 梳理 归集 调整 下放 赋予 承接 上线 设置 走访 提供 挽回 减免 获得 荣获 推广 覆盖 入驻 派驻 安排 换领 列席 听取 查摆 张贴 悬挂 发送 录入 代理 指派 约谈 通报 吸纳 涉及 形成 展示 编印 编发 刊发 转发 拍摄 征集 吸引 惠及 投入 推出 取消 精简 认定 签订 签约 设有 共有 现有 拥有 入选 上架 回流 查办 发现 排查 组织开展 组织召开 征求 收集 汇总 移交 追缴 评查 公开 回复 答复 驳回 维持 终止 确认 选派 选拔 招录 增设 新设 建有 建设 完善 创建'.split(
    ' ',
  );
/** Words that are as often part of a name: 法律援助案件, 调解组织, 行政应诉案件. */
const naming =
  '培训 参加 参训 评查 核查 处罚 督察 调解 通过 修改 备案 服务 咨询 援助 不予 败诉 胜诉 出庭 应诉 评选 研究 讨论 宣传 指导 巡查 曝光 归档 受益 受众 申领 考试 测试 述法 旁听 公证 鉴定 仲裁 拨付 落实 实施 压缩 组织 办证 见证'.split(
    ' ',
  );
const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const actingVerb = new RegExp(longestFirst(acting), 'gu');
const anyVerb = new RegExp(longestFirst([...acting, ...naming]), 'gu');
const adverbs =
  /^(?:其中|同时|全年|今年以来|年内|目前|截至目前|累计|合计|总计|共计|共有|共|先后|已经|已|均|约|近|超过|超|逾|达到|达|分别|各|并|还|对|将|为|与|和|及|等|有|的|是|至|由|在|了|我[市县区省局镇乡]|全[市县区省])+/u;
const nounEnd =
  /[，,。；;、：:（(）)“”《》！!?？\n]|的(?!士)|有效|全部|均|进行|开展|得到|予以|参与|参加|实现|完成|已经|并|以及|和|与|及|被|为|已|共(?!同)|从|提出|提供|办理|使用|同比|上传|轮驻|常驻|换领/u;
const nameWithBracket = /^[\p{Script=Han}]{1,6}[（(][\p{Script=Han}]{1,6}[)）][\p{Script=Han}]{2,14}/u;
const beginsWithVerb =
  /^(?:参加|参与|落实|换领|开展|进行|完成|通过|取得|进入|获|被|接受|持证|到|赴|为|在|以|用于|得到|实现|纳入|入选|入驻|列席|出席|左右|以上|正在|胜诉|败诉)/u;
const rateEnd =
  /(?:常态化|均|都|已|也|全部|持续|稳定)*(?:达到了|达到|达|保持在|保持|维持在|提高到|提升至|提升到|上升到|下降到|降至|降到|升至|(?<=[率量数度额比均])为|超过|超|逾|近|约|共|共计|总计|合计|不低于|不少于)*$/u;

const longestCounted = 18;

function countedThing(
  kind: Quantity['kind'],
  before: string,
  after: string,
): { verb: string | null; counted: string | null } {
  const said = before
    .replace(/^.*(?:共|已|累计|均)(?=[^计有])/u, '')
    .replace(adverbs, '')
    .replace(rateEnd, '');
  const orNull = (words: string): string | null => (words === '' ? null : words);
  if (kind === 'rate' || kind === 'change' || kind === 'points' || kind === 'ratio')
    return { verb: null, counted: orNull(said === '' ? after.replace(/^的/, '').slice(0, longestCounted) : said) };
  const verbs = allMatches(said, actingVerb);
  const last = verbs.at(-1);
  const named = last?.[0] ?? said.match(anyVerb)?.at(-1) ?? null;
  const end = after.search(nounEnd);
  const noun = after.match(nameWithBracket)?.[0] ?? (end < 0 ? after : after.slice(0, end));
  const tail = beginsWithVerb.test(after) ? '' : noun.slice(0, longestCounted);
  if (tail !== '') return { verb: named, counted: tail };
  const object = verbs.findLast((found) => found.index + found[0].length < said.length);
  if (object) return { verb: object[0], counted: said.slice(object.index + object[0].length).replace(/^[了的]/u, '') };
  return { verb: named, counted: last ? null : orNull(said) };
}

const periodWords =
  /(?:截至|截止)[^，,。；;]{0,12}?(?:目前|底|末|日|月)|(?:19|20)\d{2}年?[-—–至~～]{1,2}(?:19|20)?\d{2}年|(?:19|20)\d{2}年(?:度|以来|底|末|上半年|下半年)?(?:\d{1,2}月)?|今年以来|今年|全年|上半年|下半年|[一二三四]季度|年内|本年度|上一年度|近[一二三四五六七八九\d]{1,2}年来?|[一二三四五]年来|累计|历年/gu;
const scopeWords =
  /全[国省市县区镇乡州盟旗]|[省市县区州盟旗镇乡]本级|我[国省市县区镇乡局委州]|[省市县区]级(?=部门|平台|以上)|各级|[县市区]直|各[县市区乡镇]{1,2}|[区县市]委|[区县市]政府/gu;
const cumulativeWords = /累计|[一二三四五六七八九十]年来|以来|\d年来/u;
const intended =
  /力争|不低于|不少于|确保|预计|计划[在于年内]|目标[是为]|将(?:达到|实现|完成|开展|新增|建成|建设|推进|组织|举办|出台|制定|继续|进一步|新建|培训|打造)/u;

/** What a pattern finds, in order, with its places. */
function places(text: string, pattern: RegExp): { at: number; words: string }[] {
  return allMatches(text, pattern).map((match) => ({ at: match.index, words: match[0] }));
}

/** The last of the places that begins within a stretch; null where none does. Places are in order. */
function lastWithin(found: readonly { at: number; words: string }[], from: number, to: number): string | null {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.at ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  const last = found[low - 1];
  return last !== undefined && last.at >= from ? last.words : null;
}

/**
 * The words around each quantity of a paragraph. `plain` is the paragraph in plain signs, `spans` its sentences; both
 * have the offsets of the paragraph.
 */
export function surroundings(
  paragraph: string,
  plain: string,
  quantities: readonly Quantity[],
  spans: readonly Span[],
): Surroundings[] {
  const periods = places(plain, periodWords);
  const scopes = places(paragraph, scopeWords);
  let sentence = 0;
  return quantities.map((quantity, at) => {
    while ((spans[sentence]?.end ?? Number.POSITIVE_INFINITY) <= quantity.start) sentence++;
    const span = spans[sentence] ?? { start: 0, end: paragraph.length };
    const previousEnd = quantities[at - 1]?.end ?? 0;
    const nextStart = quantities[at + 1]?.start ?? paragraph.length;
    const lowest = Math.max(previousEnd, span.start, quantity.start - longestClause);
    const highest = Math.min(nextStart, span.end, quantity.end + longestClause);
    let from = quantity.start;
    while (from > lowest && !clauseStop.test(paragraph.charAt(from - 1))) from--;
    let to = quantity.end;
    while (to < highest && !clauseStop.test(paragraph.charAt(to))) to++;
    let before = paragraph.slice(from, quantity.start).replace(/^[、和及与]/u, '');
    // In a list of figures only its last member belongs to the figure.
    if (from === previousEnd && at > 0) before = before.slice(before.lastIndexOf('、') + 1);
    let after = paragraph.slice(quantity.end, to);
    const listEnd = after.indexOf('、');
    if (listEnd >= 0 && to === nextStart) after = after.slice(0, listEnd);
    const partFrom = Math.max(span.start, paragraph.lastIndexOf(partStop, quantity.start) + 1);
    const near = paragraph.slice(Math.max(partFrom, quantity.start - longestClause), quantity.start);
    return {
      before,
      after,
      ...countedThing(quantity.kind, before, after),
      period: lastWithin(periods, partFrom, quantity.start),
      scope: lastWithin(scopes, partFrom, quantity.start),
      isCumulative: cumulativeWords.test(near),
      isIntended: intended.test(paragraph.slice(from, quantity.start)),
    };
  });
}
