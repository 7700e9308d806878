import type { z } from 'zod';
import type { Issue } from '../archive/issue.ts';
import { closedMarkdown } from '../archive/report-markdown.ts';
import { type Report, reportSchema } from '../archive/report-schema.ts';
import { normalFrontMatter } from './front-matter.ts';
import { type FileParts, fileParts, partsWithoutFence } from './front-matter-fence.ts';
import { frontMatterText } from './front-matter-text.ts';
import { conflictMarkers, yamlComments } from './lost-text.ts';
import { reportForms } from './report-forms.ts';
import { inChinese, schemaFaults } from './schema-fault.ts';
import { yamlReading } from './yaml-reading.ts';

const reportFields = reportSchema.partial();

/** Some of a report's fields. */
export type ReportFields = z.infer<typeof reportFields>;

/** What reading a report file gives: the report and its body, or the issues that forbid it (all at once). */
export type ReportFile =
  | { readonly report: Report; readonly body: string; readonly bodyLine: number; readonly issues: readonly [] }
  | { readonly report: null; readonly body: null; readonly bodyLine: null; readonly issues: readonly Issue[] };

/** A report file as far as it can be read, sound or not. */
export interface ReportFileReading {
  /** Null where anything is wrong. */
  readonly report: Report | null;
  /** The fields that are sound by themselves; of a list, the items that are. */
  readonly fields: ReportFields;
  /** The front matter as it was typed. */
  readonly data: unknown;
  /** The file's first line of it counts as `bodyLine`. */
  readonly body: string;
  readonly bodyLine: number;
  readonly issues: readonly Issue[];
  /** The line of the file on which a value of `fields` stands, or its nearest parent that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

interface ReadFrontMatter {
  readonly data: unknown;
  readonly issues: readonly Issue[];
  /** Text of the entries that could not be read. */
  readonly unread: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const isPlainMap = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

function readFrontMatter({ yaml, yamlLine }: FileParts, file: string): ReadFrontMatter {
  const normal = normalFrontMatter(yaml);
  if (normal) {
    const lineOf = (path: readonly PropertyKey[]): number => {
      for (let depth = path.length; depth > 0; depth--) {
        const line = normal.lines.get(path.slice(0, depth).join('.'));
        if (line !== undefined) return line + yamlLine - 1;
      }
      return yamlLine;
    };
    return { data: normal.data, issues: [], unread: '', lineOf };
  }
  const error = { severity: 'error', file } as const;
  const unmarked = yaml.replace(/^(?:<{7}|={7}|>{7}|\|{7}).*$/gm, '');
  const { data, faults, unread, lineOf } = yamlReading(unmarked, yamlLine);
  const comments = yamlComments(unmarked, yamlLine).map(({ line, text }): Issue => {
    const hint = '这些字属于值的，整个值加半角双引号；是说明的，移到别处（如 notes、doubts）后删去';
    const message = `“${text.slice(0, 60)}”在 YAML 里是注释，不属于任何一项，改写文件时会丢失`;
    return { ...error, code: 'report/comment', line, message, hint };
  });
  const broken = faults.map((fault): Issue => ({ ...error, code: 'report/front-matter', ...fault }));
  return { data, issues: [...broken, ...comments], unread, lineOf };
}

/** The fields of a broken front matter that are sound by themselves, and where the items of its lists stood. */
function soundFields(
  data: Record<string, unknown>,
  faults: readonly (readonly PropertyKey[])[],
): { fields: ReportFields; places: ReadonlyMap<PropertyKey, readonly number[]> } {
  const places = new Map<PropertyKey, readonly number[]>();
  const sound = new Map(Object.entries(data));
  for (const [key, value] of Object.entries(data)) {
    const own = faults.filter(([field]) => field === key);
    if (own.length === 0) continue;
    const bad = new Set(own.map(([, at]) => at));
    if (Array.isArray(value) && [...bad].every((at) => typeof at === 'number')) {
      const kept = [...value.keys()].filter((at) => !bad.has(at));
      sound.set(
        key,
        kept.map((at): unknown => value[at]),
      );
      places.set(key, kept);
    } else sound.delete(key);
  }
  for (const { path } of reportFields.safeParse(Object.fromEntries(sound)).error?.issues ?? [])
    sound.delete(String(path[0]));
  return { fields: reportFields.safeParse(Object.fromEntries(sound)).data ?? {}, places };
}

const wrongFields = '各项的写法见 docs/curators.md 的“元数据”';

/**
 * Reads the text of a report file, and goes on where it is broken, so that no fault hides another. `file` only names
 * it in issues. Errors: `report/front-matter` (none, its fences, YAML that does not parse), `report/schema` (one for
 * each field), `report/comment`, `report/conflict-marker`.
 */
export function reportFileReading(text: string, file: string): ReportFileReading {
  const whole = fileParts(text);
  const { parts, fault } = whole ? { parts: whole, fault: null } : partsWithoutFence(text);
  const error = { severity: 'error', file } as const;
  const issues: Issue[] = conflictMarkers(text).map(({ line, text: marker }) => {
    const message = `“${marker.slice(0, 60)}”是 Git 合并冲突留下的标记，不是报告的文字`;
    return { ...error, code: 'report/conflict-marker', line, message, hint: '在两处改动中取定一处，删去这几行标记' };
  });
  if (fault) issues.push({ ...error, code: 'report/front-matter', ...fault });
  if (!parts) return { report: null, fields: {}, data: undefined, body: '', bodyLine: 1, issues, lineOf: () => 1 };
  const { body, bodyLine } = parts;
  const read = readFrontMatter(parts, file);
  const { data, unread } = read;
  issues.push(...read.issues);
  const parsedParts = { data, body, bodyLine };
  if (!isPlainMap(data)) {
    if (issues.length === 0)
      issues.push({
        ...{
          ...error,
          code: 'report/front-matter',
          line: parts.yamlLine,
          message: '元数据是空的，或不是“项: 值”的写法',
        },
        hint: wrongFields,
      });
    return { ...parsedParts, report: null, fields: {}, issues, lineOf: read.lineOf };
  }
  const parsed = reportSchema.safeParse(data, inChinese);
  if (parsed.success)
    return {
      ...parsedParts,
      report: issues.length === 0 ? parsed.data : null,
      fields: parsed.data,
      issues,
      lineOf: read.lineOf,
    };
  const faults = schemaFaults(parsed.error, data, reportForms, wrongFields);
  /** What is missing because its line could not be read is told of that line. */
  const isUnread = ([field, ...rest]: readonly PropertyKey[]): boolean =>
    rest.length === 0 &&
    !Object.hasOwn(data, String(field)) &&
    new RegExp(`^\\s*${String(field)}\\s*[:：]`, 'm').test(unread);
  const told = faults.filter(({ path }) => !isUnread(path));
  const absent = told.filter(({ path }) => path.length === 1 && !Object.hasOwn(data, String(path[0])));
  const isCutShort = absent.length > 5;
  if (isCutShort)
    issues.push({
      ...{ ...error, code: 'report/schema', line: parts.yamlLine },
      message: `元数据缺少 ${absent.length} 项：${absent.map(({ path }) => path.join('.')).join('、')}；文件疑不完整`,
      hint: '从 Git 或备份恢复，或用 npm run import 重新导入；没有内容的各项写 null 或 []，npm run repair 能补',
    });
  for (const fault of told)
    if (!isCutShort || !absent.includes(fault))
      issues.push({
        ...{ ...error, code: 'report/schema', line: read.lineOf(fault.path) },
        ...{ message: fault.message, hint: fault.hint },
      });
  const { fields, places } = soundFields(
    data,
    faults.map(({ path }) => path),
  );
  const lineOf = ([field, at, ...rest]: readonly PropertyKey[]): number => {
    const place = field !== undefined && typeof at === 'number' ? places.get(field)?.[at] : undefined;
    return read.lineOf([field, place ?? at, ...rest].filter((key) => key !== undefined));
  };
  return { ...parsedParts, report: null, fields, issues, lineOf };
}

/** Reads the text of a report file, which must be sound to be a report; see `reportFileReading` for its errors. */
export function readReportFile(text: string, file: string): ReportFile {
  const { report, body, bodyLine, issues } = reportFileReading(text, file);
  return report ? { report, body, bodyLine, issues: [] } : { report: null, body: null, bodyLine: null, issues };
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
