import type { Role } from '../archive/section.ts';

/** What makes a sentence a question and names nothing that is looked for; longest first. */
export const asking =
  /(?:请问|怎么办|怎么样|怎么|怎样|如何|为什么|为何|哪些方面|哪些|哪里|哪个|哪|什么样的|什么|多少|几个|有没有|是不是|是否|有无|能否|可否|有关|关于|情况|问题是|以及|还有|有|的|了|吗|呢|和|与|及|在|是|对|等|把|被|方面|各地|地方)/gu;

/** Words that say which part of a report is asked about. They are looked for all the same. */
export const roleWords: readonly (readonly [RegExp, Role])[] = [
  [/不足|薄弱|短板|弱项|欠缺|短缺|缺乏|滞后|困难|原因|问题|不到位|不够/u, 'shortcomings'],
  [/计划|打算|下一步|下步|明年|来年|下年|安排|将要/u, 'plan'],
  [/第一责任人|述法|主要负责人/u, 'first-responsible'],
  [/成效|举措|做法|经验|成绩/u, 'achievements'],
];

/** Words of the field that stand for one another; sources write now one, now another. */
export const nearWords: readonly (readonly string[])[] = [
  ['不足', '薄弱', '短缺', '缺乏', '欠缺', '不够', '紧缺'],
  ['执法人员', '执法力量', '执法队伍'],
  ['法治力量', '法治队伍', '法治工作力量', '法治机构'],
  ['法律顾问', '公职律师'],
  ['败诉', '纠错'],
  ['出庭应诉', '负责人出庭'],
  ['普法', '法治宣传', '法制宣传'],
  ['复议', '行政复议'],
  ['三项制度', '行政执法公示'],
  ['合法性审查', '合法性审核', '法制审核'],
  ['决策', '重大行政决策'],
  ['简政放权', '放管服'],
  ['一网通办', '互联网+政务服务'],
  ['柔性执法', '包容审慎', '首违不罚', '轻微免罚'],
  ['信用修复', '信用监管'],
  ['规范性文件', '红头文件'],
  ['调解', '化解'],
  ['法治化营商环境', '营商环境'],
  ['执法不公', '执法不规范', '不文明执法', '趋利性执法'],
  ['经费', '资金', '财政保障'],
  ['培训', '轮训', '学法'],
];
