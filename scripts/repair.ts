/** `npm run repair [-- --dry-run]`: brings hand-edited report files of the archive back to their normal form. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueText } from '../src/archive/issue.ts';
import { settings } from '../src/host/settings.ts';
import { writeWhole } from '../src/host/whole-file.ts';
import { allReportFiles } from '../src/import/write/all-report-files.ts';
import { lineDiff } from '../src/import/write/line-diff.ts';
import { repairedFile } from '../src/import/write/repaired-file.ts';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
const { content } = settings();
const counts = { repaired: 0, sound: 0, broken: 0 };
for (const file of allReportFiles(content)) {
  const before = readFileSync(join(content, file), 'utf8');
  const { text, issues } = repairedFile(before, file);
  for (const issue of issues) console.log(issueText(issue));
  if (text === null) counts.broken++;
  else if (text === before) counts.sound++;
  else {
    counts.repaired++;
    console.log(lineDiff(file, before, text));
    if (!values['dry-run']) writeWhole(join(content, file), text);
  }
}
console.log(
  `${values['dry-run'] ? '会改' : '已改'} ${counts.repaired}，无须改 ${counts.sound}，改不了 ${counts.broken}`,
);
process.exitCode = counts.broken > 0 ? 1 : 0;
