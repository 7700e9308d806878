import type { ReportSummary } from './report-summary.ts';

/**
 * A department's name without the places above it: 司法局 of 天津市河东区司法局. Names that do not begin with a place
 * on the report's path stay whole.
 */
export function departmentName({ issuerNames, regionPath }: Pick<ReportSummary, 'issuerNames' | 'regionPath'>): string {
  const [name = ''] = issuerNames;
  let rest = name;
  for (const place of regionPath)
    if (rest.startsWith(place) && rest.length > place.length) rest = rest.slice(place.length);
  return rest;
}

const rank = /-(?:bureau|department|ministry|administration)$/;

/** What departments of all levels have in common: `public-security` of 公安局, 公安厅 and 公安部. */
export function departmentKey(slug: string): string {
  return slug.replace(rank, '');
}
