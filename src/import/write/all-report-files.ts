import { globSync } from 'node:fs';

/** All report files of a content folder, superseded versions too, below it, sorted. */
export function allReportFiles(content: string): string[] {
  return globSync('reports/*/*/*.md', { cwd: content })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}
