import { describe, expect, it } from 'vitest';
import { addressDay } from '../../../src/import/lines/address-day.ts';
import { readHtml } from '../../../src/import/read/html/html.ts';
import { readText } from '../../../src/import/read/text/text.ts';
import { type Recognition, recognition } from '../../../src/import/recognise/recognition.ts';
import { pageNames, reportParagraphs, reportTitle } from '../read/imported-page.ts';

const recognised = (text: string, paths: readonly string[] = []): Recognition =>
  recognition(
    text.startsWith('<') ? readHtml(Buffer.from(text)) : readText(Buffer.from(text)),
    pageNames,
    paths,
    {},
    '2026-01-01',
  );
const codes = ({ issues }: Recognition): string[] => issues.map(({ code }) => code);
const [first = '', ...others] = reportParagraphs;
const unsigned = [first, ...others.slice(0, -2)].join('\n');

describe('units without a code of their own', () => {
  const zone = (name: string, more = ''): Recognition =>
    recognised(
      `${name}2023年法治政府建设情况报告\n${unsigned.replaceAll(/霍山县|我县|全县|县委、县政府/g, '全区')}\n${more}`,
    );

  it.each([
    ['芜湖经济技术开发区管委会', '340200'],
    ['合肥高新区', '340100'],
    ['苏州工业园区', '320500'],
    ['绩溪县经济开发区', '341824'],
    ['绩溪县华阳镇', '341824'],
    ['鲤城区金龙街道办事处', '350502'],
    ['西咸新区', '610000'],
    ['河北雄安新区管理委员会', '130000'],
    ['长白山保护开发区管委会', '220000'],
    ['两江新区', '500000'],
    ['新疆生产建设兵团第八师', '659001'],
    ['第十二师', '650000'],
    ['新疆生产建设兵团', '650000'],
  ])('%s proposes the unit above, and says so', (name, above) => {
    const found = zone(name);
    expect([found.region?.code, found.below !== null]).toEqual([above, true]);
    expect(found.issues.find(({ code }) => code === 'region/own-code-wanted')?.message).toMatch(
      new RegExp(`上级 ${above} .+，可登记为 ${above}x01`),
    );
  });

  it('a zone that bears a county’s short name is its only where the page names the county', () => {
    expect(zone('绩溪经济开发区').region).toBeNull();
    expect(zone('绩溪经济开发区', '来源：绩溪县经济开发区管委会').region?.code).toBe('341824');
    expect(zone('胶州湾综合保税区').region).toBeNull();
  });

  it('a division that is one with its city is the city’s, and says so; districts by such names have codes', () => {
    const found = zone('第八师石河子市');
    expect([found.region?.code, found.below]).toEqual(['659001', null]);
    expect(codes(found)).toContain('region/division');
    expect([zone('浦东新区').region?.code, zone('浦东新区').below]).toEqual(['310115', null]);
  });

  it('a sub-district that only the page names', () => {
    const street = recognised(
      `2023年法治政府建设情况报告\n来源：鲤城区金龙街道办事处\n${unsigned.replaceAll(/霍山县|我县|全县|县委、县政府/g, '我街道')}`,
    );
    expect(street.issues.find(({ code }) => code === 'region/own-code-wanted')?.message).toContain(
      '上级 350502 鲤城区',
    );
  });
});

