import type { Issue } from '../../archive/issue.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import { importIssue } from '../lines/issue.ts';
import { compact } from '../lines/layout-space.ts';
import type { TableLine } from '../lines/reading.ts';
import type { Recognition } from '../recognise/recognition.ts';

/** Names and set phrases that no cleaning may touch; counted before and after. */
const protectedPhrases = [
  '习近平新时代中国特色社会主义思想',
  '习近平法治思想',
  '习近平总书记',
  '党中央',
  '两个确立',
  '两个维护',
  '四个意识',
  '四个自信',
  '中国共产党',
  '中华人民共和国',
  '中国特色社会主义',
] as const;

const count = (text: string, phrase: string): number => text.split(phrase).length - 1;
const tableText = (table: TableLine): string =>
  table.rows
    .flat()
    .map((cell) => cell.trim())
    .join('');

/**
 * Whether the Markdown shows exactly the letters that were read, in order, but for layout space; and whether set
 * phrases stand as often as before. Any difference is an error of the program and forbids writing.
 */
export function lostLetters(found: Recognition, body: string): Issue[] {
  const issues: Issue[] = [];
  const wanted = found.blocks
    .map((block) => {
      if (block.kind === 'table') return tableText(block.table);
      return block.kind === 'note' ? block.note.text : (found.lines[block.index]?.text ?? '');
    })
    .join('');
  const shown = reportBlocks(body)
    .map((block) =>
      block.kind === 'table'
        ? block.rows
            .flat()
            .map(({ text }) => text.trim())
            .join('')
        : block.text,
    )
    .join('');
  if (compact(wanted) !== compact(shown))
    issues.push(importIssue('text/letters-changed', null, firstDifference(compact(wanted), compact(shown))));
  const tables = found.blocks.flatMap((block) => (block.kind === 'table' ? block.table : []));
  const cells = (rows: TableLine['rows']): string => rows.flat().join('');
  const notes = found.blocks.flatMap((block) => (block.kind === 'note' ? block.note : []));
  const before = compact(
    [...[...found.lines, ...notes].map(({ raw }) => raw), ...tables.map(({ raw }) => cells(raw))].join(''),
  );
  const after = compact(
    [...[...found.lines, ...notes].map(({ text }) => text), ...tables.map(({ rows }) => cells(rows))].join(''),
  );
  for (const phrase of protectedPhrases) {
    if (count(before, phrase) !== count(after, phrase))
      issues.push(importIssue('text/protected-changed', null, phrase));
  }
  return issues;
}

function firstDifference(wanted: string, shown: string): string {
  let at = 0;
  while (at < wanted.length && wanted.charAt(at) === shown.charAt(at)) at++;
  return `“${wanted.slice(Math.max(0, at - 6), at + 12)}”成了“${shown.slice(Math.max(0, at - 6), at + 12)}”`;
}
