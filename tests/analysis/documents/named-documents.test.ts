import { expect, test } from 'vitest';
import { documentNames } from '../../../src/analysis/documents/document-names.ts';
import { namedDocuments } from '../../../src/analysis/documents/named-documents.ts';
import { documentEntries } from '../../../src/content-files/lexicons/document-register.ts';

const names = documentNames(documentEntries('content'));
const mentions = (...texts: string[]) =>
  namedDocuments(
    texts.map((text, at) => ({ anchor: `p-${at}`, text, role: null, heading: null })),
    names,
  );
const keys = (...texts: string[]) => mentions(...texts).map(({ key, basis }) => `${basis} ${key}`);

test('spellings of one document have one key', () => {
  for (const name of [
    '法治政府建设实施纲要（2021—2025年）',
    '法治政府建设实施纲要(2021-2025年)',
    '法治政府建设实施纲要（20212025年）',
    '法治政府建设实施纲要（2021年－2025年）',
    '法治政府建设实施纲要（2021—2025）',
    '法治政府建设实施纲要2021至2025年',
  ])
    expect(keys(`贯彻《${name}》精神`)).toEqual(['marked 法治政府建设实施纲要20212025年']);
  expect(keys('学习《中华人民共和国行政复议法》《行政复议法》')).toEqual(['marked 行政复议法', 'marked 行政复议法']);
  expect(keys('《中华人民共和国民法典》《民法典》')).toEqual([
    'marked 中华人民共和国民法典',
    'marked 中华人民共和国民法典',
  ]);
  expect(keys('《中华人民共和国政府信息公开条例》')).toEqual(['marked 政府信息公开条例']);
  expect(keys('《山西省优化营商环境条例》《优化营商环境条例》')).toEqual([
    'marked 山西省优化营商环境条例',
    'marked 优化营商环境条例',
  ]);
});

test('names within names are mentions too, whatever their marks', () => {
  const inner = ['inside 甲县行政执法办法'];
  expect(keys('印发《关于印发〈甲县行政执法办法〉的通知》')).toEqual([
    'marked 关于印发甲县行政执法办法的通知',
    ...inner,
  ]);
  expect(keys('印发《关于印发《甲县行政执法办法》的通知》，')).toEqual([
    'marked 关于印发甲县行政执法办法的通知',
    ...inner,
  ]);
  expect(keys('印发《关于印发〈甲县行政执法办法》的通知》，')).toEqual([
    'marked 关于印发甲县行政执法办法的通知',
    ...inner,
  ]);
});

test('a mark that is not closed ends at the first 》 or stop, and says so', () => {
  const seen = (text: string) => mentions(text).map(({ name, isOpen }) => [name, isOpen]);
  expect(seen('出台《甲县行政执法办法，召开会议《乙县执法清单》。')).toEqual([
    ['甲县行政执法办法', true],
    ['乙县执法清单', false],
  ]);
  expect(seen('出台《关于印发《甲县行政执法办法》的通知。后文')).toEqual([['甲县行政执法办法', true]]);
  expect(seen('出台《甲县行政执法办法。后文')).toEqual([['甲县行政执法办法', true]]);
  expect(seen('出台《甲县行政执法办法〉，后文')).toEqual([['甲县行政执法办法', true]]);
  expect(seen('到此为止》')).toEqual([]);
});

test('a number belongs to the name that it stands beside', () => {
  const numbers = (text: string) => mentions(text).map(({ number }) => number);
  expect(
    numbers('印发《甲办事要点》（博法办发〔2022〕8号）《乙任务清单》（博法办发[2022]2 号），《丙方案计划书清单》'),
  ).toEqual(['博法办发〔2022〕8号', '博法办发[2022]2号', null]);
  expect(numbers('按照国发〔2015〕36号《甲县实施意见》和厅字〔2019〕28号文件')).toEqual(['国发〔2015〕36号']);
  expect(numbers('根据（国发〔2015〕36号）《甲县实施意见》')).toEqual(['国发〔2015〕36号']);
  expect(numbers('《甲县管理条例》（国务院令第713号）')).toEqual(['国务院令第713号']);
  expect(numbers('《甲县实施意见》和国发〔2015〕36号文件')).toEqual([null]);
  expect(numbers('《甲县实施意见》（国发〔2015〕36号，以下简称《意见》）')[0]).toBe('国发〔2015〕36号');
});

