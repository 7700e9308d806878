import type { ReportBlock } from '../archive/report-block.ts';
import { gbt7714 } from '../citation/gbt7714.ts';

/** An editors' note, and the place in the text that it follows: a block by index, and an offset in UTF-16 units. */
export interface SavedNote {
  readonly block: number;
  readonly offset: number;
  readonly text: string;
}

/** A report as it is kept in a file of the reader's own: its text and where it comes from. */
export interface SavedReport {
  readonly title: string;
  /** The title is the archive's, made by a rule. */
  readonly isTitleInferred: boolean;
  readonly authors: readonly string[];
  /** Names from the province down; empty for a national body. */
  readonly regionPath: readonly string[];
  readonly year: number;
  /** Day or month it was published, else signed: `2025-01-20`, `2025-01`; null where unknown. */
  readonly issued: string | null;
  /** Lasting address, with host. */
  readonly address: string;
  /** Day it was saved: `2026-11-22`. */
  readonly accessed: string;
  /** How many places the editors doubt. */
  readonly doubted: number;
  /** The notes on those places, in their order; empty where they could not be had. */
  readonly notes: readonly SavedNote[];
  /** The archive's own name. */
  readonly archive: string;
  readonly blocks: readonly ReportBlock[];
}

/** What stands below the text in each kind of file, a sentence or two each: the source first. */
export function sourceLines(report: SavedReport): string[] {
  return [
    `出处：${gbt7714(report)}`,
    ...(report.isTitleInferred ? ['标题不见于原文，由本库推定。'] : []),
    ...(report.doubted > 0 ? [`正文有 ${report.doubted} 处存疑，照原样保留，校记见 ${report.address}record/。`] : []),
    `${report.archive}据公开的文本制作，不是官方版本；引用请核对制发机关公布的文本。`,
  ];
}

/** What file systems refuse in a name, or read as something else. */
const refused = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** The name of a file: `上党区-2024-…报告.docx`. No longer than file systems allow. */
export function savedFileName({ regionPath, year, title }: SavedReport, extension: string): string {
  const name = [regionPath.at(-1) ?? '国家', String(year), title].join('-').replace(refused, '').trim();
  return `${[...name].slice(0, 70).join('')}.${extension}`;
}
