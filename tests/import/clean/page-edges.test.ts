import { describe, expect, it } from 'vitest';
import { mastheadDay, paperOfPage } from '../../../src/import/lines/paper-day.ts';
import { widgetTailAt } from '../../../src/import/lines/widgets.ts';
import { jointSubject } from '../../../src/import/recognise/opening-subject.ts';
import { twoReports } from '../../../src/import/recognise/two-reports.ts';
import {
  type ImportedPage,
  importedPage,
  paragraphElements,
  reportParagraphs,
  reportTitle,
} from '../read/imported-page.ts';

const unsigned = reportParagraphs.slice(0, -2);
const signed = reportParagraphs.slice(-2);
const text = (lines: readonly string[]): Promise<ImportedPage> => importedPage(lines.join('\n'), 'a.txt');
const page = (head: string, body: string, foot = ''): Promise<ImportedPage> =>
  importedPage(
    `<html><head><title>${reportTitle}</title></head><body>${head}<div class="TRS_Editor">${body}</div>${foot}</body></html>`,
  );
const days = ({ found }: ImportedPage): (string | null)[] => [
  found.published?.day.value ?? null,
  found.signed?.day.value ?? null,
];

describe('below a signature', () => {
  it.each([
    ['【打印此文】【关闭窗口】', false],
    ['附件：', false],
    ['栏目导览区块', true],
    ['放大 缩小 默认', false],
  ])('%s is none of the text', async (line, isDoubtful) => {
    const found = await text([reportTitle, ...reportParagraphs, line, '版权所有：霍山县人民政府']);
    expect(found.isWhole).toBe(true);
    expect(found.shown.slice(-2)).toEqual(signed);
    expect(days(found)[1]).toBe('2024-02-20');
    expect(found.codes.includes('chrome/doubtful')).toBe(isDoubtful);
  });

  it.each([['附件：绩溪县执法情况统计表'], ['（此件公开发布）'], ['联系人：张三，电话 0564-1234567']])(
    '%s is the document’s own',
    async (line) => {
      const found = await text([reportTitle, ...reportParagraphs, line]);
      expect(found.body).toContain(line.slice(0, 8));
      expect(days(found)[1]).toBe('2024-02-20');
    },
  );

  it('widgets behind the day on its line come off', () => {
    expect(widgetTailAt('2024年2月20日分享：')).toBe(10);
    expect(widgetTailAt('二〇二四年二月二十日 打印 关闭')).toBe(10);
    expect(widgetTailAt('2024年2月20日印发')).toBeNull();
  });

  it('a picture without words around it is named, and leaves nothing; one that the text announces leaves its place', async () => {
    const picture = '<p><img data-src="https://mmbiz.qpic.cn/0?wx_fmt=jpeg" width="600" height="400" alt="图片"></p>';
    const after = await page(`<h1>${reportTitle}</h1>`, picture + paragraphElements(reportParagraphs) + picture);
    expect(after.body).not.toContain('图片');
    expect([after.isWhole, days(after)[1]]).toEqual([true, '2024-02-20']);
    expect(after.codes.filter((code) => code === 'text/image')).toHaveLength(2);
    const announced = await page(
      `<h1>${reportTitle}</h1>`,
      `${paragraphElements([...unsigned, '执法情况如下：'])}${picture}`,
    );
    expect(announced.body).toContain('〔图片〕');
  });
});

describe('a day under the title', () => {
  const below = '<h2>T<br><small>（2024年3月20日）</small></h2>'.replace('T', reportTitle);

  it('in brackets within the page’s heading is the page’s', async () => {
    const found = await page(below, paragraphElements(unsigned));
    expect([...days(found), found.body.includes('3月20日')]).toEqual(['2024-03-20', null, false]);
  });

  it('in brackets above a text that is signed with another is the page’s, above one that is not it signs it', async () => {
    expect(days(await text([reportTitle, '（2024年3月18日）', ...reportParagraphs]))).toEqual([
      '2024-03-18',
      '2024-02-20',
    ]);
    expect(days(await text([reportTitle, '（2024年3月18日）', ...unsigned]))).toEqual([null, '2024-03-18']);
  });

  it('counts where words follow it, which are in doubt; and where an empty label stands above it', async () => {
    const corrected = '<p>2024-02-21 16:00　更正：落款日期误为2023年1月18日，现已更正为2024年2月20日</p>';
    const found = await page(`<h2>${reportTitle}</h2>${corrected}`, paragraphElements(reportParagraphs));
    expect([...days(found), found.codes.includes('chrome/doubtful')]).toEqual(['2024-02-21', '2024-02-20', true]);
    const labelled = await page(
      '<ul><li><span>[ 索引号 ]</span>0152/2024-00021</li><li><span>[ 文号 ]</span></li></ul><div>2024-02-05　　字体大小：大 中 小</div>',
      paragraphElements(reportParagraphs),
    );
    expect([days(labelled)[0], labelled.found.documentNumber]).toEqual(['2024-02-05', null]);
  });
});

