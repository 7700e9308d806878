import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareIssues, issueText } from '../../src/archive/issue.ts';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { contentCopy, memoryOfChecks, soundContent } from './content-copy.ts';
import { wrongEdits } from './wrong-edits.ts';

const sound = soundContent();
const memory = memoryOfChecks();
const found = async (folder: string) => {
  const { issues } = await contentIssues(folder, { memory, tell: () => undefined });
  return issues.filter(({ severity }) => severity !== 'note').sort(compareIssues);
};
beforeAll(async () => expect(await found(sound)).toEqual([]));
afterAll(() => rmSync(sound, { recursive: true, force: true }));

test('eighty edits and more are tried', () => {
  expect(wrongEdits.length).toBeGreaterThanOrEqual(80);
  expect(new Set(wrongEdits.map(({ name }) => name)).size).toBe(wrongEdits.length);
});

test.for(wrongEdits)('$name', async ({ edit, codes, file, line, stood, wanted }) => {
  const content = contentCopy(sound);
  try {
    edit(content);
    const issues = await found(content.folder);
    const shown = issues.map(issueText).join('\n');
    const said = issues.find(
      (issue) =>
        issue.file === file && issue.message.includes(stood) && `${issue.message}${issue.hint}`.includes(wanted),
    );
    expect([issues.map(({ code }) => code), shown]).toEqual([codes, shown]);
    expect(said, shown).toBeDefined();
    if (typeof line === 'string') expect(content.read(file).split('\n')[(said?.line ?? 0) - 1], shown).toContain(line);
    else expect(said?.line, shown).toBe(line);
    for (const { message, hint } of issues) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(hint).toMatch(/\p{Script=Han}/u);
      expect(message + hint).not.toMatch(
        /\b(?:must|should|expected|invalid|unexpected|implicit|nested|allowed|error)\b/i,
      );
    }
  } finally {
    content.end();
  }
});

test('no fault of a file hides another', async () => {
  const content = contentCopy(sound);
  const file = 'reports/34/341824/2023.md';
  content.replace(file, 'title: 绩溪县', 'title：绩溪县');
  content.replace(file, 'titleBasis: text', 'titelBasis: text');
  content.replace(file, '  year: title', '\tyear: title');
  content.replace(file, 'value: "2024-02-28"', 'value: "2020-02-28"');
  content.replace(file, 'role: plan', 'role: next');
  content.replace(file, 'quote: 执法不规范的情形', 'quote: 执法不规范的情况');
  content.replace(file, 'code: damage/mark-lost', 'code: 标点已失');
  content.replace(file, 'quote: 92人开展行政执法', 'quote: 92人开展行政处罚');
  content.replace(file, '扎实做好初信', '踏实做好初信');
  content.replace(file, '## 四、其他', '四、其他');
  content.replace(file, '  - 绩溪县\n', '  - 绩溪\u200b县\n');
  content.replace('coverage.csv', 'region,year', 'region,jahr');
  content.replace('issuers.yaml', 'names: [司法局]', 'names: 司法局');
  try {
    const issues = await found(content.folder);
    const lines = content.read(file).split('\n');
    const at = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
    expect(issues.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['coverage/csv', 'coverage.csv', 3],
      ['issuers/schema', 'issuers.yaml', 4],
      ['report/front-matter', file, at('title：')],
      ['report/schema', file, at('titelBasis')],
      ['report/region-mismatch', file, at('regionPath')],
      ['report/hidden-character', file, at('绩溪\u200b县')],
      ['report/front-matter', file, at('\tyear')],
      ['report/date-impossible', file, at('2020-02-28')],
      ['report/schema', file, at('role: next')],
      ['report/section-unplaced', file, at('heading: 四、其他')],
      ['report/note-unplaced', file, at('quote: 执法不规范')],
      ['report/schema', file, at('code: 标点')],
      ['report/note-unplaced', file, at('quote: 92人开展行政处罚')],
      ['source/letters-differ', file, at('踏实')],
    ]);
  } finally {
    content.end();
  }
});

test('a sound folder of which nothing is known has no error', async () => {
  expect((await contentIssues('content')).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const nowhere = await contentIssues(`${sound}/nowhere`);
  expect(nowhere.issues).toContainEqual(expect.objectContaining({ code: 'content/no-reports', severity: 'error' }));
});
