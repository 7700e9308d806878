import { describe, expect, it } from 'vitest';
import { pageNumberLines } from '../../../src/import/lines/page-number.ts';
import { mastheadDay } from '../../../src/import/lines/paper-day.ts';
import { widgetTailAt } from '../../../src/import/lines/widgets.ts';
import { bodyKind, bodyNames } from '../../../src/import/recognise/bodies.ts';
import { tableSignature } from '../../../src/import/recognise/signature.ts';
import { madeDocx } from '../made-files.ts';
import {
  type ImportedPage,
  importedPage,
  paragraphElements,
  reportParagraphs,
  reportTitle,
} from '../read/imported-page.ts';

const unsigned = reportParagraphs.slice(0, -2);
const signing = reportParagraphs.slice(-2);
const text = (lines: readonly string[]): Promise<ImportedPage> => importedPage(lines.join('\n'), 'a.txt');
const signedOn = ({ found }: ImportedPage): string | undefined => found.signed?.day.value;

describe('words of a site above a text', () => {
  it.each([
    ['摘要：2023年，霍山县扎实推进法治政府建设……', false],
    ['摘要：2023年，霍山县扎实推进法治政府建设，取得新的成效。', true],
    ['摘要：', false],
    ['编者按：为方便公众查阅，现将县政府报告全文刊发，欢迎转发。', true],
    ['【编者按】现将报告刊发。', true],
  ])('%s is none of it', async (line, isDoubtful) => {
    const found = await text([reportTitle, '发布日期：2024-02-26', line, ...reportParagraphs]);
    expect([found.isWhole, found.shown.at(0), found.shown.at(-1)]).toEqual([
      true,
      reportParagraphs.at(0),
      reportParagraphs.at(-1),
    ]);
    expect(found.codes.includes('chrome/doubtful')).toBe(isDoubtful);
  });

  it('a newspaper’s day with its page in one line', () => {
    expect(mastheadDay(['2024年3月27日　星期三　第A03版：公告上一版 下一版'])).toEqual({
      ...{ paper: '', day: '2024年3月27日', index: 0 },
    });
    expect(mastheadDay(['2024年3月27日　星期三　欢迎访问'])).toBeNull();
  });

  it('its list of contents is none of it where each entry is a heading of the text', async () => {
    const contents = ['目　录', '一、主要举措和成效 …… 2', '二、存在的不足和原因4', '三、2024年工作安排 5'];
    const found = await text([reportTitle, ...contents, ...reportParagraphs]);
    expect([found.isWhole, found.shown.length]).toEqual([true, reportParagraphs.length]);
    const other = await text([reportTitle, ...contents.slice(0, 2), '四、别的事项 6', ...reportParagraphs]);
    expect(other.body).toContain('四、别的事项 6');
  });
});

describe('below it', () => {
  it.each([
    ['文件下载：\n关联文件：'],
    ['END'],
    ['您是第 3321 位访问者'],
    ['分享： 微信 微博 用微信“扫一扫”，分享给好友'],
  ])('%j is none of it', async (lines) => {
    const found = await text([reportTitle, ...reportParagraphs, lines, '版权所有：霍山县人民政府']);
    expect([found.isWhole, found.shown.at(-1), signedOn(found)]).toEqual([true, signing[1], '2024-02-20']);
    expect(found.codes).not.toContain('chrome/doubtful');
  });

  it('words to press glued behind the day come off', () => {
    expect(widgetTailAt('2022年2月25日分享： 微信 微博 QQ空间 用微信“扫一扫”，分享给好友')).toBe(10);
  });
});

