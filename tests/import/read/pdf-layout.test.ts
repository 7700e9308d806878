import { describe, expect, it } from 'vitest';
import { letterCount } from '../../../src/import/lines/layout-space.ts';
import type { Reading } from '../../../src/import/lines/reading.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { type DrawnLetters, drawnPdf } from '../made-files.ts';

const text =
  '各县市区贯彻落实党中央决策部署，为推进法治政府建设，对行政执法进行监督检查，设专门机构处理诉讼，依法公开信息，接受社会监督，全年办理复议案件若干，均已办结，群众满意，现将有关情况报告如下。';

/** Text as lines of so many letters, the first of them indented by two where asked. */
function block(words: string, x: number, y: number, most = 28, size = 16, indent = 2): DrawnLetters[] {
  const letters = [...words];
  const lines: DrawnLetters[] = [{ text: letters.splice(0, most - indent).join(''), x: x + indent * size, y, size }];
  while (letters.length > 0)
    lines.push({ text: letters.splice(0, most).join(''), x, y: y - lines.length * 1.8 * size, size });
  return lines;
}

const read = async (pages: readonly (readonly DrawnLetters[])[], drawings?: string): Promise<Reading> => {
  const reading = await readCapture(drawnPdf(pages, drawings), 'a.pdf');
  const held = [
    ...reading.lines.map((line) => (line.kind === 'table' ? line.rows.flat().join('') : line.text)),
    ...reading.left.map((piece) => piece.text),
  ];
  // Whatever is done with them, all letters stay in the account.
  expect(letterCount(held.join(''))).toBe(reading.letters);
  return reading;
};
const linesOf = ({ lines }: Reading) => lines.map((line) => (line.kind === 'table' ? line.rows : line.text));
const codesOf = ({ issues }: Reading): string[] => issues.map(({ code }) => code);
const leftOf = ({ left }: Reading): string[] => left.map((piece) => `${piece.rule} ${piece.text.trim()}`);

const title = '绩溪县2023年度推进法治政府建设工作情况的报告';
const body = block(text, 80, 640);

describe('titles', () => {
  it('broken in the middle of a word are joined', async () => {
    const reading = await read([
      [
        { text: title.slice(0, 16), x: 128, y: 760, size: 24 },
        { text: title.slice(16), x: 218, y: 720, size: 24 },
        ...body,
      ],
    ]);
    expect(linesOf(reading)).toEqual([title, text]);
  });

  it('set wide, letter by letter, keep no gaps; a space that the text has stays', async () => {
    const wide = [...'法治政府建设报告'].map((letter, at) => ({ text: letter, x: 100 + at * 48, y: 760, size: 24 }));
    const reading = await read([[...wide, { text: '关于 建设', x: 240, y: 700, size: 16 }, ...body]]);
    expect(linesOf(reading)).toEqual(['法治政府建设报告', '关于 建设', text]);
  });

  it('lose the buttons behind them, which stay in the account', async () => {
    const reading = await read([
      [
        { text: title, x: 100, y: 760, size: 16 },
        { text: '打印 关闭', x: 470, y: 760, size: 9 },
        ...body,
        { text: '特此报告。【打印本页】【关闭窗口】', x: 112, y: 400 },
        { text: '对违法企业予以处罚（关闭）', x: 112, y: 370 },
      ],
    ]);
    expect(linesOf(reading)).toEqual([title, text, '特此报告。', '对违法企业予以处罚（关闭）']);
    expect(leftOf(reading)).toEqual(['chrome/print 打印 关闭', 'chrome/print 【打印本页】【关闭窗口】']);
  });
});

