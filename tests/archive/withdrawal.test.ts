import { expect, test } from 'vitest';
import type { CoverageRecord } from '../../src/archive/coverage.ts';
import { allWithdrawals, recordsWithWithdrawals, type Withdrawal } from '../../src/archive/withdrawal.ts';

const entered = (id: string): Withdrawal => ({
  id,
  issuers: '某县人民政府',
  day: '2026-05-01',
  by: '编者',
  reason: '原件已撤',
  versions: [1],
});
const record = (region: string, state: CoverageRecord['state']): CoverageRecord => ({
  region,
  year: 2023,
  state,
  where: '',
  when: '2026-04-01',
  note: '原件已撤回',
});

test('withdrawals are those entered, and those that coverage alone tells of', () => {
  const all = allWithdrawals(
    [entered('140404/2023')],
    [record('140404', 'withdrawn'), record('371300', 'withdrawn'), record('371302', 'not-found')],
  );
  expect(all).toEqual([
    entered('140404/2023'),
    { id: '371300/2023', issuers: '', day: '2026-04-01', by: '', reason: '原件已撤回', versions: [] },
  ]);
});

test('a withdrawn report of a government is told in coverage once; a department’s has no row there', () => {
  const told = [record('140404', 'withdrawn'), record('371300', 'not-found')];
  const all = recordsWithWithdrawals(told, [
    entered('140404/2023'),
    entered('371300/2023'),
    entered('371300/2023-justice-bureau'),
    entered('no id'),
  ]);
  expect(all).toEqual([
    ...told,
    { region: '371300', year: 2023, state: 'withdrawn', where: '编者', when: '2026-05-01', note: '原件已撤' },
  ]);
});
