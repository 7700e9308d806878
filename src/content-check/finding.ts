import type { Issue } from '../archive/issue.ts';

/** An issue of a report file whose line is that of a field, or is known. */
export type Finding = Pick<Issue, 'code' | 'severity' | 'message' | 'hint'> &
  ({ readonly at: readonly PropertyKey[] } | { readonly line: number });
