import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/archive/report-schema.ts';
import { letterAccount } from '../../src/content-check/letter-account.ts';
import { departures } from '../../src/desk/review/departures.ts';

const capture = '全县依法行证水平稳步提升，办理案件12件。\n各部门各负其责责。\n下一步继续加强。\n';
const bytes = new TextEncoder().encode(capture);
const facts = { url: null, medium: null, captured: null, excluded: [] };
const sources: Report['sources'] = [{ sha256: '0'.repeat(64), format: 'txt', ...facts }];

/** What the check finds unowned in a text changed by hand, before and behind its departures. */
async function unowned(body: string): Promise<readonly [number, number, readonly unknown[]]> {
  const plain = { sources, titleBasis: 'curator' } as const;
  const before = await letterAccount(plain, body, bytes);
  const parted = before.account ? departures(before.unowned, body, '原件错字') : [];
  const behind = await letterAccount({ ...plain, departures: parted }, body, bytes);
  return [
    before.account ? before.unowned.length : -1,
    behind.account ? behind.unowned.length : -1,
    parted.map(({ capture: was, text }) => [was, text]),
  ];
}

describe('what a hand changed is owned to', () => {
  const body = '全县依法行证水平稳步提升，办理案件12件。\n\n各部门各负其责责。\n\n下一步继续加强。';

  test('a letter with the letters around it', async () => {
    expect(await unowned(body.replace('行证', '行政'))).toEqual([1, 0, [['县依法行证水平稳步', '县依法行政水平稳步']]]);
  });

  test('letters taken out and put in, near and far from each other', async () => {
    const [before, behind, parted] = await unowned(
      body.replace('行证', '行政').replace('责责', '责').replace('12件', '13件').replace('下一步', '下一步，'),
    );
    expect(before).toBeGreaterThanOrEqual(4);
    expect(behind).toBe(0);
    expect(parted.length).toBeGreaterThan(1);
  });

  test('nothing where nothing is changed', async () => {
    expect(await unowned(body)).toEqual([0, 0, []]);
  });
});
