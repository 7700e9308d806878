/** How to write a query, which the search page itself tells, in Chinese. */
export const help = {
  searchNoScript: '检索需要浏览器运行脚本。不用脚本，可从',
  searchNoScriptEnd: '找到全部报告。',
  helpSummary: '怎样写检索式',
  helpLiteral: '一字不差，逐处列出。全角半角、标点写法、繁体简体、大小写不计，空白不计。',
  helpAnd: '两个都要有（中间空格）。',
  helpOr: '有一个即可。',
  helpNot: '有前者、没有后者的报告。',
  helpNear: '同一段里相距不超过 20 字。',
  helpQuoted: '引号里的空格和符号照原样看待。',
  helpParagraphs: '词语不跨段落匹配。同一处可以重叠计数：“一一”在“一一一”中出现两次。',
} as const;
