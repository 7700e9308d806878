/** One record of a CSV file; `line` is the line it begins on, counting from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a record could not be read, in Chinese, with the line it stands on. */
export interface CsvProblem {
  readonly line: number;
  readonly message: string;
}

const closed = /"(?:[^"]|"")*"(?=,|\r?\n|$)/y;
const plain = /[^",\r\n]*(?=,|\r?\n|$)/y;
const restOfLine = /[^\n]*/y;

const matched = (pattern: RegExp, text: string, position: number): string | null => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? null;
};

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/**
 * Reads CSV as RFC 4180 writes it: commas, quotes doubled inside quotes, LF or CRLF, a byte-order mark allowed.
 * Empty lines and lines that begin with `#` are passed over. A record that breaks the rules is reported with its line
 * and left out; reading goes on at the next line.
 */
export function csvRecords(text: string): { records: CsvRecord[]; problems: CsvProblem[] } {
  const records: CsvRecord[] = [];
  const problems: CsvProblem[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (position < text.length) {
    const first = line;
    const whole = matched(restOfLine, text, position) ?? '';
    if (whole.trim() === '' || whole.startsWith('#')) {
      position += whole.length + 1;
      line++;
      continue;
    }
    const cells: string[] = [];
    for (;;) {
      const quoted = matched(closed, text, position);
      const cell = quoted ?? matched(plain, text, position);
      if (cell === null) {
        problems.push({ line: first, message: `引号不成对或位置不对：${whole.trim()}` });
        position += (matched(restOfLine, text, position) ?? '').length + 1;
        line++;
        break;
      }
      cells.push(quoted === null ? cell : cell.slice(1, -1).replaceAll('""', '"'));
      line += lineBreaks(cell);
      position += cell.length;
      if (text.charAt(position) === ',') {
        position++;
        continue;
      }
      position += text.startsWith('\r\n', position) ? 2 : 1;
      line++;
      records.push({ line: first, cells });
      break;
    }
  }
  return { records, problems };
}

/** One cell of a register, read back exactly as it is: quoted only where it must be. */
export function registerCell(text: string): string {
  return /[",\r\n]|^#|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
