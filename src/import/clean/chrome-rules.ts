import { sentenceCount } from '../lines/prose.ts';
import { isIssuerLine } from '../lines/title-line.ts';
import { isWidgetLine } from '../lines/widgets.ts';
import { type Held, headingLine } from './held-lines.ts';

/**
 * Text of the site around a report, as data: what a whole line looks like once white space is out. Each pattern holds
 * the line from its first letter to its last: no word makes a line the site's. `header` rules hold above the text,
 * `footer` rules below it. Taken from the pages that were read by hand.
 */
export interface ChromeRule {
  readonly rule: `chrome/${string}`;
  readonly pattern: RegExp;
  readonly where: 'header' | 'footer' | 'both';
  /** The whole line is a sentence that sites set on every page. */
  readonly isSentence: boolean;
}

const rule = (
  name: `chrome/${string}`,
  where: ChromeRule['where'],
  pattern: RegExp,
  isSentence = false,
): ChromeRule => ({
  rule: name,
  where,
  pattern,
  isSentence: isSentence || ['chrome/welcome', 'chrome/notice', 'chrome/clock', 'chrome/feedback'].includes(name),
});

const chromeRules: readonly ChromeRule[] = [
  rule(
    'chrome/breadcrumb',
    'both',
    /^[^。；！？，]{0,40}(?:当前位置|当前的位置|所在的?位置|[您你](?:现在|目前|当前)?的位置)(?:是|为)?[:：>»›→-][^。；！？，]{0,80}$|^(?:[您你](?:现在|当前)?的?)?(?:当前位置|当前的位置|所在的?位置|[您你]的位置)(?:是|为)?(?:(?:网站|返回)?(?:首页|主页)[^。；！？，]{0,80})?$|^(?:位置|路径|您所在|当前所在|[您你](?:现在|正在|当前)?浏览的(?:是|内容是)?)[:：][^。；！？，]{0,80}$|^[您你](?:现在|正在|当前)?浏览的(?:是|内容是)?[:：]?$/,
  ),
  rule(
    'chrome/breadcrumb',
    'header',
    /^(?:网站|返回)?首页(?:$|(?:[>»›→\-/\\|＞:：·]|政务|政府|信息|要闻|新闻|专题)[^。；！？，]{0,100}$)/,
  ),
  rule(
    'chrome/breadcrumb',
    'header',
    /^[>»›＞\\/][^。；！？，]{0,100}$|^[^。；！？，>]{1,20}[>»›＞][^。；！？，>]{1,20}[>»›＞][^。；！？，]{0,80}$|^[^>,，。]{2,16}[>»›＞][^>,，。]{2,20}$/,
  ),
  rule(
    'chrome/font-size',
    'both',
    /^[【[(（]?(?:字体|字号|文字)(?:大小|缩放|颜色)?[:：]?[[\]【】()（）大中小默认特号\-+A|]*(?:打印.*|分享.*|关闭.*|视力.*|保护.*)?$/,
  ),
  rule('chrome/font-size', 'both', /^(?:[[【(（]?[大中小][\]】)）]?[|/、]?){2,4}(?:打印|关闭|收藏|分享)?.{0,6}$/),
  rule('chrome/font-size', 'both', /^[【[]?A[-+]?A?[+-]?[】\]]?$|^(?:A\+|A-|A)+$/),
  rule(
    'chrome/print',
    'both',
    /^(?:[【[(（|·]?(?:保存为(?:word|pdf)?|另存为|我要打印|打印(?:本页|页面|文章|正文|此页|内容|本文|文本|文档)?|关闭(?:窗口|本页|页面|此页|本窗口)?|收藏(?:本页|本文)?|下载(?:文件|word|pdf|文字版|正文)*|导出(?:word|pdf)?|返回(?:顶部|列表|首页|上一页)?|推荐|纠错|我要纠错|朗读|语音播报|全文朗读|复制|顶部|TOP|回到顶部|阅读模式|word下载|pdf下载|文字版下载)[】\])）|·]?)+$/i,
  ),
  rule(
    'chrome/share',
    'both',
    /^(?:一键)?分享(?:到|至|本页|本文|文章)?[:：]?(?:(?:新浪|腾讯)?微博|微信(?:好友|朋友圈|扫一扫)?|朋友圈|QQ(?:空间|好友)?|人人网|豆瓣|复制链接|更多|收藏|打印|关闭|[|·、/+.…]){0,16}$|^(?:微信|新浪微博|腾讯微博|微博|QQ空间|QQ|朋友圈|人人网|豆瓣|复制链接|更多|[·|、/])+$|^分享文章到[^。；！？，]{0,30}$/,
  ),
  rule(
    'chrome/scan',
    'both',
    /^(?:打开|使用|请?用)?(?:手机|微信|支付宝|浏览器)?[“"]?(?:扫一扫|扫码|扫描)[”"]?(?:(?:手机|微信|公众号|当前|本|此|该)?(?:二维码|网页|页面|页|公众号|手机版|版|好友|和|与|访问|获取|更多|信息|内容|文章|本文|官方|即可|浏览|阅读|查看|分享|关注|打开|观看|继续|继续浏览|到|至|在|手机上?|微信|朋友圈|[，,:：])){0,10}$/,
  ),
  rule(
    'chrome/scan',
    'both',
    /^(?:上方|下方|左侧|右侧|当前页面?|本页面?|网页|手机版?|微信|公众号|客户端|移动端|网站)?的?二维码(?:浏览|关注|分享|打开|查看|阅读)?$|^(?:用)?手机(?:扫描|查看|版|浏览|打开)(?:本页|页面|网页|二维码)?$/,
  ),
  rule(
    'chrome/encyclopaedia',
    'header',
    /^(?:(?:播报|编辑|锁定|讨论\d*|上传视频|添加义项|义项|收藏|查看|历史版本|同义词|词条图册)[·|]?){2,}$|^本词条由[^。；？]{0,60}[。]?$/,
  ),
  rule(
    'chrome/clock',
    'header',
    /^今天是[^。；？]{0,60}$|^(?:现在|当前)(?:时间|是)[:：]?[^。；！？，]{0,40}$|^(?:公历|农历)?\d{4}年\d{1,2}月\d{1,2}日(?:星期|周|农历)[^。；？]{0,60}$|^星期[一二三四五六日天]$|^(?:农历)?(?:[\p{Script=Han}]{2}年)?[正一二三四五六七八九十冬腊]{1,2}月[初十廿三]?[一二三四五六七八九十]$/u,
  ),
  rule(
    'chrome/welcome',
    'header',
    /^欢迎(?:您|访问|光临|来到|进入)[^。；？]{0,50}[。！!]?$|^您好[,，!！][^。；？]{0,40}$/,
  ),
  rule(
    'chrome/weather',
    'header',
    /^(?:多云|晴|阴|小雨|中雨|大雨|阵雨|小雪|中雪|大雪|雨夹雪|雾|霾|转)+$|^(?:今日)?天气[^。；！？]{0,40}$|^[^。；！？，]{0,30}[~～]-?\d{1,2}℃[^。；！？，]{0,20}$|^-?\d{1,2}℃[^。；！？，]{0,20}$/,
  ),
  rule(
    'chrome/tools',
    'both',
    /^(?:[•·|●]?(?:繁體版?|繁体版?|简体版?|简|繁|English|EN|智能问答|智能机器人|智能客服|无障碍(?:浏览|阅读|版|辅助)?|进入无障碍(?:浏览)?|长辈版|适老版|适老化|老年版|关怀版|关爱版|大字版|手机版|移动版|登录|注册|个人中心|用户中心|搜索|检索|站内搜索|高级搜索|网站支持IPv6|本站支持IPv6|IPv6|政务(?:微博|微信|新媒体)|微信公众号|微信|微博|APP|客户端|设为首页|加入收藏|邮箱|RSS|站点地图|网站地图|网站导航|帮助|EnglishVersion)[•·|、]?)+$/i,
  ),
  rule(
    'chrome/tools',
    'header',
    /^点击(?:上方|下方|标题下)?[“"]?[^。；！？，]{0,14}关注(?:我们)?$|^(?:热点|热门)(?:查询|搜索|关键词|词)[:：]?[^。；！？，]{0,60}$|^(?:热点|热门)[:：]?$|^(?:请输入|搜索|检索)(?:您?(?:要|想)?(?:搜索|查询|检索|查找)?的?)?(?:关键[词字]|内容|热词)[^。；！？，]{0,30}$|^热搜(?:词)?[:：]?[^。；！？，]{0,60}$/,
  ),
  rule(
    'chrome/links',
    'header',
    /^(?:[|·•]?(?:中国政府网|中央人民政府(?:门户网站)?|国务院(?:客户端)?|[\u4e00-\u9fff]{2,12}(?:政府网|人民政府(?:门户)?网站?|政府门户网站|门户网站|政务网|政务服务网)|[\u4e00-\u9fff]{1,10}(?:省|市|县|区|州|盟|旗|局|厅|委|政府)(?:政府|政务)?信息公开(?:网|平台|专栏|专网|目录|栏目)?)[|·•]?)+$/,
  ),
  rule(
    'chrome/links',
    'both',
    /^(?:(?:本文|原文|文章|页面|网页|信息)?(?:网址|地址|链接)[:：]|URL[:：])?(?:https?:\/\/[\w./?=&%#:~+-]+|www\.[\w./?=&%#:~+-]+)$/i,
  ),
  rule(
    'chrome/navigation',
    'header',
    /^(?:[|·•►▶]?(?:网站首页|首页|要闻动态|新闻中心|新闻动态|政务公开|信息公开|政府信息公开|政务服务|办事服务|互动交流|政民互动|公众参与|走进[\u4e00-\u9fff]{1,4}|魅力[\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{1,3}概况|数据(?:开放|发布|服务)|专题专栏|公共服务|投资[\u4e00-\u9fff]{0,4}|旅游[\u4e00-\u9fff]{0,4}|解读回应|政策解读|政策文件|领导之窗|机构职能|通知公告|工作动态|(?:年度)?法治政府建设(?:工作|情况|年度|实施|进展)*(?:报告)?(?:专栏|专题|公开|公示)?|依法行政(?:工作)?(?:报告)?|工作报告|法定主动公开内容|政府信息公开指南|政府信息公开制度|政府信息公开年报|依申请公开|公开目录|年度报告|党建工作|普法宣传|部门动态|机构概况|机构设置|公示公告|公告公示|政策|公示|公告|新闻|政务|要闻|人事信息|财政信息|财政资金|规划计划|统计信息|行政执法|应急管理|建议提案|招标采购|重点领域|解读|法规文件|政府文件|权责清单|法治政府|法治建设|基层政务公开|公开指南|公开制度|公开年报|政府信息公开|互动|服务|公开|动态|网站|目录)[|·•]?)+$/,
  ),
  rule(
    'chrome/notice',
    'both',
    /^打开[“"]?微信[”"]?[，,]点击(?:底部|右下角)的?[“"]?发现[”"]?[，,]使用[“"]?扫一扫[”"]?即可将(?:网页|本页|此页|页面)?分享[^。；]{0,16}[。！]?$|^(?:免责|版权|郑重|特别|本站|网站)?声明[:：][^。；]{0,30}(?:转载|本网站?|本站|注明(?:出处|来源))[^。；]{0,60}[。！]?$|^网友(?:评论|发言)仅供[^。；]{0,30}[。！]?$|^建议使用[^。；]{0,30}(?:分辨率|浏览器)[^。；]{0,20}[。！]?$|^[^。；]{0,30}(?:本站已支持IPv6|浏览器版本过低|建议使用.{0,20}浏览器|请使用.{0,12}浏览器|您访问的链接即将离开)[^。；]{0,60}[。？！]?$/,
  ),
  rule(
    'chrome/credit',
    'footer',
    /^(?:版权所有|(?:主办|主管|承办|协办|维护|运维|建设|管理)(?:单位)?[:：]|(?:主办|承办)单位|技术支持|Copyright|©|ProducedBy|PoweredBy|[^。；！？，]{0,12}(?:ICP备|网宣备|新闻信息服务许可证)|(?:上班|工作|办公|服务|接待)时间[:：]|邮箱[:：]|(?:互联网)?违法和不良信息举报|[^。；！？，]{0,8}公网安备|(?:政府)?网站标识码|网站备案|备案(?:号|序号)[:：]?|(?:联系|办公|单位)?地址[:：]|邮编[:：]|邮政编码|联系(?:电话|方式|地址)[:：]|(?:咨询|值班|监督|办公)?电话[:：]|传真[:：]|投稿邮箱|电子邮箱[:：]|举报(?:电话|邮箱|热线|平台|入口)?[:：])[^。；！？，]{0,140}$|^(?:[|·•]?(?:联系我们|网站(?:声明|管理|说明|概况|地图)|关于我们|隐私(?:声明|保护)|免责声明|法律声明|使用帮助|中国互联网举报中心|党政机关(?:网站)?|政府网站找错|网站找错|举报|工信部|网警)[|·•]?)+$/i,
  ),
  rule(
    'chrome/credit',
    'footer',
    /^[^。；！？，]{0,60}(?:版权所有|ICP备\d+|公网安备|All[Rr]ights[Rr]eserved|网站标识码|主办单位[:：])[^。；！？，]{0,100}$/,
  ),
  rule('chrome/credit', 'footer', /^[^。；！？，:：]{2,40}(?:主办|承办|协办|制作维护|运行维护|技术支持|版权所有)$/),
  rule('chrome/credit', 'footer', /^[^。；！？，]{2,24}版权所有[，,]?未经[^。；！？]{2,60}[。！]?$/, true),
  rule(
    'chrome/neighbours',
    'footer',
    /^[【[>»›<«‹←→·•]*(?:上|下|前|后)一?(?:篇|条|页|个?主题|个?文章|则)(?:文章|新闻|信息)?[】\]]?[:：]?[^。；！？]{0,90}$|^(?:相关|推荐)(?:链接|文档|新闻|阅读|信息|文章|稿件|内容|附件|解读|推荐|报道)(?:[:：][^。；！？]{0,60}|更多.?)?$|^(?:延伸|推荐)阅读[:：]?$|^热门(?:推荐|文章|新闻)[:：]?$|^(?:点击|阅读)排行(?:榜)?$|^最新(?:文章|信息|发布)[:：]?$|^为[您你](?:精选|推荐)(?:阅读)?[:：]?$|^猜(?:你|您)喜欢$|^热点推荐$|^您可能(?:感兴趣|还)[^。；！？]{0,20}$|^友情链接[:：]?[^。；！？，]{0,80}$|^(?:国家部委|省直部门|市直部门|各省市|常用链接|政府网站|部门网站|区县网站|县区网站|中央部委)(?:网站|链接)?$/,
  ),
  rule(
    'chrome/neighbours',
    'footer',
    /^(?=.*页)(?:分页|当前|首页|尾页|末页|上一?页|下一?页|第?\d{1,3}页?|共\d{1,3}页|跳转?到?|转到|页|GO|确定|\d{1,3}\/\d{1,3}|[|·…<>《》«»‹›.,，:：/[\]])+$|^分页[:：]?[\d|[\]]*$|^PAGE\d{0,3}$/i,
  ),
  rule(
    'chrome/editor',
    'footer',
    /^[【[(（]?(?:责任编辑|责编|编辑|审核|校对|初审|复审|终审|编审|监制|发布人|信息员|撰稿|供稿|录入|来源|稿件来源|信息来源|作者|浏览次数|浏览量|浏览|点击(?:数|量|次数)?|阅读(?:量|次数)?|访问(?:量|次数)?|发布(?:时间|日期)|更新时间)[:：][^。；！？]{0,120}$/,
  ),
  rule(
    'chrome/encyclopaedia',
    'footer',
    /^(?:参考资料|词条(?:图册|统计|标签|作者)|更多图册|展开全部|收起|最近更新|突出贡献榜|[|·])+$/,
  ),
  rule(
    'chrome/feedback',
    'footer',
    /^(?:[您你](?:觉得|认为)[^。；！？，]{0,24}|(?:本文|此文|[您你]访问的|[以上此本该]*(?:信息|文章|页面|网页|内容))+(?:是否)?(?:对[您你])?(?:是否)?(?:有用|有帮助|满意)(?:吗)?|(?:请)?(?:打分|评分|评价)(?=[:：])|(?:有|没有?|很有|非常有|无)(?:用|帮助)|我要评论|网友评论|发表评论|评论|满意度|是否有用|点赞|赞|顶|踩)[?？:：]?(?:是|否|有用|没用|无用|一般|满意|不满意|基本|很|非常|有帮助|没有?帮助|\d星?分?|[|/、()（）★☆])*$|^(?:评论|发表评论|网友评论|我要评论|满意度)[:：\d()（）][^。；！？]{0,40}$/,
  ),
];

const entryDay = '[\\[（(【]?20\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}[\\]）)】]?';
const listEntry = new RegExp(`^[·•●▪■◆○>»-]?(?:${entryDay}([^。；！？]{6,70})|([^。；！？]{6,70}?)${entryDay})$`);

/** Whether a line names another page and its day, as lists of pages do: ·某县召开会议 2024-03-01. A signature does not. */
function isListEntry(text: string): boolean {
  const [, behind, before] = listEntry.exec(text) ?? [];
  const name = behind ?? before;
  return name !== undefined && !isIssuerLine(name) && !/[:：）)]$/.test(name);
}

/**
 * The rule by which a line is chrome, or null; `text` is compact (no white space). A heading and what holds a sentence
 * are never the site's, but for the few sentences that sites set on every page.
 */
export function chromeRule(text: string, where: 'header' | 'footer'): ChromeRule['rule'] | null {
  if (text.length > 160 || headingLine.test(text)) return null;
  const isProse = sentenceCount(text) > 0;
  const found = chromeRules.find(
    (rule) =>
      (rule.where === where || rule.where === 'both') && (!isProse || rule.isSentence) && rule.pattern.test(text),
  );
  if (found) return found.rule;
  if (isWidgetLine(text)) return 'chrome/widget';
  return where === 'footer' && isListEntry(text) ? 'chrome/neighbours' : null;
}

/** Letters of the longest title of another page to which a list links. */
const longestLink = 120;

/** The rule by which a line is the site's, or null: by its words, or because it lies in a list of links. */
export function lineRule({ line, text }: Held, where: 'header' | 'footer'): ChromeRule['rule'] | null {
  return chromeRule(text, where) ?? (line.isListed && text.length <= longestLink ? 'chrome/links' : null);
}
