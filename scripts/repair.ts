/** `npm run repair`, see `usage`: brings hand-edited report files of the archive back to their normal form. */
import { join } from 'node:path';
import { issueText } from '../src/archive/issue.ts';
import { textFile } from '../src/content-files/text-file.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';
import { type WholeFile, writeAllWhole } from '../src/host/whole-file.ts';
import { allReportFiles } from '../src/import/write/all-report-files.ts';
import { lineDiff } from '../src/import/write/line-diff.ts';
import { repairedFile } from '../src/import/write/repaired-file.ts';

const usage = `npm run repair [-- --dry-run]    把手改过的报告文件恢复为规范写法，逐处列出差异
  一个字也不丢：不是 UTF-8 的、有注释的、留有合并冲突标记的，一概不动，说明缘由
  --dry-run    什么也不写，只显示会改什么`;

const { values } = commandLine({ usage, options: { 'dry-run': { type: 'boolean' } } });
const content = standingFolder(settings().content, 'ARCHIVE_CONTENT');
const counts = { repaired: 0, sound: 0, broken: 0 };
const writes: WholeFile[] = [];
for (const file of allReportFiles(content)) {
  const read = textFile(content, file, 'report');
  const before = read.text;
  const { text, issues } = before === null ? { text: null, issues: read.issues } : repairedFile(before, file);
  for (const issue of issues) console.log(issueText(issue));
  if (before === null || text === null) counts.broken++;
  else if (text === before) counts.sound++;
  else {
    counts.repaired++;
    console.log(lineDiff(file, before, text));
    writes.push({ file: join(content, file), content: text });
  }
}
if (!values['dry-run']) writeAllWhole(writes);
console.log(
  `${values['dry-run'] ? '会改' : '已改'} ${counts.repaired}，无须改 ${counts.sound}，改不了 ${counts.broken}`,
);
process.exitCode = counts.broken > 0 ? 1 : 0;
