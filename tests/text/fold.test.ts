import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorHash } from '../../src/text/anchor.ts';
import { folded, foldedWithMap } from '../../src/text/fold.ts';
import { runs } from '../runs.ts';

// What a reader may expect, written by hand: a query, a text, and whether the query stands in the text.
const found: readonly (readonly [kind: string, pairs: readonly (readonly [query: string, text: string])[]])[] = [
  [
    'the very same characters',
    [
      ['行政复议', '全年受理行政复议案件32件'],
      ['率100%', '出庭应诉率100%。'],
      ['“放管服”改革', '深化“放管服”改革'],
      ['2', '2024'],
      ['𠮷', '姓𠮷的人'],
      ['👍🏽', '点赞👍🏽了'],
      ['件。', '32件。'],
      ['a.b*c', 'xa.b*cy'],
    ],
  ],
  [
    'case and width',
    [
      ['app', '“皖事通”APP上线'],
      ['APP', '手机app'],
      ['ＡＰＰ', '手机App'],
      ['ｗｔｏ', 'WTO规则'],
      ['２０２４年', '2024年'],
      ['2024年', '２０２４年'],
      ['100％', '100%'],
      ['100%', '１００％'],
      ['12345热线', '１２３４５热线'],
      ['3.5%', '３．５％'],
      ['10+N', '10＋n'],
      ['A/B', 'Ａ／Ｂ'],
      ['a=b', 'Ａ＝Ｂ'],
      ['&', '甲＆乙'],
      ['#', '＃号'],
      ['@', '某＠某'],
      ['É', 'é'],
      ['Β', 'β'],
      ['Ж', 'ж'],
      ['ﾊﾝ', 'ハン'],
      ['ガ', 'ｶﾞ'],
    ],
  ],
  [
    'Chinese and ASCII punctuation',
    [
      ['工作,推进', '工作，推进'],
      ['工作，推进', '工作,推进'],
      ['落实.', '落实。'],
      ['落实。', '落实.'],
      ['如下:', '如下：'],
      ['如下：', '如下:'],
      ['复议、诉讼收案比达5:1', '复议、诉讼收案比达5∶1'],
      ['一是;', '一是；'],
      ['好吗?', '好吗？'],
      ['好！', '好!'],
      ['(一)', '（一）'],
      ['（一）', '(一)'],
      ['（一）', '㈠'],
      ['国办发〔2021〕30号', '国办发[2021]30号'],
      ['国办发[2021]30号', '国办发〔2021〕30号'],
      ['国办发(2021)30号', '国办发〔2021〕30号'],
      ['国办发〔2021〕30号', '国办发（2021）30号'],
      ['国办发【2021】30号', '国办发〔2021〕30号'],
      ['国办发〔2021〕30号', '国办发［2021］30号'],
      ['国办发〔2021〕30号', '国办发﹝2021﹞30号'],
      ['〖甲〗', '【甲】'],
      ['《民法典》', '〈民法典〉'],
      ['<民法典>', '《民法典》'],
      ['《民法典》', '＜民法典＞'],
      ['«民法典»', '《民法典》'],
      ['……', '......'],
      ['...', '…'],
      ['等⋯⋯', '等……'],
      ['、', '甲､乙'],
      ['﹐', '，'],
      ['︓', '：'],
      ['1/2', '1⁄2'],
      ['{甲}', '｛甲｝'],
      ['|', '｜'],
      ['_', '＿'],
      ['$', '＄'],
      ['\\', '＼'],
    ],
  ],
  [
    'dashes and waves',
    [
      ['2021-2025年', '2021—2025年'],
      ['2021—2025年', '2021-2025年'],
      ['2021–2025年', '2021—2025年'],
      ['2021－2025年', '2021—2025年'],
      ['2021‐2025年', '2021—2025年'],
      ['2021‑2025年', '2021—2025年'],
      ['2021‒2025年', '2021—2025年'],
      ['2021―2025年', '2021—2025年'],
      ['2021−2025年', '2021—2025年'],
      ['2021～2025年', '2021—2025年'],
      ['2021~2025年', '2021—2025年'],
      ['2021〜2025年', '2021-2025年'],
      ['2021∼2025年', '2021-2025年'],
      ['2021─2025年', '2021—2025年'],
      ['2021━2025年', '2021—2025年'],
      ['2021﹣2025年', '2021—2025年'],
      ['目标--建成', '目标——建成'],
      ['目标——建成', '目标⸺建成'],
      ['——', '目标－－建成'],
      ['—', '目标——建成'],
    ],
  ],
  [
    'middle dots',
    [
      ['12·4', '12•4全国宪法宣传周'],
      ['12•4', '12·4全国宪法宣传周'],
      ['12・4', '12·4'],
      ['12‧4', '12·4'],
      ['12∙4', '12·4'],
      ['12⋅4', '12·4'],
      ['12·4', '12 • 4全国宪法宣传周'],
      ['云普法·微课堂', '云普法•微课堂'],
      ['12･4', '12・4'],
      ['阿凡提·买买提', '阿凡提‧买买提'],
      ['·', '1·2'],
    ],
  ],
  [
    'quotes',
    [
      ['"放管服"改革', '“放管服”改革'],
      ['“放管服”改革', '"放管服"改革'],
      ['「放管服」改革', '“放管服”改革'],
      ['『放管服』改革', '“放管服”改革'],
      ['‘放管服’改革', '“放管服”改革'],
      ["'放管服'改革", '“放管服”改革'],
      ['〝放管服〞改革', '“放管服”改革'],
      ['＂放管服＂改革', '“放管服”改革'],
      ['＇放管服＇', '“放管服”'],
      ['„放管服‟', '“放管服”'],
      ['”放管服“', '“放管服”'],
      ['﹁放管服﹂', '“放管服”'],
      ['`放管服´', '“放管服”'],
      ['″', '”'],
      ['“', '“12345政务'],
    ],
  ],
  [
    'white space and what cannot be seen',
    [
      ['行政 复议', '行政复议'],
      ['行政复议', '行 政 复 议'],
      ['行政复议', '行\u3000政\u3000复\u3000议'],
      ['行政复议', '行政\u00a0复议'],
      ['行政复议', '行政\u2002\u2003复议'],
      ['行政复议', '行政\n复议'],
      ['行政复议', '行政\r\n\t复议'],
      ['行政复议', '行政\u200b复议'],
      ['行政复议', '行政\u200c\u200d复议'],
      ['行政复议', '行政\ufeff复议'],
      ['行政复议', '行政\u00ad复议'],
      ['行政复议', '行政\u2060复议'],
      ['行政复议', '\u202a行政\u202c复议'],
      ['行政复议', '行政\u0000复议'],
      ['行政复议', '行政\u0085复议'],
      ['葛', '葛\u{e0100}城'],
      ['葛\ufe00', '葛城'],
      ['行\u200b政', '行政'],
      ['2024年', '2024 年'],
      ['100%', '100 %'],
      ['WTO规则', 'W T O 规则'],
    ],
  ],
  [
    'traditional and simplified',
    [
      ['行政复议', '行政復議'],
      ['行政復議', '行政复议'],
      ['行政複議', '行政复议'],
      ['依法行政', '依法行政'],
      ['法治政府建設', '法治政府建设'],
      ['法治政府建设年度报告', '法治政府建設年度報告'],
      ['执法监督', '執法監督'],
      ['執法监督', '执法監督'],
      ['规范性文件', '規範性文件'],
      ['国务院', '國務院'],
      ['发展', '發展'],
      ['理髮', '理发'],
      ['以后', '以後'],
      ['皇后', '皇后'],
      ['里', '村裡'],
      ['里', '村裏'],
      ['干部', '幹部'],
      ['乾坤', '乾坤'],
      ['乾县', '乾縣'],
      ['台湾', '臺灣'],
      ['平台', '平臺'],
      ['制定', '製定'],
      ['体制', '體制'],
      ['关于', '關於'],
      ['为了', '為了'],
      ['爲了', '為了'],
      ['群众', '群衆'],
      ['群眾', '群众'],
      ['卫生', '衞生'],
      ['衛生', '卫生'],
      ['征求', '徵求'],
      ['启动', '啟動'],
      ['啓動', '启动'],
      ['说明', '説明'],
      ['說明', '说明'],
      ['记账', '记帐'],
      ['记帐', '记账'],
      ['帳目', '账目'],
      ['賬目', '帐目'],
      ['机关', '機關'],
      ['云南', '雲南'],
      ['松绑', '鬆綁'],
      ['党', '黨'],
      ['着力', '着力'],
      ['绩溪县', '績溪縣'],
      ['㑇', '㑳'],
      ['𫟦', '䡵'],
    ],
  ],
  [
    'compatibility forms and radicals',
    [
      ['民政', '⺠政'],
      ['长治市', '⻓治市'],
      ['门', '⻔'],
      ['车', '⻋辆'],
      ['见', '意⻅'],
      ['一', '⼀'],
      ['人民', '⼈⺠'],
      ['行政', '⾏政'],
      ['工作', '⼯作'],
      ['更', '更'],
      ['豈', '豈'],
      ['1', '①'],
      ['(1)', '⑴'],
      ['1.', '⒈'],
      ['VIII', 'Ⅷ'],
      ['m2', '㎡'],
      ['平方km2', '平方㎢'],
      ['℃', '°C'],
      ['No', '№'],
      ['𝐀', 'a'],
      ['1⁄2', '½'],
      ['你', '你'],
      ['二〇二四', '二○二四'],
      ['二○二四', '二〇二四'],
      ['二◯二四', '二〇二四'],
    ],
  ],
];

