import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { EditorNote } from '../../src/archive/report-schema.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';

const dom = (html: string): Document => parseHTML(`<!doctype html><body>${html}</body>`).document;

const render = (body: string, notes: readonly EditorNote[] = []) =>
  renderedReport({ notes: [...notes], sections: [] }, body);

const note = (quote: string, occurrence = 1): EditorNote => ({
  code: 'damage/test',
  quote,
  occurrence,
  reading: null,
  reason: '虚构。',
});

test.for([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://example.cn/x.png)',
  '{{ x }} {x} <% x %>',
  '| 甲 | 乙',
  '* 星 _下划_ ~~删~~ ~x~',
  '1. 第一',
  '1) 第一',
  '# 井',
  '- [ ] 任务',
  '&lt;b&gt; &#42; &ldquo;',
  'https://example.cn/?a=1&b=2',
  '`码` ```',
])('%s, written by hand, stands on the page as exactly those characters in one paragraph', (line) => {
  const document = dom(render(`前文。\n\n${line}\n\n后文。`).html);
  const paragraphs = [...document.querySelectorAll('p')];
  expect(paragraphs.map(({ textContent }) => textContent)).toEqual(['前文。', line, '后文。']);
  expect(document.querySelectorAll('script, img, a, em, del, li, ol, ul, input, code, pre, table').length).toBe(0);
});

test('anchors hash the folded text, tell repeats apart, and do not change with punctuation width', () => {
  const { html, outline } = render('## 一、成效\n\n相同，文字。\n\n相同,文字.\n');
  const ids = [...dom(html).querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids[1]).toMatch(/^p-[0-9a-f]{8}$/);
  expect(ids[2]).toBe(`${ids[1]}-2`);
  expect(outline).toEqual([{ depth: 2, text: '一、成效', anchor: ids[0] }]);
});