describe('pages that list reports', () => {
  const offices = ['司法局', '教育局', '公安局', '', '伏岭镇', '审计局'];
  const items = offices.map((office, at) => ({
    title: `绩溪县${office}${2024 - (at % 3)}年度法治政府建设情况报告`,
    day: `2025-0${1 + (at % 3)}-1${at}`,
  }));
  const page = (list: (item: { title: string; day: string }) => string, around = ['', '']): string =>
    `<html><head><title>法治政府建设年度报告-绩溪县人民政府</title></head><body><div><a href=/>首页</a> &gt; <a href=/x>政务公开</a></div>${around[0]}${items.map(list).join('')}${around[1]}<div>共 5 页 <a href=2>下一页</a></div><div>版权所有：绩溪县人民政府</div></body></html>`;

  it.each([
    ['list', page(({ title, day }) => `<li><a href=a>${title}</a><span>${day}</span></li>`, ['<ul>', '</ul>'])],
    ['list without links', page(({ title, day }) => `<li>${title} <i>${day}</i></li>`, ['<ul>', '</ul>'])],
    [
      'table',
      page(({ title, day }) => `<tr><td><a href=a>${title}</a></td><td>${day}</td></tr>`, ['<table>', '</table>']),
    ],
    [
      'rows in a system’s own text',
      page(
        ({ title, day }) => `<div><span><a href=a>${title}</a></span><span>${day}</span></div>`,
        ['<div class="TRS_Editor">', '</div>'],
      ),
    ],
    [
      'headings with fields',
      page(({ title, day }) => `<h3><a href=a>${title}</a></h3><p>发布时间：${day} 来源：绩溪县司法局 浏览：12</p>`),
    ],
    [
      'headings with summaries',
      page(({ title, day }) => `<h3><a href=a>${title}</a></h3><p>${first}…</p><em>${day}</em>`),
    ],
    ['bullets', page(({ title, day }) => `<p>· <a href=a>${title}</a> (${day})</p>`)],
    ['cut titles', page(({ title, day }) => `<li><a href=a>${title.slice(0, -4)}…</a>${day}</li>`)],
    ['text', `绩溪县人民政府\n${items.map(({ title, day }) => `${title} ${day}`).join('\n')}\n共5页 下一页`],
    ['text with days between', `首页\n${items.map(({ title, day }) => `${title}\n${day}`).join('\n')}`],
    ['text with days in front', items.map(({ title, day }) => `[${day}] ${title}`).join('\n')],
    [
      'numbered text',
      `索引号\t名称\t发布日期\n${items.map(({ title, day }, at) => `${at + 1}\t${title}\t${day}`).join('\n')}`,
    ],
  ])('are none themselves: %s', (_, text) => {
    expect(recognised(text).likeness).toMatchObject({ isReport: false, code: 'not-report/list' });
  });

  it('a report with such a list beside it is one', () => {
    const list = items.map(({ title, day }) => `<li><a href=a>${title}</a><span>${day}</span></li>`).join('');
    const text = reportParagraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
    const html = `<html><body><h1>${reportTitle}</h1><div class="TRS_Editor">${text}</div><ul>${list}</ul></body></html>`;
    expect(recognised(html).likeness.isReport).toBe(true);
    const plain = `${reportTitle}\n${reportParagraphs.join('\n')}\n${items.map(({ title }) => title).join('\n')}`;
    expect(recognised(plain).likeness.isReport).toBe(true);
  });
});

describe('a newspaper’s page', () => {
  const text = (head: string, foot = ''): string =>
    [head, unsigned, '霍山县人民政府', foot].filter((line) => line !== '').join('\n');

  it.each([
    ['one line above', text(`皖西日报 2024年02月26日 星期一 第03版：要闻\n${reportTitle}`)],
    ['lines above', text(`皖西日报\n2024年02月26日 星期一\n第03版：要闻\n上一版 下一版\n${reportTitle}`)],
    ['a note below', text(reportTitle, '（原载《皖西日报》2024年2月26日第3版）')],
    ['the source', text(`${reportTitle}\n来源：《皖西日报》2024年2月26日3版`)],
    ['a line below the title', text(`${reportTitle}\n2024年02月26日 皖西日报 A03版`)],
  ])('gives its day: %s', (_, page) => {
    const { published, medium, issuers } = recognised(page);
    expect([published?.day.value, published?.basis]).toEqual(['2024-02-26', 'page']);
    expect(medium).toMatch(/皖西日报/);
    expect(issuers).toMatchObject([{ name: '霍山县人民政府', basis: 'signature' }]);
  });

  it('gives way to a labelled day, and is no clock of a paper’s site', () => {
    const labelled = recognised(text(`皖西日报 2024年02月26日 第03版\n${reportTitle}\n发布日期：2024-02-28`));
    expect(labelled.published?.day.value).toBe('2024-02-28');
    expect(codes(labelled)).toContain('date/disagrees');
    expect(recognised(text(`皖西日报 2024年3月5日 星期二\n${reportTitle}`)).published).toBeNull();
  });
});

