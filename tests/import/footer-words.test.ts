import { describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { readCapture } from '../../src/import/read/capture.ts';
import { type Recognition, recognition } from '../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { twoReports } from '../../src/import/recognise/two-reports.ts';
import { draftBody, excludedRanges } from '../../src/import/write/draft.ts';
import { ledger } from '../../src/import/write/ledger.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const recognised = async (text: string, name = 'a.txt'): Promise<Recognition> => {
  const reading = await readCapture(Buffer.from(text), name);
  const found = recognition(reading, names, [], {}, '2026-01-01');
  expect(ledger(reading, excludedRanges(found.excluded), draftBody(found)).balances).toBe(true);
  return found;
};

const title = '霍山县2023年度法治政府建设情况报告';
const first = '2023年，霍山县坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：';
const middle = [
  '一、主要举措和成效',
  '（一）加强组织领导。县委、县政府高度重视，专题研究法治政府建设工作6次，我县依法行政水平不断提高。',
  '二、存在的不足和原因',
  '我县基层执法力量薄弱，法治宣传形式不够丰富，主要是培训不够。',
  '三、2024年工作安排',
];
const last = '下一步，我县将继续推进法治政府建设，进一步规范行政执法行为。';
const signature = ['霍山县人民政府', '2024年1月20日'];

/** Words of pages' feet and heads as a report may use them: a heading, a sentence without its stop. */
const cases: readonly (readonly [word: string, heading: string, sentence: string])[] = [
  ['二维码', '（二）推行执法二维码', '全县行政执法人员持证上岗，推广行政检查二维码，企业扫描二维码即可评价执法行为'],
  ['版权所有', '（二）保护版权所有人的权益', '加强知识产权保护，维护版权所有人的合法权益，全年查处案件12起'],
  ['举报', '（二）畅通举报渠道', '健全投诉举报制度，公开举报电话和邮箱，全年受理群众举报35件，办结率100%'],
  ['分享', '（二）分享普法经验', '组织执法单位分享办案经验，开展案例分享会6场，参加人员320人次'],
  ['党政机关', '（二）落实党政机关法律顾问制度', '推动党政机关普遍设立法律顾问，各级党政机关带头尊法学法守法用法'],
  ['…的位置', '（二）把法治放在更重要的位置', '始终把法治政府建设摆在全局工作的重要位置，坚持放在优先的位置来谋划推进'],
  ['打印', '（二）推行自助打印', '政务服务大厅设置自助打印终端，提供证照打印、材料打印等服务1200人次'],
  ['收藏', '（二）规范文物收藏', '加强文物收藏单位执法检查，规范民间收藏行为，检查收藏场所18家'],
  ['关闭', '（二）依法关闭违规企业', '依法关闭不符合条件的企业5家，责令停产整顿或者关闭小作坊11家'],
  ['上一篇', '（二）写好上一篇文章', '接续上一篇文章做好普法宣传，编发普法专栏，上一篇下一篇相互衔接'],
  ['联系我们', '（二）开设联系我们专栏', '在门户网站开设联系我们专栏，及时回应群众关切，全年答复留言210条'],
  ['责任编辑', '（二）落实责任编辑制度', '落实政务新媒体责任编辑制度，实行责任编辑、审核、签发三级把关'],
  ['扫一扫', '（二）推行扫一扫办事', '推行扫一扫办理事项，群众用手机扫一扫即可查询办件进度，累计使用3万次'],
  ['当前位置', '（二）找准当前位置', '对照示范创建指标找准当前位置，明确当前位置与先进地区的差距'],
  ['电话', '（二）开通法律援助电话', '开通公共法律服务热线电话，接听群众咨询电话1500个，满意率99%'],
  ['地址', '（二）公开办公地址', '向社会公开法律援助机构的办公地址、联系电话、服务时间，方便群众就近办事'],
];

/** Where a line stands; the report around it is the same. */
const places: Readonly<Record<string, (line: string) => string[]>> = {
  'a last paragraph above a signature': (line) => [title, first, ...middle, last, `${line}。`, ...signature],
  'a last paragraph': (line) => [title, first, ...middle, last, `${line}。`],
  'a last paragraph without its stop above a signature': (line) => [title, first, ...middle, last, line, ...signature],
  'a last paragraph without its stop': (line) => [title, first, ...middle, last, line],
  'a first paragraph': (line) => [title, `${line}。`, first, ...middle, last, ...signature],
  'a first paragraph without its stop': (line) => [title, line, first, ...middle, last, ...signature],
};

/** The line is the text's own, or an issue names it. */
async function expectSeen(
  lines: readonly string[],
  line: string,
  name: string,
  text = lines.join('\n'),
): Promise<void> {
  const found = await recognised(text, name);
  const shown = found.lines.some(({ text }) => text.includes(line));
  const number = lines.indexOf(lines.find((each) => each.startsWith(line)) ?? '') + 1;
  const isNamed = found.issues.some(
    ({ code, message }) => /^chrome\//.test(code) && message.includes(line.slice(0, 10)),
  );
  const rule = found.excluded.find((each) => each.number === number)?.rule;
  expect({ line, shown: shown || isNamed, rule: shown || isNamed ? null : rule }).toEqual({
    line,
    shown: true,
    rule: null,
  });
}

