import { describe, expect, it } from 'vitest';
import { issuerSlug, readIssuerRegister } from '../../../src/content-files/issuer-register.ts';
import { readText } from '../../../src/import/read/text/text.ts';
import { bodyKind } from '../../../src/import/recognise/bodies.ts';
import { portalProvince } from '../../../src/import/recognise/province-portals.ts';
import { type Recognition, recognition } from '../../../src/import/recognise/recognition.ts';
import { stateBody, stateBodyNames } from '../../../src/import/recognise/state-bodies.ts';
import { pageNames } from '../read/imported-page.ts';

const register = readIssuerRegister('content');
const rest = (we: string): string => `一、主要举措和成效
（一）加强组织领导。专题研究法治政府建设工作6次，${we}依法行政水平不断提高，制度体系更加完善。
（二）规范行政执法。开展案卷评查3次，评查案卷90份，办结率100%；受理行政复议申请32件，审结30件。
二、存在的不足和原因
${we}基层执法力量薄弱，法治宣传形式不够丰富，主要是人员编制少、培训机会不多。
三、2024年工作安排
下一步，${we}将继续推进法治政府建设，进一步规范行政执法行为，不断提升依法行政水平。`;

interface Page {
  readonly title?: string;
  readonly head?: string;
  /** Who the first sentence says acts. */
  readonly subject?: string;
  readonly we: string;
  readonly foot?: string;
  readonly address?: string;
}

function found({
  title = '2023年法治政府建设年度报告',
  head = '',
  subject = '',
  we,
  foot = '',
  address,
}: Page): Recognition {
  const first = `2023年，${subject}坚持以习近平新时代中国特色社会主义思想为指导，认真落实各项要求，现将有关情况报告如下：`;
  const text = [title, head, first, rest(we), foot].filter((line) => line !== '').join('\n');
  return recognition(readText(Buffer.from(text)), pageNames, address === undefined ? [] : [address], {}, '2026-01-01');
}

const place = ({ region, regionBasis }: Recognition): string => (region ? `${region.code} ${regionBasis}` : 'none');
const who = ({ issuers, issuerKind, issuerKindBasis }: Recognition): string =>
  `${issuerKind} ${issuerKindBasis}: ${issuers.map(({ name }) => name).join('、')}`;
const codes = ({ issues }: Recognition): string[] => issues.map(({ code }) => code);

describe('bodies of the State', () => {
  it.each(stateBodyNames.filter((name) => name !== '国务院'))('%s is a department with a fixed name', (name) => {
    expect(bodyKind(name)).toBe('department');
    expect(issuerSlug(register, name, null)).toMatch(/^[a-z-]+$/);
  });

  it('an office within a body bears the body’s fixed name, unless it has one of its own', () => {
    const slug = (name: string): string | null => issuerSlug(register, name, null);
    expect(slug('司法部办公厅')).toBe(slug('司法部'));
    expect(slug('水利部政策法规司')).toBe(slug('水利部'));
    expect(slug('绩溪县司法局办公室')).toBe(slug('司法局'));
    expect(slug('国务院办公厅')).not.toBeNull();
    expect(slug('某某中心办公室')).toBeNull();
  });

  it.each([
    ['水利部', '我部'],
    ['海关总署', '海关总署'],
    ['审计署', '我署'],
    ['国家市场监督管理总局', '总局'],
    ['国家卫生健康委', '我委'],
    ['国家邮政局', '我局'],
    ['中国人民银行', '我行'],
    ['环境保护部', '我部'],
  ])('%s speaks for itself in title, first sentence, field and signature', (name, we) => {
    const pages: [Page, string][] = [
      [{ title: `${name}2023年法治政府建设年度报告`, we }, 'title'],
      [{ title: `2023年${name}法治政府建设年度报告`, we }, 'title'],
      [{ subject: name, we }, 'text'],
      [{ head: `发布机构：${name}`, we }, 'page'],
      [{ we, foot: `${name}\n2024年3月20日` }, 'signature'],
    ];
    for (const [page, basis] of pages) {
      expect(place(found(page))).toBe(`000000 ${basis}`);
      expect(who(found(page))).toBe(`department ${basis}: ${name}`);
    }
  });

  it('an office within one is the body’s, a branch with a place is the place’s', () => {
    expect(stateBody('中华人民共和国水利部')).toBe('中华人民共和国水利部');
    expect(stateBody('司法部办公厅')).toBe('司法部');
    expect(stateBody('水利部政策法规司')).toBe('水利部');
    expect(['公安部门', '国家税务总局绩溪县税务局', '水利部长江水利委员会', '绩溪县水利部'].map(stateBody)).toEqual([
      ...[null, null, null, null],
    ]);
    const title = (name: string): string => `${name}2023年法治政府建设年度报告`;
    expect(place(found({ title: title('国家税务总局绩溪县税务局'), we: '我局' }))).toBe('341824 title');
    expect(place(found({ title: title('国家税务总局和县税务局'), we: '我局' }))).toBe('340523 title');
  });

  it('is none of a county’s report that came by its page', () => {
    expect(place(found({ head: '来源：司法部', subject: '全县', we: '我县' }))).toBe('none');
    const signed = found({ head: '来源：司法部', we: '我局', foot: '绩溪县司法局\n2024年1月2日' });
    expect(place(signed)).toBe('341824 signature');
  });
});

