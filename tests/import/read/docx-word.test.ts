import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { letterCount } from '../../../src/import/lines/layout-space.ts';
import { type Reading, UnreadableInput } from '../../../src/import/lines/reading.ts';
import { readCapture } from '../../../src/import/read/capture.ts';
import { readDocx } from '../../../src/import/read/docx/docx.ts';
import { numberText } from '../../../src/import/read/docx/number-formats.ts';
import { wordNamespace } from '../made-files.ts';

const space = [
  `xmlns:w="${wordNamespace}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'mc:Ignorable="w14 wpsCustomData"',
].join(' ');
const root = (name: string, content: string): string => `<w:${name} ${space}>${content}</w:${name}>`;
const files = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])));
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** A reading whose account is held to close. */
function read(body: string, others: Readonly<Record<string, string>> = {}): Reading {
  const reading = readDocx(files({ 'word/document.xml': root('document', `<w:body>${body}</w:body>`), ...others }));
  const lines = reading.lines.map((line) => (line.kind === 'text' ? line.text : line.rows.flat().join('')));
  const held = [...lines, ...reading.left.map(({ text }) => text)].reduce((sum, text) => sum + letterCount(text), 0);
  expect(held).toBe(reading.letters);
  return reading;
}

const shown = ({ lines }: Reading): string[] =>
  lines.map((line) => (line.kind === 'text' ? line.text : line.rows.map((row) => row.join('|')).join('/')));
const said = ({ issues }: Reading): string[] => issues.map(({ code, message }) => `${code} ${message}`);
const out = ({ left }: Reading): string[] => left.map(({ rule, text }) => `${rule} ${text}`);

describe('numbers that Word counts', () => {
  const level = (at: number, format: string, text: string, extra = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = (id: number, ...levels: string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const list = (id: number, of: number, override = ''): string =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${override}</w:num>`;
  const start = (at: number, value: number): string =>
    `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
  const item = (id: number | null, at: number | null, style = '', text = '文'): string =>
    p(
      run(text),
      `${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${
        id === null ? '' : `<w:numPr>${at === null ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>`
      }`,
    );
  const numbered = (lists: string, body: string, styles = ''): string[] => {
    const reading = read(body, {
      'word/numbering.xml': root('numbering', lists),
      'word/styles.xml': root('styles', styles),
    });
    return shown(reading);
  };
  const official = abstract(
    0,
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
    level(3, 'decimal', '%1.%2.%3.%4', '<w:isLgl/>'),
  );

  it('over several levels, which begin anew below a higher one', () => {
    const body = [0, 1, 1, 2, 3, 3, 0, 1, 2].map((at) => item(1, at)).join('');
    expect(numbered(official + list(1, 0), body)).toEqual([
      ...['一、文', '（一）文', '（二）文', '1. 文', '1.2.1.1 文', '1.2.1.2 文', '二、文', '（一）文', '1. 文'],
    ]);
  });

  it('go on in a list that looks the same, and begin anew where its number says so, once', () => {
    const lists = official + list(1, 0) + list(2, 0) + list(3, 0, start(0, 7)) + list(4, 0, start(1, 4));
    const body = [item(1, 0), item(2, 0), item(3, 0), item(3, 0), item(1, 0), item(4, 1), item(4, 1), item(4, 0)];
    expect(numbered(lists, [...body, item(4, 1)].join(''))).toEqual([
      ...['一、文', '二、文', '七、文', '八、文', '九、文', '（四）文', '（五）文', '十、文', '（一）文'],
    ]);
  });

  it('look different where a list says so for itself', () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)')}</w:lvlOverride>`;
    expect(numbered(official + list(1, 0, own), item(1, 0) + item(1, 0))).toEqual(['I) 文', 'II) 文']);
  });

  it('begin anew only below the levels that they name', () => {
    const lists = abstract(
      1,
      level(0, 'decimal', '%1'),
      level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>'),
      level(2, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>'),
    );
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((at) => item(1, at)).join('');
    expect(numbered(lists + list(1, 1), body)).toEqual([
      ...['1 文', '1.1 文', '1) 文', '1.2 文', '2) 文', '2 文', '2.3 文', '1) 文'],
    ]);
  });

  it('belong to styles, through those that they are based on and through list styles', () => {
    const lists =
      abstract(
        2,
        level(0, 'chineseCountingThousand', '第%1章'),
        level(1, 'decimal', '第%2条', '<w:pStyle w:val="Two"/>'),
      ) +
      abstract(3, '<w:styleLink w:val="Own"/>', level(0, 'upperLetter', '%1.')) +
      abstract(4, '<w:numStyleLink w:val="Own"/>');
    const style = (id: string, based: string, numPr: string, type = 'paragraph'): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${based}"/><w:pPr><w:numPr>${numPr}</w:numPr></w:pPr></w:style>`;
    const styles = [
      style('One', '', '<w:numId w:val="5"/>'),
      style('Two', 'One', ''),
      style('Derived', 'One', ''),
      style('None', 'One', '<w:numId w:val="0"/>'),
      style('Own', '', '<w:numId w:val="6"/>', 'numbering'),
    ].join('');
    const body = ['One', 'Two', 'Two', 'Derived', 'None', 'Two'].map((id) => item(null, null, id)).join('');
    expect(numbered(lists + list(5, 2) + list(6, 3) + list(7, 4), body + item(7, 0) + item(6, 0), styles)).toEqual([
      ...['第一章 文', '第1条 文', '第2条 文', '第二章 文', '文', '第1条 文', 'A. 文', 'B. 文'],
    ]);
  });

  it('stand before their text as the list says, and where a full-width sign ends them, at once', () => {
    const lists = ['tab', 'space', 'nothing']
      .map((suffix, at) => abstract(at, level(0, 'decimal', '%1.', `<w:suff w:val="${suffix}"/>`)) + list(at + 1, at))
      .join('');
    expect(numbered(lists, item(1, 0) + item(2, 0) + item(3, 0))).toEqual(['1. 文', '1. 文', '1.文']);
  });

  it('that are signs, of symbol fonts too', () => {
    const lists =
      abstract(0, level(0, 'bullet', '\uf06c', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')) +
      abstract(1, level(0, 'bullet', '\uf0b7')) +
      abstract(2, level(0, 'bullet', '—')) +
      [0, 1, 2].map((id) => list(id + 1, id)).join('');
    expect(numbered(lists, item(1, 0) + item(2, 0) + item(3, 0))).toEqual(['● 文', '• 文', '— 文']);
  });

  it('with figures to fill up, and of no known format', () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const lists =
      `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>${custom}<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>` +
      abstract(1, level(0, 'hebrew1', '%1')) +
      list(1, 0) +
      list(2, 1);
    const reading = read(item(1, 0) + item(1, 0) + item(2, 0), { 'word/numbering.xml': root('numbering', lists) });
    expect(shown(reading)).toEqual(['009 文', '010 文', '1 文']);
    expect(said(reading)).toEqual([expect.stringMatching(/^text\/number-format .*hebrew1 1/)]);
    expect(reading.tally.list()).toEqual([{ rule: 'docx/number', count: 3 }]);
  });

  it.each([
    ['chineseCounting', [1, 10, 11, 20, 21, 99, 100, 105], '一 十 十一 二十 二十一 九十九 一〇〇 一〇五'],
    [
      'chineseCountingThousand',
      [10, 19, 100, 101, 110, 111, 1001, 1010],
      '十 十九 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十',
    ],
    ['japaneseCounting', [10, 11, 20, 100, 111], '十 十一 二十 百 百十一'],
    ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
    ['ideographZodiac', [1, 12, 13], '子 亥 13'],
    ['ideographZodiacTraditional', [1, 11, 60], '甲子 甲戌 癸亥'],
    ['ideographDigital', [9, 10, 21], '九 一〇 二一'],
    ['chineseLegalSimplified', [1, 10, 11, 101], '壹 壹拾 壹拾壹 壹佰零壹'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalEnclosedCircleChinese', [1, 10, 11], '① ⑩ 11'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['ideographEnclosedCircle', [1, 10], '㈠ ㈩'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerRoman', [4, 9, 14], 'iv ix xiv'],
    ['decimalZero', [1, 10], '01 10'],
    ['decimalFullWidth', [10], '１０'],
  ])('%s', (format, values, wanted) => {
    expect(values.map((value) => numberText(value, format)).join(' ')).toBe(wanted);
  });
});

