import { describe, expect, it } from 'vitest';
import { restoredPunctuation } from '../../../src/import/clean/chinese-punctuation.ts';
import type { BodyLine } from '../../../src/import/lines/body-line.ts';
import { withoutLayoutSpace } from '../../../src/import/lines/layout-space.ts';
import { RuleTally } from '../../../src/import/lines/rule-tally.ts';
import { outline } from '../../../src/import/recognise/outline.ts';
import { sectionRoles } from '../../../src/import/recognise/section-roles.ts';

const rest = '认真落实各项部署，开展培训3次，参加人数120人，依法行政水平不断提高。';
const lines = (...texts: string[]): BodyLine[] =>
  texts.map((raw, index) => ({
    number: index + 1,
    raw,
    text: restoredPunctuation(raw, new RuleTally()),
    isMarkedHeading: false,
  }));
const shape = (...texts: string[]): string[] =>
  outline(lines(...texts)).headings.map(({ depth, runsIn, text }) => `${depth}${runsIn ? '+' : ''} ${text}`);

describe('headings', () => {
  it('take their depth from the order of the text itself', () => {
    expect(shape('一、做法', `(一)学习。${rest}`, `1.培训。${rest}`, '二、问题', `一是学法。${rest}`)).toEqual([
      '1 一、做法',
      '2+ (一)学习',
      '3+ 1.培训',
      '1 二、问题',
      '2+ 一是学法',
    ]);
    expect(shape(`(一)学习。${rest}`, `1、培训。${rest}`, `(二)执法。${rest}`)).toEqual([
      '1+ (一)学习',
      '2+ 1、培训',
      '1+ (二)执法',
    ]);
  });
  it('are none where a paragraph runs on, or a list goes by semicolons', () => {
    expect(shape('一、问题', `一是人手少。${rest}二是经费少。${rest}`)).toEqual(['1 一、问题']);
    expect(shape('一、问题', '(一)人手少，任务重；', '(二)经费少，设备旧；', '(三)培训少，水平低。')).toEqual([
      '1 一、问题',
    ]);
    expect(
      shape('一、做法', '1.全年办理案件32件，其中维持13件，撤销1件，终止7件，办结率达到100%，群众十分满意。'),
    ).toEqual(['1 一、做法']);
  });
  it('end where it is sure when the stop is lost, by what the siblings are', () => {
    const text = `(二)强化统筹推进我区始终把法治政府建设摆在重要位置，统筹谋划、部署推进，${rest}`;
    expect(shape('一、做法', `(一)强化学习培训。${rest}`, text)[2]).toBe('2+ (二)强化统筹推进');
  });
  it('name the number that a damaged or skipped one should have', () => {
    const { issues } = outline(
      lines('一、问题', `)学习不够。${rest}`, `(二)执法不严。${rest}`, `(四)宣传不广。${rest}`),
    );
    expect(issues.map(({ code, line, message }) => [code, line, /第 (\d) 项/.exec(message)?.[1]])).toEqual([
      ['damage/marker-lost', 2, '1'],
      ['outline/number-skipped', 4, '3'],
    ]);
  });
  it('stand above numbered ones without a number where no 一、 stands in the text', () => {
    expect(
      shape(
        '主要举措和成效',
        `（一）学习。${rest}`,
        `（二）执法。${rest}`,
        '存在的不足',
        rest,
        '下一步安排',
        '1.学法。',
        '2.用法。',
      ),
    ).toEqual(['1 主要举措和成效', '2+ （一）学习', '2+ （二）执法', '1 存在的不足', '1 下一步安排']);
    // Too few, or none in the rules' words: a signature, a salutation and the like are no headings.
    expect(shape(`（一）学习。${rest}`, '霍山县人民政府', rest)).toEqual(['1+ （一）学习']);
  });
  it('are no items of a list, nor its last one', () => {
    expect(
      shape('一、安排', '1.学习法律，推动落实。', '2.健全机制，严格管理。', '3.加强培训，提高能力。', rest),
    ).toEqual(['1 一、安排']);
  });
  it('skip no number that stands within a paragraph above, and begin anew in another numbering', () => {
    const run = `一是学法。${rest}二是执法。${rest}`;
    const codes = (...texts: string[]) => outline(lines(...texts)).issues.map(({ code }) => code);
    expect(codes('一、做法', run, `三是普法。${rest}`, `四是复议。${rest}`)).toEqual([]);
    expect(codes('一、做法', run, `四是复议。${rest}`)).toEqual(['outline/number-skipped']);
    expect(codes(`一是学法。${rest}`, `二是执法。${rest}`, `（一）普法。${rest}`, `（三）复议。${rest}`)).toEqual([
      'outline/number-skipped',
    ]);
  });
  it('need no number where the text has none', () => {
    expect(shape('主要做法', rest, '存在的不足和原因', rest)).toEqual(['1 主要做法', '1 存在的不足和原因']);
  });
});