test('a short name stands for what the report gave it to, and a general one for nothing else', () => {
  const key = '甲县行政执法监督实施意见';
  expect(keys('《实施方案》和《意见》')).toEqual([]);
  expect(keys(`《${key}》（以下简称《意见》）`, '落实《意见》', '《办法》')).toEqual([
    `marked ${key}`,
    `alias ${key}`,
    `alias ${key}`,
  ]);
  expect(
    keys('《甲县〈法治建设纲要（2021—2025年）〉的实施意见》，《纲要》与《实施意见》，《通知》', '《实施意见》'),
  ).toEqual([
    'marked 甲县法治建设纲要20212025年的实施意见',
    'inside 法治建设纲要20212025年',
    'alias 法治建设纲要20212025年',
    'alias 甲县法治建设纲要20212025年的实施意见',
  ]);
  expect(keys(`《${key}》（甲政发〔2022〕1号，以下简称“意见”），《意见》`)).toEqual([`marked ${key}`, `alias ${key}`]);
  expect(keys('甲县委全面依法治县委员会办公室（以下简称“县委依法治县办”）印发《县委依法治县办》')).toEqual([]);
});

test('songs, books, newspapers and articles are no documents', () => {
  expect(
    keys(
      '法治徽剧《范老爷断案》、法治微电影《赌债谁来还》、法治MV《写给宪法》、法治歌曲《法行天下》，《法治日报》刊登《聚法治合力，优化环境》，' +
        '歌曲《法治报告》、《平安决定》，学习《习近平法治思想学习纲要》《习近平谈治国理政》，练《书法》',
    ),
  ).toEqual([]);
  expect(keys('《甲县倡议书》《每周一法》《乙县工作法》')).toEqual(['marked 甲县倡议书']);
});

test('the kind is told by the last word, whatever is appended', () => {
  const kinds = (text: string) => mentions(text).map(({ kind }) => kind);
  expect(
    kinds(
      '《中华人民共和国仲裁法》《甲县办法（试行）》《甲县规划（2021—2025年）》《关于乙事的指导意见》《关于丙事的通知》《丁清单（2023年版）》《行政处罚决定书》《戊市条例（草案）》',
    ),
  ).toEqual(['law', 'regulation', 'plan', 'opinion', 'notice', 'list', 'form', 'regulation']);
});

test('without marks only names of the register count, and none in “ ” or in another word', () => {
  expect(keys('贯彻新修订的行政复议法和重大行政决策程序暂行条例')).toEqual([
    'known 行政复议法',
    'known 重大行政决策程序暂行条例',
  ]);
  expect(keys('推进“行政复议法宣传”，行政复议法律服务，《关于学习行政复议法的通知》，“学习行政复议法”')).toEqual([
    'marked 关于学习行政复议法的通知',
  ]);
  expect(mentions('中华人民共和国行政复议法')[0]).toMatchObject({ start: 0, end: 12, anchor: 'p-0' });
  expect(namedDocuments([{ anchor: 'p-1', text: '行政复议法', role: null, heading: null }], documentNames([]))).toEqual(
    [],
  );
});

test('offsets are those of the paragraph', () => {
  const text = '印发《甲县办事规则（试行）》。';
  const [first] = mentions(text);
  expect(text.slice(first?.start, first?.end)).toBe('《甲县办事规则（试行）》');
  expect(first?.name).toBe('甲县办事规则（试行）');
});

test.for([
  '《',
  '》',
  '《〈',
  '《甲办法',
  '（以下简称',
  '（国发〔2015〕36',
  '“',
  '行政复议法',
  '《甲〉《',
  '甲',
  '《甲办法》（',
])('takes a long run of %s without delay', (piece) => {
  const text = piece.repeat(Math.ceil(50_000 / piece.length));
  const before = process.cpuUsage();
  mentions(text);
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(400);
});