describe('what else a page tells', () => {
  it('the newspaper’s day, named once with its edition and once with its name', () => {
    const head = [
      '数字报首页',
      '2024年03月28日第03版',
      '第03版：公告',
      '上一篇',
      '',
      '信阳晨报',
      '2024年03月28日 星期四',
    ];
    expect(mastheadDay(head)?.paper).toBe('信阳晨报');
    expect(mastheadDay(head.filter((line) => !line.includes('版')))).toBeNull();
    const nameless = ['第A03版：专版', '2025年03月12日 星期三'];
    expect(mastheadDay(nameless)).toBeNull();
    expect(mastheadDay(nameless, paperOfPage(['大理日报数字报-某县的报告']))?.paper).toBe('大理日报');
    expect(paperOfPage(['某县日报社2023年法治政府建设报告'])).toBeNull();
  });

  it('an encyclopaedia’s tools around a copy are none of the text', async () => {
    const head = [reportTitle, '播报 编辑 锁定 讨论 上传视频', '本词条由某百科项目审核'];
    const found = await text([...head, ...unsigned, '参考资料', '词条图册 更多图册']);
    expect([found.shown.at(0), found.shown.at(-1)]).toEqual([unsigned.at(0), unsigned.at(-1)]);
    expect(found.codes).toContain('source/copy');
  });

  it('a month that damage left of the signature’s day is sure only where the page came out soon after', async () => {
    const damaged = [...unsigned, '霍山县人民政府', '20242月2'];
    expect(days(await text([reportTitle, ...damaged]))[1]).toBeNull();
    expect(days(await text([reportTitle, '发布日期：2024-02-26', ...damaged]))[1]).toBe('2024-02');
    expect(days(await text([reportTitle, '发布日期：2024-08-26', ...damaged]))[1]).toBeNull();
  });

  it('party committee and government together where their report is announced', () => {
    const announced =
      '根据有关规定要求，现将中共芜湖县委、芜湖县人民政府2019年度法治政府建设情况报告如下：一、主要举措';
    expect(jointSubject([announced])).toEqual({ suffix: '县', name: '芜湖', isWhole: false });
    expect(
      jointSubject(['在县委、县政府的坚强领导下，现将我县2019年度法治政府建设有关情况报告如下：一、主要']),
    ).toBeNull();
  });

  it('two reports where one is an office’s and the other its government’s', () => {
    const report = (title: string): string[] => [
      title,
      '2023年以来，认真贯彻习近平法治思想，扎实推进依法行政，现将有关情况报告如下，请予审议。',
      '一、主要工作及成效',
      '二、存在的问题和原因',
    ];
    const lines = (all: string[]) => all.map((words, at) => ({ kind: 'text' as const, number: at + 1, text: words }));
    const government = report('定安县2023年度法治政府建设情况报告');
    expect(twoReports(lines([...government, ...report('定安县水务局2023年度法治政府建设工作报告')]))).toHaveLength(1);
    const fuller = report('中共定安县委定安县人民政府关于2023年度法治政府建设情况的报告');
    expect(twoReports(lines([...government, ...fuller]))).toHaveLength(0);
  });
});

describe('a printed page', () => {
  const site = '霍山县人民政府　www.ahhuoshan.gov.cn　发布时间：2024-02-26　来源：县司法局';
  const from = '本文来自：霍山县人民政府门户网站（http://www.ahhuoshan.gov.cn）';

  it.each([
    ['below', [reportTitle, site]],
    ['above', [site, reportTitle]],
  ])('says %s its title where it was printed, and below the text whence', async (_, head) => {
    const found = await text([...head, ...reportParagraphs, from, '打印 关闭']);
    expect(found.isWhole).toBe(true);
    expect(found.shown).toEqual(reportParagraphs);
    expect(days(found)).toEqual(['2024-02-26', '2024-02-20']);
  });

  it('has its day in small type behind the title', async () => {
    const found = await page(
      `<h2>${reportTitle}<small>（2024年2月26日）</small></h2>`,
      paragraphElements(reportParagraphs),
    );
    expect(found.isWhole).toBe(true);
    expect(found.found.title).toBe(reportTitle);
    expect(days(found)).toEqual(['2024-02-26', '2024-02-20']);
  });
});

describe('credits in one line below the text', () => {
  it.each([
    '网站主办：霍山县人民政府　网站维护：霍山县大数据局',
    '页面维护单位：霍山县融媒体中心 联系电话：0564-1234567',
    '平台运营：霍山县大数据局',
    '-END-',
  ])('%s is none of the text, signed or not', async (line) => {
    for (const lines of [reportParagraphs, unsigned]) {
      const found = await text([reportTitle, ...lines, line]);
      expect(found.isWhole).toBe(true);
      expect(found.shown).toEqual(lines);
    }
  });

  it('keeps a paragraph that tells who ran a campaign', async () => {
    const own = '活动由县司法局主办：全县12个乡镇参加，县融媒体中心承办，受众3000人次。';
    const found = await text([reportTitle, ...unsigned, own]);
    expect(found.shown).toEqual([...unsigned, own]);
  });
});

describe('a day left open for a hand to fill in', () => {
  it.each(['2024年  月  日', '2024年2月   日', '二〇二四年　月　日'])('%s stays, with an issue', async (day) => {
    const found = await text([reportTitle, ...reportParagraphs.slice(0, -1), day]);
    expect(found.isWhole).toBe(true);
    expect(found.shown.at(-1)?.replaceAll(' ', '')).toBe(day.replace(/\s/g, ''));
    expect(found.codes).toContain('damage/date');
  });
});
