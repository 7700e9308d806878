import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { compact } from '../../src/import/lines/layout-space.ts';
import { type Reading, UnreadableInput } from '../../src/import/lines/reading.ts';
import { readCapture } from '../../src/import/read/capture.ts';
import { decodedText } from '../../src/import/read/text/decoded-text.ts';
import { type Recognition, recognition } from '../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../src/import/recognise/region-names.ts';
import { draftBody, excludedRanges } from '../../src/import/write/draft.ts';
import { type FullLedger, ledger } from '../../src/import/write/ledger.ts';
import { runs } from '../runs.ts';
import { madePdf } from './made-files.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const account = (reading: Reading, found: Recognition): FullLedger =>
  ledger(reading, excludedRanges(found.excluded), draftBody(found));
const recognised = (reading: Reading): Recognition => recognition(reading, names, [], {}, '2026-01-01');

/** Fails where an input is neither refused with what to do nor accounted for to the letter. */
async function expectAccount(bytes: Uint8Array, name: string): Promise<void> {
  let reading: Reading;
  try {
    reading = await readCapture(bytes, name);
  } catch (error) {
    if (error instanceof UnreadableInput && error.hint !== '') return;
    throw error;
  }
  const { balances, differences, input, body, title, fields, excluded } = account(reading, recognised(reading));
  const left = excluded.reduce((sum, { letters }) => sum + letters, 0);
  expect({ differences, sum: body + title + fields + left, balances }).toEqual({
    ...{ differences: [], sum: input, balances: true },
  });
}

const texts = [
  ...globSync('tests/fixtures/import/*/input.txt'),
  ...globSync('tests/fixtures/blind-2/{texts,encodings,not-reports}/*.txt'),
  ...globSync('content/sources/*.txt'),
].sort();
const pages = globSync('tests/fixtures/blind-2/**/*.html').sort();
const office = readdirSync('tests/fixtures/office')
  .filter((name) => /\.(?:docx|pdf)$/.test(name))
  .map((name) => join('tests/fixtures/office', name));

it.each([...texts, ...pages, ...office])('%s is accounted for', async (file) => {
  await expectAccount(readFileSync(file), basename(file));
});

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const change = fc.record({ kind: fc.nat({ max: 7 }), at: share, to: share, piece: fc.nat({ max: 999 }) });
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
const changes = fc.array(change, { minLength: 1, maxLength: 6 });
const picked = <Item>(items: readonly Item[], at: number): Item | undefined => items[Math.floor(at * items.length)];

const words = [
  ...[
    '二维码',
    '版权所有',
    '责任编辑：张三',
    '上一篇',
    '扫一扫在手机打开当前页',
    '当前位置：首页',
    '打印',
    '。',
    '，',
    '(',
    ')',
  ],
  ...[
    '一、',
    '（二）',
    '来源：司法局',
    '发布日期：2024-01-02',
    '网址：https://a.gov.cn/',
    '\u3000',
    '\u00a0',
    '&nbsp;',
    '〇',
    '\u200b',
  ],
  ...['某县人民政府', '2024年1月20日', '| a | b |', '#', '**', '⻓', '𠀀', 'é', '\ue000'],
];

/** A text with pieces lost, doubled, moved, put in; broken over lines or joined. */
function changedText(text: string, list: readonly Change[]): string {
  return list.reduce((whole, { kind, at, to, piece }) => {
    const letters = Array.from(whole);
    const from = Math.floor(at * letters.length);
    const length = 1 + (piece % 12);
    const part = letters.slice(from, from + length).join('');
    const [head, tail] = [letters.slice(0, from).join(''), letters.slice(from + length).join('')];
    if (kind === 0) return head + tail;
    if (kind === 1) return head + part + part + tail;
    if (kind === 2) return head + [...part].reverse().join('') + tail;
    if (kind === 3) return `${head}${words[piece % words.length]}${part}${tail}`;
    if (kind === 4) return `${head}\n${part}${tail}`;
    if (kind === 5) return head + part.replaceAll('\n', '') + tail;
    const lines = whole.split('\n');
    if (kind === 6) lines.splice(Math.floor(to * lines.length), 0, words[piece % words.length] ?? '');
    else lines.splice(Math.floor(to * lines.length), 0, ...lines.splice(Math.floor(at * lines.length), 1));
    return lines.join('\n');
  }, text);
}

