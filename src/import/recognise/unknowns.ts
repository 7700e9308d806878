import type { Issue } from '../../archive/issue.ts';
import type { IssuerKind } from '../../archive/issuer.ts';
import type { Region } from '../../archive/region.ts';
import { importIssue } from '../lines/issue.ts';
import type { IssuingBody } from './bodies.ts';
import type { FoundDay } from './report-dates.ts';

/** A title for a text that has none: who speaks, the year, and the name that the rules give such a report. */
export function derivedTitle(
  region: Region | null,
  year: number | null,
  issuers: readonly IssuingBody[],
  kind: IssuerKind | null,
): string | null {
  const speaker = kind === 'department' || kind === 'township' || kind === 'party' ? issuers[0]?.name : region?.name;
  return speaker === undefined || year === null ? null : `${speaker}${year}年度法治政府建设情况报告`;
}

/** What stays unknown or is only inferred, one issue each. */
export function unknowns(
  hasTitle: boolean,
  published: FoundDay | null,
  signed: FoundDay | null,
  issuers: readonly IssuingBody[],
): Issue[] {
  const issues: Issue[] = [];
  if (!hasTitle) issues.push(importIssue('title/missing', null, ''));
  if (published === null) issues.push(importIssue('date/published-unknown', null, ''));
  if (signed === null) issues.push(importIssue('date/signed-unknown', null, ''));
  else if (!signed.day.isWhole) issues.push(importIssue('date/signed-day-lost', null, signed.day.value));
  const inferred = issuers.filter(({ basis }) => basis === 'inferred');
  if (inferred.length > 0)
    issues.push(importIssue('issuer/inferred', null, inferred.map(({ name }) => name).join('、')));
  return issues;
}
