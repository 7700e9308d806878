import { expect, test } from 'vitest';
import { type LetterAccount, letterTotals } from '../../src/archive/letter-account.ts';

const account = (body: number, restored: readonly number[], departures: number): LetterAccount => ({
  ledger: { input: body + 30, body, title: 20, fields: 10, excluded: [], balances: true },
  same: body - restored.reduce((all, count) => all + count, 0) - departures,
  restored: restored.map((count) => ({ capture: ',', text: '，', count })),
  departures,
});

test('accounts add up letter by letter', () => {
  expect(letterTotals([])).toEqual({ reports: 0, characters: 0, same: 0, restored: 0, departures: 0 });
  const totals = letterTotals([account(5000, [12, 3], 1), account(800, [], 0)]);
  expect(totals).toEqual({ reports: 2, characters: 5800, same: 5784, restored: 15, departures: 1 });
  expect(totals.same + totals.restored + totals.departures).toBe(totals.characters);
});