describe('changes that were tracked', () => {
  const del = (text: string): string => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const ins = (content: string): string => `<w:ins w:id="2">${content}</w:ins>`;
  const gone = '<w:rPr><w:del w:id="3"/></w:rPr>';

  it('are taken as made; how many and which is said', () => {
    const reading = read(
      p(`${run('依法')}${del('旧')}${del('词')}${ins(run('新'))}${ins(run('词'))}${run('行政')}`) +
        p(`${run('前半，')}${del('不要')}`, gone) +
        p(run('后半。')) +
        p(del('整段不要。'), gone) +
        p(`<w:moveFrom w:id="5">${run('移动的句子。')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="6"/></w:rPr>') +
        p(`<w:moveTo w:id="7">${run('移动的句子。')}</w:moveTo>`),
    );
    expect(shown(reading)).toEqual(['依法新词行政', '前半，后半。', '移动的句子。']);
    expect(out(reading)).toEqual([
      'docx/struck-out 旧词',
      'docx/struck-out 不要',
      'docx/struck-out 整段不要。移动的句子。',
    ]);
    expect(said(reading)).toEqual([
      'text/revisions 原件带有未接受的修订，取修订以后的文字：插入 1 处“新词”，删去 3 处“旧词”“不要”“整段不要。”，移动 1 处，并段 3 处',
    ]);
    expect(reading.issues[0]?.severity).toBe('warning');
  });

  it('rows that were struck out go; how a run looked before says nothing', () => {
    const row = (text: string, properties = ''): string =>
      `<w:tr>${properties}<w:tc>${p(run(text))}</w:tc><w:tc>${p(run('乙'))}</w:tc></w:tr>`;
    const reading = read(
      `<w:tbl>${row('甲')}${row('旧', '<w:trPr><w:del w:id="1"/></w:trPr>')}${row('丙')}</w:tbl>${p(
        run('现', '<w:rPrChange w:id="4"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      )}`,
    );
    expect(shown(reading)).toEqual(['甲|乙/丙|乙', '现']);
    expect(out(reading)).toEqual(['docx/struck-out 旧乙']);
  });
});

describe('fields', () => {
  const mark = (type: string, inner = ''): string =>
    `<w:r><w:fldChar w:fldCharType="${type}">${inner}</w:fldChar></w:r>`;
  const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const field = (codes: string, result: string | null): string =>
    `${mark('begin')}${codes}${result === null ? '' : `${mark('separate')}${result}`}${mark('end')}`;

  it.each([
    ['results, not codes', `${run('见')}${field(code(' REF a \\h '), run('第二部分'))}`, ['见第二部分'], []],
    [
      'fields within codes',
      field(`${code('IF ')}${field(code('PAGE'), run('3'))}${code(' = 3 ')}`, run('甲')),
      ['甲'],
      ['docx/field-code 3'],
    ],
    [
      'fields within results',
      field(code('TOC'), `${run('一、总则')}${field(code('PAGEREF a'), run('3'))}`),
      ['一、总则3'],
      [],
    ],
    ['figures in rings', `${run('第')}${field(code(' eq \\o\\ac(○,11) '), null)}`, ['第⑪'], []],
    [
      'boxes that are ticked, and not',
      mark('begin', '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>') +
        code(' FORMCHECKBOX ') +
        mark('end') +
        field(code(' FORMCHECKBOX '), null),
      ['☒☐'],
      [],
    ],
  ])('%s', (_, content, wanted, left) => {
    const reading = read(p(content));
    expect(shown(reading)).toEqual(wanted);
    expect(out(reading)).toEqual(left);
    expect(said(reading)).toEqual([]);
  });

  it('what a field draws and nobody knows is said, and a field that never ends', () => {
    expect(said(read(p(field(code('EQ \\f(1,2)'), null))))).toEqual([expect.stringContaining('EQ \\f(1,2)')]);
    const reading = read(p(mark('begin') + code('TOC') + run('正文')));
    expect(out(reading)).toEqual(['docx/field-code 正文']);
    expect(said(reading)).toEqual([expect.stringMatching(/^text\/field .*域没有结束：TOC/)]);
  });

  it('letters above others are left out and said, as Word writes them now and once did', () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt>${run('huò')}</w:rt><w:rubyBase>${run('霍')}</w:rubyBase></w:ruby>`;
    const reading = read(
      p(`<w:r>${ruby}</w:r>${field(code('EQ \\* jc2 \\o\\ad(\\s\\up 9(shān),山)'), null)}${run('县')}`),
    );
    expect(shown(reading)).toEqual(['霍山县']);
    expect(out(reading)).toEqual(['docx/ruby huò']);
    expect(said(reading)).toEqual(['text/ruby 字上的注音未收：2 处：“huò”“shān”']);
  });
});

describe('tables', () => {
  const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

  it('merged cells hold their text once, and the grid stays', () => {
    const reading = read(
      table(
        row(cell(p(run('类别')), '<w:vMerge w:val="restart"/>'), cell(p(run('件数')), '<w:gridSpan w:val="2"/>')),
        row(cell(p(run('旧')), '<w:vMerge/>'), cell(p(run('受理'))), cell(p(run('办结')))),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(p(run('12')))}${cell(p(run('11')))}</w:tr>`,
      ),
    );
    expect(reading.lines).toMatchObject([
      {
        rows: [
          ['类别', '件数', ''],
          ['', '受理', '办结'],
          ['', '12', '11'],
        ],
      },
    ]);
    expect(out(reading)).toEqual(['docx/merged-cell 旧']);
  });

  it('of one column are text, paragraph by paragraph, tables within them too', () => {
    const inner = table(row(cell(p(run('甲'))), cell(p(run('乙')))));
    expect(
      shown(read(table(row(cell(p(run('一段。')) + p(run('二段。')))), row(cell(inner + p('')), cell(p('')))))),
    ).toEqual(['一段。', '二段。', '甲|乙']);
    expect(shown(read(table(row(cell(p(run('外'))), cell(inner)))))).toEqual(['外|甲 乙']);
  });

  it('marks of notes keep their cell', () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const reading = read(table(row(cell(p(run('头'))), cell(p(run(' 甲')) + p(run(' 12 ') + reference)))), {
      'word/footnotes.xml': root('footnotes', `<w:footnote w:id="2">${p(run('含上年。'))}</w:footnote>`),
    });
    expect(reading.lines).toMatchObject([
      { rows: [['头', '甲 12']], references: [{ row: 0, column: 1, offset: 4, label: '1' }] },
      { footnote: { label: '1' } },
    ]);
  });
});

