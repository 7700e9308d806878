import { describe, expect, it } from 'vitest';
import { reportDraft } from '../../../src/import/write/draft.ts';
import { importedPage, pageNames, paragraphElements, reportParagraphs, reportTitle } from './imported-page.ts';

const [opening = '', ...rest] = reportParagraphs;
const page = (inside: string, after = ''): string =>
  `<html><head><meta charset="utf-8"></head><body><h1>${reportTitle}</h1><div class="TRS_Editor"><p>${opening}</p>${inside}${paragraphElements(rest)}${after}</div></body></html>`;

describe('what stands in an article', () => {
  it('keeps merged cells once, the caption above, pictures and figures in their cells', async () => {
    const table = `<table><caption>表1　办案情况</caption><thead><tr><th rowspan="2">事项</th><th colspan="2">件数</th></tr><tr><th>受理</th><th>办结</th></tr></thead>
<tbody><tr><td>复议<img src="/a/fy.png" alt="复议标志"></td><td>3<br>4</td><td rowspan="2">5</td></tr><tr><td>应诉</td><td>6</td></tr></tbody></table>`;
    const { shown, codes, isWhole, found } = await importedPage(page(table));
    expect(shown.slice(1, 3)).toEqual(['表1 办案情况', '事项/件数/ ; /受理/办结 ; 复议〔图片〕/3 4/5 ; 应诉/6/']);
    expect(found.issues.find(({ code }) => code === 'text/image')?.message).toContain('复议标志');
    expect(codes).toContain('text/image');
    expect(isWhole).toBe(true);
  });

  it('walks a table that only lays out the page, and keeps the table of data within', async () => {
    const inner = '<table><tr><td>事项</td><td>件数</td></tr><tr><td>复议</td><td>3</td></tr></table>';
    const { shown, isWhole } = await importedPage(
      page(`<table><tr><td>${inner}</td></tr><tr><td>注：截至年底。</td></tr></table>`),
    );
    expect(shown.slice(1, 3)).toEqual(['事项/件数 ; 复议/3', '注：截至年底。']);
    expect(isWhole).toBe(true);
  });

  it('says where a browser numbers a list', async () => {
    const { shown, found } = await importedPage(
      page('<ol><li>健全制度。</li><li>加强督察。</li></ol><ol style="list-style: none"><li>不编号。</li></ol>'),
    );
    expect(shown.slice(1, 4)).toEqual(['健全制度。', '加强督察。', '不编号。']);
    const [issue, ...others] = found.issues.filter(({ code }) => code === 'text/list-numbers');
    expect(issue?.message).toContain('2 项，首项“健全制度。”');
    expect(others).toEqual([]);
  });

  it.each([
    [
      'Word’s links',
      '<p>全年受理申请<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup>32件，审结30件。</p>',
      '<hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> 含上年结转。</p></div>',
    ],
    [
      'a list of notes',
      '<p>全年受理申请<a id="r1" href="#n1"><sup>1</sup></a>32件，审结30件。</p>',
      '<ol><li id="n1">含上年结转。<a href="#r1">↩</a></li></ol>',
    ],
    ['raised marks', '<p>全年受理申请<sup>①</sup>32件，审结30件。</p>', '<p>①含上年结转。</p>'],
  ])('makes a footnote of %s', async (_, inside, after) => {
    const { body, shown, isWhole, codes } = await importedPage(page(inside, after));
    expect(body).toContain('全年受理申请[^1]32件，审结30件。');
    expect(shown.at(-1)).toBe('1: 含上年结转。');
    expect(isWhole).toBe(true);
    expect(codes.filter((code) => code.startsWith('text/footnote') || code === 'text/list-numbers')).toEqual([]);
  });

  it('leaves marks that have no note as they stand, and says so; notes at the foot are no headings', async () => {
    const lone = await importedPage(page('<p>全年受理申请<sup>[1]</sup>32件，审结30件。</p>'));
    expect(lone.shown).toContain('全年受理申请[1]32件，审结30件。');
    expect(lone.codes).toContain('text/footnote');
    expect(lone.isWhole).toBe(true);
    const plain = await importedPage(
      page('<p>全年受理申请①32件，审结30件②。</p>', '<p>①含上年结转。</p><p>②截至年底，不含调解。</p>'),
    );
    expect(plain.found.headings.filter(({ text }) => /^[①②]/.test(text))).toEqual([]);
    expect(plain.found.signed?.day.value).toBe('2024-02-20');
    expect(plain.isWhole).toBe(true);
  });

  it('leaves out what the page does not show, by rule, and says so where it reads like sentences', async () => {
    const hidden =
      '<p style="display: none">旧稿：全县受理申请999件。</p><span hidden>隐</span><i aria-hidden="true">图标</i>';
    const { shown, reading, codes, isWhole } = await importedPage(page(hidden));
    expect(shown).toEqual(reportParagraphs);
    expect(reading.left.map(({ text, rule }) => [text, rule])).toEqual([
      ['旧稿：全县受理申请999件。', 'page/hidden'],
      ['隐', 'page/hidden'],
      ['图标', 'page/hidden'],
    ]);
    expect(codes.filter((code) => code === 'text/hidden')).toHaveLength(1);
    expect(isWhole).toBe(true);
  });

  it('keeps pictures and lost numbers as lasting doubts of the report', async () => {
    const { found } = await importedPage(
      page('<p><img src="/chart.png" alt="办案统计图"></p><ol><li>健全制度。</li></ol>'),
    );
    const capture = { sha256: '0'.repeat(64), format: 'html', url: null, captured: null } as const;
    const draft = reportDraft(found, capture, [], pageNames);
    expect(draft?.report.doubts.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['text/image', 'text/list-numbers']),
    );
    expect(draft?.report.doubts.find(({ code }) => code === 'text/image')?.message).toContain('办案统计图');
  });
});
