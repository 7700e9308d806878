import { isMap, isScalar, isSeq, LineCounter, parseDocument, YAMLParseError } from 'yaml';
import { zhCN } from 'zod/locales';
import type { Issue } from '../archive/issue.ts';
import { closedMarkdown } from '../archive/report-markdown.ts';
import { type Report, reportSchema } from '../archive/report-schema.ts';
import { frontMatter, normalFrontMatter } from './front-matter.ts';
import { frontMatterText } from './front-matter-text.ts';

/** A report file, split: `yaml` between the fences, `body` behind them, and the body's first line in the file. */
interface FileParts {
  readonly yaml: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** What reading a report file gives: the report and its body, or the issues that forbid it (all at once). */
export type ReportFile =
  | { readonly report: Report; readonly body: string; readonly bodyLine: number; readonly issues: readonly [] }
  | { readonly report: null; readonly body: null; readonly bodyLine: null; readonly issues: readonly Issue[] };

const localeError = zhCN().localeError;

function fileParts(text: string): FileParts | null {
  const found = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (found?.index !== 0) return null;
  const yaml = found[1] ?? '';
  return { yaml, body: text.slice(found[0].length), bodyLine: found[0].split('\n').length };
}

/** Line in the file of the field at a path; of its nearest parent where it is absent. Front matter begins on line 2. */
function fieldLine(yaml: string, path: readonly PropertyKey[]): number {
  const known = normalFrontMatter(yaml)?.lines;
  for (let depth = path.length; known && depth > 0; depth--) {
    const line = known.get(path.slice(0, depth).join('.'));
    if (line !== undefined) return line + 1;
  }
  if (known) return 2;
  const lines = new LineCounter();
  let node: unknown = parseDocument(yaml, { lineCounter: lines }).contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      if (isMap(node) || isScalar(node)) offset = node.range?.[0] ?? offset;
    } else break;
  }
  return lines.linePos(offset).line + 1;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && key in at ? Reflect.get(at, key) : undefined),
    value,
  );

const shown = (value: unknown): string => (value === undefined ? '没有这一项' : `现为 ${JSON.stringify(value)}`);

/**
 * Reads the text of a report file. `file` only names it in issues.
 * Errors: `report/front-matter` (none, or YAML that does not parse), `report/schema` (one for each field).
 */
export function readReportFile(text: string, file: string): ReportFile {
  const failed = (issues: readonly Issue[]): ReportFile => ({ report: null, body: null, bodyLine: null, issues });
  const parts = fileParts(text);
  if (!parts)
    return failed([
      {
        code: 'report/front-matter',
        severity: 'error',
        file,
        line: 1,
        message: `文件须以“---”一行开头，写元数据，再以“---”一行结束；现以“${text.slice(0, 20).split('\n')[0]}”开头`,
        hint: '补上元数据，或用 npm run import 重新导入',
      },
    ]);
  let data: unknown;
  try {
    data = frontMatter(parts.yaml);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return failed([
      {
        code: 'report/front-matter',
        severity: 'error',
        file,
        line: (error.linePos?.[0].line ?? 0) + 1,
        message: `元数据不是合法的 YAML：${error.message.split('\n')[0]}`,
        hint: '检查缩进、冒号后的空格和引号',
      },
    ]);
  }
  const parsed = reportSchema.safeParse(data, { error: localeError });
  if (parsed.success) return { report: parsed.data, body: parts.body, bodyLine: parts.bodyLine, issues: [] };
  return failed(
    parsed.error.issues.map((issue) => ({
      code: 'report/schema',
      severity: 'error',
      file,
      line: fieldLine(parts.yaml, issue.path),
      message: `${issue.path.join('.') || '元数据'}：${issue.message}（${shown(valueAt(data, issue.path))}）`,
      hint: '各字段的写法见 docs/curators.md 的“元数据”',
    })),
  );
}

/** The line in a report file's text where a field stands; for issues about a field's meaning, found after reading. */
export function reportFieldLine(text: string, path: readonly PropertyKey[]): number {
  const parts = fileParts(text);
  return parts ? fieldLine(parts.yaml, path) : 1;
}

/** Digests of the captures that a report file names in its metadata, by their form alone: files need not be sound. */
export function namedCaptures(text: string): string[] {
  return fileParts(text)?.yaml.match(/\b[0-9a-f]{64}\b/g) ?? [];
}

/**
 * A report file in its normal form: fields in the schema's order, every string that some YAML reader could take for
 * a number, a date or a truth value in quotes, long text on one line, the body closed (see `closedMarkdown`).
 */
export function reportFileText(report: Report, body: string): string {
  return orderedFileText(reportSchema.parse(report), body);
}

/** The same for a report that `readReportFile` gave: its fields stand in the schema's order already. */
export function orderedFileText(report: Report, body: string): string {
  return `---\n${frontMatterText(report)}---\n\n${closedMarkdown(body)}`;
}