describe('notes', () => {
  it('are told by their marks: typed marks go, notes without one are left out', () => {
    const reading = read(
      p(
        `${run('甲')}<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>${run('乙')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ),
      {
        'word/footnotes.xml': root(
          'footnotes',
          ['一', '二', '三'].map((text, at) => `<w:footnote w:id="${at + 1}">${p(run(text))}</w:footnote>`).join(''),
        ),
      },
    );
    expect(reading.lines).toMatchObject([
      {
        text: '甲乙',
        references: [
          { offset: 1, label: '1' },
          { offset: 2, label: '2' },
        ],
      },
      { text: '三', footnote: { label: '1' } },
      { text: '二', footnote: { label: '2' } },
    ]);
    expect(out(reading)).toEqual(['note/mark *', 'docx/unmarked-note 一']);
  });
});

describe('what stands beside or behind the text', () => {
  it('hidden text is left out, by itself and by style, and said', () => {
    const reading = read(
      p(run('甲') + run('暗', '<w:vanish/>') + run('明', '<w:vanish w:val="0"/>') + run('隐', '<w:rStyle w:val="H"/>')),
      {
        'word/styles.xml': root(
          'styles',
          '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>',
        ),
      },
    );
    expect(shown(reading)).toEqual(['甲明']);
    expect(out(reading)).toEqual(['docx/hidden 暗隐']);
    expect(said(reading)).toEqual(['text/hidden 原件有不显示的文字，未收：1 处：“暗隐”']);
  });

  it('text boxes follow their paragraph, tables in them too', () => {
    const box = (content: string): string =>
      `<w:r><w:pict><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const inner = `<w:tbl><w:tr><w:tc>${p(run('甲'))}</w:tc><w:tc>${p(run('乙'))}</w:tc></w:tr></w:tbl>`;
    expect(shown(read(p(run('前半') + box(p(run('框')) + inner) + run('后半')) + p(run('下段'))))).toEqual([
      '前半后半',
      '框',
      '甲|乙',
      '下段',
    ]);
  });

  it('headers, footers and comments are counted and left out; sentences in them are said', () => {
    const reading = read(p(run('正文')), {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
        ['header', 'header1.xml'],
        ['footer', '/word/footer9.xml'],
        ['comments', 'comments.xml'],
      ]
        .map(([type, target]) => `<Relationship Type="http://x/relationships/${type}" Target="${target}"/>`)
        .join('')}</Relationships>`,
      'word/header1.xml': root('hdr', p(run('霍山县司法局文件'))),
      'word/footer9.xml': root('ftr', p(run('本报告仅供内部参考，未经许可不得转载。'))),
      'word/comments.xml': root('comments', `<w:comment w:id="1">${p(run('核实'))}${p(run('此数'))}</w:comment>`),
    });
    expect(shown(reading)).toEqual(['正文']);
    expect(out(reading)).toEqual([
      'docx/header 霍山县司法局文件',
      'docx/footer 本报告仅供内部参考，未经许可不得转载。',
      'docx/comment 核实此数',
    ]);
    expect(said(reading)).toEqual([
      'text/header 页眉或页脚里有成句的文字，未收：本报告仅供内部参考，未经许可不得转载。',
      'text/comments 原件带有批注，不是正文，未收：1 条：“核实此数”',
    ]);
  });

  it('signs of symbol fonts are what they show, where that is known', () => {
    const wingdings = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    const reading = read(
      p(
        `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings" w:char="00A8"/></w:r>${run('nü', wingdings('Wingdings'))}${run('\uf0a3', wingdings('Wingdings 2'))}${run('是\uf0a3', wingdings('仿宋'))}`,
      ),
    );
    expect(shown(reading)).toEqual(['☑☑□■✓□是\uf0a3']);
    expect(said(reading)).toEqual([expect.stringMatching(/^character\/symbol-font .*仿宋 F0A3/)]);
    expect(reading.tally.list()).toEqual([{ rule: 'docx/symbol', count: 6 }]);
  });

  it('line breaks in the file are none on the page', () => {
    expect(shown(read(p('<w:r><w:t xml:space="preserve">法治\n政府</w:t></w:r>')))).toEqual(['法治 政府']);
  });
});

