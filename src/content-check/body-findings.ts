import { hiddenCharacter } from '../content-files/hidden-character.ts';
import type { ReportFields } from '../content-files/report-file.ts';
import { imagePlaceholder } from '../import/lines/image-placeholder.ts';
import type { Finding } from './finding.ts';

/** The code of the doubt that stays with a text as long as a picture stands in it. */
export const pictureDoubt = 'text/image';

interface Line {
  readonly text: string;
  /** In the file, from 1. */
  readonly number: number;
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const isRow = (line: Line | undefined): line is Line => line?.text.startsWith('|') === true;
const isRule = (line: Line | undefined): line is Line => line !== undefined && /^\|(?: *:?-+:? *\|)+$/.test(line.text);
const cells = ({ text }: Line): number =>
  text
    .replace(/\\./g, 'x')
    .replace(/^\||\|$/g, '')
    .split('|').length;

/** Runs of lines that begin like rows of tables. */
function rowRuns(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!isRow(line)) continue;
    if (isRow(lines[at - 1])) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

function* tableFindings(lines: readonly Line[]): Generator<Finding> {
  for (const [head, rule, ...rows] of rowRuns(lines)) {
    if (!head) continue;
    const width = cells(head);
    if (!isRule(rule) || cells(rule) !== width) {
      const what = isRule(rule) ? `第二行有 ${cells(rule)} 格，表头有 ${width} 格` : '第二行不是“| --- | --- |”';
      yield {
        ...{ code: 'report/table-row', severity: 'warning', line: head.number },
        message: `“${short(head.text)}”以“|”开头，却不成表格（${what}），照文字显示`,
        hint: `表头之下加一行“|${' --- |'.repeat(width)}”；不是表格的，行首写作“\\|”`,
      };
      continue;
    }
    for (const row of rows)
      if (cells(row) !== width)
        yield {
          ...{ code: 'report/table-row', severity: 'warning', line: row.number },
          message: `“${short(row.text)}”有 ${cells(row)} 格，表头有 ${width} 格`,
          hint: '对照原件补足或并合各格；格里的“|”写作“\\|”',
        };
  }
}

function* footnoteFindings(lines: readonly Line[]): Generator<Finding> {
  const notes = new Map<string, Line>();
  const marks = new Map<string, Line>();
  for (const line of lines) {
    const plain = line.text.replace(/\\./g, 'x');
    const label = /^\[\^([A-Za-z0-9-]+)\]:/.exec(plain)?.[1]?.toLowerCase();
    const before = label === undefined ? undefined : notes.get(label);
    if (before)
      yield {
        ...{ code: 'report/footnote', severity: 'warning', line: line.number },
        message: `脚注 [^${label}] 的注文在第 ${before.number} 行已有一条`,
        hint: '各条脚注用不同的标号',
      };
    else if (label !== undefined) notes.set(label, line);
    const rest = label === undefined ? plain : plain.replace(/^\[\^[^\]]*\]:/, '');
    for (const [, mark = ''] of rest.matchAll(/\[\^([A-Za-z0-9-]+)\]/g))
      if (!marks.has(mark.toLowerCase())) marks.set(mark.toLowerCase(), line);
  }
  for (const [label, { number, text }] of notes)
    if (!marks.has(label))
      yield {
        ...{ code: 'report/footnote', severity: 'warning', line: number },
        message: `“${short(text)}”是脚注，正文里没有标记 [^${label}]`,
        hint: `对照原件，在正文被注的字后写 [^${label}]；不是脚注的，行首写作“\\[^”`,
      };
  for (const [label, { number, text }] of marks)
    if (!notes.has(label))
      yield {
        ...{ code: 'report/footnote', severity: 'warning', line: number },
        message: `“${short(text)}”里有标记 [^${label}]，没有它的注文，照文字显示`,
        hint: `补上一行“[^${label}]: 注文”；不是脚注的，写作“\\[^${label}]”`,
      };
}

function* hiddenFindings(lines: readonly Line[]): Generator<Finding> {
  for (const { text, number } of lines) {
    const found = hiddenCharacter(text);
    if (found)
      yield {
        ...{ code: 'report/hidden-character', severity: 'error', line: number },
        message: `正文“${short(text.slice(Math.max(0, found.at - 10)).replaceAll(text.charAt(found.at), '□'))}”夹有看不见的字符 ${found.name}，不应有`,
        hint: '删去这个字符；原件中的不可见字符，导入时都已去掉',
      };
  }
}

/** What is wrong with the lines of a body, in its own dialect; `bodyLine` is the number of its first line in the file. */
export function bodyFindings(body: string, bodyLine: number, { doubts }: ReportFields): Finding[] {
  const lines = body.split('\n').map((text, at) => ({ text: text.trim(), number: bodyLine + at }));
  const findings = [...tableFindings(lines), ...footnoteFindings(lines)];
  if (hiddenCharacter(body))
    findings.push(...hiddenFindings(body.split('\n').map((text, at) => ({ text, number: bodyLine + at }))));
  const picture = lines.find(({ text }) => text.includes(imagePlaceholder));
  if (picture && doubts && !doubts.some(({ code }) => code === pictureDoubt))
    findings.push({
      ...{ code: 'report/image-undoubted', severity: 'warning', line: picture.number },
      message: `正文有“${imagePlaceholder}”，doubts 里没有 text/image：读者看不到图片里的内容，须有疑问说明`,
      hint: '在 doubts 里补上 code: text/image 一条，写明图片是什么；图片里的字已另录的，删去“〔图片〕”并写入 departures',
    });
  return findings;
}
