import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, LineCounter, parseDocument } from 'yaml';
import { zhCN } from 'zod/locales';
import { type GlossaryTerm, glossarySchema } from '../archive/glossary-schema.ts';
import { type Issue, issueText } from '../archive/issue.ts';

const file = 'glossary.yaml';

/** The terms of a glossary's text and all that is wrong with it: `glossary/yaml`, `glossary/schema`, `glossary/duplicate`. */
export function readGlossary(text: string): { terms: GlossaryTerm[]; issues: Issue[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const issue = (code: Issue['code'], line: number, message: string, hint: string): Issue => ({
    code,
    severity: 'error',
    file,
    line,
    message,
    hint,
  });
  if (document.errors.length > 0)
    return {
      terms: [],
      issues: document.errors.map(({ message, pos }) =>
        issue(
          'glossary/yaml',
          lines.linePos(pos[0]).line,
          `不是合法的 YAML：${message.split('\n')[0]}`,
          '检查缩进、冒号后的空格和引号',
        ),
      ),
    };
  /** Line on which an entry begins; 1 for the file as a whole. */
  const lineOf = (at: PropertyKey | undefined): number => {
    const node = isSeq(document.contents) && typeof at === 'number' ? document.contents.items[at] : null;
    const range: unknown = node && typeof node === 'object' && 'range' in node ? node.range : null;
    return Array.isArray(range) && typeof range[0] === 'number' ? lines.linePos(range[0]).line : 1;
  };
  const parsed = glossarySchema.safeParse(document.toJS() ?? [], { error: zhCN().localeError });
  if (!parsed.success)
    return {
      terms: [],
      issues: parsed.error.issues.map(({ path, message }) =>
        issue(
          'glossary/schema',
          lineOf(path[0]),
          `${path.join('.')}：${message}`,
          '各项的写法见文件开头；没有确切出处的不收',
        ),
      ),
    };
  const seen = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [at, { term, also }] of parsed.data.entries())
    for (const name of [term, ...also]) {
      const holder = seen.get(name);
      if (holder === undefined) seen.set(name, term);
      else
        issues.push(
          issue('glossary/duplicate', lineOf(at), `“${name}”已见于“${holder}”`, '一个名目只立一条；其他写法入 also'),
        );
    }
  return { terms: parsed.data, issues };
}

const glossary = (folder: string): ReturnType<typeof readGlossary> => {
  const path = join(folder, file);
  return existsSync(path) ? readGlossary(readFileSync(path, 'utf8')) : { terms: [], issues: [] };
};

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
