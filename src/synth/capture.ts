import { createHash } from 'node:crypto';
import type { ReportBlock } from '../archive/report-block.ts';
import type { Report, Source } from '../archive/report-schema.ts';
import { blockLines } from './block-text.ts';
import type { Random } from './random.ts';

/** A page as if saved as text: its bytes' text, its sha256, and which lines are not the report's. */
export interface Capture {
  readonly text: string;
  readonly sha256: string;
  readonly excluded: Source['excluded'];
}

interface Line {
  readonly text: string;
  /** The rule by which the line is not part of the report; null when it is. */
  readonly rule: string | null;
}

const chrome = (rule: string, ...texts: string[]): Line[] => texts.map((text) => ({ text, rule }));

function header(chance: Random, { title, titleBasis, page, published }: Omit<Report, 'sources'>): Line[] {
  const isBare = chance.chance(0.4);
  return [
    ...(isBare ? [] : chrome('chrome/breadcrumb', '当前位置：首页 > 政务公开 > 法治政府建设年度报告')),
    ...page.map(({ label, value }) => ({ text: `${label}：${value}`, rule: 'page/table' })),
    ...(titleBasis === 'text' ? [{ text: title, rule: 'title' }] : []),
    ...(published && !isBare ? [{ text: `发布日期：${published.value} 浏览次数：`, rule: 'page/header' }] : []),
  ];
}

function excludedLines(lines: readonly Line[]): Source['excluded'] {
  const excluded: { from: number; to: number; rule: string }[] = [];
  // Between two lines stands an empty one.
  for (const [index, { rule }] of lines.entries())
    if (rule !== null) excluded.push({ from: 2 * index + 1, to: 2 * index + 1, rule });
  return excluded;
}

/** The page that a report is as if taken from: bare text, or with the site's noise around it. */
export function capture(chance: Random, report: Omit<Report, 'sources'>, blocks: readonly ReportBlock[]): Capture {
  const lines: Line[] = [
    ...header(chance, report),
    ...blocks.flatMap(blockLines).map((text) => ({ text, rule: null })),
    ...(chance.chance(0.3) ? chrome('chrome/print', '【打印本页】【关闭窗口】') : []),
  ];
  const text = `${lines.map((line) => line.text).join('\n\n')}\n`;
  return { text, sha256: createHash('sha256').update(text).digest('hex'), excluded: excludedLines(lines) };
}
