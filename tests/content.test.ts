import { expect, test } from 'vitest';
import { contentIssues } from '../src/content-check/content-issues.ts';

test('the archive that content/ holds is sound and in its normal form', async () => {
  const { issues, reports } = await contentIssues('content');
  expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(reports).toBeGreaterThanOrEqual(5);
});