describe('pages', () => {
  it('paragraphs run over them, past page numbers and heads', async () => {
    const [first, ...rest] = block(text.repeat(2), 80, 700);
    const edges = (page: number): DrawnLetters[] => [
      { text: '绩溪县司法局文件', x: 230, y: 800, size: 10 },
      { text: `— ${page} —`, x: 280, y: 40, size: 10 },
    ];
    const pages = [[first ?? { text: '', x: 0, y: 0 }, ...rest.slice(0, 2)], rest.slice(2, 4), rest.slice(4)];
    const reading = await read(
      pages.map((lines, at) => [...lines.map((line, row) => ({ ...line, y: 700 - row * 28.8 })), ...edges(at + 1)]),
    );
    expect(linesOf(reading)).toEqual([text.repeat(2)]);
    expect(leftOf(reading).filter((piece) => piece.startsWith('page/number'))).toHaveLength(3);
    expect(leftOf(reading).filter((piece) => piece.startsWith('page/running-head'))).toHaveLength(3);
  });

  it('in two columns are read column by column, under a title over both', async () => {
    const left = block(text.repeat(2), 60, 700, 17, 12);
    const right = block(text.replaceAll('，', '；').repeat(2), 310, 700, 17, 12);
    const reading = await read([
      [...right, { text: '法治政府建设报告', x: 210, y: 760, size: 22 }, ...left, { text: '3', x: 292, y: 40 }],
    ]);
    expect(linesOf(reading)).toEqual(['法治政府建设报告', text.repeat(2), text.replaceAll('，', '；').repeat(2)]);
    expect(leftOf(reading)).toEqual(['page/number 3']);
  });

  describe('in two columns, with a signature', () => {
    const heading = { text: '法治政府建设报告', x: 210, y: 760, size: 22 };
    const words = text.repeat(4);
    const other = words.replaceAll('，', '；');
    const column = (all: string, x: number, rows: number, y = 700): DrawnLetters[] =>
      Array.from({ length: rows }, (_, row) => ({
        ...{ text: all.slice(row * 17, row * 17 + 17), x, y: y - row * 20, size: 12 },
      }));
    const signed = (x: number, y: number): DrawnLetters[] => [
      { text: '霍山县人民政府', x, y, size: 12 },
      { text: '2024年1月20日', x: x + 5, y: y - 20, size: 12 },
    ];
    const whole = (rows: number): string[] => [words.slice(0, rows * 17), other.slice(0, rows * 17)];
    const joined = async (pages: DrawnLetters[][]): Promise<[string, unknown[]]> => {
      const lines = linesOf(await read(pages));
      return [lines.slice(1, -2).join(''), lines.slice(-2)];
    };
    const signature = ['霍山县人民政府', '2024年1月20日'];

    it('at the end of the right one, or below both', async () => {
      const below = [heading, ...column(words, 60, 20), ...column(other, 310, 20)];
      for (const x of [430, 250])
        expect(await joined([[...below, ...signed(x, 240)]])).toEqual([whole(20).join(''), signature]);
      // Beside the left column's last rows.
      const beside = [heading, ...column(words, 60, 22), ...column(other, 310, 18), ...signed(430, 300)];
      const shown = words.slice(0, 22 * 17) + other.slice(0, 18 * 17);
      expect(await joined([beside])).toEqual([shown, signature]);
    });

    it('on a last page of a few rows, in the columns of the page before', async () => {
      const full = [heading, ...column(words, 60, 20), ...column(other, 310, 20)];
      const last = [...column(words, 60, 3), ...column(other, 310, 1), ...signed(430, 660)];
      const [left, right] = whole(20);
      const shown = `${left}${right}${words.slice(0, 3 * 17)}${other.slice(0, 17)}`;
      expect(await joined([full, last])).toEqual([shown, signature]);
    });

    it('whose lines stand at heights of their own, under a large title over the left one', async () => {
      const large = { text: '霍山县法治政府', x: 90, y: 700, size: 24 };
      const left = column(words, 60, 16, 660);
      const right = column(other, 310, 18, 711);
      const lines = linesOf(await read([[large, ...left, ...right, ...signed(430, 330)]]));
      expect(lines[0]).toBe('霍山县法治政府');
      expect(lines.slice(1, -2).join('')).toBe(words.slice(0, 16 * 17) + other.slice(0, 18 * 17));
    });

    it('whose last lines stand below a gap and fill the column are the text’s', async () => {
      const left = [...column(words, 60, 18), ...column(words.slice(18 * 17), 60, 2, 320)];
      const page = [heading, ...left, ...column(other, 310, 19, 692)];
      const lines = linesOf(await read([page]));
      expect(lines.slice(1).join('')).toBe(words.slice(0, 20 * 17) + other.slice(0, 19 * 17));
    });

    it('by two bodies, each below a column', async () => {
      const party = { text: '中共霍山县委', x: 120, y: 270, size: 12 };
      const page = [heading, ...column(words, 60, 20), ...column(other, 310, 20), party, ...signed(350, 270)];
      expect(await joined([page])).toEqual([whole(20).join(''), ['中共霍山县委 霍山县人民政府', '2024年1月20日']]);
    });
  });

  it('whose content is out of order are read by place', async () => {
    const reading = await read([[...body].reverse()]);
    expect(linesOf(reading)).toEqual([text]);
  });

  it('notes at their foot stand behind the paragraph that runs over the page, and are named', async () => {
    const lines = block(text.repeat(2), 80, 700);
    const note = { text: '① 数据来源于县统计局。', x: 80, y: 90, size: 10 };
    const reading = await read([
      [...lines.slice(0, 3), note],
      lines.slice(3).map((line, row) => ({ ...line, y: 700 - row * 28.8 })),
    ]);
    expect(linesOf(reading)).toEqual([text.repeat(2), note.text]);
    expect(codesOf(reading)).toEqual(['pdf/foot-note']);
  });

  it('the same words at different places of two pages run over none of them', async () => {
    const title = { text: '霍山县人民政府', x: 240, y: 760, size: 16 };
    const lines = block(text.repeat(2), 80, 730);
    const reading = await read([
      [title, ...lines.slice(0, 4)],
      [
        { ...title, x: 400 },
        { text: '2024年1月20日', x: 400, y: 730, size: 16 },
      ],
    ]);
    expect(linesOf(reading).filter((line) => line === title.text)).toHaveLength(2);
  });

  it('a frame interrupts no paragraph, and what is struck out is named', async () => {
    const lines = block(text.repeat(2), 80, 700);
    const [above, below] = [lines.slice(0, 3), lines.slice(3)];
    const y = (above.at(-1)?.y ?? 0) - 60;
    const drawn = [
      [...above, { text: '关键数据', x: 150, y, size: 12 }, ...below.map((line) => ({ ...line, y: line.y - 90 }))],
    ];
    const frame = `120 ${y - 20} 300 50 re S`;
    const reading = await read(drawn, frame);
    expect(linesOf(reading)).toEqual([text.repeat(2), '关键数据']);
    expect(codesOf(reading)).toEqual(['pdf/text-box']);
    const [first] = lines;
    const struck = await read([lines], `100 ${(first?.y ?? 0) + 5} m 300 ${(first?.y ?? 0) + 5} l S`);
    expect(codesOf(struck)).toEqual(['pdf/struck-text']);
    expect(codesOf(await read([lines], `100 ${(first?.y ?? 0) - 3} m 300 ${(first?.y ?? 0) - 3} l S`))).toEqual([]);
  });

  it('notes to which one raised mark points become notes behind the text; marks are no letters of it', async () => {
    const lines = block(text.repeat(2), 80, 700);
    const [first, ...others] = lines;
    if (!first) throw new Error('no line');
    const at = { ...first, text: [...first.text].slice(0, 10).join('') };
    const mark = { text: '1', x: first.x + 10 * 16 + 1, y: 707, size: 9 };
    const after = { ...first, x: mark.x + 6, text: [...first.text].slice(10, -1).join('') };
    const note = [
      { text: '1', x: 80, y: 94, size: 6 },
      { text: '数据来源于县统计局，', x: 88, y: 90, size: 10 },
    ];
    const reading = await read([
      [at, mark, after, ...others.slice(0, 2), ...note],
      others.slice(2).map((line, row) => ({ ...line, y: 700 - row * 28.8 })),
    ]);
    const [body, behind] = reading.lines;
    expect(body).toMatchObject({ references: [{ offset: 10, label: '1' }] });
    expect(behind).toMatchObject({ text: '数据来源于县统计局，', footnote: { label: '1' } });
    expect(reading.left.filter(({ rule }) => rule === 'note/mark').map(({ text }) => text)).toEqual(['1', '1']);
    expect(codesOf(reading)).toEqual([]);
  });
});