describe('a speaker without a name', () => {
  const title = (head: string): string => `${head}2023年法治政府建设情况报告`;

  it.each([
    [
      'a signature',
      { title: title('自治区'), we: '全区', foot: '广西壮族自治区人民政府\n2024年3月1日' },
      '450000 signature',
    ],
    [
      'the portal of the autonomous region',
      { title: title('自治区'), we: '全区', address: 'http://www.gxzf.gov.cn/a.shtml' },
      '450000 path',
    ],
    [
      'the first sentence and a site below the portal',
      { subject: '自治区党委、政府', we: '全区', address: 'https://sft.nmg.gov.cn/a' },
      '150000 path',
    ],
    [
      'the province’s portal',
      { title: title('省政府'), we: '我省', address: 'https://www.zj.gov.cn/art/1.html' },
      '330000 path',
    ],
    ['the page’s office', { title: title('市政府'), head: '来源：朔州市司法局', we: '我市' }, '140600 page'],
    [
      'a breadcrumb',
      { title: title('省政府'), head: '首页>山西省人民政府>政务公开\n发布机构：山西省司法厅', we: '我省' },
      '140000 page',
    ],
    ['the short name in the title', { title: title('宁夏'), we: '全区' }, '640000 title'],
  ] satisfies [string, Page, string][])('is known by %s', (_, page, wanted) => {
    const known = found(page);
    expect(place(known)).toBe(wanted);
    expect(known.issuers.every(({ name }) => name.includes(known.region?.name ?? '-'))).toBe(true);
  });

  it.each([
    ['自治区 alone', { title: title('自治区'), subject: '自治区党委、政府', we: '我区' }],
    ['自治区人民政府 as signature', { we: '全区', foot: '自治区人民政府\n2024年3月1日' }],
    ['市政府 alone', { title: title('市政府'), we: '我市' }],
    ['区人民政府 alone', { title: `区人民政府关于2023年法治政府建设情况的报告`, we: '我区' }],
    [
      '全区 on the autonomous region’s portal, as a district has it',
      { title: title('全区'), we: '我区', address: 'http://www.gxzf.gov.cn/' },
    ],
    ['市政府 on a province’s portal', { title: title('市政府'), we: '我市', address: 'http://www.zj.gov.cn/' }],
    ['县政府 on a city’s page', { title: title('县政府'), head: '来源：朔州市司法局', we: '全县' }],
  ] satisfies [string, Page][])('is nobody’s: %s', (_, page) => {
    const unknown = found(page);
    expect(place(unknown)).toBe('none');
    expect(codes(unknown)).toContain('region/unknown');
  });

  it('addresses say which province’s they are by their host alone', () => {
    expect(portalProvince('https://sft.zj.gov.cn/1')).toBe('330000');
    expect(portalProvince('https://zj.gov.cn.example.com/')).toBeNull();
    expect(portalProvince('zj.gov.cn')).toBeNull();
  });
});

describe('party committee and government as the subject of the first sentence', () => {
  const title = '绩溪县2023年法治政府建设情况报告';
  const both = 'party-and-government text: 中共绩溪县委、绩溪县人民政府';

  it.each([
    '绩溪县委、县政府',
    '县委、县政府',
    '县委县政府',
    '绩溪县委和县政府',
    '中共绩溪县委、绩溪县人民政府',
    '县委、县人民政府',
  ])('%s', (subject) => {
    expect(who(found({ title, subject, we: '我县' }))).toBe(both);
  });

  it('keeps the committee’s name where it is written out', () => {
    const subject = '中共绩溪县委员会、绩溪县人民政府';
    expect(who(found({ title, subject, we: '我县' }))).toBe(
      'party-and-government text: 中共绩溪县委员会、绩溪县人民政府',
    );
  });

  it('counts where only the department that carries it signs', () => {
    expect(who(found({ title, subject: '县委、县政府', we: '我县', foot: '绩溪县司法局\n2024年1月3日' }))).toBe(both);
  });

  it.each([
    '在县委、县政府的坚强领导下，绩溪县',
    '县委、县政府领导有力，我县',
    '宣城市委、市政府',
    '绩溪县人民政府',
    '广德县委、绩溪县政府',
  ])('is not: %s', (subject) => {
    expect(who(found({ title, subject, we: '我县' }))).not.toContain('party-and-government');
  });

  it('gives way to a title or signature that names who speaks', () => {
    const subject = '县委、县政府';
    expect(who(found({ title: `绩溪县人民政府${title.slice(3)}`, subject, we: '我县' }))).toBe(
      'government title: 绩溪县人民政府',
    );
    expect(who(found({ title, subject, we: '我县', foot: '绩溪县人民政府\n2024年1月3日' }))).toBe(
      'government signature: 绩溪县人民政府',
    );
    expect(who(found({ title: `绩溪县司法局${title.slice(3)}`, subject, we: '我局' }))).toBe(
      'department title: 绩溪县司法局',
    );
  });
});

