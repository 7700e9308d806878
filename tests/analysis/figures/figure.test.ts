import { expect, test } from 'vitest';
import { reportFigures } from '../../../src/analysis/figures/figure.ts';
import type { AnalysedParagraph, DoubtedPlace } from '../../../src/analysis/text/analysed-text.ts';
import { closeText } from '../../../src/analysis/text/close-text.ts';
import { sentenceSpans } from '../../../src/analysis/text/sentence-spans.ts';

const paragraph = (text: string, role: AnalysedParagraph['role'] = 'achievements'): AnalysedParagraph => ({
  anchor: 'p-00000000',
  text,
  role,
  heading: null,
});
const figures = (text: string, notes: readonly DoubtedPlace[] = []) =>
  reportFigures({ paragraphs: [paragraph(text)], notes }, () => []);
const note = (quote: string, reading: string | null = null): DoubtedPlace => ({
  code: 'damage/percent-lost',
  quote,
  occurrence: 1,
  reading,
});

test('a figure has its sentence, and the words around it', () => {
  const text = '推进改革。2024年，我区共受理法律援助案件317件；结案279件，挽回损失约573.68万元。下一句。';
  const [received, concluded, money] = figures(text);
  expect(received).toMatchObject({
    value: 317,
    written: '317件',
    verb: '受理',
    counted: '法律援助案件',
    period: '2024年',
    scope: '我区',
    role: 'achievements',
    anchor: 'p-00000000',
    state: 'ok',
    sentence: '2024年，我区共受理法律援助案件317件；结案279件，挽回损失约573.68万元。',
  });
  // Words of time and place do not pass a ；.
  expect(concluded).toMatchObject({ verb: '结案', counted: null, period: null, scope: null });
  expect(money).toMatchObject({ mark: '约', verb: '挽回', counted: '损失' });
});

test.for([
  ['开展矛盾纠纷排查24888次，', '矛盾纠纷排查'],
  ['行政复议案件按期结案率持续保持100%，', '行政复议案件按期结案率'],
  ['依托10个乡镇（街道）人民调解委员会，', '乡镇（街道）人民调解委员会'],
  ['河东公证处办理公证事项9806件，', '公证事项'],
  ['清理涉企行政规范性文件和政策文件89件，', '涉企行政规范性文件和政策文件'],
  ['4319名国家工作人员完成考试，', '国家工作人员'],
] as const)('%s counts %s', ([text, counted]) => expect(figures(text)[0]?.counted).toBe(counted));

test('what is planned or gathered over years says so', () => {
  expect(figures('力争调解成功率达到95%。')[0]?.isPlanned).toBe(true);
  expect(figures('将调解案卷82份归档。')[0]?.isPlanned).toBe(false);
  expect(
    reportFigures({ paragraphs: [paragraph('出庭率保持100%。', 'plan')], notes: [] }, () => [])[0]?.isPlanned,
  ).toBe(true);
  expect(figures('五年来累计培训300人。')[0]).toMatchObject({ isCumulative: true, period: '累计' });
});

test('a figure that a note overlaps is doubtful, others of its sentence stay', () => {
  const [lost, kept] = figures('罚没款24315万元，结案444起，成效1.5倍。', [note('24315万元')]);
  expect([lost?.state, kept?.state]).toEqual(['doubtful', 'ok']);
});

test('in a sentence with a proved lost point every figure without point is doubtful', () => {
  const text = '收回事项2983项，承接2517项，减负率达到5423777项。全年开会4次。';
  const states = figures(text, [note('5423777项', '54.23% 777项')]).map(({ written, state }) => [written, state]);
  expect(states).toEqual([
    ['2983项', 'doubtful'],
    ['2517项', 'doubtful'],
    ['5423777项', 'doubtful'],
    ['4次', 'ok'],
  ]);
});

test('averages are doubtful in a text without any point and %, rates without sign everywhere', () => {
  expect(figures('平均收回2983项，办理12件。').map(({ state }) => state)).toEqual(['doubtful', 'ok']);
  expect(figures('平均收回2983项，合格率99.5%。')[0]?.state).toBe('ok');
  expect(figures('完成率14327，满意度98.5%。')[0]).toMatchObject({ kind: 'rate', unit: null, state: 'doubtful' });
});

test('a note counts its quote over paragraphs, and one whose quote is nowhere does no harm', () => {
  const notes = [{ ...note('3件'), occurrence: 2 }, note('9件')];
  const found = reportFigures({ paragraphs: [paragraph('办理3件。'), paragraph('办结3件。')], notes }, () => []);
  expect(found.map(({ state }) => state)).toEqual(['ok', 'doubtful']);
});

test('sentences are cut without gaps, and a text without stops shows the words around a figure', () => {
  const text = '一。“二！”三；四？五';
  expect(sentenceSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '一。',
    '“二！”',
    '三；四？',
    '五',
  ]);
  const [only] = figures(`${'长'.repeat(2_000)}办理3件${'长'.repeat(2_000)}`);
  expect(only?.sentence).toHaveLength(1_000);
  expect(only?.sentence).toContain('办理3件');
});

test('spaces that lay out a text are no part of it', () => {
  const text = '全年共办理 93,412 件 ，办结率 99.98% 。';
  const [count, rate] = figures(text);
  expect(count).toMatchObject({ value: 93_412, unit: '件', written: '93,412 件', counted: null, sentence: text });
  expect(text.slice(count?.start, count?.end)).toBe('93,412 件');
  expect(rate).toMatchObject({ value: 99.98, written: '99.98%' });
  // Between two digits they keep numbers apart.
  expect(closeText('第 1 2 件 ').text).toBe('第1 2件');
});