const tags = [
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<br>',
    '<table>',
    '</table>',
    '<tr>',
    '<td>',
    '</td>',
    '<span>',
    '</span>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<!--',
    '-->',
    '<noscript>',
    '<iframe>',
    '<textarea>',
    '<select><option>',
    '<svg><text>',
  ],
  ...[
    '<del>',
    '<sup>',
    '<ruby>甲<rt>乙</rt></ruby>',
    '<span style="display:none">',
    '<div hidden>',
    '<input value="甲">',
    '<template>',
  ],
  ...[
    '<ul><li>',
    '</ul>',
    '<a href="x">',
    '<b>',
    '<img alt="图">',
    '<pre>',
    '<title>',
    '<body>',
    '</html>',
    '<td colspan="3">',
    '&#x3000;',
    '<',
  ],
];

/** A page with tags and texts lost, doubled, moved, put in. */
function changedPage(page: string, list: readonly Change[]): string {
  const tokens = page.match(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g) ?? [];
  for (const { kind, at, to, piece } of list) {
    const from = Math.floor(at * tokens.length);
    const target = Math.floor(to * tokens.length);
    if (kind === 0) tokens.splice(from, 1);
    else if (kind === 1) tokens.splice(target, 0, tokens[from] ?? '');
    else if (kind === 2) tokens.splice(target, 0, ...tokens.splice(from, 1));
    else if (kind === 3) tokens[from] = words[piece % words.length] ?? '';
    else if (kind === 4) tokens.splice(from, 1 + (piece % 6));
    else tokens.splice(from, 0, tags[piece % tags.length] ?? '');
  }
  return tokens.join('');
}

/** An element of an XML file, or text. */
interface Xml {
  name: string;
  /** What stands in the opening tag behind the name; of text, the text. */
  rest: string;
  children: Xml[];
}

function parsedXml(xml: string): Xml {
  const root: Xml = { name: '', rest: '', children: [] };
  const open = [root];
  for (const [token] of xml.replace(/<\?[^>]*\?>/g, '').matchAll(/<[^>]*>|[^<]+/g)) {
    const [, closes, name, rest = '', selfCloses] = /^<(\/?)([^\s/>]+)([^>]*?)(\/?)>$/.exec(token) ?? [];
    if (closes) open.pop();
    else {
      const node: Xml = name === undefined ? { name: '', rest: token, children: [] } : { name, rest, children: [] };
      open.at(-1)?.children.push(node);
      if (name !== undefined && !selfCloses) open.push(node);
    }
  }
  return root;
}

const writtenXml = ({ name, rest, children }: Xml): string =>
  name === ''
    ? rest + children.map(writtenXml).join('')
    : `<${name}${rest}>${children.map(writtenXml).join('')}</${name}>`;

const nodesOf = (node: Xml): Xml[] => [node, ...node.children.flatMap(nodesOf)];
const wordTags = [
  ...[
    'w:p',
    'w:r',
    'w:t',
    'w:tbl',
    'w:tr',
    'w:tc',
    'w:ins',
    'w:del',
    'w:delText',
    'w:tab',
    'w:br',
    'w:hyperlink',
    'w:sdt',
    'w:sdtContent',
  ],
  ...[
    'w:txbxContent',
    'w:pict',
    'mc:AlternateContent',
    'mc:Choice',
    'mc:Fallback',
    'w:fldSimple',
    'w:instrText',
    'w:moveFrom',
    'w:moveTo',
  ],
  ...[
    'w:footnoteReference',
    'w:comment',
    'w:sym',
    'w:noBreakHyphen',
    'w:pPr',
    'w:rPr',
    'w:vanish',
    'w:smartTag',
    'm:t',
    'a:t',
    'x:y',
  ],
];

/** A Word file's own XML with elements lost, doubled, moved, renamed, wrapped; well-formed. */
function changedWord(xml: string, list: readonly Change[]): string {
  const root = parsedXml(xml);
  const [document] = root.children;
  if (!document) return xml;
  for (const prefix of ['mc', 'm', 'a', 'x'])
    if (!document.rest.includes(`xmlns:${prefix}=`)) document.rest += ` xmlns:${prefix}="urn:${prefix}"`;
  for (const { kind, at, to, piece } of list) {
    const parents = nodesOf(document).filter(({ children }) => children.length > 0);
    const parent = picked(parents, at);
    const target = picked(parents, to);
    if (!parent || !target) break;
    const index = piece % parent.children.length;
    const child = parent.children[index];
    const name = wordTags[piece % wordTags.length] ?? 'w:p';
    if (!child) continue;
    if (kind === 0) parent.children.splice(index, 1);
    else if (kind === 1) parent.children.splice(index, 0, structuredClone(child));
    else if (kind === 2) target.children.push(structuredClone(child));
    else if (kind === 3 && child.name !== '') child.name = name;
    else if (kind === 4) parent.children[index] = { name, rest: '', children: [child] };
    else if (kind === 5) parent.children.splice(index, 1, ...child.children);
    else
      parent.children.splice(index, 0, { name: 'w:t', rest: '', children: [{ name: '', rest: '添字', children: [] }] });
  }
  return writtenXml(root);
}

