import type { Issue } from '../archive/issue.ts';

/** Digests that stand anywhere in a report file's text, be it sound or not. */
export const digestsIn = (text: string): readonly string[] => text.match(/\b[0-9a-f]{64}\b/g) ?? [];

/**
 * Captures that no report file names: they would be published all the same, and are most often what is left of a
 * report that was deleted by hand. `captures` are the names of the files in `sources/`.
 */
export function orphanIssues(captures: readonly string[], named: ReadonlySet<string>): Issue[] {
  return captures
    .filter((name) => !named.has(name.slice(0, 64)))
    .map((name) => ({
      code: 'source/orphan',
      severity: 'error',
      file: `sources/${name}`,
      line: null,
      message: '没有一份报告以它为来源，而它会照样发布',
      hint: '报告是手工删去的，从 Git 取回后用 npm run withdraw 撤除；报告改名或写错了校验值的，改回来；确属多余的删去这个文件',
    }));
}