describe('roles', () => {
  const roles = (...texts: string[]): string[] => {
    const body = lines(...texts);
    return sectionRoles(body, outline(body).headings, 2023).map(
      ({ role, where, basis }) => `${role} ${where} ${basis}`,
    );
  };
  it('come from the words of the headings', () => {
    expect(
      roles(
        '一、党政主要负责人履行职责情况',
        rest,
        '二、2023年主要举措和成效',
        rest,
        '三、不足及原因',
        rest,
        '四、2024年思路',
        rest,
        '五、其他需要报告的情况',
        rest,
      ),
    ).toEqual([
      'first-responsible own text',
      'achievements own text',
      'shortcomings own text',
      'plan own text',
      'other own text',
    ]);
  });
  it('come from order and wording where headings are free, and say so', () => {
    expect(
      roles(
        '一、坚持党的领导，压实第一责任',
        rest,
        '二、规范行政执法',
        rest,
        '三、勇毅前行',
        '我县工作还存在一些不足和短板，人手少。',
        '四、再启新程',
        '2024年，我县将继续推进依法行政，将进一步加强执法监督，继续努力。',
      ),
    ).toEqual([
      'achievements own inferred',
      'achievements own inferred',
      'shortcomings own inferred',
      'plan own inferred',
      'first-responsible absent text',
      'other absent text',
    ]);
  });
  it('call extra what the rules do not name', () => {
    expect(roles('一、主要举措和成效', rest, '二、履行生效裁判情况', rest, '三、存在的问题', rest)[1]).toBe(
      'extra own inferred',
    );
  });
});

describe('cleaning', () => {
  const restored = (text: string): string => restoredPunctuation(text, new RuleTally());
  it('restores marks in Chinese text only', () => {
    expect(restored('办结率100%,受理(含结转)574件;其中:调解5:1,罚款1,000元!')).toBe(
      '办结率100%，受理（含结转）574件；其中：调解5:1，罚款1,000元！',
    );
    expect(restored('索引号000014349/2025-02343,见http://a.cn/x?y=1;z')).toBe(
      '索引号000014349/2025-02343，见http://a.cn/x?y=1;z',
    );
    expect(restored('Produced By (A, B; C)')).toBe('Produced By (A, B; C)');
    expect(restored('(2021-2025年)f(x)(一)&nbsp;')).toBe('（2021-2025年）f(x)（一）&nbsp;');
    expect(restored(')法治意识')).toBe('）法治意识');
  });
  it('takes layout space out and counts every character of it', () => {
    const tally = new RuleTally();
    expect(withoutLayoutSpace('\u00a0 \u2002矛盾纠纷 助力\u00a0\u00a0转型\u200b  ', tally)).toBe('矛盾纠纷 助力 转型');
    expect(tally.list()).toEqual([
      { rule: 'character/invisible', count: 1 },
      { rule: 'space/edge', count: 3 },
      { rule: 'space/en', count: 1 },
      { rule: 'space/no-break', count: 3 },
    ]);
  });
});
