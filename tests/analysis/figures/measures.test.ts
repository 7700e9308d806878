import { expect, test } from 'vitest';
import { reportFigures } from '../../../src/analysis/figures/figure.ts';
import { measureFinder } from '../../../src/analysis/figures/measures.ts';
import { indicators } from '../../../src/content-files/lexicons/indicator-register.ts';
import { measureCodes, measureSentences } from './measure-sentences.ts';

const find = measureFinder(indicators('content'));
const told = (text: string): string[] =>
  reportFigures({ paragraphs: [{ anchor: 'p-0', text, role: null, heading: null }], notes: [] }, find).flatMap(
    ({ measures, written, state }) => (measures.length > 0 ? [`${measures.join(' ')} ${written} ${state}`] : []),
  );

test.for([
  ['受理行政复议申请32件，审结23件。', ['review-accepted 32件 ok', 'review-concluded 23件 ok']],
  ['累计接收行政复议申请673件，其中受理600件。', ['review-received 673件 ok', 'review-accepted 600件 ok']],
  ['共受理并审结行政复议案件20件。', ['review-accepted review-concluded 20件 ambiguous']],
  ['全区行政应诉案件16件，已审结11件，其中9件胜诉，2件败诉。', ['litigation 16件 ok', 'lost 2件 ok']],
  ['行政机关负责人出庭应诉率常态化保持100%。', ['appearance 100% ok']],
  ['共审查行政规范性文件23件，其中印发16件，完成备案20件。', ['normative-made 16件 ok', 'normative-filed 20件 ok']],
  [
    '3个人民调解委员会共调解各类矛盾纠纷2155件，成功率达100%。',
    ['mediation-disputes 2155件 ok', 'mediation-success 100% ok'],
  ],
  ['县公证处办理公证事项9806件。', ['notary 9806件 ok']],
  ['区法援中心受理法律援助案件358件，结案279件。', ['legal-aid 358件 ok']],
  ['办理12件法律援助案件。', ['legal-aid 12件 ok']],
] as const)('%s', ([text, wanted]) => expect(told(text)).toEqual(wanted));

test.for([
  '不予受理行政复议申请1件，调解结案89件。',
  '办理农民工法律援助案件20件。',
  '受理12件农民工法律援助案件。',
  '办理“最多跑一次”公证305件，不动产继承公证285件。',
  '收到行政复议申请较上年增加30件。',
  '力争调解矛盾纠纷成功率达到95%。',
  '加强行政复议工作，受理信访12件，受理仲裁案件60件。',
  '调解知识产权纠纷50件，调解成功率84%。',
  '以区政府为被告的行政诉讼案件33件，败诉3件。',
  '行政复议案件按期结案率100%。',
])('%s: of no measure', (text) => expect(told(text)).toEqual([]));

const codes = new Map<string, string>(Object.entries(measureCodes));

/** A marked sentence in plain words, and the measures by the end of their figures. */
function marked(line: string): { text: string; wanted: Map<number, string> } {
  const wanted = new Map<number, string>();
  let text = '';
  for (const part of line.replace(/^计划：/, '').split(/(\{[A-Z]{2}\})/)) {
    const id = codes.get(part.slice(1, -1));
    if (id !== undefined && part.startsWith('{')) wanted.set(text.length, id);
    else text += part;
  }
  return { text, wanted };
}

/** What is found in sentences: rightly, not at all, and wrongly, each with its sentence. */
function tried(lines: string): { found: string[]; missed: string[]; wrong: string[] } {
  const [found, missed, wrong]: [string[], string[], string[]] = [[], [], []];
  for (const line of lines.trim().split('\n')) {
    const { text, wanted } = marked(line);
    const role = line.startsWith('计划：') ? 'plan' : null;
    const paragraph = { anchor: 'p-0', text, role, heading: null } as const;
    for (const { end, measures, written } of reportFigures({ paragraphs: [paragraph], notes: [] }, find, 2024)) {
      const id = wanted.get(end);
      for (const measure of measures) (measure === id ? found : wrong).push(`${measure} ${written}: ${text}`);
      if (id !== undefined && !measures.includes(id)) missed.push(`${id} ${written}: ${text}`);
    }
  }
  return { found, missed, wrong };
}

test.for(Object.entries(measureSentences))('%s: rather of no measure than of a wrong one', ([, lines]) =>
  expect(tried(lines).wrong).toEqual([]),
);

test('nine of ten figures of a measure are found in sentences made to be hard', () => {
  const { found, missed } = tried(Object.values(measureSentences).join('\n'));
  expect(found.length / (found.length + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.9);
});
