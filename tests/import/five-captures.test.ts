import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockTexts } from '../../src/archive/report-block.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';

/** The five holdings, and the lines of each capture that are not the report's own text, counted by hand. */
const holdings = [
  {
    file: 'reports/14/140404/2024.md',
    sha256: '4b9d157cd803ac76be96a8a94845dd4add7eb9e648a7306feb99507f50f7ac72',
    excluded: [1, 3, 5, 7, 9, 11, 12, 13, 14, 15, 16, 18, 20],
  },
  {
    file: 'reports/34/341824/2023.md',
    sha256: 'e45e6f3a49e7ecacad64b41b2a2393706d146c65163ea3f3d10a5c40aef9d20c',
    excluded: [1, 3, 4, 5, 6, 7, 9, 11, 12, 89],
  },
  {
    file: 'reports/14/140600/2024.md',
    sha256: 'd040ebfc971cf466b5d0b90e6b72494580c7996e98153e4de4c139c186829b74',
    excluded: [],
  },
  {
    file: 'reports/12/120102/2024-justice-bureau.md',
    sha256: '90eea82340a6c8aa3edf8356842f8aaa726314eb585284c44f2e2ef1e9c8e3ce',
    excluded: [25],
  },
  {
    file: 'reports/37/370304/2022.md',
    sha256: 'de16838f76f15b5c0ad4ee309230b23eb4057aff3d547a70a1790a45871f01fa',
    excluded: [1, 2, 4, 6, 78, 80],
  },
] as const;

/** What each rule turns back into; all that may differ from the capture. */
const rules: Readonly<Record<string, readonly [full: string, ascii: string]>> = {
  'punctuation/comma': ['，', ','],
  'punctuation/colon': ['：', ':'],
  'punctuation/semicolon': ['；', ';'],
  'punctuation/exclamation': ['！', '!'],
  'punctuation/opening-bracket': ['（', '('],
  'punctuation/closing-bracket': ['）', ')'],
};

/** The capture's own text, line by line, layout space out: edges and all but one of a run. */
function expectedLines(capture: string, excluded: readonly number[]): string[] {
  return capture
    .split('\n')
    .filter((_, index) => !excluded.includes(index + 1))
    .map((line) => line.replace(/[\s\u00a0\u2002]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** The first place where the text differs from the capture beyond the rules, and how often each rule was used. */
function comparison(text: string, capture: string): { difference: string | null; used: Map<string, number> } {
  const used = new Map<string, number>();
  const length = Math.max(text.length, capture.length);
  for (let at = 0; at < length; at++) {
    const here = text.charAt(at);
    const there = capture.charAt(at);
    if (here === there) continue;
    const rule = Object.entries(rules).find(([, [full, ascii]]) => full === here && ascii === there)?.[0];
    if (!rule) return { difference: `${at}: ${text.slice(at, at + 12)} | ${capture.slice(at, at + 12)}`, used };
    used.set(rule, (used.get(rule) ?? 0) + 1);
  }
  return { difference: null, used };
}

const bodyText = (body: string): string => reportBlocks(body).flatMap(blockTexts).join('\n');

function held(file: string) {
  const read = readReportFile(readFileSync(join('content', file), 'utf8'), file);
  if (!read.report) throw new Error(JSON.stringify(read.issues));
  const [source] = read.report.sources;
  const capture = readFileSync(join('content/sources', `${source?.sha256}.${source?.format}`));
  return { report: read.report, body: read.body, capture };
}

describe.each(holdings)('$file', ({ file, sha256, excluded }) => {
  const { report, body, capture } = held(file);
  const own = expectedLines(capture.toString('utf8'), excluded).join('\n');
  const text = bodyText(body);

  it('holds every character of its capture, in order, once the logged rules are reversed', () => {
    const { difference, used } = comparison(text, own);
    expect(difference).toBeNull();
    const logged = report.transformations.filter(({ rule }) => rule.startsWith('punctuation/'));
    expect(Object.fromEntries(used)).toEqual(Object.fromEntries(logged.map(({ rule, count }) => [rule, count])));
  });

  it('logs every line taken out, and no other', () => {
    const logged = report.sources[0]?.excluded.flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, step) => from + step),
    );
    expect(logged).toEqual(excluded);
  });

  it('fails for one changed, lost or added character, wherever it stands', () => {
    for (let at = 0; at < text.length; at += 7) {
      const head = text.slice(0, at);
      const other = text.charAt(at) === '法' ? '治' : '法';
      expect(comparison(head + other + text.slice(at + 1), own).difference, `changed at ${at}`).not.toBeNull();
      expect(comparison(head + text.slice(at + 1), own).difference, `lost at ${at}`).not.toBeNull();
      expect(comparison(`${head}${other}${text.slice(at)}`, own).difference, `added at ${at}`).not.toBeNull();
    }
  });

  it('keeps its capture byte for byte', () => {
    expect(createHash('sha256').update(capture).digest('hex')).toBe(sha256);
    expect(report.sources[0]?.sha256).toBe(sha256);
  });
});
