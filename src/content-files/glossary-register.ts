import { type GlossaryTerm, glossarySchema } from '../archive/glossary-schema.ts';
import { type Issue, issueText } from '../archive/issue.ts';
import { type FieldForms, inChinese, schemaFaults } from './schema-fault.ts';
import { registerFile } from './text-file.ts';
import { yamlReading } from './yaml-reading.ts';

const file = 'glossary.yaml';

/** What each field of a term must be, for curators. */
const forms: FieldForms = {
  '': { wanted: '一个列表，每条以“- term:”开头' },
  '*': { wanted: ' term、also、meaning、basis、sources 各项' },
  '*.term': { wanted: '名目，不含空白' },
  '*.also': { wanted: '其他写法的列表，没有的整项删去' },
  '*.also.*': { wanted: '一个写法' },
  '*.meaning': { wanted: '释义，一两句话，不超过 200 字' },
  '*.basis': { wanted: ' ', meanings: { text: '概括文件自己的规定', editors: '编者的解释' } },
  '*.sources': { wanted: '依据的列表，至少一条' },
  '*.sources.*': { wanted: ' title、number、place 各项' },
  '*.sources.*.title': { wanted: '法律或文件的名称，不带书名号' },
  '*.sources.*.number': { wanted: '文号、令号或印发的日期，有四位年份或“第…号”' },
  '*.sources.*.place': { wanted: '条款；没有把握的整项删去' },
};

/** The terms of a glossary's text and all that is wrong with it: `glossary/yaml`, `glossary/schema`, `glossary/duplicate`. */
export function readGlossary(text: string): { terms: GlossaryTerm[]; issues: Issue[] } {
  const { data, faults, lineOf } = yamlReading(text);
  const error = { severity: 'error', file } as const;
  const issues = faults.map((fault): Issue => ({ ...error, code: 'glossary/yaml', ...fault }));
  const parsed = glossarySchema.safeParse(data ?? [], inChinese);
  if (!parsed.success)
    for (const { path, message, hint } of schemaFaults(
      parsed.error,
      data,
      forms,
      '各项的写法见文件开头；没有确切出处的不收',
    ))
      issues.push({ ...error, code: 'glossary/schema', line: lineOf(path), message, hint });
  const seen = new Map<string, string>();
  for (const [at, { term, also }] of (parsed.data ?? []).entries())
    for (const name of [term, ...also]) {
      const holder = seen.get(name);
      if (holder === undefined) seen.set(name, term);
      else
        issues.push({
          ...{ ...error, code: 'glossary/duplicate', line: lineOf([at]), message: `“${name}”已见于“${holder}”` },
          hint: '一个名目只立一条；其他写法入 also',
        });
    }
  return { terms: issues.length === 0 ? (parsed.data ?? []) : [], issues };
}

function glossary(folder: string): ReturnType<typeof readGlossary> {
  const { text, issues } = registerFile(folder, file, 'glossary');
  const read = text === null ? { terms: [], issues: [] } : readGlossary(text);
  const all = [...issues, ...read.issues];
  return { terms: all.length === 0 ? read.terms : [], issues: all };
}

/** Everything wrong with a content folder's `glossary.yaml`; nothing where it has none. */
export function glossaryIssues(folder: string): Issue[] {
  return glossary(folder).issues;
}

/** The terms of a content folder's `glossary.yaml`, which must be sound; throws with all issues when it is not. */
export function glossaryTerms(folder: string): GlossaryTerm[] {
  const { terms, issues } = glossary(folder);
  if (issues.length > 0) throw new Error(issues.map(issueText).join('\n'));
  return terms;
}
