import { describe, expect, it } from 'vitest';
import { chromeRule } from '../../../src/import/clean/chrome-rules.ts';
import { isWidgetLine } from '../../../src/import/lines/widgets.ts';
import { type ImportedPage, importedPage, reportParagraphs, reportTitle } from '../read/imported-page.ts';

const unsigned = reportParagraphs.slice(0, -2);
const text = (lines: readonly string[]): Promise<ImportedPage> => importedPage(lines.join('\n'), 'a.txt');

/** Lines of sites' feet, by class: none has a signature or a credit near it that would tell where the text ends. */
const feet: Readonly<Record<string, readonly string[]>> = {
  buttons: ['【我要打印】 【我要关闭】', '〖打印〗〖关闭〗', '点击下载附件', '信息有误？我要纠错', '收藏(3) 点赞(12)'],
  'a social platform': ['喜欢此内容的人还喜欢', '长按识别二维码关注我们', '收录于合集 #法治政府 12个', '—— END ——'],
  'counters and sound': ['已有123人浏览', '阅读 1234', '全文约5000字', '播放语音 1.0x', '0人点赞'],
  fields: ['一审：张三 二审：李四 三审：王五', '撰稿人：张三', '发布机构：霍山县人民政府', '文章关键词：法治政府'],
  addresses: ['https://www.ahhuoshan.gov.cn/public/35678.html', '本文链接：http://www.ahhuoshan.gov.cn/a.html'],
  'other pages': ['>>上一篇：没有了', '·霍山县召开会议 2024-03-01', '2023-02-01 霍山县2022年工作报告', '第1页/共1页'],
  questions: ['您访问的页面有用吗？有用 无用', '本页面是否对您有帮助？ 是 否', '满意度：很满意 满意 一般'],
  credits: [
    '霍山县人民政府办公室 主办',
    '办公时间：8:00-12:00',
    '建议使用1024*768分辨率浏览',
    '三峡日报社版权所有，未经书面授权禁止使用 网络传播视听节目许可证',
  ],
  sentences: ['打开微信，点击底部的“发现”，使用“扫一扫”即可将网页分享至朋友圈。', '免责声明：本网站转载信息仅供参考。'],
};

describe('below a text without a signature', () => {
  it.each(Object.entries(feet))('%s are none of it', async (_, lines) => {
    for (const line of lines) {
      const found = await text([reportTitle, ...unsigned, line]);
      expect([line, found.isWhole, found.shown.at(-1)]).toEqual([line, true, unsigned.at(-1)]);
      expect(found.codes).not.toContain('chrome/prose');
    }
  });

  it.each(['霍山县人民政府 2024-02-20', '暂无。', '责任单位：县司法局', '特此报告', '（此件公开发布）'])(
    '%s is its own',
    async (line) => expect((await text([reportTitle, ...unsigned, line])).shown.length).toBe(unsigned.length + 1),
  );
});

describe('below a signature', () => {
  it.each(['说明：数据截至2023年12月31日', '（本报告数据截至2023年12月31日）', '特此报告', '（公章）'])(
    '%s is the document’s own',
    async (line) => expect((await text([reportTitle, ...reportParagraphs, line])).body).toContain(line.slice(0, 4)),
  );

  it('a day as sites write it is theirs', async () => {
    const found = await text([reportTitle, ...reportParagraphs, '2024-02-21']);
    expect([found.shown.at(-1), found.found.signed?.day.value]).toEqual([reportParagraphs.at(-1), '2024-02-20']);
  });
});

describe('between title and text', () => {
  it.each([
    '您现在的位置：网站首页>>政务公开>>正文',
    '霍山县政府信息公开网',
    '正文',
    '背景色： 默认 白色 豆沙绿 字号：小 中 大',
    '1234人阅读',
    '农历正月廿一',
    `${reportTitle}_霍山县人民政府门户网站`,
    '法治政府建设年度情况报告',
  ])('%s is none of it', async (line) => {
    const found = await text([reportTitle, line, ...reportParagraphs]);
    expect([found.found.title, found.isWhole, found.shown]).toEqual([reportTitle, true, reportParagraphs]);
  });

  it('labels that a narrow printed table breaks have their values', async () => {
    const table = ['发布机 发布日', '霍山县司法局 2024-02-26 11:37:48', '构： 期：'];
    const { found, shown } = await text([...table, reportTitle, ...reportParagraphs]);
    expect([found.published?.day.value, shown.length]).toEqual(['2024-02-26', reportParagraphs.length]);
  });
});

describe('in the midst of a text', () => {
  it.each(['（下转第三版）', '上接第1版', '第 2 页 共 5 页', '视频加载中...', '展开全文'])(
    '%s is none of it',
    async (line) => {
      const found = await text([reportTitle, ...reportParagraphs.slice(0, 4), line, ...reportParagraphs.slice(4)]);
      expect([found.isWhole, found.shown]).toEqual([true, reportParagraphs]);
    },
  );
});

describe('titles', () => {
  it('a motto above a title behind a dash is part of it', async () => {
    const { found, shown } = await text(['筑牢法治根基', `——${reportTitle}`, ...reportParagraphs]);
    expect([found.title, shown.length]).toEqual([`筑牢法治根基——${reportTitle}`, reportParagraphs.length]);
  });

  it('the text’s own, which names its year, beats the page’s that names none', async () => {
    const page = `<html><head><meta name="ArticleTitle" content="霍山县司法局公开法治政府建设年度报告"></head><body>
      <h1>霍山县司法局公开法治政府建设年度报告</h1><div class="TRS_Editor"><p>${reportTitle}</p>${reportParagraphs.map((one) => `<p>${one}</p>`).join('')}</div></body></html>`;
    const { found, shown } = await importedPage(page);
    expect([found.title, shown.length]).toEqual([reportTitle, reportParagraphs.length]);
  });
});

describe('words of sites', () => {
  it('are looked at once at each place, however many ways there are to part them', () => {
    const before = performance.now();
    expect(isWidgetLine(`${'分享微信打印'.repeat(20)}`)).toBe(true);
    expect(isWidgetLine(`${'分享微信打印'.repeat(19)}工作`)).toBe(false);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it('take no sentence, and no line that says more', () => {
    for (const line of [
      '推进政务公开，做好打印分享等服务，全年办件1200人次。',
      '（二）推行扫一扫办事',
      '全县设置自助打印终端',
    ])
      expect(chromeRule(line, 'footer')).toBeNull();
  });
});
