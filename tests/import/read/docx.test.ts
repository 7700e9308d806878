import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { importInput } from '../../../src/import/import-input.ts';
import { imagePlaceholder } from '../../../src/import/lines/image-placeholder.ts';
import { UnreadableInput } from '../../../src/import/lines/reading.ts';
import { readDocx } from '../../../src/import/read/docx/docx.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { runs } from '../../runs.ts';
import { madeDocx, wordNamespace } from '../made-files.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const namespaces = [
  `xmlns:w="${wordNamespace}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const packed = (document: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ 'word/document.xml': document, ...others }).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
const documentOf = (body: string): string =>
  `${declaration}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;

const shown = (bytes: Uint8Array): string[] =>
  readDocx(bytes).lines.map((line) =>
    line.kind === 'text' ? line.text : line.rows.map((row) => row.join('|')).join('/'),
  );
const linesOf = (content: string): string[] => shown(packed(documentOf(paragraph(content))));

function refusal(bytes: Uint8Array): UnreadableInput {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof UnreadableInput) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('letters are read however the XML writes them', () => {
  it.each([
    ['CDATA', run('<![CDATA[法治]]>政府'), '法治政府'],
    ['CDATA with what would be markup', run('<![CDATA[<b>&amp;]]]]><![CDATA[>]]>'), '<b>&amp;]]>'],
    ['“>” in an attribute value', '<w:r w:rsidR="a>b"><w:t xml:space=\'>\'>法治</w:t></w:r>', '法治'],
    ['a comment and an instruction within', run('法<!-- <w:t> -->治<?x y>z?>政府'), '法治政府'],
    ['references', run('&#x6cd5;&#27835;&lt;&amp;&gt;&quot;&apos;&#x20BB7;'), '法治<&>"\'𠮷'],
    ['line breaks in tags', '<w:r\n><w:t\n xml:space="preserve"\n>法治</w:t\n></w:r>', '法治'],
  ])('%s', (_, content, wanted) => {
    expect(linesOf(content)).toEqual([wanted]);
  });

  it('other prefixes, and none, for the same namespace', () => {
    const other = documentOf(paragraph(run('法治'))).replace(/\bw:(?!namespace)/g, 'ns0:');
    expect(shown(packed(other.replace('xmlns:w=', 'xmlns:ns0=')))).toEqual(['法治']);
    const bare = `<document xmlns="${wordNamespace}"><body><p><r><t>法治</t></r></p></body></document>`;
    expect(shown(packed(bare))).toEqual(['法治']);
    const strict = documentOf(paragraph(run('法治'))).replace(
      wordNamespace,
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    expect(shown(packed(strict))).toEqual(['法治']);
    expect(linesOf(`<r xmlns="${wordNamespace}"><t>法治</t></r><x:t xmlns:x="other">别的</x:t>`)).toEqual(['法治']);
  });

  it.each(['utf-16le', 'utf-16be'])('in %s', (encoding) => {
    const bytes = Buffer.from(`\ufeff${documentOf(paragraph(run('法治'))).replace('UTF-8', 'UTF-16')}`, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect(shown(packed('', { 'word/document.xml': new Uint8Array(bytes) }))).toEqual(['法治']);
  });

  it('any text, written plainly or as CDATA, at any place of the parser’s pieces', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 50 })
      .map((value) =>
        value.replace(
          /[^\u0021-\ud7ff\ue000-\ufffd]|[\u0080-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000\ufeff]/g,
          '法',
        ),
      );
    const written = (value: string, isCdata: boolean): string =>
      isCdata
        ? `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
        : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1 }), fc.nat(70_000), (pieces, padding) => {
        const content = pieces.map(([value, isCdata]) => run(written(value, isCdata))).join('');
        const wanted = pieces.map(([value]) => value).join('');
        expect(linesOf(`<!--${' '.repeat(padding)}-->${content}`)).toEqual(wanted === '' ? [] : [wanted]);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('what Word wraps around letters', () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
  const choice = (content: string, name = 'Choice'): string => `<mc:${name} Requires="x">${content}</mc:${name}>`;
  const forms = (...content: string[]): string => `<mc:AlternateContent>${content.join('')}</mc:AlternateContent>`;

  it.each([
    ['symbols', '<w:r><w:sym w:font="Symbol" w:char="25CB"/><w:t>零</w:t></w:r>', ['○零']],
    [
      'a symbol without a number',
      '<w:r><w:t>二</w:t><w:sym w:char="ZZ"/><w:sym w:char="FFFFFFF"/></w:r>',
      ['二\ufffd\ufffd'],
    ],
    [
      'hyphens',
      '<w:r><w:t>2021</w:t><w:noBreakHyphen/><w:t>2025年法</w:t><w:softHyphen/><w:t>治</w:t></w:r>',
      ['2021-2025年法治'],
    ],
    [
      'tabs',
      '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>法</w:t><w:tab/><w:t>治</w:t></w:r>',
      ['法 治'],
    ],
    ['breaks', '<w:r><w:t>法</w:t><w:br/><w:t>治</w:t><w:cr/><w:t>政府</w:t></w:r>', ['法', '治', '政府']],
    [
      'changes',
      `<w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>${run('移')}</w:moveFrom><w:moveTo>${run('来')}</w:moveTo>`,
      ['新来'],
    ],
    ['a deleted paragraph mark', `<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('法治')}`, ['法治']],
    [
      'wrappers',
      `<w:smartTag>${run('法')}</w:smartTag><w:sdt><w:sdtContent>${run('治')}</w:sdtContent></w:sdt><w:hyperlink>${run('政')}</w:hyperlink><w:fldSimple w:instr="PAGE">${run('府')}</w:fldSimple><w:customXml><w:bdo>${run('年')}</w:bdo></w:customXml>`,
      ['法治政府年'],
    ],
    ['fields', `<w:r><w:instrText>TOC</w:instrText></w:r>${run('目录')}`, ['目录']],
    ['formulas', '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>', ['x=1']],
    [
      'art letters',
      '<w:r><w:pict><v:shape><v:textpath string="某县人民政府文件"/></v:shape></w:pict></w:r>',
      ['某县人民政府文件'],
    ],
    [
      'both forms of a text box',
      `<w:r>${forms(choice(box('框')), choice(box('框'), 'Fallback'))}</w:r>${run('外')}`,
      ['外', '框'],
    ],
    ['several choices', forms(choice(run('甲')), choice(run('乙')), choice(run('丙'), 'Fallback')), ['甲']],
    [
      'a choice without letters',
      forms(choice('<w:drawing/>'), choice(run('乙')), choice(run('丙'), 'Fallback')),
      ['乙'],
    ],
    ['only a fallback', forms(choice(run('丙'), 'Fallback')), ['丙']],
    [
      'forms within forms',
      forms(choice(forms(choice(run('甲')), choice(run('乙'), 'Fallback')) + run('内')), choice(run('丙'), 'Fallback')),
      ['甲内'],
    ],
    ['a chart', `<w:r><w:drawing><c:chart/></w:drawing></w:r>${run('图')}`, [`${imagePlaceholder}图`]],
  ])('%s', (_, content, wanted) => {
    expect(linesOf(content)).toEqual(wanted);
  });

  it('a formula between paragraphs', () => {
    expect(shown(packed(documentOf(`<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>${paragraph(run('法治'))}`)))).toEqual([
      'x=1',
      '法治',
    ]);
  });
});

describe('notes and what stands elsewhere', () => {
  const notes = (kind: string, content: string): string =>
    `<w:${kind}s ${namespaces}><w:${kind} w:type="separator" w:id="0">${paragraph(run('分隔'))}</w:${kind}>${content}</w:${kind}s>`;
  const referring = packed(
    documentOf(paragraph(`${run('正文')}<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="2"/></w:r>`)),
    {
      'word/footnotes.xml': notes(
        'footnote',
        `<w:footnote w:id="1">${paragraph(run('脚注'))}${paragraph(run('又一段'))}</w:footnote>`,
      ),
      'word/endnotes.xml': notes(
        'endnote',
        `<w:endnote w:id="2" w:type="normal">${paragraph(run('尾注'))}</w:endnote>`,
      ),
    },
  );

  it('footnotes and endnotes follow the text, each on one line, and their marks stay in it', () => {
    expect(shown(referring)).toEqual(['正文', '脚注 又一段', '尾注']);
    const { lines, issues } = readDocx(referring);
    expect(lines).toMatchObject([
      {
        references: [
          { offset: 2, label: '1' },
          { offset: 2, label: 'i' },
        ],
      },
      { footnote: { label: '1' } },
      { footnote: { label: 'i' } },
    ]);
    expect(issues).toEqual([]);
  });

  it('a note that is missing and a document in another part are said', () => {
    const { issues } = readDocx(
      packed(documentOf(`${paragraph('<w:r><w:footnoteReference w:id="7"/></w:r>')}<w:altChunk w:id="x"/>`)),
    );
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['text/elsewhere', '正文引用的内容不在正文部件中，没有读到：w:altChunk'],
      ['text/elsewhere', '正文引用的内容不在正文部件中，没有读到：脚注 7'],
    ]);
  });
});

describe('XML that is not whole is refused with part and place, never half read', () => {
  const whole = documentOf(['法治政府', '建设年度报告'].map((text) => paragraph(run(text))).join(''));

  it('cut anywhere', () => {
    for (let length = 0; length < whole.length; length++) {
      const error = refusal(packed(whole.slice(0, length)));
      expect([length, error.code, error.message]).toEqual([
        length,
        'input/docx-xml',
        expect.stringMatching(/^word\/document\.xml 第 \d+ 行第 \d+ 字/),
      ]);
    }
    expect(shown(packed(whole))).toEqual(['法治政府', '建设年度报告']);
  });

  it.each([
    ['a tag that is never closed', whole.replace('</w:r>', ''), 'word/document.xml 第 1 行第'],
    [
      'a prefix without namespace',
      whole.replace('<w:r>', '<q:r>').replace('</w:r>', '</q:r>'),
      'word/document.xml 第 1 行第',
    ],
    ['an entity that nobody declared', whole.replace('法治', '&fazhi;'), 'word/document.xml 第 1 行第'],
    ['a bare ampersand', whole.replace('法治', 'A & B'), 'word/document.xml 第 1 行第'],
    ['a control character', whole.replace('法治', '\u0001'), 'word/document.xml 第 1 行第'],
    ['what follows the root', `${whole}<w:p/>`, 'word/document.xml 第 1 行第'],
  ])('%s', (_, document, message) => {
    expect(refusal(packed(document))).toMatchObject({
      code: 'input/docx-xml',
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\S/),
    });
  });

  it('in any part that is read', () => {
    for (const name of ['word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml', 'word/endnotes.xml'])
      expect(refusal(packed(whole, { [name]: `<w:x ${namespaces}><w:y>` })).message).toContain(name);
  });

  it('with letters that are not in the encoding declared', () => {
    const bytes = strToU8(whole);
    bytes[bytes.indexOf(0xe6)] = 0xff;
    expect(refusal(packed('', { 'word/document.xml': bytes }))).toMatchObject({
      code: 'input/docx-xml',
      message: expect.stringContaining('word/document.xml'),
    });
  });

  it('a root of another kind', () => {
    expect(refusal(packed('<html><body>法治</body></html>')).code).toBe('input/not-docx');
  });

  it('entities that multiply, and any DTD', () => {
    const entities = [
      '<!ENTITY a "法治">',
      ...[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(at)};`.repeat(10)}">`),
    ];
    const bomb = whole.replace('?>', `?><!DOCTYPE w [${entities.join('')}]>`).replace('法治', '&j;');
    expect(refusal(packed(bomb)).code).toBe('input/docx-dtd');
    expect(refusal(packed(whole.replace('?>', '?><!DOCTYPE w SYSTEM "file:///etc/passwd">'))).code).toBe(
      'input/docx-dtd',
    );
  });

  it('elements without end', () => {
    expect(refusal(packed(documentOf(`${'<w:p>'.repeat(1100)}`))).code).toBe('input/too-deep');
  });

  it('with one issue, and nothing written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docx-'));
    try {
      const file = join(folder, '霍山县2023年.docx');
      writeFileSync(file, packed(whole.slice(0, -20)));
      const outcome = await importInput(file, {
        content: join(folder, 'content'),
        names: new RegionNames(regionTree(readRegionRegister('content').regions)),
        issuers: [],
        today: '2025-06-01',
        isDry: false,
        mode: 'new',
        overrules: { region: '341525', year: 2023, issuer: '霍山县人民政府' },
      });
      expect(outcome.state).toBe('refused');
      expect(outcome.record.issues).toMatchObject([{ code: 'input/docx-xml', severity: 'error', file }]);
      expect(() => readFileSync(join(folder, 'content'))).toThrow('ENOENT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it('reads a large document in moderate time', () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `第${at}条　坚持以习近平法治思想为指导，扎实推进依法行政。`);
  expect(shown(madeDocx(lines))).toEqual(lines);
});
