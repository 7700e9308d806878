/** What stands wrong around a front matter: the line of the file, what stands there and what is wanted, what to do. */
export interface FenceFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** A report file, split: `yaml` between the fences and its first line, `body` behind them and its first line. */
export interface FileParts {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const fence = /^[-—–－‐‑─]{2,}[ \t]*\r?$/;
const field = /^[A-Za-z][A-Za-z0-9]*[ \t]*[:：]/;

/** The parts of a report file whose fences are as they must be; null where they are not. */
export function fileParts(text: string): FileParts | null {
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (found?.index !== 0) return null;
  const yaml = found[1] ?? '';
  return { yaml, yamlLine: 2, body: text.slice(found[0].length), bodyLine: found[0].split('\n').length };
}

const shown = (line: string): string => (line.trim() === '' ? '空行' : `“${line.trim().slice(0, 40)}”`);

/**
 * The parts of a report file whose fences are wrong, as far as they can be told, and what is wrong; for files of which
 * `fileParts` is null.
 */
export function partsWithoutFence(text: string): { parts: FileParts | null; fault: FenceFault } {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) {
    const fault = { line: 1, message: '文件是空的，应有元数据和正文', hint: '从 Git 或备份恢复，或重新导入' };
    return { parts: null, fault };
  }
  const head = lines[first] ?? '';
  const isOpened = fence.test(head);
  const from = isOpened ? first + 1 : first;
  if (!isOpened && !field.test(head)) {
    const message = `没有元数据：文件须以“---”一行开头，写元数据，再以“---”一行结束；现以${shown(head)}开头`;
    const fault = { line: 1, message, hint: '补上元数据，或用 npm run import 重新导入' };
    return { parts: { yaml: '', yamlLine: 1, body: text, bodyLine: 1 }, fault };
  }
  const isEnd = (line: string): boolean => fence.test(line) || line.trim() === '' || /^(?:#{2,6} |\*\*)/.test(line);
  const ending = lines.findIndex((line, at) => at >= from && isEnd(line));
  const end = ending < 0 ? lines.length : ending;
  const isClosed = fence.test(lines[end] ?? '');
  const bodyFrom = isClosed ? end + 1 : end;
  const parts = {
    yaml: `${lines.slice(from, end).join('\n')}\n`,
    yamlLine: from + 1,
    body: lines.slice(bodyFrom).join('\n'),
    bodyLine: bodyFrom + 1,
  };
  const is = (line: string): boolean => /^---[ \t]*\r?$/.test(line);
  if (!isOpened) {
    const message = `第一行是${shown(head)}，前面缺一行“---”`;
    return { parts, fault: { line: 1, message, hint: '在元数据之前加一行三个半角减号“---”' } };
  }
  if (!is(head)) {
    const message = `${shown(head)}不是元数据开头的“---”`;
    return { parts, fault: { line: first + 1, message, hint: '改成三个半角减号，独占一行' } };
  }
  if (!isClosed) {
    const message = `元数据没有以“---”一行结束，看上去止于第 ${end} 行${shown(lines[end - 1] ?? '')}`;
    return { parts, fault: { line: end + 1, message, hint: `在第 ${end} 行之后加一行三个半角减号“---”` } };
  }
  if (!is(lines[end] ?? '')) {
    const message = `${shown(lines[end] ?? '')}不是元数据结尾的“---”`;
    return { parts, fault: { line: end + 1, message, hint: '改成三个半角减号，独占一行' } };
  }
  const message = `元数据须从文件的第一行开始，现在“---”之前有 ${first} 行空行`;
  return { parts, fault: { line: 1, message, hint: '删去文件开头的空行' } };
}
