/** `npm run redact -- ID --name NAME --reason TEXT [--dry-run]`: see `usage`. */
import { issueText } from '../src/archive/issue.ts';
import { parsedReportId } from '../src/archive/report-id.ts';
import { commandLine } from '../src/host/command-line.ts';
import { settings } from '../src/host/settings.ts';
import { standingFolder } from '../src/host/standing-folder.ts';
import { UnreadableReport } from '../src/import/write/held-reports.ts';
import { redactName } from '../src/forgetting/redaction.ts';

const usage = `npm run redact -- 编号 --name 姓名 --reason 缘由 [--dry-run]
应本人请求，从报告正文、元数据、采集原件和旧版中隐去一位私人的姓名，留下可见的标记和记录。
编号如 370304/2022。缘由会公开，不要写出姓名。
  --dry-run    什么也不写，只显示会改什么`;

const { positionals, values } = commandLine({
  usage,
  options: {
    name: { type: 'string', default: '' },
    reason: { type: 'string', default: '' },
    'dry-run': { type: 'boolean' },
  },
  needs: ['name', 'reason'],
  positionals: { wanted: '一份报告的编号', least: 1, most: 1 },
  faults: ({ positionals: [id], values: { name, reason } }) => [
    ...(id !== undefined && !parsedReportId(id) ? [`编号应如 370304/2022，现为“${id}”`] : []),
    // The name itself is printed nowhere.
    ...(name !== '' && reason.includes(name) ? ['--reason 里写出了 --name 的姓名，而缘由会公开：换一种说法'] : []),
  ],
});
const [id = ''] = positionals;
const { name, reason } = values;
const isDry = values['dry-run'] ?? false;
const today = new Date().toISOString().slice(0, 10);
const redacted = await redactName({
  content: standingFolder(settings().content, 'ARCHIVE_CONTENT'),
  id,
  name,
  reason,
  today,
  isDry,
}).catch((error: unknown) => {
  if (!(error instanceof UnreadableReport)) throw error;
  for (const issue of error.issues) console.error(issueText(issue));
  process.exit(1);
});
if (!redacted) console.error(`库中没有 ${id}，或它和它的原件中没有这个姓名`);
else
  console.log(
    isDry
      ? redacted.diff
      : `已隐去 ${redacted.count} 处；搜索索引和页面在下次构建时更新。旧的提交历史里仍有原文，须另行清除`,
  );
process.exitCode = redacted ? 0 : 1;