const asPage = (lines: readonly string[]): string =>
  `<html><head><title>${title}</title></head><body><h1>${lines[0]}</h1><div id="zoom">${lines
    .slice(1)
    .map((line) => `<p>${line}</p>`)
    .join('')}</div></body></html>`;

describe.each(Object.entries(places))('%s', (_, place) => {
  it.each(cases)('with the word %s is not lost in silence', async (_word, _heading, sentence) => {
    const lines = place(sentence);
    await expectSeen(lines, sentence, 'a.txt');
    await expectSeen(lines, sentence, 'a.html', asPage(lines));
  });
});

describe('a heading', () => {
  it.each(cases)('with the word %s is not lost in silence', async (_word, heading, sentence) => {
    const numbered = [title, first, ...middle.slice(0, 2), heading, `${sentence}。`, ...middle.slice(2), last];
    await expectSeen(numbered, heading, 'a.txt');
    const plain = heading.replace('（二）', '');
    for (const lines of [
      [title, first, ...middle.slice(0, 2), plain, `${sentence}。`, ...middle.slice(2), last],
      [title, first, ...middle, last, plain, `${sentence}。`, ...signature],
      [title, plain, first, ...middle, last],
    ]) {
      await expectSeen(lines, plain, 'a.txt');
      await expectSeen(lines, plain, 'a.html', asPage(lines));
    }
  });
});

describe('a title in the midst of the text', () => {
  it.each([
    '2023年法治政府建设工作情况',
    '党政主要负责人履行推进法治建设第一责任人职责情况',
    '2024年法治政府建设工作安排',
  ])('“%s” stays there', async (heading) => {
    for (const lines of [
      [title, first, heading, ...middle, last, ...signature],
      [title, heading, first, ...middle, last, ...signature],
      [title, first, ...middle.slice(0, 2), heading, ...middle.slice(2), last],
    ]) {
      const found = await recognised(lines.join('\n'));
      expect([found.title, found.lines.some(({ text }) => text === heading)]).toEqual([title, true]);
    }
  });
});

describe('two reports in one file', () => {
  const other = '金寨县2023年度法治政府建设情况报告';
  const report = (name: string): string[] => [name, first, ...middle, last, ...signature];
  const two = async (lines: readonly string[]) =>
    twoReports((await readCapture(Buffer.from(lines.join('\n')), 'a.txt')).lines).map(({ line, message }) => [
      line,
      message,
    ]);

  it('are told by both places', async () => {
    const [[line, message] = []] = await two([...report(title), ...report(other)]);
    expect(line).toBe(11);
    expect(message).toContain(`第 1 行“${title}”，第 11 行“${other}”`);
    expect(await two([...report(title), ...report(title.replace('2023', '2022'))])).toHaveLength(1);
  });

  it('are not seen where one is only named, repeated, or has no outline of its own', async () => {
    expect(await two(report(title))).toEqual([]);
    expect(await two([...report(title), other])).toEqual([]);
    expect(await two([title, '发布日期：2024-01-20', ...report(title)])).toEqual([]);
    expect(await two([...report(title), ...report('霍山县人民政府2023年度法治政府建设情况报告')])).toEqual([]);
    expect(await two([...report(title), title.replace('2023', '2022'), title.replace('2023', '2021')])).toEqual([]);
    expect(await two(['关于2023年度法治政府建设情况的报告', first, ...report(title)])).toEqual([]);
  });
});

describe('news of a meeting that speaks of the report', () => {
  it.each([
    [
      '霍山县召开常务会议听取2023年度法治政府建设情况报告',
      '1月20日，县长主持召开县政府第三十次常务会议，听取2023年度法治政府建设情况报告，研究部署下一步依法行政工作。',
    ],
    [
      '县人大常委会审议法治政府建设情况报告',
      '近日，县人大常委会召开会议，审议县人民政府关于2023年度法治政府建设情况的报告，与会人员围绕法治政府建设作了发言。',
    ],
    [
      '霍山县2023年度法治政府建设情况报告',
      '1月20日上午，霍山县召开法治政府建设工作会议，会议听取了2023年度法治政府建设情况报告，县长出席会议并讲话。',
    ],
    [
      '县委全面依法治县委员会会议召开',
      '日前，县委全面依法治县委员会召开会议，传达学习有关精神，听取2023年法治政府建设情况汇报，审议有关文件，县委书记主持会议。',
    ],
  ])('“%s” is no report', async (headline, lead) => {
    const more =
      '会议指出，要坚持问题导向，推进法治政府建设。会议强调，各级各部门要提高政治站位，压实工作责任，抓好任务落实。';
    const found = await recognised([headline, lead, more, '会议还研究了其他事项。'].join('\n'));
    expect(found.likeness.isReport).toBe(false);
  });
});
