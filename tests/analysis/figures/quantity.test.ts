import { describe, expect, test } from 'vitest';
import { quantities } from '../../../src/analysis/figures/quantity.ts';

/** A quantity in one line: kind, value, upper end, unit, mark. */
const told = (text: string): string[] =>
  quantities(text).map(({ kind, value, to, unit, mark, isQuoted }) =>
    [
      kind,
      value,
      ...(to === null ? [] : [`–${to}`]),
      ...(unit ? [unit] : []),
      ...(mark ? [mark] : []),
      ...(isQuoted ? ['“”'] : []),
    ].join(' '),
  );

describe('what is a figure', () => {
  test.for([
    ['受理行政复议申请32件，审结23件', ['count 32 件', 'count 23 件']],
    ['播放量100万余次，1，234人次', ['count 1000000 次 余', 'count 1234 人次']],
    ['办理业务量3万多件、1.2万件', ['count 30000 件 余', 'count 12000 件']],
    ['挽回经济损失约573.68万元，罚没款2亿元', ['money 5736800 元 约', 'money 200000000 元']],
    ['兑现资金超亿元，近百场活动，惠及超过万人', ['money 100000000 元 超', 'count 100 场 近', 'count 10000 人 超']],
    ['提出涉法意见３４件（次），６６００余条', ['count 34 件次', 'count 6600 条 余']],
    ['建议回收事项18类47项', ['count 18 类', 'count 47 项']],
    ['成功率达98%以上，败诉率为8.69％', ['rate 98 % 至少', 'rate 8.69 %']],
    ['同比增长12.5%，提高3个百分点，增长了两倍', ['change 12.5 %', 'points 3 个百分点', 'change 2 倍']],
    ['占百分之九十五点五，百分之百公开，百分之30', ['rate 95.5 %', 'rate 100 %', 'rate 30 %']],
    ['增长一点三倍，提高二点五个百分点，差一点三家也不行', ['change 1.3 倍', 'points 2.5 个百分点']],
    ['三分之二以上的村，超过七成的案件', ['fraction 0.666667 分之 至少', 'fraction 0.7 成 超']],
    ['复议、诉讼收案比达5:1，比例为3：1', ['ratio 5 –1 比', 'ratio 3 –1 比']],
    ['每组3至5人，压减20%—30%，3万至5万元', ['count 3 –5 人', 'change 20 –30 %', 'money 30000 –50000 元']],
    [
      '不少于20次，不超过3个工作日，左右为难，100人左右',
      ['count 20 次 至少', 'duration 3 个工作日 至多', 'count 100 人 左右'],
    ],
    [
      '调解三十二件，接待十余人次，三万余人参加，办结两件。',
      ['count 32 件', 'count 10 人次 余', 'count 30000 人 余', 'count 2 件'],
    ],
    ['6次350人次，12个部门，17部门联合，10个乡镇', ['count 6 次', 'count 350 人次', 'count 12 个', 'count 10 个']],
    ['最近3个月，节约30万元', ['duration 3 个月', 'money 300000 元']],
    ['开展“365天不打烊”服务和1名村法律顾问', ['duration 365 天 “”', 'count 1 名']],
    ['2.3个问题得到解决', ['count 3 个']],
    ['化解率八成五，三成执法人员，六成半，完成功能', ['fraction 0.85 成', 'fraction 0.3 成', 'fraction 0.65 成']],
    ['551万农村人口脱贫，用户达3200万，比上年增长一倍。', ['count 5510000', 'count 32000000', 'change 1 倍']],
    ['审批由法定60日压减为20日，浓度27微克/立方米', ['duration 60 日', 'duration 20 日', 'measure 27 微克/立方米']],
    ['组织安排4个单位常驻、与省外22省216个市区签约', ['count 4 个', 'count 22 省', 'count 216 个']],
  ] as const)('%s', ([text, wanted]) => expect(told(text)).toEqual(wanted));
});

describe('what is none', () => {
  test.for([
    '《法治政府建设实施纲要（2021—2025年）》和《关于3件事的通知》',
    '博法办发〔2022〕8号、国办发[2019]5号',
    '2024年1月17日至20日，2021-2025年，11月20日至26日，2024.12.4',
    '第3批、第十二条、第1至3名、排名全市第3位',
    '“1+3+N”工作布局和“3+N”模式，7×24小时服务',
    '12·4国家宪法日、3.15消费者权益日',
    '拨打12348热线，12345平台，110联动，H5页面，5G基站，4A级景区',
    '八五普法，两个确立，一次办好，三家抬，几十件，上百人次，每一件，同一起，三五户',
    '开展三年行动，2023年起实施，近5年来，建党75周年',
    '上午9:30开会，比分3:2',
    '10大案例，12部门联动，3人民法庭',
  ])('%s', (text) => expect(told(text)).toEqual([]));
});

test('every figure stands where it says it does', () => {
  const text = '全年共办理１，２３４件，其中调解成功率99.27%，（含部门规范性文件2件）。';
  expect(quantities(text).map(({ start, end }) => text.slice(start, end))).toEqual(['１，２３４件', '99.27%', '2件']);
});

test('a text of nothing but digits or open marks has few figures or none', () => {
  for (const hostile of [
    '1'.repeat(1e5),
    '1,2.3:'.repeat(2e4),
    '《“（'.repeat(3e4),
    '一百'.repeat(5e4),
    '第1、'.repeat(2e4),
  ])
    expect(quantities(hostile)).toEqual([]);
  expect(quantities('3件'.repeat(5e4))).toHaveLength(2_000);
});
