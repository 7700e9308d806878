import { compareIssues, issueText } from '../src/archive/issue.ts';
import { contentIssues } from '../src/content-check/content-issues.ts';

/** Checks a content folder and prints what was found; false when something is an error. `quiet` prints errors only. */
export function checkContent(folder: string, { quiet = false, json = false } = {}): boolean {
  const { issues, reports } = contentIssues(folder);
  const shown = issues.filter(({ severity }) => !quiet || severity === 'error').sort(compareIssues);
  const count = (severity: string): number => issues.filter((issue) => issue.severity === severity).length;
  if (json) console.log(JSON.stringify(shown, null, 2));
  else for (const issue of shown) console.error(issueText(issue));
  if (!json && (!quiet || count('error') > 0))
    console.error(`${reports} 份报告：错误 ${count('error')}，待查 ${count('warning')}，提示 ${count('note')}`);
  return count('error') === 0;
}