/** Checks inputs by their place in a list, so that a failure is told in few words. */
function check<Item>(
  items: readonly Item[],
  numRuns: number,
  accounted: (item: Item, list: readonly Change[]) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(fc.nat({ max: items.length - 1 }), changes, async (at, list) => {
    const item = items[at];
    if (item !== undefined) await accounted(item, list);
  });
  return fc.assert(property, { numRuns });
}
const written = (file: string): string => decodedText(readFileSync(file)).text;

describe('whatever is done to an input, it is refused or accounted for to the letter', () => {
  it('a text', async () => {
    await check(texts.map(written), runs(60), (text, list) =>
      expectAccount(Buffer.from(changedText(text, list)), 'a.txt'),
    );
  }, 3_600_000);

  it('a page', async () => {
    const utf8 = pages.map((file) =>
      decodedText(readFileSync(file)).text.replace(/charset=["']?[\w-]+/gi, 'charset=utf-8'),
    );
    await check(utf8, runs(60), (page, list) => expectAccount(Buffer.from(changedPage(page, list)), 'a.html'));
  }, 3_600_000);

  it('a Word file', async () => {
    const part = 'word/document.xml';
    const files = office.filter((file) => file.endsWith('.docx')).map((file) => unzipSync(readFileSync(file)));
    await check(files, runs(60), (file, list) => {
      const xml = changedWord(strFromU8(file[part] ?? new Uint8Array()), list);
      return expectAccount(zipSync({ ...file, [part]: strToU8(xml) }, { level: 0 }), 'a.docx');
    });
  }, 3_600_000);

  it('a PDF', async () => {
    const heads = texts.slice(0, 12).map((file) => written(file).slice(0, 3000));
    await check(heads, Math.ceil(runs(60) / 10), (text, list) => {
      const lines = changedText(text, list)
        .split('\n')
        .filter((line) => compact(line) !== '');
      return expectAccount(madePdf(lines), 'a.pdf');
    });
  }, 3_600_000);
});

describe('an account notices', async () => {
  const [file = ''] = globSync('content/sources/de16*.txt');
  const reading = await readCapture(readFileSync(file), 'a.txt');
  const found = recognised(reading);
  const balances = (lines: Recognition['lines'], blocks = found.blocks): boolean =>
    account(reading, { ...found, lines, blocks }).balances;
  const withText = (index: number, text: string): boolean =>
    balances(found.lines.map((line, at) => (at === index ? { ...line, text } : line)));

  it('what is as it should be', () => {
    expect(balances(found.lines)).toBe(true);
  });

  it('each line that is gone, doubled, or stands in another’s place', () => {
    for (const at of found.blocks.keys()) {
      const block = found.blocks[at];
      if (!block) continue;
      expect([at, balances(found.lines, found.blocks.toSpliced(at, 1))]).toEqual([at, false]);
      expect([at, balances(found.lines, found.blocks.toSpliced(at, 0, block))]).toEqual([at, false]);
      const swapped = found.blocks.toSpliced(at, 1).toSpliced(at === 0 ? 1 : at - 1, 0, block);
      expect([at, balances(found.lines, swapped)]).toEqual([at, false]);
    }
  });

  it('each letter that is gone, added, or in another’s place', () => {
    for (const [index, { text }] of found.lines.entries()) {
      // Every seventh letter of every line; the long run of the suite looks at others.
      for (let at = index % 7; at < text.length; at += 7) {
        const letter = text.charAt(at);
        if (compact(letter) === '') continue;
        const place = `${index}:${at} ${letter}`;
        expect([place, withText(index, text.slice(0, at) + text.slice(at + 1))]).toEqual([place, false]);
        expect([place, withText(index, `${text.slice(0, at)}字${text.slice(at)}`)]).toEqual([place, false]);
        const next = text.charAt(at + 1);
        if (next === letter || compact(next) === '') continue;
        expect([place, withText(index, text.slice(0, at) + next + letter + text.slice(at + 2))]).toEqual([
          place,
          false,
        ]);
      }
    }
  });
});
