import { describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { type Recognition, recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody } from '../../../src/import/write/draft.ts';
import { lostLetters } from '../../../src/import/write/kept-letters.ts';
import { reportBlocks } from '../../../src/render/report-blocks.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const recognised = async (html: string): Promise<Recognition> =>
  recognition(await readCapture(Buffer.from(html), 'page.html'), names, [], {}, '2026-01-01');
const shown = (found: Recognition): string[] =>
  reportBlocks(draftBody(found)).map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text).join('/')).join(' ; ') : block.text,
  );

const paragraphs = `<p>　　2023年，霍山县坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：</p>
<p><strong>　　一、主要举措和成效</strong></p>
<p>　　（一）加强组织领导。县委、县政府专题研究法治政府建设工作6次，我县依法行政水平不断提高。</p>
<table border="1"><tr><td>事项</td><td>件数</td></tr><tr><td>行政复议</td><td>32</td></tr></table>
<p style="text-align:center"><img src="/upload/2024/chart.png" alt="办案统计图"></p>
<p>　　（二）规范行政执法。全县开展案卷评查3次，评查案卷90份，办结率100%；受理&ldquo;行政复议&rdquo;申请 &lt;32件&gt;。</p>
<p>　　二、存在的不足和原因<br>　　我县基层执法力量薄弱，法治宣传形式不够丰富，主要是人员编制少、培训机会不多。</p>
<p>　　三、2024年工作安排</p><p>　　下一步，我县将继续推进法治政府建设，进一步规范行政执法行为，不断提升依法行政水平。</p>
<p style="text-align:right">霍山县人民政府</p><p style="text-align:right">2024年2月20日</p>`;

/** A page with everything around its text that such pages have; invented. */
const page = (content: string, head = ''): string => `<!DOCTYPE html><html><head><meta charset="utf-8">
<title>霍山县2023年度法治政府建设情况报告_霍山县人民政府</title>${head}
<style>p{color:red}</style></head><body>
<div class="nav"><ul>${Array.from({ length: 150 }, (_, n) => `<li><a href="/${n}">栏目${n}</a></li>`).join('')}</ul></div>
<div class="crumb">当前位置：<a>首页</a> > <a>政务公开</a> > <a>法治政府建设年度报告</a></div>
<div class="side"><ul><li><a>霍山县2022年度法治政府建设情况报告</a></li><li><a>霍山县2021年度法治政府建设情况报告</a></li></ul></div>
<table class="xxgk"><tr><td>索引号：</td><td>003217654/2024-00021</td><td>组配分类：</td><td>其他</td></tr>
<tr><td>发布机构：</td><td>霍山县司法局</td><td>发布日期：</td><td>2024-02-26 10:20</td></tr></table>
<h1>霍山县2023年度法治政府建设情况报告</h1>
<div class="info"><span>发布时间：2024-02-26 10:20</span> <span>信息来源：县司法局</span> <span>浏览次数：<i>56</i></span> 字体：【<a>大</a> <a>中</a> <a>小</a>】</div>
${content}
<div class="near">上一篇：<a>霍山县2023年普法工作总结</a> 下一篇：无</div>
<div class="foot">主办：霍山县人民政府 皖ICP备05000000号 网站标识码3415250001</div>
<script>document.write('<p>脚本</p>')</script></body></html>`;

describe('a page of a government site', () => {
  it.each([
    ['a known system', page(`<div id="zoom">${paragraphs}</div>`)],
    ['no system that is known', page(`<div class="a8x2"><div class="b7">${paragraphs}</div></div>`)],
  ])('of %s gives the text alone, and the record', async (_, html) => {
    const found = await recognised(html);
    expect(shown(found)).toEqual([
      '2023年，霍山县坚持以习近平法治思想为指导，扎实推进依法行政，现将有关情况报告如下：',
      '一、主要举措和成效',
      '（一）加强组织领导。县委、县政府专题研究法治政府建设工作6次，我县依法行政水平不断提高。',
      '事项/件数 ; 行政复议/32',
      '〔图片〕',
      '（二）规范行政执法。全县开展案卷评查3次，评查案卷90份，办结率100%；受理“行政复议”申请 <32件>。',
      '二、存在的不足和原因',
      '我县基层执法力量薄弱，法治宣传形式不够丰富，主要是人员编制少、培训机会不多。',
      '三、2024年工作安排',
      '下一步，我县将继续推进法治政府建设，进一步规范行政执法行为，不断提升依法行政水平。',
      '霍山县人民政府',
      '2024年2月20日',
    ]);
    expect(found).toMatchObject({
      title: '霍山县2023年度法治政府建设情况报告',
      titleBasis: 'text',
      year: 2023,
      issuerKind: 'government',
      medium: '县司法局',
    });
    expect(found.region?.code).toBe('341525');
    expect(found.published?.day.value).toBe('2024-02-26');
    expect(found.signed?.day.value).toBe('2024-02-20');
    expect(found.indexNumber).toBe('003217654/2024-00021');
    expect(found.issues.filter(({ code }) => code === 'text/image')).toHaveLength(1);
  });

  it('trusts the meta tags that such sites must carry where the page itself shows less', async () => {
    const head = `<meta name="ArticleTitle" content="霍山县2023年度法治政府建设情况报告"><meta name="PubDate" content="2024-02-27 08:00">
<meta name="ContentSource" content="霍山县人民政府办公室"><meta name="SiteName" content="霍山县人民政府">`;
    const whole = page(`<div class="TRS_Editor">${paragraphs}</div>`, head).replace(/<div class="info">.*<\/div>/, '');
    // A site's move writes PubDate anew; what readers see prevails, and the difference is said.
    const moved = await recognised(whole);
    expect(moved.published?.day.value).toBe('2024-02-26');
    expect(moved.issues.map(({ code }) => code)).toContain('date/disagrees');
    const found = await recognised(whole.replace(/<td>发布日期：<\/td><td>[^<]*<\/td>/, ''));
    expect(found.published?.day.value).toBe('2024-02-27');
    expect(found.medium).toBe('霍山县人民政府办公室');
    expect(found.title).toBe('霍山县2023年度法治政府建设情况报告');
  });

  it('restores punctuation in table cells as in paragraphs, counts it, and keeps the letters that were read', async () => {
    const table = `<table><tr><td>事项(类)</td><td>结果:件数,比率</td></tr>
<tr><td>&nbsp;行政复议&nbsp;</td><td>受理1,032件;办结(含结转)32:5</td></tr></table>`;
    const text = paragraphs.replace(/<table[\s\S]*?<\/table>/, table);
    const found = await recognised(page(`<div id="zoom">${text}</div>`));
    expect(shown(found)).toContain('事项（类）/结果：件数，比率 ; 行政复议/受理1,032件；办结（含结转）32:5');
    const block = found.blocks.find(({ kind }) => kind === 'table');
    expect(block).toMatchObject({
      table: {
        raw: [
          ['事项(类)', '结果:件数,比率'],
          ['行政复议', '受理1,032件;办结(含结转)32:5'],
        ],
      },
    });
    const counts = new Map(found.tally.list().map(({ rule, count }) => [rule, count]));
    expect([counts.get('punctuation/comma'), counts.get('punctuation/semicolon')]).toEqual([1, 1]);
    expect(counts.get('punctuation/opening-bracket')).toBe(2);
    expect(lostLetters(found, draftBody(found))).toEqual([]);
  });
});
