import { z } from 'zod';

/** One build that was measured: what it used and what it made. */
export const measureSchema = z.strictObject({
  build: z.enum([
    'cold, without search',
    'program kept',
    'cold',
    'unchanged',
    'one changed',
    'one deleted',
    'Hugo',
    'Starlight',
  ]),
  reports: z.int(),
  machine: z.string(),
  /** Seconds, of the whole process tree. */
  cpu: z.number(),
  wall: z.number(),
  /** Bytes, of the whole process tree at one time. */
  peak: z.number(),
  pages: z.int(),
  files: z.int(),
  bytes: z.number(),
  /** Files that differ from a clean build's; null where that was not measured. */
  different: z.int().nullable(),
});

export type BuildMeasure = z.infer<typeof measureSchema>;

const names: Record<BuildMeasure['build'], string> = {
  'cold, without search': '全部生成，不含检索，连同编译程序',
  'program kept': '全部生成，不含检索，程序已编译',
  cold: '全部生成，含检索',
  unchanged: '无改动',
  'one changed': '改一份',
  'one deleted': '删一份',
  Hugo: 'Hugo（不含检索）',
  Starlight: 'Starlight（不含检索和列表页）',
};

/** What a build is held against: search included against the full build, without search for Hugo and Starlight. */
function ratio(measures: readonly BuildMeasure[], { build, reports, cpu }: BuildMeasure): string {
  const of = (other: BuildMeasure['build']): number | undefined =>
    measures.find((one) => one.build === other && one.reports === reports)?.cpu;
  const share = (base: number | undefined): string => (base === undefined ? '' : (cpu / base).toFixed(2));
  if (build === 'cold' || build === 'Starlight') return share(of('cold, without search'));
  if (build === 'cold, without search' || build === 'program kept') return share(of('Hugo'));
  return build === 'Hugo' ? '' : share(of('cold'));
}

const against: Record<BuildMeasure['build'], string> = {
  'cold, without search': '比 Hugo',
  'program kept': '比 Hugo',
  cold: '比不含检索',
  unchanged: '比全部',
  'one changed': '比全部',
  'one deleted': '比全部',
  Hugo: '',
  Starlight: '比不含检索',
};

/** The measures of one size as a Markdown table. */
export function buildTable(measures: readonly BuildMeasure[]): string {
  const order = Object.keys(names);
  const rows = measures
    .toSorted((a, b) => order.indexOf(a.build) - order.indexOf(b.build))
    .map((measure) => {
      const { build, cpu, wall, peak, pages, files, bytes, different } = measure;
      const share = ratio(measures, measure);
      return `| ${[
        names[build],
        cpu.toFixed(1),
        wall.toFixed(0),
        `${(peak / 1e9).toFixed(2)} GB`,
        pages,
        ((cpu / Math.max(1, pages)) * 1000).toFixed(1),
        files,
        `${(bytes / 1e6).toFixed(0)} MB`,
        share && `${share} ${against[build]}`,
        different ?? '',
      ].join(' | ')} |`;
    });
  return [
    '| 生成 | CPU 秒 | 历时秒 | 内存峰值 | 页 | 每页毫秒 | 文件 | 大小 | 比值 | 与全新生成不同的文件 |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---|---:|',
    ...rows,
    '',
  ].join('\n');
}