describe('where a report was delivered is no title', () => {
  const titleOf = ({ title, titleBasis }: Recognition): string => `${title} ${titleBasis}`;
  const subject = '绩溪县';
  const day = '2024年2月26日';

  it.each([
    `${day}在全县法治政府建设工作会议上的报告`,
    `在绩溪县第十八届人大常委会第十五次会议上的报告`,
    `标题：${day}在县法治政府建设会议上的报告`,
  ])('alone: %s', (title) => {
    const own = found({ title, subject, we: '我县' });
    expect(titleOf(own)).toBe('绩溪县2023年度法治政府建设情况报告 inferred');
    expect(codes(own)).toContain('title/missing');
    expect(own.published).toBeNull();
  });

  it.each([
    [`${day}在全县法治政府建设工作会议上的报告\n绩溪县2023年法治政府建设情况报告`],
    [`${day}在绩溪县第十八届人民代表大会\n常务委员会第十五次会议上\n绩溪县2023年法治政府建设情况报告`],
    [`绩溪县2023年法治政府建设情况报告\n——${day}在绩溪县第十八届人大常委会第十五次会议上`],
    [`绩溪县2023年法治政府建设情况报告\n——${day}在绩溪县第十八届人民代表大会\n常务委员会第十五次会议上`],
    [`绩溪县2023年法治政府建设情况报告\n（${day}在绩溪县第十八届人大常委会第十五次会议上）`],
  ])('beside the title: %s', (title) => {
    const own = found({ title, subject, we: '我县' });
    expect(titleOf(own)).toBe('绩溪县2023年法治政府建设情况报告 text');
    // Its day is the meeting's, and it stays the report's own.
    expect([own.published, own.signed]).toEqual([null, null]);
    expect(own.lines.some(({ text }) => text.includes(day))).toBe(true);
    expect(own.issuers).toMatchObject([{ name: '绩溪县人民政府' }]);
  });
});

describe('copies that other sites made', () => {
  const title = '霍山县2023年度法治政府建设情况报告';
  const page = { title, subject: '霍山县', we: '我县', foot: '霍山县人民政府\n2024年2月3日' };

  it.each([
    [
      'a library above and below',
      { ...page, title: `百度文库 > 实用文档\n${title}`, foot: `${page.foot}\n下载本文档\nVIP免费阅读全文` },
    ],
    ['who put it there', { ...page, foot: `${page.foot}\n本文来自：360doc个人图书馆` }],
    ['a watermark in a sentence', { ...page, subject: 'www.docin.com霍山县' }],
    ['an encyclopaedia', { ...page, head: '县域百科' }],
    ['advertising', { ...page, foot: `${page.foot}\n广告` }],
    ['pinyin in brackets', { ...page, subject: '霍山县建(jiàn)设法治政府，' }],
    ['pinyin in the text', { ...page, subject: '霍山县法fǎ治政府建设' }],
    ['a site that shares essays', { ...page, foot: `${page.foot}\n本文档由会员分享，仅供参考` }],
  ] satisfies [string, Page][])('are told by %s, and all words stay', (_, copy) => {
    const own = found(copy);
    expect(own.likeness.isReport).toBe(true);
    expect(codes(own)).toContain('source/copy');
    expect(own.issuers).toMatchObject([{ name: '霍山县人民政府', basis: 'signature' }]);
  });

  it.each([
    ['a government’s own libraries', { ...page, title: `首页\n政策文件库\n政策文库\n${title}` }],
    ['the text’s own', { ...page, subject: '霍山县建设普法百科、法规文库各1个，资料下载3万次，' }],
    ['widgets', { ...page, foot: `${page.foot}\n附件下载\n打印 关闭` }],
  ] satisfies [string, Page][])('are not told by %s', (_, own) => {
    expect(codes(found(own))).not.toContain('source/copy');
  });
});