describe('numbers of printed pages', () => {
  it.each([
    [
      ['— 1 —', '二', '- 2 -'],
      [0, 2],
    ],
    [
      ['第 1 页 共 2 页', '第 2 页 共 2 页'],
      [0, 1],
    ],
    [
      ['1', '2', '3'],
      [0, 1, 2],
    ],
    [['— 4 —', '二', '— 2 —'], []],
    [['1', '2'], []],
    [['12345'], []],
  ] satisfies [string[], number[]][])('%j', (lines, expected) => {
    expect([...pageNumberLines(lines)].sort()).toEqual(expected);
  });

  it('that were copied along leave the text, within a sentence too', async () => {
    const cut = (words: string): string[] => words.match(/.{1,20}/gu) ?? [];
    const [first = ''] = reportParagraphs;
    const body = reportParagraphs.slice(1, -2).flatMap((paragraph) => cut(`　　${paragraph.repeat(2)}`));
    const pages = [...cut(`　　${first}`).slice(0, 1), '— 1 —', ...cut(`　　${first}`).slice(1), ...body];
    const found = await text([reportTitle, ...pages, '- 2 -', ...signing]);
    expect([found.isWhole, found.shown.at(0)]).toEqual([true, first]);
    expect(found.body).not.toMatch(/— 1 —|- 2 -/);
    const page = await importedPage(
      `<h1>${reportTitle}</h1><div class="TRS_Editor">${paragraphElements([...reportParagraphs.slice(0, 3), '— 1 —', ...reportParagraphs.slice(3)])}</div>`,
    );
    expect([page.isWhole, page.shown.includes('— 1 —')]).toEqual([true, false]);
  });
});

describe('how pages are set', () => {
  it('lines that a page keeps are lines, and so are those that wide spaces begin', async () => {
    const body = [reportTitle, '', ...reportParagraphs.map((line) => `　　${line}`)].join('\n');
    for (const open of ['<div style="white-space:pre-wrap">', '<pre>', '<div class="keep">']) {
      const found = await importedPage(`<h1>${reportTitle}</h1><div class="TRS_Editor">${open}${body}</div></div>`);
      expect([open, found.shown.length]).toEqual([open, reportParagraphs.length]);
    }
  });

  it('wide figures are read as figures and stay as they are', async () => {
    const wide = (line: string): string =>
      line.replace(/\d/g, (figure) => String.fromCharCode(figure.charCodeAt(0) + 0xfee0));
    const found = await text([reportTitle, ...reportParagraphs].map(wide));
    expect([found.found.year, signedOn(found), found.shown.at(-1)]).toEqual([
      2023,
      '2024-02-20',
      wide('2024年2月20日'),
    ]);
  });

  it('a table of bodies and days behind the text signs it; any other does not', async () => {
    const cells = [
      ['中共霍山县委', '霍山县人民政府'],
      ['2024年2月20日', '2024年2月20日'],
    ];
    expect(tableSignature(cells, 9)).toMatchObject({ bodies: [{ name: '中共霍山县委' }, { name: '霍山县人民政府' }] });
    expect(tableSignature([...cells, ['件数', '12']], 9)).toBeNull();
    expect(tableSignature([['霍山县人民政府']], 9)).toBeNull();
    const beside = await text([
      reportTitle,
      ...unsigned,
      '中共霍山县委　霍山县人民政府',
      '2024年2月20日　2024年2月20日',
    ]);
    expect([signedOn(beside), beside.found.issuerKind]).toEqual(['2024-02-20', 'party-and-government']);
    expect(signedOn(await importedPage(madeDocx([reportTitle, ...reportParagraphs]), 'a.docx'))).toBe('2024-02-20');
    const row = (of: readonly string[]): string => `<tr>${of.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const found = await importedPage(
      `<h1>${reportTitle}</h1><div class="TRS_Editor">${paragraphElements(unsigned)}<table>${cells.map(row).join('')}</table></div>`,
    );
    expect([signedOn(found), found.found.issuerKind]).toEqual(['2024-02-20', 'party-and-government']);
  });
});

describe('who speaks', () => {
  it('a zone’s working committee is of the party, a 行署 governs', () => {
    expect(bodyNames('苏州工业园区工委 苏州工业园区管委会').map(bodyKind)).toEqual(['party', 'government']);
    expect(['阿克苏地区行署', '阿克苏地区行署办公室', '某开发区党工委'].map(bodyKind)).toEqual([
      ...['government', 'government', 'party'],
    ]);
  });

  it('an office that bears what it does in its name reports all the same', async () => {
    const found = await text([
      '义乌市综合行政执法局2023年法治政府建设年度报告',
      ...unsigned.map((line) => line.replaceAll(/霍山县|我县|县委、县政府/g, '我局')),
      '义乌市综合行政执法局',
      '2024年2月20日',
    ]);
    expect([found.found.likeness.isReport, found.found.issuerKind]).toEqual([true, 'department']);
    const other = await text(['义乌市2023年行政执法年度报告', ...unsigned]);
    expect(other.found.likeness.isReport).toBe(false);
  });
});