describe('tables', () => {
  const cells = [
    ['序号', '事项', '情况'],
    ['1', '行政复议', '已办结'],
    ['2', '执法检查', '进行中'],
    ['3', '信息公开', '已公开'],
  ];
  const drawn = cells.flatMap((row, down) =>
    row.map((cell, across) => ({ text: cell, x: 90 + across * 140, y: 480 - down * 30, size: 12 })),
  );

  it('ruled by lines are tables; a long cell is one text, a cell over two columns stands at the first', async () => {
    const grid = [
      ...[500, 470, 440, 410, 380, 330].map((y) => `80 ${y} m 500 ${y} l S`),
      ...[80, 220, 500].map((x) => `${x} 500 m ${x} 330 l S`),
      '360 500 m 360 380 l S',
    ].join('\n');
    const reading = await read(
      [
        [
          ...body,
          ...drawn,
          { text: '合计', x: 90, y: 362, size: 12 },
          { text: '三项中两项已经办结，其余一项', x: 230, y: 362, size: 12 },
          { text: '正在办理', x: 230, y: 342, size: 12 },
        ],
      ],
      grid,
    );
    expect(linesOf(reading)).toEqual([text, [...cells, ['合计', '三项中两项已经办结，其余一项正在办理', '']]]);
    expect(codesOf(reading)).toEqual([]);
  });

  it('without lines are tables where columns are plain, and named', async () => {
    const reading = await read([[...body, ...drawn]]);
    expect(linesOf(reading)).toEqual([text, cells]);
    expect(codesOf(reading)).toContain('pdf/table-doubtful');
  });
});

