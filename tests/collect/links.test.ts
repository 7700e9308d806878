import { describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../src/collect/links/canonical-address.ts';
import { isReportName, linkOfList, linkOfReport } from '../../src/collect/links/link-judgement.ts';
import { isPageOfList } from '../../src/collect/links/list-likeness.ts';
import { dataAddresses, listedItems, nextByNumber, scriptedPages } from '../../src/collect/links/list-pages.ts';
import { namedYears } from '../../src/collect/links/named-years.ts';
import { asksForLogin, saysGone } from '../../src/collect/links/page-state.ts';

const list = 'http://a.gov.test/fzzf/';

describe('what a link of a list leads to', () => {
  test.for([
    ['某县2023年法治政府建设年度报告', '1.html', 'report'],
    ['· 某县2023年法治政府建设情况报告 [2024-01-15]', '1.html', 'report'],
    ['某县人民政府关于2023年法…', '1.html', 'perhaps'],
    ['某县2023年法治政府建设年度报告', '1.pdf', 'attachment'],
    ['某县2023年法治政府建设年度报告', '1.zip', null],
    ['法治政府建设年度报告', 'ndbg/', 'column'],
    ['2023年', '2023/', 'column'],
    ['某县司法局', 'sfj/', 'column'],
    ['下一页', 'index_1.html', 'next'],
    ['2', 'index_1.html', 'next'],
    ['某县2023年政府信息公开工作年度报告', '1.html', null],
    ['某县2023年法治政府建设工作要点', '1.html', null],
    ['一图读懂某县2023年法治政府建设情况报告', '1.html', null],
    ['某县2023年法治政府建设年度报告', 'http://b.gov.test/1.html', null],
    ['首页', '/', null],
  ] as const)('%s at %s: %s', ([text, address, kind]) => {
    expect(linkOfList({ address: new URL(address, list).href, text }, list, 0)).toBe(kind);
  });

  test('lists lie three deep at most', () => {
    const link = { address: `${list}ndbg/`, text: '法治政府建设年度报告' };
    expect([0, 2, 3].map((depth) => linkOfList(link, list, depth))).toEqual(['column', 'column', null]);
  });
});

test.for([
  ['点击查看全文', 'q.html', true, 'text'],
  ['点击查看全文', 'q.html', false, null],
  ['附件：某县2023年法治政府建设年度报告.docx', 'f.docx', false, 'attachment'],
  ['申请表', 'f.docx', false, null],
  ['申请表', 'f.docx', true, 'attachment'],
] as const)('on a report’s page, %s at %s (short: %s): %s', ([text, address, isShort, kind]) => {
  expect(linkOfReport({ address: new URL(address, list).href, text }, `${list}1.html`, isShort)).toBe(kind);
});

test('a report’s name ends as such names do', () => {
  expect(isReportName('关于2023年法治政府建设情况的报告')).toBe(true);
  expect(isReportName('关于报送2023年法治政府建设情况报告的通知')).toBe(false);
  expect(isReportName('关于听取2023年法治政府建设情况的报告')).toBe(false);
});

test.for([
  ['a.html#top', `${list}a.html`],
  ['a.html;jsessionid=1A?x=1', `${list}a.html?x=1`],
  ['a.jsp?b=1&amp;c=2&amp;_t=9', `${list}a.jsp?b=1&c=2`],
  ['/a.jsp?rnd=3', 'http://a.gov.test/a.jsp'],
  ['http://u:p@a.gov.test/', 'http://a.gov.test/'],
  ['javascript:void(0)', null],
  ['mailto:a@b.c', null],
  ['#', null],
  ['', null],
] as const)('%s is known as %s', ([written, address]) => {
  expect(canonicalAddress(written, list)).toBe(address);
});

test('years are read in figures and letters', () => {
  expect(namedYears('二○二三年度报告（2022年、2023年）')).toEqual([2023, 2022]);
  expect(namedYears('文号12023456')).toEqual([]);
});

describe('pages that only scripts know', () => {
  test.for([
    ['<script>createPageHTML(3, 0, "index", "html");</script>', ['index_1.html', 'index_2.html']],
    ['<script>var n=1; go("list.jsp?page=" + n)</script>共 3 页', ['list.jsp?page=2', 'list.jsp?page=3']],
    ['<p>共 3 页</p>', []],
    ['<script>createPageHTML(1, 0, "index", "html");</script>', []],
  ] as const)('%s', ([html, pages]) => expect(scriptedPages(html)).toEqual(pages));

  test('a list fetched as data, its address joined of what the script says plainly', () => {
    const html = '<script>var cid = 71; var p = 1; $.get("/api/list?cid=" + cid + "&pageNo=" + p)</script>';
    expect(dataAddresses(html)).toContain('/api/list?cid=71&pageNo=1');
    expect(nextByNumber('/api/list?cid=71&pageNo=1')).toBe('/api/list?cid=71&pageNo=2');
    expect(nextByNumber('/api/list')).toBeNull();
  });

  test('lines of data, whatever they are wrapped in', () => {
    const line = { address: '/1.html', text: '某县报告' };
    expect(listedItems('{"data":{"rows":[{"title":"<b>某县</b>报告","url":"/1.html"}]}}')).toEqual([line]);
    expect(listedItems('callback([{"name":"某县报告","link":"/1.html"}]);')).toEqual([line]);
    expect(listedItems('<html>')).toEqual([]);
  });

  test('a page of the list differs by what counts pages alone', () => {
    expect(isPageOfList(`${list}index_3.html`, list)).toBe(true);
    expect(isPageOfList('http://a.gov.test/l.jsp?page=2&c=1', 'http://a.gov.test/l.jsp?c=1')).toBe(true);
    expect(isPageOfList('http://a.gov.test/other/index_3.html', list)).toBe(false);
  });
});

test('a page says that it is gone, or asks for a password', () => {
  expect(saysGone('您访问的页面不存在')).toBe(true);
  expect(saysGone('某县2023年法治政府建设情况报告：网页不存在等问题已整改')).toBe(false);
  expect(asksForLogin('<input type="password">', '用户登录')).toBe(true);
  expect(asksForLogin('<p>用户登录', '用户登录')).toBe(false);
});