describe('a page’s day of publication', () => {
  const text = (head: string, foot = ''): string => `${reportTitle}\n${head}\n${unsigned}\n${foot}`;

  it('is the labelled one wherever it stands, before one without a label', () => {
    expect(recognised(text('2024-03-02', '发布日期：2024-02-26')).published?.day.value).toBe('2024-02-26');
    expect(recognised(text('日期：2024-03-02\n发布日期：2024-02-26')).published?.day.value).toBe('2024-02-26');
  });

  it('may stand behind the source’s name, which is the source alone', () => {
    const { published, medium } = recognised(text('来源：霍山县司法局 2024-02-26 10:21'));
    expect([published?.day.value, medium]).toEqual(['2024-02-26', '霍山县司法局']);
  });

  it('is that of the address where the page has none; else the address may contradict', () => {
    const address = 'http://www.huoshan.gov.cn/art/2024/2/26/art_1.html';
    const own = recognised(text(''), [address]).published;
    expect([own?.day.value, own?.basis]).toEqual(['2024-02-26', 'path']);
    const both = recognised(text('2024-03-02'), [address]);
    expect(both.published?.day.value).toBe('2024-03-02');
    expect(codes(both)).toContain('date/address-disagrees');
  });

  it.each([
    ['/html/202402/26/c1.htm', '2024-02-26'],
    ['/2024/0226/1.html', '2024-02-26'],
    ['/20240226/1.html', '2024-02-26'],
    ['/2024-02-26.html', '2024-02-26'],
    ['/202402/26.html', undefined],
    ['/202402/2612.html', undefined],
    ['/20240230/1.html', undefined],
    ['/a20240226/1.html', undefined],
  ])('in an address: %s', (path, day) => {
    expect(addressDay(`http://www.huoshan.gov.cn${path}`)?.value).toBe(day);
  });
});

describe('a page in traditional characters is recognised as one in simplified ones', () => {
  const text = `霍山縣2023年度法治政府建設情況報告
2023年，霍山縣堅持以習近平法治思想為指導，紮實推進依法行政，現將有關情況報告如下：
一、主要舉措和成效
（一）加強組織領導。縣委、縣政府專題研究法治政府建設工作6次，我縣依法行政水平不斷提高。
二、黨政主要負責人履行推進法治建設第一責任人職責情況
我縣黨政主要負責人認真履行職責，帶頭學法用法，全年組織學習3次，出席會議9次。
三、2024年工作計劃
下一步，我縣將繼續推進法治政府建設，進一步規範行政執法行為，不斷提升依法行政水平。
`;

  it('its parts, its headings as they stand', () => {
    const { sections, headings } = recognised(text);
    expect(sections.filter(({ where }) => where === 'own').map(({ role, heading }) => `${role} ${heading}`)).toEqual([
      'achievements 一、主要舉措和成效',
      'first-responsible 二、黨政主要負責人履行推進法治建設第一責任人職責情況',
      'plan 三、2024年工作計劃',
    ]);
    expect(headings[1]?.restored).toBe('（一）加強組織領導');
  });

  it('its signature, its marks of a copy', () => {
    const { signature } = recognised(`${text.replaceAll('我縣', '我廳')}廣東省司法廳\n2024年2月20日`);
    expect(signature.bodies.map(({ name }) => name)).toEqual(['广东省司法厅']);
    expect(codes(recognised(`${text}來源：百度文庫`))).toContain('source/copy');
  });
});

describe('what is refused quotes the words that decided', () => {
  it.each([
    [`某县2023年度法治政府建设情况报告\n${unsigned}`, '范文或模板，因有“某县”'],
    [`20XX年法治政府建设情况报告\n${unsigned}`, '范文或模板，因有“20XX年”'],
    [`法治政府建设工作总结\n${unsigned.replaceAll('霍山县', '本地')}\n本文档由会员上传`, '范文或模板，因有“本文档”'],
    [
      '霍山县2023年法治政府建设工作要点\n一、总体要求\n抓好依法行政。',
      '计划、要点、方案或规划，因有标题里的“工作要点”',
    ],
    [
      '关于做好工作的意见汇总\n本院认真履行审判职责，受理各类案件300件，审结290件。',
      '法院、检察院或监察的报告，因有正文里的“本院”、“审判”、“受理各类案件300件，审结”',
    ],
  ])('%#', (text, wanted) => {
    const { likeness } = recognised(text);
    expect(likeness.isReport ? 'a report' : likeness.reason).toBe(wanted);
  });
});
