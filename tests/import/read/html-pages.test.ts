import { describe, expect, it } from 'vitest';
import { pageTitle } from '../../../src/import/read/html/evidence.ts';
import { importedPage, paragraphElements, reportParagraphs, reportTitle } from './imported-page.ts';

const text = paragraphElements(reportParagraphs);
/** What stands beside and below the article on many pages: other reports, with their days. */
const neighbours = ['2022', '2021', '2020']
  .map(
    (year) =>
      `<li><a href="/${year}.html">霍山县${year}年度法治政府建设情况报告</a><span>2025-03-0${Number(year) - 2019}</span></li>`,
  )
  .join('');
const side = `<div class="side"><h3>最新公开</h3><ul>${neighbours}<li><a href="/x">县司法局召开会议，部署行政执法案卷评查，研究下一步工作</a><span>2025-06-01</span></li></ul></div>`;
const whole = (head: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const foot = '<div class="foot">主办：霍山县人民政府　皖ICP备05000000号</div>';

/** Pages in the manner of the systems that government sites run on; all invented. */
const pages: readonly [system: string, html: string][] = [
  [
    'TRS',
    whole(
      `<title>${reportTitle}_霍山县人民政府</title><meta name="ArticleTitle" content="${reportTitle}"><meta name="PubDate" content="2024-02-26 10:20"><meta name="ContentSource" content="县司法局">`,
      `${side}<div class="xl"><h1>${reportTitle}</h1><div class="TRS_Editor">${text}</div></div>${foot}`,
    ),
  ],
  [
    '大汉 jcms',
    whole(
      `<title>霍山县人民政府 信息公开 ${reportTitle}</title>`,
      `${side}<table width="100%"><tr><td><!--<$[标题名称(html)]>begin-->${reportTitle}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td>发布日期：<!--<$[发布时间]>begin-->2024-02-26<!--<$[发布时间]>end-->　信息来源：<!--<$[信息来源]>begin-->县司法局<!--<$[信息来源]>end--></td></tr>
<tr><td class="x1"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin-->${text}<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></td></tr></table>${foot}`,
    ),
  ],
  [
    '博达',
    whole(
      `<title>${reportTitle}-霍山县人民政府网</title>`,
      `${side}<form name="_newscontent_fromname"><h2 align="center">${reportTitle}</h2><div>2024年02月26日 10:20　　来源：县司法局　　点击：[<span></span>]</div><div id="vsb_content"><div class="v_news_content">${text}</div></div></form>${foot}`,
    ),
  ],
  [
    '开普云',
    whole(
      `<title>${reportTitle}</title><meta name="PubDate" content="2024-02-26 10:20:00"><meta name="ContentSource" content="县司法局">`,
      `<div class="nav"><a href="/">首页</a><a href="/zw">政务</a><a href="/fw">服务</a></div><div class="con"><h1>${reportTitle}</h1><div class="content_detail">${text}</div></div>${side}${foot}`,
    ),
  ],
  [
    'UCAP',
    whole(
      `<title>${reportTitle}__中国政府网</title><meta name="firstpublishedtime" content="2024-02-26-10:20:00">`,
      `<div class="article"><h1>${reportTitle.slice(0, 9)}<br>${reportTitle.slice(9)}</h1><div class="pages-date">来源：县司法局</div><div class="pages_content" id="UCAP-CONTENT">${text}</div></div>${side}${foot}`,
    ),
  ],
  [
    'vue',
    whole(
      `<title>${reportTitle}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"${reportTitle}","datePublished":"2024-02-26T10:20:00+08:00","publisher":{"name":"霍山县人民政府"}}</script>`,
      `<div id="app" style="display:none"><div data-v-1>${side}</div><div data-v-2><div data-v-3>${reportTitle}</div><p data-v-4>来源：县司法局</p><div data-v-5><div data-v-6>${text}</div></div></div><div data-v-7>${foot}</div></div>`,
    ),
  ],
  [
    '微信',
    whole(
      `<meta property="og:title" content="${reportTitle}"><meta property="og:site_name" content="微信公众平台">`,
      `<h1 class="rich_media_title">${reportTitle}</h1><div><a href="javascript:void(0)">法治霍山</a><em id="publish_time">2024-02-26 10:20</em></div><p>来源：县司法局</p><div id="js_content" class="rich_media_content" style="visibility: hidden; opacity: 0;">${paragraphElements(reportParagraphs, 'section')}</div><div>微信扫一扫</div>`,
    ),
  ],
];

describe('a saved page', () => {
  it.each(pages)(
    'in the manner of %s gives its text, title, day and source, every letter accounted for',
    async (_, html) => {
      const { found, shown, isWhole, codes } = await importedPage(html);
      expect(shown).toEqual(reportParagraphs);
      expect(found.title).toBe(reportTitle);
      expect(found.published).toEqual({ day: { value: '2024-02-26', isWhole: true }, basis: 'page' });
      expect(found.medium).toBe('县司法局');
      expect(isWhole).toBe(true);
      expect(codes.filter((code) => code.startsWith('chrome/prose') || code === 'date/disagrees')).toEqual([]);
    },
  );

  it('takes no day from beside or above the title, and lets a labelled day beat a bare one', async () => {
    const bare = whole(
      '',
      `<div>2024-03-09</div>${side}<div><h1>${reportTitle}</h1><div class="TRS_Editor">${text}</div></div>`,
    );
    expect((await importedPage(bare)).found.published).toBeNull();
    const below = bare.replace('</h1>', '</h1><div>2024-02-26 10:20</div>');
    expect((await importedPage(below)).found.published?.day.value).toBe('2024-02-26');
    const labelled = below.replace('<div class="TRS_Editor">', '<div>时间：2024-02-27</div><div class="TRS_Editor">');
    expect((await importedPage(labelled)).found.published?.day.value).toBe('2024-02-27');
  });

  it('joins a broken title from neighbouring elements of the head, never from a sidebar', async () => {
    const head = '<div class="left"><ul><li><a href="/a">关于推进法治政府建设工作情况的</a></li></ul></div>';
    const broken = `<div class="art"><h1>中共霍山县委　霍山县人民政府</h1><h1>关于2023年度法治政府建设情况的报告</h1><div id="zoom">${text}</div></div>`;
    expect((await importedPage(whole('', head + broken))).found.title).toBe(
      '中共霍山县委霍山县人民政府关于2023年度法治政府建设情况的报告',
    );
    const column = `<div class="left"><p>霍山县司法局关于</p></div><div class="art"><h1>${reportTitle}</h1><div id="zoom">${text}</div></div>`;
    expect((await importedPage(whole('', column))).found.title).toBe(reportTitle);
  });

  it('offers the address that the page gives of itself', async () => {
    const page = `<h1>${reportTitle}</h1><div id="zoom">${text}</div>`;
    const of = async (head: string): Promise<string | undefined> =>
      (await importedPage(`${head}${whole('', page)}`)).reading.address;
    expect(await of('<!-- saved from url=(0031)https://www.example.gov.cn/a/1.html -->')).toBe(
      'https://www.example.gov.cn/a/1.html',
    );
    const tags = async (head: string): Promise<string | undefined> =>
      (await importedPage(whole(head, page))).reading.address;
    expect(
      await tags(
        '<link rel="canonical" href="https://www.example.gov.cn/b.html"><meta property="og:url" content="https://m.example.gov.cn/b">',
      ),
    ).toBe('https://www.example.gov.cn/b.html');
    expect(await tags('<meta property="og:url" content="https://m.example.gov.cn/b">')).toBe(
      'https://m.example.gov.cn/b',
    );
    expect(await tags('<link rel="canonical" href="/b.html">')).toBeUndefined();
  });

  it.each([
    [`${reportTitle}_政务公开_霍山县人民政府`, reportTitle],
    [`${reportTitle}-霍山县人民政府网`, reportTitle],
    [`霍山县人民政府 | ${reportTitle}`, reportTitle],
    ['2021-2025年法治政府建设工作情况报告', '2021-2025年法治政府建设工作情况报告'],
  ])('cuts the site’s name off the window’s title %s', (title, own) => {
    expect(pageTitle(title)).toBe(own);
  });

  it('rejoins what was cut at a width and parted by <br>', async () => {
    const wide = [
      ...reportParagraphs.slice(0, 1),
      ...Array.from({ length: 4 }, () => reportParagraphs.slice(2, 4)).flat(),
    ];
    const cut = (paragraph: string): string[] => {
      const letters = [...`　　${paragraph}`];
      return Array.from({ length: Math.ceil(letters.length / 26) }, (_, at) =>
        letters.slice(at * 26, at * 26 + 26).join(''),
      );
    };
    const lines = [...wide, ...reportParagraphs.slice(4)].flatMap(cut).join('<br>\n');
    const { shown, codes, isWhole } = await importedPage(
      whole('', `<h1>${reportTitle}</h1><div id="zoom">${lines}</div>`),
    );
    expect(shown.slice(0, 3)).toEqual(wide.slice(0, 3));
    expect(codes).toContain('text/rejoined');
    expect(isWhole).toBe(true);
  });
});
