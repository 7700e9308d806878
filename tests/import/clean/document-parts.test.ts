import { describe, expect, it } from 'vitest';
import { isImprintLine } from '../../../src/import/clean/body-range.ts';
import { pageNumberLines } from '../../../src/import/lines/page-number.ts';
import { signature } from '../../../src/import/recognise/signature.ts';
import {
  type ImportedPage,
  importedPage,
  paragraphElements,
  reportParagraphs,
  reportTitle,
} from '../read/imported-page.ts';

const text = (lines: readonly string[]): Promise<ImportedPage> => importedPage(lines.join('\n'), 'a.txt');
const whole = await text([reportTitle, ...reportParagraphs]);

describe('parts of a document that are none of its text', () => {
  it('its imprint, below the signature, with its rule', async () => {
    const imprint = ['抄送：县委办公室，县人大常委会办公室，县政协办公室。', '霍山县人民政府办公室 2024年2月20日印发'];
    const found = await text([reportTitle, ...reportParagraphs, ...imprint]);
    expect(found.body).toBe(whole.body);
    expect(found.found.signed?.day.value).toBe('2024-02-20');
    expect(isImprintLine('全县共印发文件12件，抄送各部门。')).toBe(false);
  });

  it('a cover and the title once more, around a list of contents', async () => {
    const contents = ['目　录', '一、主要举措和成效 …… 2', '二、存在的不足和原因4', '三、2024年工作安排', '5'];
    const found = await text([reportTitle, '霍山县人民政府', ...contents, reportTitle, ...reportParagraphs]);
    expect(found.body).toBe(whole.body);
  });

  it('marks to page on; not a sentence that names them', () => {
    const lines = ['上一页 1 2 下一页', '[1]上一页 1 [2]2 [3]下一页', '翻到下一页继续办理', '上一页'];
    expect([...pageNumberLines(lines)]).toEqual([0, 1, 3]);
  });

  it('what Markdown sets around a text', async () => {
    const marked = reportParagraphs.map((line) => (/^[一二三四五]、/.test(line) ? `## ${line}` : line));
    const found = await text([`# ${reportTitle}`, ...marked, '---', '[打印](javascript:window.print())']);
    expect(found.body).toBe(whole.body);
  });
});

describe('a signature', () => {
  it('stands above an annex', () => {
    const lines = ['特此报告。', '霍山县人民政府', '2024年2月20日', '附件', '2023年度执法统计表'];
    const found = signature(
      lines.map((line, at) => ({ number: at + 1, raw: line, text: line, isMarkedHeading: false })),
    );
    expect([found.bodies.map(({ name }) => name), found.day?.text]).toEqual([['霍山县人民政府'], '2024年2月20日']);
  });
});

describe('the head of a page', () => {
  const page = (head: string): Promise<ImportedPage> =>
    importedPage(
      `<html><head><title>${reportTitle}</title></head><body>${head}<div class="TRS_Editor">${paragraphElements(reportParagraphs)}</div></body></html>`,
    );

  it('names the day glued to a source', async () => {
    const found = await page(`<h1>${reportTitle}</h1><p>来源：霍山县司法局日期：2024年3月15日点击数：187</p>`);
    expect(found.found.published?.day.value).toBe('2024-03-15');
  });

  it('has an office and its clicks below the title, which is none of the text', async () => {
    const found = await text([reportTitle, '霍山县教育局 (点击： 2489)', ...reportParagraphs]);
    expect(found.body).toBe(whole.body);
  });
});
