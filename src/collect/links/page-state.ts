const gone =
  /(?:页面|网页|文件|文章|内容|信息|资源)(?:已经?)?(?:不存在|未找到|找不到|被删除|已删除|已下线|失效)|(?:不存在|找不到|没有找到)(?:该|此|您)?.{0,10}(?:页面|网页|文章|内容)|404\s*(?:not\s*found|错误|页面)|not\s*found/i;
const asksLogin = /(?:请|需要?)(?:先|您)?登录|统一身份认证|用户登录|验证码/;

/** Whether a page that was served well says that it is not there: few letters, and these words. */
export function saysGone(text: string): boolean {
  const plain = text.replace(/\s+/g, '');
  return plain.length < 800 && gone.test(text) && !/法治政府建设.{0,12}(?:报告|情况)/.test(plain);
}

/** Whether a page is the door to others: it wants a name and a password. */
export function asksForLogin(html: string, text: string): boolean {
  return (
    /<input\b[^>]*type\s*=\s*["']?password/i.test(html) &&
    (asksLogin.test(text) || text.replace(/\s+/g, '').length < 400)
  );
}
