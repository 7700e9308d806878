import { type ReportExtract, reportExtract } from '../analysis/extract/report-extract.ts';
import type { Lexicons } from '../analysis/report-analysis.ts';
import type { Issue } from '../archive/issue.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { Report } from '../archive/report-schema.ts';
import { analysedReport } from '../render/analysed-report.ts';

/** What a program takes out of a report's text, as it is kept; null with the issue that says why where it failed. */
export function keptExtract(
  report: Report,
  body: string,
  { tree, lexicons }: { readonly tree: RegionTree; readonly lexicons: Lexicons },
): { readonly extract: string | null; readonly issue: Omit<Issue, 'file'> | null } {
  try {
    const extract: ReportExtract = reportExtract(analysedReport(report, body, tree), lexicons);
    return { extract: JSON.stringify(extract), issue: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      extract: null,
      issue: {
        ...{ code: 'analysis/failed', severity: 'warning', line: 1 },
        message: `摘录数字、文件名称和各部分时程序出错：${why}`,
        hint: '这是程序的差错，请连同文件报告；报告照常发布，有关各页写明未能摘录',
      },
    };
  }
}
