import { describe, expect, test } from 'vitest';
import { reportFigures } from '../../../src/analysis/figures/figure.ts';

/** The checks of a text in one line each: what stands, how it is found, by which sum. */
const told = (text: string): string[] =>
  reportFigures({ paragraphs: [{ anchor: 'p-0', text, role: null, heading: null }], notes: [] }, () => []).flatMap(
    ({ written, check }) =>
      check ? [[written, check.state, check.working, ...(check.reading ? [check.reading] : [])].join(' ')] : [],
  );

describe('figures that a text confirms', () => {
  test.for([
    ['调处纠纷1927件，调解成功1913件，成功率99.27%。', ['99.27% agrees 1913÷1927=99.273%']],
    ['一审应诉案件23件。败诉案件2件，败诉率为8.69%。', ['8.69% agrees-cut 2÷23=8.696%']],
    ['任务量3300人次，完成咨询7500人次，完成率227%。', ['227% agrees 7500÷3300=227.273%']],
    ['吸纳争议40件，结案38件，2件正在办理。', ['40件 agrees 38+2=40']],
    ['已审结11件，其中9件胜诉，2件败诉，2件败诉案件均已履行。', ['11件 agrees 9+2=11']],
    ['办理32件；其中不予受理1件，未审结1件，维持13件，终止7件，驳回9件，撤销1件。', ['32件 agrees 1+1+13+7+9+1=32']],
    ['印发16件（含部门文件2件），其中甲类10件，乙类6件。', ['16件 agrees 10+6=16']],
    ['由1200件增加到1500件，增长25%。', ['25% agrees （1500−1200）÷1200=25%']],
    ['办理时限由20个工作日压缩至5个工作日，压缩75%。', ['75% agrees （20−5）÷20=75%']],
    ['排查2498件，化解2473件，化解率99。', ['99 proved 2473÷2498=98.999% 99%']],
  ] as const)('%s', ([text, wanted]) => expect(told(text)).toEqual(wanted));
});

describe('figures that a text contradicts', () => {
  test.for([
    ['受理纠纷200件，调解成功150件，成功率98.5%。', ['98.5% differs 150÷200=75%']],
    ['由1200件增加到1500件，增长30%。', ['30% differs （1500−1200）÷1200=25%']],
    ['审查文件20件，其中规章30件。', ['30件 differs 30＞20']],
  ] as const)('%s', ([text, wanted]) => expect(told(text)).toEqual(wanted));
});

describe('nothing is said', () => {
  test.for([
    '收到申请673件，审结574件，按期结案率100%。',
    '受理120件，审结118件，结案率同比提高2%。',
    '调处纠纷1927件，调解成功约1913件，成功率98.1%。',
    '调解纠纷1927件，其中婚姻纠纷调解成功300件，成功率98.1%。',
    '开展培训12场，宣传8场，讲座4场。',
    '审查合同20件，提出意见30条，其中采纳28条。',
    '完成率14327，服务13754人次。',
    '办理200件，覆盖率98.5%。',
    '分局负责人出庭应诉14次，派出所负责人出庭3次，出庭应诉率达100%。',
    '化解纠纷9433件，调解成功8460件；仲裁调解率41%。',
  ])('%s', (text) => expect(told(text)).toEqual([]));
});
