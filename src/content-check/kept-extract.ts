import { type ReportExtract, reportExtract } from '../analysis/extract/report-extract.ts';
import type { Figure } from '../analysis/figures/figure.ts';
import { type Lexicons, reportAnalysis } from '../analysis/report-analysis.ts';
import type { Issue } from '../archive/issue.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { Report } from '../archive/report-schema.ts';
import { analysedReport } from '../render/analysed-report.ts';

/** What a program took out of a report. */
export interface KeptExtract {
  /** A `ReportExtract` as JSON; null where the program failed. */
  readonly extract: string | null;
  /** Every figure; null where the program failed. */
  readonly figures: readonly Figure[] | null;
  /** Why it failed. */
  readonly issue: Omit<Issue, 'file'> | null;
}

/** What a program takes out of a report's text, as it is kept. */
export function keptExtract(
  report: Report,
  body: string,
  { tree, lexicons }: { readonly tree: RegionTree; readonly lexicons: Lexicons },
): KeptExtract {
  try {
    const analysis = reportAnalysis(analysedReport(report, body, tree), lexicons);
    const extract: ReportExtract = reportExtract(analysis);
    return { extract: JSON.stringify(extract), figures: analysis.figures, issue: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ...{ extract: null, figures: null },
      issue: {
        ...{ code: 'analysis/failed', severity: 'warning', line: 1 },
        message: `摘录数字、文件名称和各部分时程序出错：${why}`,
        hint: '这是程序的差错，请连同文件报告；报告照常发布，有关各页写明未能摘录',
      },
    };
  }
}
