/** `npm run redact -- ID --name NAME --reason TEXT [--dry-run]`: see `usage`. */
import { parseArgs } from 'node:util';
import { issueText } from '../src/archive/issue.ts';
import { parsedReportId } from '../src/archive/report-id.ts';
import { contentFolder } from '../src/content-files/report-store.ts';
import { UnreadableReport } from '../src/import/write/held-reports.ts';
import { redactName } from '../src/import/write/redaction.ts';

const usage = `npm run redact -- 编号 --name 姓名 --reason 缘由 [--dry-run]
应本人请求，从报告正文、元数据、采集原件和旧版中隐去一位私人的姓名，留下可见的标记和记录。
编号如 370304/2022。缘由会公开，不要写出姓名。`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { name: { type: 'string' }, reason: { type: 'string' }, 'dry-run': { type: 'boolean' } },
});
const [id, ...more] = positionals;
const { name, reason } = values;
if (id === undefined || more.length > 0 || !parsedReportId(id) || !name || !reason || reason.includes(name)) {
  console.error(usage);
  process.exit(2);
}
const isDry = values['dry-run'] ?? false;
const today = new Date().toISOString().slice(0, 10);
const redacted = await redactName({ content: contentFolder(), id, name, reason, today, isDry }).catch(
  (error: unknown) => {
    if (!(error instanceof UnreadableReport)) throw error;
    for (const issue of error.issues) console.error(issueText(issue));
    process.exit(1);
  },
);
if (!redacted) console.error(`库中没有 ${id}，或它和它的原件中没有这个姓名`);
else
  console.log(
    isDry
      ? redacted.diff
      : `已隐去 ${redacted.count} 处；搜索索引和页面在下次构建时更新。旧的提交历史里仍有原文，须另行清除`,
  );
process.exitCode = redacted ? 0 : 1;
