import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, registerCell } from '../../src/content-files/csv.ts';

describe('csvRecords', () => {
  it('reads quotes, line breaks inside them, CRLF and a byte-order mark, and says on which line a record begins', () => {
    const text = '\uFEFFa,"b, ""c"""\r\n\r\n# 说明\n"两\n行",\n末,行';
    expect(csvRecords(text)).toEqual({
      records: [
        { line: 1, cells: ['a', 'b, "c"'] },
        { line: 4, cells: ['两\n行', ''] },
        { line: 6, cells: ['末', '行'] },
      ],
      problems: [],
    });
  });
  it('reports a broken record and goes on after it', () => {
    const { records, problems } = csvRecords('a,b"c\nd,e\n"f"g\nh,"i\n');
    expect(records).toEqual([{ line: 2, cells: ['d', 'e'] }]);
    expect(problems.map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(problems[0]?.message).toContain('a,b"c');
  });
  it('reads back whatever registerCell wrote', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = cells.map((row) => `${row.map(registerCell).join(',')}\n`).join('');
        expect(csvRecords(text)).toMatchObject({ records: cells.map((row) => ({ cells: row })), problems: [] });
      }),
    );
  });
});
