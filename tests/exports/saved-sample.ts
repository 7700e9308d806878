import type { ReportBlock } from '../../src/archive/report-block.ts';
import type { SavedReport } from '../../src/exports/saved-report.ts';

/** An invented report to be saved, of the blocks given. */
export function savedSample(blocks: readonly ReportBlock[], more: Partial<SavedReport> = {}): SavedReport {
  return {
    title: '虚构县2023年度法治政府建设情况报告',
    isTitleInferred: false,
    authors: ['虚构县人民政府'],
    regionPath: ['虚构省', '虚构市', '虚构县'],
    year: 2023,
    issued: '2024-02-28',
    address: 'https://archive.example/reports/999999/2023/',
    accessed: '2026-11-22',
    doubted: 0,
    notes: [],
    archive: '虚构文库',
    blocks,
    ...more,
  };
}
