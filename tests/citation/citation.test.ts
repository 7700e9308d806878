import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../src/citation/bibtex.ts';
import { type Citation, citationKey, citedDay } from '../../src/citation/citation.ts';
import { cslJson } from '../../src/citation/csl.ts';
import { gbt7714 } from '../../src/citation/gbt7714.ts';
import { ris } from '../../src/citation/ris.ts';

/** Invented. */
const report: Citation = {
  id: '140404/2024',
  title: '虚构县2024年度法治政府建设情况的报告',
  authors: ['中共虚构县委', '虚构县人民政府'],
  issued: '2025-01-20',
  anchor: null,
  address: 'https://archive.example/reports/140404/2024/',
  accessed: '2026-11-22',
};
const paragraph: Citation = {
  ...report,
  anchor: 'p-1a2b3c4d-2',
  address: 'https://archive.example/reports/140404/2024/#p-1a2b3c4d-2',
};
const undated: Citation = { ...report, issued: null };
const monthOnly: Citation = { ...report, issued: '2025-01' };

describe('GB/T 7714-2015', () => {
  test('a report', () => {
    expect(gbt7714(report)).toBe(
      '中共虚构县委, 虚构县人民政府. 虚构县2024年度法治政府建设情况的报告[EB/OL]. (2025-01-20)[2026-11-22]. https://archive.example/reports/140404/2024/.',
    );
  });
  test('a paragraph differs in its address alone', () => {
    expect(gbt7714(paragraph)).toBe(gbt7714(report).replace(/\/\.$/, '/#p-1a2b3c4d-2.'));
  });
  test('no day known, a month alone', () => {
    expect(gbt7714(undated)).toContain('[EB/OL]. [2026-11-22]. ');
    expect(gbt7714(monthOnly)).toContain('[EB/OL]. (2025-01)[2026-11-22]. ');
  });
  test('more than three bodies: three and 等', () => {
    expect(gbt7714({ ...report, authors: ['甲局', '乙局', '丙局'] })).toMatch(/^甲局, 乙局, 丙局\. /);
    expect(gbt7714({ ...report, authors: ['甲局', '乙局', '丙局', '丁局'] })).toMatch(/^甲局, 乙局, 丙局, 等\. /);
  });
});

describe('BibTeX', () => {
  test('a report', () => {
    expect(bibtex(report)).toBe(`@online{140404-2024,
  author = {{中共虚构县委} and {虚构县人民政府}},
  title = {{虚构县2024年度法治政府建设情况的报告}},
  date = {2025-01-20},
  year = {2025},
  url = {https://archive.example/reports/140404/2024/},
  urldate = {2026-11-22},
  langid = {chinese},
}
`);
  });
  test('a paragraph of an undated report', () => {
    const entry = bibtex({ ...paragraph, issued: null });
    expect(entry).toMatch(/^@online\{140404-2024-p-1a2b3c4d-2,\n/);
    expect(entry).toContain('url = {https://archive.example/reports/140404/2024/#p-1a2b3c4d-2}');
    expect(entry).not.toMatch(/\b(date|year) = /);
  });
  test('what TeX reads as its own is escaped', () => {
    expect(bibtex({ ...report, title: '率100%_A&B #1 $5 {一} ~ ^ \\' })).toContain(
      'title = {{率100\\%\\_A\\&B \\#1 \\$5 \\textbraceleft{}一\\textbraceright{} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}}}',
    );
  });
  test('braces are balanced whatever the title and the address hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, tail) => {
        let depth = 0;
        let lowest = 1;
        const entry = bibtex({ ...report, title, address: `https://a.example/${tail}` });
        for (const character of entry.slice(entry.indexOf('{') + 1)) {
          if (character === '{') depth++;
          if (character === '}') lowest = Math.min(lowest, --depth);
        }
        expect([depth, lowest]).toEqual([-1, -1]);
      }),
    );
  });
});

describe('RIS', () => {
  test('a report', () => {
    expect(ris(report).split('\r\n')).toEqual([
      'TY  - RPRT',
      'ID  - 140404-2024',
      'AU  - 中共虚构县委',
      'AU  - 虚构县人民政府',
      'TI  - 虚构县2024年度法治政府建设情况的报告',
      'PY  - 2025',
      'DA  - 2025/01/20/',
      'PB  - 中共虚构县委、虚构县人民政府',
      'LA  - zh-CN',
      'UR  - https://archive.example/reports/140404/2024/',
      'Y2  - 2026/11/22/',
      'ER  - ',
      '',
    ]);
  });
  test('a month alone, no day', () => {
    expect(ris(monthOnly)).toContain('DA  - 2025/01//\r\n');
    expect(ris(undated)).not.toMatch(/^(PY|DA)/m);
  });
  test('no value breaks out of its line', () => {
    const lines = ris({ ...report, title: '甲\nER  - \r\nTY  - BOOK\u2028乙' }).split(/[\r\n\u2028]+/);
    expect(lines.filter((line) => /^(TY|ER) {2}-/.test(line))).toEqual(['TY  - RPRT', 'ER  - ']);
  });
});

describe('CSL-JSON', () => {
  test('a report', () => {
    expect(JSON.parse(cslJson(report))).toEqual([
      {
        id: '140404-2024',
        type: 'report',
        title: '虚构县2024年度法治政府建设情况的报告',
        author: [{ literal: '中共虚构县委' }, { literal: '虚构县人民政府' }],
        publisher: '中共虚构县委、虚构县人民政府',
        issued: { 'date-parts': [[2025, 1, 20]] },
        accessed: { 'date-parts': [[2026, 11, 22]] },
        URL: 'https://archive.example/reports/140404/2024/',
        language: 'zh-CN',
      },
    ]);
  });
  test('a month alone, no day', () => {
    expect(JSON.parse(cslJson(monthOnly))[0].issued).toEqual({ 'date-parts': [[2025, 1]] });
    expect(JSON.parse(cslJson(undated))[0]).not.toHaveProperty('issued');
  });
});

test('the day cited is the one of publication, else of signing', () => {
  const signed = { value: '2025-01', precision: 'month', basis: 'signature' } as const;
  const published = { value: '2025-01-20', precision: 'day', basis: 'page' } as const;
  expect([
    citedDay({ published, signed }),
    citedDay({ published: null, signed }),
    citedDay({ published: null, signed: null }),
  ]).toEqual(['2025-01-20', '2025-01', null]);
});

test('keys of departments and own codes hold no slash', () => {
  expect(citationKey({ id: '370304x01/2024-justice-bureau', anchor: null })).toBe('370304x01-2024-justice-bureau');
});
