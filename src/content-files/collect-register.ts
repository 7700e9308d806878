import { z } from 'zod';
import type { Issue } from '../archive/issue.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import { regionCodePattern } from '../archive/report-id.ts';
import { type FieldForms, inChinese, schemaFaults } from './schema-fault.ts';
import { registerFile } from './text-file.ts';
import { yamlReading } from './yaml-reading.ts';

const file = 'collect.yaml';

const isAddress = (text: string): boolean => /^https?:\/\/[^\s/]+\/\S*$/i.test(text) && URL.canParse(text);

const column = z.strictObject({
  address: z.string().refine(isAddress),
  /** What the site calls the list: 法治政府建设年度报告. */
  about: z.string().min(2),
  /** Day on which somebody saw that it is there, ISO text. */
  checked: z.iso.date(),
  by: z.string().min(1),
});

const entry = z.strictObject({
  region: z.string().regex(regionCodePattern),
  /** Whose site it is: 长治市上党区人民政府. */
  name: z.string().min(2),
  columns: z.array(column).min(1),
});

/** A government's site, with the lists in which it publishes reports of the field. */
export type CollectSource = z.infer<typeof entry>;

/** What each field must be, for curators. */
const forms: FieldForms = {
  '': { wanted: '一个列表，每条以“- region:”开头' },
  '*': { wanted: ' region、name、columns 各项' },
  '*.region': { wanted: '加引号的六位代码，如 "140404"' },
  '*.name': { wanted: '网站所属机关的名称' },
  '*.columns': { wanted: '栏目的列表，至少一个' },
  '*.columns.*': { wanted: ' address、about、checked、by 各项' },
  '*.columns.*.address': { wanted: '栏目的网址，http:// 或 https:// 开头' },
  '*.columns.*.about': { wanted: '网站上栏目的名称，如 法治政府建设年度报告' },
  '*.columns.*.checked': { wanted: '核对的日期，如 "2026-11-25"' },
  '*.columns.*.by': { wanted: '核对的人' },
};

/** A site with the line on which it stands. */
interface CollectEntry {
  readonly source: CollectSource;
  readonly line: number | null;
}

function collectEntries(folder: string): { entries: CollectEntry[]; issues: Issue[] } {
  const { text, issues: unread } = registerFile(folder, file, 'collect');
  if (text === null) return { entries: [], issues: [...unread] };
  const { data, faults, lineOf } = yamlReading(text);
  const error = { severity: 'error', file } as const;
  const issues = [...unread, ...faults.map((fault): Issue => ({ ...error, code: 'collect/yaml', ...fault }))];
  const parsed = z.array(entry).safeParse(data ?? [], inChinese);
  if (!parsed.success)
    for (const { path, message, hint } of schemaFaults(parsed.error, data, forms, '各项的写法见文件开头'))
      issues.push({ ...error, code: 'collect/schema', line: lineOf(path), message, hint });
  const items: readonly unknown[] = Array.isArray(data) ? data : [];
  const entries: CollectEntry[] = [];
  const seen = new Set<string>();
  for (const [at, item] of items.entries()) {
    const source = entry.safeParse(item).data;
    if (!source) continue;
    entries.push({ source, line: lineOf([at, 'region']) });
    for (const [place, { address }] of source.columns.entries()) {
      if (seen.has(address))
        issues.push({
          ...{ ...error, code: 'collect/duplicate', line: lineOf([at, 'columns', place]) },
          ...{ message: `${address} 在上面已有一条`, hint: '删去一处' },
        });
      seen.add(address);
    }
  }
  return { entries, issues };
}

/**
 * `collect.yaml` of a content folder: government sites with the lists in which reports are published. Nothing where
 * there is no such file. Errors: `collect/yaml`, `collect/schema`, `collect/duplicate`, and those of `registerFile`.
 */
export function collectRegister(folder: string): { sources: CollectSource[]; issues: Issue[] } {
  const { entries, issues } = collectEntries(folder);
  return { sources: entries.map(({ source }) => source), issues };
}

/** Everything wrong with a content folder's `collect.yaml`; beside `collectRegister`'s errors `collect/region-unknown`. */
export function collectIssues(folder: string, tree: RegionTree): Issue[] {
  const { entries, issues } = collectEntries(folder);
  const unknown = entries.flatMap(({ source: { region }, line }): Issue[] =>
    tree.region(region)
      ? []
      : [
          {
            ...{ code: 'collect/region-unknown', severity: 'error', file, line },
            ...{
              message: `行政区划代码 ${region} 没有对应的单位`,
              hint: '核对代码；登记有缺漏的补入 content/regions/',
            },
          },
        ],
  );
  return [...issues, ...unknown];
}
