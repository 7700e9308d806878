/** What sites set beside a text to press or to scan; each is a whole word of its own. */
const widget = [
  '(?:我要|在线)?(?:打印|收藏|分享|关闭|下载|导出|复制|朗读|纠错|点赞)(?:本页|此页|页面|本文|此文|该文|全文|正文|文章|窗口|本窗口|此窗口|文件|文档|链接|内容)?',
  '(?:关闭|打印)(?:当前)?(?:窗口|页面)',
  '放大|缩小|默认|预览|我要打印',
  '(?:下载|导出|保存为?|另存为)(?:word|pdf|ofd|文字|图片)版?(?:文件|文档)?',
  '(?:word|pdf|ofd)版?下载',
  '推荐(?:给)?(?:好友|朋友)',
  '加入收藏',
  '相关(?:信息|链接|文档|文章|新闻|阅读)',
  '(?:一键)?分享(?:到|至)?',
  '(?:新浪|腾讯)?微博|微信(?:好友|朋友圈)?|朋友圈|QQ(?:空间|好友)?',
  '返回(?:顶部|列表|首页|上一页)?|回到顶部|顶部|TOP',
  '(?:字体|字号|文字)(?:大小)?|[大中小]|A[+-]?',
  '(?:打开|使用|请?用)?(?:手机|微信)?[“"]?扫一扫[”"]?[，,]?分享(?:给|到|至)?(?:好友|朋友圈?|更多人)?',
  '点个?[“"]?(?:在看|赞)[”"]?[，,]?(?:分享给?(?:更多人|好友|朋友))?|预览时标签不可点|继续滑动看下一个|轻触阅读原文|跳到主要内容|END|您是第\\d+位访问者|举报评论\\d*|评论\\d*',
  '扫一扫(?:在手机(?:上)?打开(?:当前页面?|本页面?)?|分享|关注)?|用?手机(?:扫描|查看|浏览)',
  '视力保护色|保护视力色|语音播报|全文朗读|阅读模式|无障碍(?:浏览)?',
].join('|');
const mark = '[【\\[(（|·•、/：:\\]】)）\\s]*';
const widgetLine = new RegExp(`^${mark}(?:(?:${widget})${mark})+$`, 'i');
/** Words that nobody ends a paragraph with, or any of the widgets in brackets of its own. */
const sureWidget =
  '打印(?:本页|此页|窗口)|关闭(?:本页|此页|窗口|本窗口)|扫一扫在手机(?:上)?打开(?:当前页面?|本页面?)|分享(?:到|至)[:：]';
const bracketed = `[【\\[]\\s*(?:(?:${widget})[\\s/|·]*)+[】\\]]`;
/** A line that is only a day and then widgets: what stands behind a signature's day is not its own. */
const dayThenWidgets = new RegExp(
  `^\\s*(?:20\\d{2}|[〇○零O一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十]{1,3}\\s*月\\s*[\\d一二三四五六七八九十廿]{1,3}\\s*日(?=(?:${mark}(?:${widget}))+${mark}$)`,
  'i',
);
const widgetTail = new RegExp(`(?:${bracketed}|${sureWidget})(?:${mark}(?:${widget}))*${mark}$`, 'i');

/** Whether a line, without white space, is nothing but what a site sets to press or to scan. */
export const isWidgetLine = (text: string): boolean => text.length <= 80 && widgetLine.test(text);

/**
 * Where, in a line, the widgets begin that were glued to its end: `…2024年1月2日【打印】【关闭】`. Null where there are
 * none, or nothing stands before them.
 */
export function widgetTailAt(line: string): number | null {
  const [day] = line.length <= 120 ? (dayThenWidgets.exec(line) ?? []) : [];
  if (day !== undefined) return day.length;
  const tail = widgetTail.exec(line.slice(-120));
  if (!tail) return null;
  const at = Math.max(0, line.length - 120) + tail.index;
  return line.slice(0, at).trim() === '' ? null : at;
}
