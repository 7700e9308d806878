import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { compact } from '../../../src/import/lines/layout-space.ts';
import type { ReadLine } from '../../../src/import/lines/reading.ts';
import { readDocx } from '../../../src/import/read/docx/docx.ts';
import { recognition } from '../../../src/import/recognise/recognition.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';
import { draftBody, excludedRanges } from '../../../src/import/write/draft.ts';
import { ledger } from '../../../src/import/write/ledger.ts';

/** Files that LibreOffice wrote, and what it shows of them itself; how is said in the folder's README. */
const folder = 'tests/fixtures/office';
const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const bytes = (name: string): Uint8Array => readFileSync(`${folder}/${name}-libreoffice.docx`);

/** LibreOffice shows bullets of its own in a text. */
const bullets = /^[\s•◦▪●■➢]+/gm;
const shownThere = (name: string): string =>
  compact(readFileSync(`${folder}/${name}-libreoffice.txt`, 'utf8').replace(bullets, ''));

/** Text with the labels of its notes where their marks stand. */
const marked = (text: string, references: readonly { offset: number; label: string }[] = []): string =>
  references.reduceRight((out, { offset, label }) => out.slice(0, offset) + label + out.slice(offset), text);

const words = (line: ReadLine): string =>
  line.kind === 'text'
    ? marked(line.text.replace(bullets, ''), line.references)
    : line.rows
        .flatMap((cells, row) =>
          cells.map((cell, column) =>
            marked(
              cell,
              line.references?.filter((one) => one.row === row && one.column === column),
            ),
          ),
        )
        .join('');

describe('letters are those that LibreOffice shows', () => {
  it.each(['numbering', 'page'])('%s', (name) => {
    expect(compact(readDocx(bytes(name)).lines.map(words).join(''))).toBe(shownThere(name));
  });

  it('changes: it shows what was struck out too', () => {
    const { lines, left } = readDocx(bytes('changes'));
    const struck = left.map(({ text }) => text);
    expect(struck).toEqual(['基本', '（此句待核。）', '整段都要删去的内容，共一段。']);
    const rest = struck.reduce((text, piece) => text.replace(piece, ''), shownThere('changes'));
    expect(compact(lines.map(words).join(''))).toBe(rest);
  });

  it('notes: it shows marks, but neither the notes nor the box', () => {
    const { lines } = readDocx(bytes('notes'));
    const own = lines.filter((line) => line.kind === 'table' || line.footnote === undefined);
    const box = own.findIndex((line) => line.kind === 'text' && line.text === '内部资料');
    expect(own.slice(box, box + 2).map(words)).toEqual(['内部资料', '注意保存']);
    expect(compact([...own.slice(0, box), ...own.slice(box + 2)].map(words).join(''))).toBe(shownThere('notes'));
    expect(
      lines.flatMap((line) => (line.kind === 'text' && line.footnote ? [[line.footnote.label, line.text]] : [])),
    ).toEqual([
      ['1', '见县委文件。 另见县政府文件。'],
      ['2', '本节数据由县司法局提供。'],
      ['3', '含上年结转2件。'],
      ['i', '详见编制部门统计。'],
    ]);
  });
});

describe.each(['numbering', 'changes', 'notes', 'page'])('%s', (name) => {
  it('is imported letter for letter, with its signature', () => {
    const reading = readDocx(bytes(name));
    const found = recognition(reading, names, [], {}, '2026-01-01');
    const account = ledger(reading, excludedRanges(found.excluded), draftBody(found));
    expect(account).toMatchObject({ balances: true, differences: [] });
    expect(found.title).toBe('霍山县2023年法治政府建设情况报告');
    expect(found.issuers).toMatchObject([{ name: '霍山县人民政府', basis: 'signature' }]);
    expect(found.signed?.day.value).toBe('2024-01-20');
  });
});

it('notes are the dialect’s, their marks in heading, text and cell', () => {
  const body = draftBody(recognition(readDocx(bytes('notes')), names, [], {}, '2026-01-01')).split('\n\n');
  expect(body).toEqual(
    expect.arrayContaining([
      expect.stringContaining('习近平法治思想为指导[^1]，扎实推进'),
      '## 一、主要举措[^2]',
      expect.stringContaining('| 行政复议 | 12[^3] | 11 |'),
      '执法力量不足[^i]，有待加强。',
    ]),
  );
  expect(body.slice(-5)).toEqual([
    '2024年1月20日',
    '[^1]: 见县委文件。 另见县政府文件。',
    '[^2]: 本节数据由县司法局提供。',
    '[^3]: 含上年结转2件。',
    '[^i]: 详见编制部门统计。',
  ]);
});
