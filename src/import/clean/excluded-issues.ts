import type { Issue } from '../../archive/issue.ts';
import { importIssue } from '../lines/issue.ts';
import { letterCount } from '../lines/layout-space.ts';
import { sentenceCount } from '../lines/prose.ts';
import type { ReadLine } from '../lines/reading.ts';
import type { ExcludedLine } from './page-head.ts';

/** Rules that name no widget: the line only stands where the site's words stand. */
const bare = new Set(['chrome/head', 'chrome/foot', 'chrome/outside', 'chrome/other-title']);
/** Letters of excluded lines that an issue quotes. */
const quoted = 36;

interface Doubted {
  readonly from: number;
  to: number;
  text: string;
  sentences: number;
}

const words = (line: ReadLine | undefined): string =>
  line === undefined ? '' : line.kind === 'table' ? line.rows.flat().join(' ') : line.text.trim();
const span = ({ from, to }: Doubted): string => (from === to ? String(from) : `${from}-${to}`);

/**
 * What a curator should look at among lines that were left out: each run of lines that no widget's rule and no field
 * explains is a doubt; where they hold more than one sentence together, each run with sentences is an error until the
 * curator accepts it by its lines.
 */
export function excludedIssues(excluded: readonly ExcludedLine[], lines: readonly ReadLine[]): Issue[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const place = new Map(lines.map(({ number }, at) => [number, at]));
  const doubted: Doubted[] = [];
  for (const { number, rule } of [...excluded].sort((a, b) => a.number - b.number)) {
    if (!bare.has(rule)) continue;
    const text = words(byNumber.get(number));
    if (text === '') continue;
    const last = doubted.at(-1);
    if (last && (place.get(number) ?? 0) - (place.get(last.to) ?? 0) <= 1) {
      last.to = number;
      last.text += ` ${text}`;
      last.sentences += sentenceCount(text);
    } else doubted.push({ from: number, to: number, text, sentences: sentenceCount(text) });
  }
  const isProse = doubted.reduce((sum, { sentences }) => sum + sentences, 0) > 1;
  return doubted.map((run) => {
    const shown = run.text.length > quoted ? `${run.text.slice(0, quoted)}…` : run.text;
    const evidence = `第 ${span(run)} 行，${letterCount(run.text)} 字：${shown}`;
    return isProse && run.sentences > 0
      ? importIssue('chrome/prose', run.from, evidence)
      : importIssue('chrome/doubtful', run.from, evidence);
  });
}