const notFound: readonly (readonly [query: string, text: string])[] = [
  ['三份', '三分'],
  ['三分', '三份'],
  ['部分', '部份'],
  ['一、', '一，'],
  ['一,', '一、'],
  ['乾县', '若干县'],
  ['干县', '乾县'],
  ['著作', '着作'],
  ['显着', '显著'],
  ['2024', '二〇二四'],
  ['一', '1'],
  ['二〇', '二零'],
  ['〇', '0'],
  ['O', '0'],
  ['l', '1'],
  ['行政复议', '行政。复议'],
  ['行政复议', '行政、复议'],
  ['行政-复议', '行政复议'],
  ['行政·复议', '行政复议'],
  ['“行政”', '行政'],
  ['100%', '100'],
  ['100', '1 0'],
  ['法制', '法治'],
  ['象', '像'],
  ['作', '做'],
  ['他', '她'],
  ['.', '，'],
  [';', '：'],
  ['(', ')'],
  ['(', '<'],
  ['{', '('],
  ['·', '.'],
  ['·', '-'],
  ['-', '_'],
  ['-', '一'],
  ['—', '一'],
  ['ー', '-'],
  ['/', '\\'],
  ['*', '×'],
  ['a', 'b'],
  ['a.b', 'aXb'],
  ['[甲乙]', '甲'],
  ['甲*', '甲甲'],
  ['^甲', '甲'],
  ['🙂', '🙃'],
  ['𠮷', '吉'],
  ['‰', '%'],
  ['行政复议', '议复政行'],
];