test('a note marks its place without adding a character, across a run-in heading too, its number on the last piece', () => {
  const { html, unplaced } = render('**一是纵深推进**市委要求，市委要求。\n', [note('推进市委'), note('市委要求', 2)]);
  const [paragraph] = dom(html).querySelectorAll('p');
  expect(paragraph?.textContent).toBe('一是纵深推进市委要求，市委要求。');
  expect(
    [...(paragraph?.querySelectorAll('a') ?? [])].map((link) => [link.id, link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['', '推进', 'record/#n-1'],
    ['d-1', '市委', 'record/#n-1'],
    ['d-2', '市委要求', 'record/#n-2'],
  ]);
  expect(unplaced).toEqual([]);
});

const marksOf = (html: string) =>
  [...dom(html).querySelectorAll('a')].map((link) => [link.id, link.textContent, link.getAttribute('href')]);

test.for([
  [
    'within another',
    ['调解纠纷2498件', '2498'],
    [
      ['', '调解纠纷'],
      ['d-2', '2498'],
      ['d-1', '件'],
    ],
  ],
  [
    'at the end of another',
    ['调解纠纷2498件', '2498件'],
    [
      ['d-1', '调解纠纷'],
      ['d-2', '2498件'],
    ],
  ],
  [
    'the same place',
    ['2498件', '2498件'],
    [
      ['d-1', '2498件'],
      ['d-2', ''],
    ],
  ],
  [
    'across another’s end',
    ['调解纠纷2498', '2498件'],
    [
      ['d-1', '调解纠纷'],
      ['', '2498'],
      ['d-2', '件'],
    ],
  ],
  [
    'both halves of one',
    ['调解纠纷', '2498件', '调解纠纷2498件'],
    [
      ['d-1', '调解纠纷'],
      ['d-2', '2498件'],
      ['d-3', ''],
    ],
  ],
] as const)('of notes that overlap each has its mark: %s', ([, quotes, wanted]) => {
  const { html } = render(
    '**调解纠纷2498件**，成效明显。\n',
    quotes.map((quote) => note(quote)),
  );
  expect(dom(html).querySelector('p')?.textContent).toBe('调解纠纷2498件，成效明显。');
  expect(marksOf(html).map(([id, text]) => [id, text])).toEqual(wanted);
  expect(
    new Set(
      marksOf(html)
        .map(([id]) => id)
        .filter((id) => id !== ''),
    ).size,
  ).toBe(quotes.length);
});

test('a note on a cell of a table has its mark there', () => {
  const body = '| 项目 | 数量 |\n| --- | --- |\n| 复议 | 32 件 |\n| 应诉 | 32 件 |\n';
  const { html } = render(body, [note('32', 2), note('件\n应')]);
  expect(marksOf(html)).toEqual([
    ['d-2', '应', 'record/#n-2'],
    ['d-1', '32', 'record/#n-1'],
  ]);
  const texts = [...dom(html).querySelectorAll('th, td')].map(({ textContent }) => textContent);
  expect(texts).toEqual(['项目', '数量', '复议', '32 件', '应诉', '32 件']);
});

test('a quote that does not stand there is named, not guessed', () => {
  expect(render('正文。', [note('不在'), note('正文', 2)]).unplaced).toHaveLength(2);
});

test('tables and footnotes keep every letter', () => {
  const { html } = render(
    '| 项目 | 数量[^1] |\n| --- | --- |\n| <b>复议</b> | 32 件 |\n\n正文[^1]。\n\n[^1]: 含结转。\n',
  );
  const document = dom(html);
  expect([...document.querySelectorAll('th, td')].map(({ textContent }) => textContent)).toEqual([
    '项目',
    '数量1',
    '<b>复议</b>',
    '32 件',
  ]);
  expect(document.querySelector('.fn')?.textContent).toBe('1 含结转。');
  expect([...document.querySelectorAll('sup a')].map((link) => link.getAttribute('href'))).toEqual(['#fn-1', '#fn-1']);
});

test('doubted places lead to the page of notes, or to the notes on the same page', () => {
  const notes = [note('化解率99')];
  const body = '## 一、成效\n\n调解纠纷2498件，化解率99，成效明显。\n';
  expect(renderedReport({ notes }, body).html).toContain('<a id=d-1 href=record/#n-1>化解率99</a>');
  expect(renderedReport({ notes }, body, '').html).toContain('<a id=d-1 href=#n-1>化解率99</a>');
});

const signed = (body: string): string[] =>
  [
    ...dom(
      renderedReport(
        {
          notes: [],
          issuers: [
            { name: '中共绩溪县委', kind: 'party', basis: 'text' },
            { name: '绩溪县人民政府', kind: 'government', basis: 'text' },
          ],
        },
        body,
      ).html,
    ).querySelectorAll('.by'),
  ].map(({ textContent }) => textContent ?? '');

test.for([
  ['正文。\n\n中共绩溪县委员会　绩溪县人民政府\n\n2021年3月1日', ['中共绩溪县委员会　绩溪县人民政府', '2021年3月1日']],
  ['正文。\n\n绩溪县人民政府\n\n二〇二一年三月一日', ['绩溪县人民政府', '二〇二一年三月一日']],
  ['正文。\n\n中共绩溪县委 绩溪县人民政府\n\n20213月1', ['中共绩溪县委 绩溪县人民政府', '20213月1']],
  ['正文。\n\n2021年3月1日', ['2021年3月1日']],
  ['正文。\n\n绩溪县人民政府', ['绩溪县人民政府']],
  ['正文。\n\n20213月1', []],
  ['正文。\n\n歙县人民政府\n\n2021年3月', []],
  ['正文。\n\n绩溪县人民政府印发通知\n\n暂无。', []],
  ['绩溪县人民政府\n\n2021年3月1日\n\n正文。', []],
] as const)('%s: signed by %j, nothing doubtful', ([body, by]) => {
  expect(signed(body)).toEqual(by);
});

test('headings break between phrases without a letter more, and only where they are long', () => {
  const { html, outline } = renderedReport(
    { notes: [], regionPath: ['山西省', '长治市'] },
    '## 一、2024年推进法治政府建设的主要举措和成效\n\n## 二、存在的不足和原因\n',
  );
  const headings = [...dom(html).querySelectorAll('h2')];
  expect(headings.map(({ innerHTML }) => innerHTML)).toEqual([
    '一、2024年<wbr>推进法治政府建设的<wbr>主要举措和成效',
    '二、存在的不足和原因',
  ]);
  expect(headings.map(({ textContent }) => textContent)).toEqual(outline.map(({ text }) => text));
});