describe('letters that are not seen on the page', () => {
  it.each([
    ['page/invisible', { text: '看不见的字', x: 112, y: 300, before: '3 Tr' }],
    ['page/white', { text: '看不见的字', x: 112, y: 300, before: '1 1 1 rg' }],
    ['page/off-page', { text: '看不见的字', x: 800, y: 300 }],
  ] as const)('are left out and named: %s', async (rule, hidden) => {
    const reading = await read([[...body, hidden]]);
    expect(linesOf(reading)).toEqual([text]);
    expect(leftOf(reading)).toEqual([`${rule} 看不见的字`]);
    expect(codesOf(reading)).toEqual(['pdf/hidden-text']);
  });

  it('white ones on a dark ground are seen', async () => {
    const white = { text: '蓝底白字。', x: 112, y: 300, before: '1 1 1 rg' };
    const reading = await read([[...body, white]], '0 0 0.5 rg 80 280 400 50 re f 0 g');
    expect(linesOf(reading)).toEqual([text, white.text]);
  });

  it('a scan’s hidden layer is no text', async () => {
    const pages = [body.map((line) => ({ ...line, before: '3 Tr' }))];
    await expect(readCapture(drawnPdf(pages), 'a.pdf')).rejects.toMatchObject({ code: 'input/scan' });
  });

  it('turned ones are left out and named, doubled ones count once', async () => {
    const mark = { text: '内部资料', x: 200, y: 400, size: 40, matrix: '0.8 0.6 -0.6 0.8' };
    const reading = await read([[...body, ...body.map((line) => ({ ...line, x: line.x + 0.3 })), mark]]);
    expect(linesOf(reading)).toEqual([text]);
    expect(leftOf(reading).map((piece) => piece.slice(0, 20))).toEqual([
      'page/turned 内部资料',
      expect.stringMatching(/^page\/overprinted/),
    ]);
    expect(codesOf(reading)).toEqual(['pdf/turned-text']);
  });
});

describe('pages as browsers and word processors print them', () => {
  it('the head that a browser prints in American order is none of the text', async () => {
    const head = { text: '11/25/26, 7:16 PM', x: 40, y: 800, size: 8 };
    const reading = await read([[head, ...body]]);
    expect(linesOf(reading)).toEqual([text]);
    expect(leftOf(reading)).toEqual(['page/print-head 11/25/26, 7:16 PM']);
  });

  it('ragged lines of indented paragraphs are joined', async () => {
    const pieces = (y: number): DrawnLetters[] =>
      [text.slice(0, 24), text.slice(24, 45), text.slice(45, 66), text.slice(66)].map((words, at) => ({
        text: words,
        x: at === 0 ? 112 : 80,
        y: y - at * 28,
        size: 16,
      }));
    const reading = await read([[0, 1, 2, 3].flatMap((at) => pieces(760 - at * 112))]);
    expect(linesOf(reading)).toEqual([text, text, text, text]);
  });

  it('a note in letters as large as the text is settled by its mark', async () => {
    const lines = block(`${text}`, 80, 640);
    const last = lines.at(-1);
    const mark = { text: '1', x: (last?.x ?? 0) + (last?.text.length ?? 0) * 16 + 1, y: (last?.y ?? 0) + 6, size: 8 };
    const note = { text: '1本报告的数据截至当年十二月三十一日', x: 80, y: 120, size: 16 };
    const reading = await read([[...lines, mark, note]]);
    const found = reading.lines.flatMap((line) => (line.kind === 'text' ? [line.footnote?.label ?? ''] : []));
    expect(found).toEqual(['', '1']);
  });
});
