import { expect, test } from 'vitest';
import { completeness, type ReportFacts } from '../../../src/analysis/completeness/completeness.ts';
import { ruleSets } from '../../../src/content-files/lexicons/rule-register.ts';

const sets = ruleSets('content');
const facts: ReportFacts = { year: 2024, level: 'county', issuerKind: 'government', published: null, sections: [] };

/** The states of shortcomings, first-responsible and plan in a text of one paragraph under no heading of theirs. */
const states = (text: string): string =>
  completeness(facts, [{ anchor: 'p-1', text, role: null, heading: '一、情况' }], sets)
    .items.filter(({ role }) => role === 'shortcomings' || role === 'first-responsible' || role === 'plan')
    .map(({ role, state }) => (state === 'not-found' ? '' : `${role}:${state}`))
    .filter((item) => item !== '')
    .join(' ');

/** Sentences that speak of shortcomings, plans and heads of agencies, and are no account of the item. */
const others = `
针对执法检查中存在的问题，下发整改通知书23份。
着力解决营商环境领域存在的突出问题。
全面查找行政执法工作存在的短板弱项，建立问题清单。
督察发现存在的主要问题36个，均已整改。
对案卷评查发现存在的一些不足进行通报。
梳理法治建设存在的困难28项，逐项销号。
聚焦群众反映强烈、存在较多问题的领域开展专项整治。
召开会议研究解决司法所存在的困难。
县委常委会听取汇报，部署下一步工作。
县政府常务会议对下一步工作作出安排。
召开推进会，明确下一步工作重点。
专题研究下一步法治建设工作。
为下一步工作打下坚实基础。
会议就下一步工作提出要求。
形成主要领导亲自抓、分管领导具体抓的工作格局。
各部门主要领导亲自抓落实。
行政机关负责人出庭应诉率100%。
由各单位主要负责人签订责任书。
对存在问题的企业实行包容审慎监管。
建立问题整改台账，问题整改率100%。
修订存在制度漏洞的文件6件。
公布典型案例，指出其中存在的程序问题。
化解历史遗留问题，消除存在的风险隐患和困难。
`;

test('what is said of others, or was done, is no account of an item', () => {
  const found = others
    .trim()
    .split('\n')
    .flatMap((text) => (states(text) === '' ? [] : [`${states(text)}: ${text}`]));
  expect(found).toEqual([]);
});

/** Sentences that are accounts of an item, as texts without headings for it give them. */
const accounts = {
  shortcomings: `
但对照上级要求，我县法治政府建设还存在一些不足。
同时，我们也清醒地认识到，工作中仍有不少薄弱环节。
法治政府建设工作虽然取得一定成绩，但仍存在执法力量不足的问题。
与群众的期待相比，还有较大差距。
存在的主要问题是执法人员专业水平有待提高。
存在以下不足：一是认识不到位。
当前工作中存在的突出问题，一是力量薄弱。
尚有部分领域执法不规范的问题。
但法治宣传的针对性还有待加强，依然面临人手短缺的困难。
工作中也发现仍存在一些短板。
检查中发现我局尚存在案卷不规范等问题。
法治建设工作存在着发展不平衡的问题。
`,
  'first-responsible': `
县政府主要负责人认真履行推进法治建设第一责任人职责。
县长带头学法，切实履行第一责任人职责。
党政主要负责人履职尽责，定期听取汇报。
局主要负责同志亲自部署、亲自过问法治建设重要工作。
主要领导带头述法，带头参加旁听庭审。
镇党政主要负责人切实担起责任。
主要负责人切实履行法治建设职责。
`,
  plan: `
下一步，我县将深入贯彻习近平法治思想。
2025年，我局将继续推进法治政府建设。
今后工作中，将进一步规范执法。
下一阶段，持续优化营商环境。
新的一年，全区将以更高标准推进依法行政。
下一步工作打算：一是加强学习。
下一年度，重点抓好三项工作。
`,
} as const;

test.for(Object.entries(accounts))('%s is found where it is told', ([role, lines]) => {
  for (const text of lines.trim().split('\n')) expect(states(text), text).toContain(`${role}:inside`);
});

test.for([
  ['一、党政主要负责人履职情况坚持把法治建设同谋划', 'first-responsible:own'],
  ['三、存在的问题一是认识不足', 'shortcomings:own'],
  ['四、2025年工作安排一是加强领导', 'plan:own'],
] as const)('%s: a heading that has run into its paragraph is one', ([text, wanted]) =>
  expect(states(text)).toContain(wanted),
);

test('a section under a heading that does not name its item only holds it', () => {
  const heading = '七、加强法律服务，全民法治素养明显提高';
  const sections = [{ role: 'shortcomings', where: 'own', heading, basis: 'inferred' }] as const;
  const paragraphs = [
    { anchor: 'h', text: heading, role: 'shortcomings', heading },
    { anchor: 'p', text: '法治政府建设还存在一些问题。', role: 'shortcomings', heading },
  ] as const;
  const found = completeness({ ...facts, sections: [...sections] }, paragraphs, sets).items;
  expect(found.find(({ role }) => role === 'shortcomings')).toMatchObject({ state: 'inside', heading });
});
