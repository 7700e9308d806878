import type { DocumentKind } from '../../archive/lexicons/document-kind.ts';

/** Last words of names, the longest reading first where one ends as another does. */
const endings: readonly (readonly [kind: DocumentKind, pattern: RegExp])[] = [
  [
    'form',
    /(?:决定|意见|建议|通知|承诺|告知|责任|倡议|答复|提示|协议|调解|裁定|判决|任务|认定|确认|委托|审查|催告|整改|授权|说明|指导)书$|备忘录$|(?:督办|交办|提醒|提示|建议|监督)(?:单|函)$/u,
  ],
  [
    'notice',
    /(?:通知|通报|批复|公告|通告|决议|报告|年报|公报|公示|公开信|一封信|白皮书|蓝皮书|说明|倡议|请示|纪要|函|宣言|议案)$/u,
  ],
  ['opinion', /(?:意见|建议)$/u],
  [
    'plan',
    /(?:纲要|规划|方案|计划|要点|安排|行动|措施|举措|分工|部署|路线图|预案|任务|政策|战略|纲领)$|[一二三四五六七八九十百\d]+条$/u,
  ],
  [
    'list',
    /(?:指标体系|体系|清单|目录|指引|指南|手册|台账|表|汇编|指标|文本|模板|范本|制度|机制|流程|协议|名录|文书|要求|事项|指导案例)$/u,
  ],
  [
    'regulation',
    /(?:条例|规定|办法|规则|细则|准则|章程|党章|决定|解释|标准|基准|规范|规程|程序|公约|守则|责任制|修正案|命令|要则|禁令)$/u,
  ],
];

/** 法 that ends a word of another sense than a law: 办法 is told above; 书法, 执法, 工作法. */
const law =
  /^(?:中华人民共和国)?(?:宪法|\p{Script=Han}{0,40}(?:法典|[^宪办方做书说执普司守学立违合看想手讲懂述犯尊作一无非]法))$/u;

/** What stands behind the word that tells the kind: (试行), 2021—2025年, 征求意见稿, 2024年版. */
const appended =
  /(?:\s+|[（(〔[【〈][^（(）)〔〕[\]【】]{0,40}[）)〕\]】]|[〉》>＞”"’』」]+|(?:征求意见|送审|讨论|修订|修改)稿|草案|试行|暂行|[（(][^（()）]{0,24}|[\d年度.—–\-－~～至]{4,}|\d+(?:\.\d+)?版?|第[一二三四五六七八九十]+[版批])$/u;

/** A name without what is appended to it: (试行), a span of years, 草案. */
export function bareName(name: string): string {
  let bare = name.trim();
  for (let turn = 0; turn < 4; turn++) {
    const next = bare.replace(appended, '');
    if (next === bare || next === '') break;
    bare = next;
  }
  return bare;
}

/**
 * The kind of a document by the last word of its name; null where that word is not one of a document: a newspaper, a
 * song, the heading of an article.
 */
export function documentKind(name: string): DocumentKind | null {
  const bare = bareName(name);
  return endings.find(([, pattern]) => pattern.test(bare))?.[0] ?? (law.test(bare) ? 'law' : null);
}

/** Words that may stand before the last one in a name that names nothing by itself: 实施方案, 三年行动计划. */
const filling =
  '工作|实施|指导|若干|行动|具体|总体|暂行|试行|责任|任务|重点|分工|年度|[一二三四五六七八九十]年|管理|有关|相关|该|本';

const generic = new RegExp(
  `^(?:${filling})*(?:纲要|规划|方案|计划|要点|安排|行动|措施|举措|分工|意见|建议|通知|通报|批复|函|公告|通告|决议|报告|清单|目录|指引|指南|手册|制度|机制|流程|条例|规定|办法|规则|细则|准则|章程|决定|解释|标准|基准|规范|规程|程序|法|指标|指标体系)$`,
  'u',
);

/** Whether a name is any document's of its kind, so that only what stands before it tells which: 《实施方案》. */
export function isGenericName(name: string): boolean {
  return generic.test(bareName(name));
}
