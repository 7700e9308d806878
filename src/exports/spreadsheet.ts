/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, also where only a later line of the
 * cell begins like one; full-width signs count, since spreadsheets fold them.
 */
const formulaStart = /(?:^|[\r\n])[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠\t]/;

/** One cell, safe to open in a spreadsheet; quoted as RFC 4180 asks. Numbers are written as they are. */
export function spreadsheetCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  // A reader that takes `#` for a comment must not cut an address.
  return /[",\r\n#]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row with its line end. */
export function spreadsheetRow(cells: readonly (string | number)[]): string {
  return `${cells.map(spreadsheetCell).join(',')}\r\n`;
}

/** A table as CSV: a byte order mark, so that spreadsheets read it as UTF-8, one row of headings, then the rows. */
export function spreadsheetFile(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${[columns, ...rows].map(spreadsheetRow).join('')}`;
}

/** A table with tabs between its cells, one row of headings first; a tab or a line break within a cell becomes a space. */
export function tabbedFile(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    const text = String(value);
    const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text;
    return safe.replace(/[\t\r\n]+/g, ' ');
  };
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(cell).join('\t')}\r\n`).join('')}`;
}
