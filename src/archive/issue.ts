import { compareText } from '../text/order.ts';

/** How much an issue weighs: an `error` stops a build, a `warning` wants a curator's look, a `note` only informs. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * A problem that a person should look at, in content or in an import.
 *
 * `code` is permanent (`area/what`, for example `report/region-mismatch`): programs and notes refer to it.
 * `message` says what stands there and what is wanted; `hint` says what to do. `line` counts from 1 in `file`.
 */
export interface Issue {
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
  readonly hint: string;
}

/** The order in which issues are shown: by file, then line, then code, independent of the machine's locale. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** One issue as lines for a terminal: `error report/schema content/x.md:3`, then what is wrong, then what to do. */
export function issueText(issue: Issue): string {
  const place = `${issue.file ?? ''}${issue.line === null ? '' : `:${issue.line}`}`;
  return `${issue.severity} ${issue.code} ${place}\n  ${issue.message}\n  → ${issue.hint}`;
}