describe('a query stands in a text', () => {
  test.for(found.flatMap(([kind, pairs]) => pairs.map(([query, text]) => [kind, query, text] as const)))(
    '%s: %j in %j',
    ([, query, text]) => expect(folded(text)).toContain(folded(query)),
  );
});

describe('a query does not stand in a text', () => {
  test.for(notFound.map((pair) => [...pair]))('%j not in %j', ([query = '', text = '']) => {
    expect(folded(query)).not.toBe('');
    expect(folded(text)).not.toContain(folded(query));
  });
});

test('there are at least two hundred pairs', () => {
  expect(found.reduce((sum, [, pairs]) => sum + pairs.length, notFound.length)).toBeGreaterThanOrEqual(200);
});

test('nothing is left of white space', () => {
  expect(folded(' \t\r\n\u00a0\u3000\u200b\ufeff\u00ad')).toBe('');
});

test('the way back leads to the characters that were meant', () => {
  const text = '查㈠ 行\u200b政…復議👍。';
  const { text: fold, starts, ends } = foldedWithMap(text);
  expect(fold).toBe('查(一)行政...复议👍.');
  const back = (phrase: string): string => {
    const at = fold.indexOf(phrase);
    return text.slice(starts[at], ends[at + phrase.length - 1]);
  };
  expect(back('查')).toBe('查');
  expect(back('(一)')).toBe('㈠');
  expect(back('一')).toBe('㈠');
  expect(back('行政')).toBe('行\u200b政');
  expect(back('政...复')).toBe('政…復');
  expect(back('议👍.')).toBe('議👍。');
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

test('folding is idempotent, well-formed, and folds a piece to a piece', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const fold = folded(a);
      expect(folded(fold)).toBe(fold);
      expect(fold.isWellFormed()).toBe(true);
      const left = a.toWellFormed();
      expect(folded(left + b.toWellFormed())).toBe(folded(left) + folded(b));
    }),
    { numRuns: runs(500) },
  );
});

test('the map has a range for each folded unit, in order, within the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: fold, starts, ends } = foldedWithMap(text);
      expect(fold).toBe(folded(text));
      expect(starts.length).toBe(fold.length);
      expect(ends.length).toBe(fold.length);
      for (let i = 0; i < fold.length; i++) {
        const [start = -1, end = -1] = [starts[i], ends[i]];
        expect(end > start && end <= text.length && start >= (starts[i - 1] ?? 0)).toBe(true);
        expect(folded(text.slice(start, end))).toContain(fold[i]);
      }
    }),
    { numRuns: runs(500) },
  );
});

test('the fold of every code point is what it was when the first anchors were made', () => {
  let hash = 0x811c9dc5;
  for (let point = 0; point < 0x110000; point++) {
    const fold = folded(String.fromCodePoint(point));
    for (let i = 0; i < fold.length; i++) hash = Math.imul(hash ^ fold.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0xffff, 0x01000193);
  }
  expect((hash >>> 0).toString(16)).toBe('1abf3a1c');
});

test.for([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
])('the anchor of %j is its FNV-1a hash', ([text = '', hash = '']) => expect(anchorHash(text)).toBe(hash));

test('an anchor hangs on the folded text alone', () => {
  expect(anchorHash('（一）深化“放管服”改革，')).toBe(anchorHash('(一) 深化"放管服"改革,'));
  expect(anchorHash('一、成效')).toMatch(/^[0-9a-f]{8}$/);
  expect(anchorHash('一、成效')).not.toBe(anchorHash('二、成效'));
});
