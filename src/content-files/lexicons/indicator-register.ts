import { type Issue, issueText } from '../../archive/issue.ts';
import { type Indicators, indicatorsSchema } from '../../archive/lexicons/indicators-schema.ts';
import { type FieldForms, inChinese, schemaFaults } from '../schema-fault.ts';
import { registerFile } from '../text-file.ts';
import { yamlReading } from '../yaml-reading.ts';

const file = 'indicators.yaml';
const list = '字词的列表，至少一个';

/** What each field must be, for curators. */
const forms: FieldForms = {
  '': { wanted: ' generic、acting、others、never、narrowing、whole、actors、intended、actual、trial、measures 各项' },
  generic: { wanted: list },
  acting: { wanted: list },
  others: { wanted: list },
  never: { wanted: list },
  narrowing: { wanted: list },
  whole: { wanted: list },
  actors: { wanted: list },
  intended: { wanted: list },
  actual: { wanted: list },
  trial: { wanted: ' day、texts、figures、measures 各项' },
  'trial.*': { wanted: '试验的日期、篇数，和四个数：found、of、right、shown' },
  'trial.*.*': { wanted: '整数' },
  measures: { wanted: '一个列表，每条以“- id:”开头' },
  'measures.*': { wanted: ' id、name、english、units、subject、words、object、without、source、checked 各项' },
  'measures.*.id': { wanted: '小写字母和连字符' },
  'measures.*.name': { wanted: '指标的中文名称' },
  'measures.*.english': { wanted: '指标的英文名称' },
  'measures.*.units': { wanted: '单位的列表，至少一个' },
  'measures.*.subject': { wanted: list },
  'measures.*.words': { wanted: `${list}；没有的整项删去` },
  'measures.*.object': { wanted: list },
  'measures.*.without': { wanted: list },
  'measures.*.apart': { wanted: `${list}；没有的整项删去` },
  'measures.*.actors': { wanted: `${list}；没有的整项删去` },
  'measures.*.base': { wanted: `${list}；没有的整项删去` },
  'measures.*.source': { wanted: '所据的法律或文件' },
  'measures.*.checked': { wanted: '最后核对的日期，如 "2026-11-25"，并加引号' },
};

const none: Indicators = {
  ...{ generic: [], acting: [], others: [], never: [], narrowing: [], whole: [], actors: [], intended: [], actual: [] },
  ...{ trial: null, measures: [] },
};

/** The indicators of a text and all that is wrong with it: `indicators/yaml`, `indicators/schema`, `indicators/duplicate`. */
export function readIndicators(text: string): { indicators: Indicators; issues: Issue[] } {
  const { data, faults, lineOf } = yamlReading(text);
  const error = { severity: 'error', file } as const;
  const issues = faults.map((fault): Issue => ({ ...error, code: 'indicators/yaml', ...fault }));
  const parsed = indicatorsSchema.safeParse(data ?? {}, inChinese);
  if (!parsed.success)
    for (const { path, message, hint } of schemaFaults(parsed.error, data, forms, '各项的写法见文件开头'))
      issues.push({ ...error, code: 'indicators/schema', line: lineOf(path), message, hint });
  const seen = new Set<string>();
  for (const [at, { id }] of (parsed.data?.measures ?? []).entries()) {
    if (seen.has(id))
      issues.push({
        ...{ ...error, code: 'indicators/duplicate', line: lineOf(['measures', at]), message: `“${id}”已有一条` },
        hint: '一个指标只立一条，网址由 id 而来',
      });
    seen.add(id);
  }
  return { indicators: issues.length === 0 && parsed.data ? parsed.data : none, issues };
}

/** The same of a content folder's `indicators.yaml`; no measures and no issues where it has none. */
export function indicatorRegister(folder: string): { indicators: Indicators; issues: Issue[] } {
  const { text, issues } = registerFile(folder, file, 'indicators');
  const read = text === null ? { indicators: none, issues: [] } : readIndicators(text);
  const all = [...issues, ...read.issues];
  return { indicators: all.length === 0 ? read.indicators : none, issues: all };
}

/** The measures of a content folder's `indicators.yaml`, which must be sound; throws with all issues when it is not. None where it has no such file. */
export function indicators(folder: string): Indicators {
  const { indicators: read, issues } = indicatorRegister(folder);
  if (issues.length > 0) throw new Error(issues.map(issueText).join('\n'));
  return read;
}
