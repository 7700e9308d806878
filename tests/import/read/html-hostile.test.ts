import { expect, it } from 'vitest';
import { UnreadableInput } from '../../../src/import/lines/reading.ts';
import { readHtml } from '../../../src/import/read/html/html.ts';

const words = '法治政府建设年度报告，依法行政工作。';
const many = (piece: string, count: number): string => piece.repeat(count);

/** Pages that no one writes in good faith; each was, or may be, the worst case of some step. */
const shapes: readonly [name: string, body: string][] = [
  ['tags that never close', many('<a', 100_000)],
  ['blocks nested 1,900 deep', many(`<div>${words}`, 1_900)],
  ['blocks of a system’s name nested 1,900 deep', many(`<div class="content">${words}`, 1_900)],
  ['60,000 paragraphs', many(`<p>${words}</p>`, 60_000)],
  ['50,000 paragraphs that never close', many(`<p>${words}`, 50_000)],
  ['characters written by name', many('&lt;', 500_000)],
  ['signs that begin no tag', many('< ', 500_000)],
  ['a run of spaces', `<p>${many('&nbsp;', 1_000_000)}x</p>`],
  ['20,000 lines cut at a width', many(`${many('依法行政建设，', 5)}<br>`, 20_000)],
  ['one line of 900,000 letters', many('依', 900_000)],
  [
    'an element of 50,000 attributes',
    `<div ${Array.from({ length: 50_000 }, (_, at) => `a${at}`).join(' ')}>${words}</div>`,
  ],
  ['600 tables within one another', many('<table><tr><td>', 600) + words],
  [
    'cells that cover 40 rows and columns',
    `<table>${many(`<tr>${many('<td rowspan=40 colspan=40>a</td>', 10)}</tr>`, 1_000)}</table>`,
  ],
  ['25,000 links to one another', many('<li><a href="#x" name="x">[1]</a></li>', 25_000)],
  ['20,000 raised marks', `<div class="content">${many(words, 20)}${many('文<sup>[1]</sup>', 20_000)}</div>`],
  ['comments that mark content', many('<!--<$[信息内容]>begin-->', 50_000)],
  ['hidden blocks within one another', many(`<div style="display:none">${words}`, 1_900)],
  ['50,000 hidden paragraphs', many(`<p hidden>${words}</p>`, 50_000)],
  ['ends of what was never begun', many('<div>', 1_900) + many('</b>', 100_000)],
  ['data nested without end', `<script type="application/ld+json">${many('[', 90_000)}</script>`],
  ['styles of a megabyte', many(`<div style="${many('display:block;', 80_000)}">${words}</div>`, 4)],
  ['a picture of 12 megabytes in the page', `<img src=data:image/png;base64,${many('AAA/', 3_000_000)}>${words}`],
  ['comments that never close', `<p>${words}</p>${many('<!--', 20_000)}`],
  ['a comment that holds the page', `<!--${many(`<p>${words}</p>`, 20_000)}`],
  ['signs that end no tag', many('>', 400_000)],
  ['attributes without end, 20 a tag', many(`<p ${many('x=1 ', 20)}>依</p>`, 5_000)],
  ['a table of 50,000 rows', `<table>${many('<tr><td>1</td><td>2</td></tr>', 50_000)}</table>`],
  ['a row of 100,000 cells', `<table><tr>${many('<td>依</td>', 100_000)}</tr></table>`],
  ['names of characters that are none', many('&aaaaaaaaaaaaaaaa', 100_000)],
  ['numbers of characters that are none', many('&#99999999999;', 100_000)],
  ['900 numbered lists within one another', many('<ol><li>依', 900)],
];

/**
 * Seconds of the processor's time that no page may take, on a slow machine with others beside and every line counted:
 * what is not bounded takes ten times as long. A page alone is read within two.
 */
const most = 15;

it('tells of what is hidden once a place, however many pieces', () => {
  const hidden = many(`<p hidden>${words.repeat(2)}</p>`, 500);
  const { issues, left } = readHtml(Buffer.from(`<html><body><div>${words}</div>${hidden}</body></html>`));
  expect([issues.length, left.length]).toEqual([1, 500]);
});

it.each(shapes)('reads or refuses within bounds: %s', (_, body) => {
  const bytes = Buffer.from(`<html><head><meta charset="utf-8"></head><body>${body}</body></html>`);
  const before = process.cpuUsage();
  try {
    const { letters, lines, left } = readHtml(bytes);
    expect(letters).toBeGreaterThanOrEqual(0);
    expect(lines.length + left.length).toBeLessThanOrEqual(70_000);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableInput);
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(most);
});