describe('archives', () => {
  const body = root('document', `<w:body>${p(run('法治'))}</w:body>`);
  const refusal = async (bytes: Uint8Array): Promise<UnreadableInput | null> =>
    readCapture(bytes, 'a.docx').then(
      () => null,
      (error: unknown) => {
        if (error instanceof UnreadableInput) return error;
        throw error;
      },
    );

  it('whose text does not agree with its check sum are refused, wherever it was changed', async () => {
    const whole = zipSync({ 'word/document.xml': strToU8(body) }, { level: 0 });
    expect(await refusal(whole)).toBeNull();
    const changed = Uint8Array.from(whole);
    const at = new TextDecoder('latin1').decode(whole).indexOf('<w:body>');
    changed[at + 1] = 'W'.charCodeAt(0);
    const error = await refusal(changed);
    expect(error).toMatchObject({ code: 'input/docx-broken', message: expect.stringContaining('word/document.xml') });
    expect(error?.message).toContain('CRC-32');
  });

  it.each([
    [
      'input/odt',
      { mimetype: 'application/vnd.oasis.opendocument.text', 'META-INF/manifest.xml': '', 'content.xml': '' },
    ],
    ['input/xlsx', { 'xl/workbook.xml': '' }],
    ['input/ofd', { 'OFD.xml': '' }],
    ['input/not-docx', { 'a.txt': '' }],
  ])('%s', async (code, parts) => {
    expect(await refusal(files({ ...parts }))).toMatchObject({ code, hint: expect.stringContaining('导入') });
  });

  it('whose text stands elsewhere, as WPS and Word for the web also write them, are read', () => {
    const relations = (type: string, target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/></Relationships>`;
    const custom = `<wpsCustomData:mark w14:paraId="1"><wpsCustomData:t>别的</wpsCustomData:t></wpsCustomData:mark>`;
    const reading = readDocx(
      files({
        '_rels/.rels': relations('officeDocument', '/word/document2.xml'),
        'word/document2.xml': body.replace('<w:body>', `<w:body>${custom}`),
        'word/vbaProject.bin': 'x',
      }),
    );
    expect(shown(reading)).toEqual(['法治']);
  });
});
