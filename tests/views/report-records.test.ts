import { expect, test } from 'vitest';
import { isReportRecords, recordsByProvince } from '../../src/views/report-records.ts';

const report = (id: string) => ({
  id,
  region: id.slice(0, 6),
  regionPath: ['某省'],
  issuerNames: ['某机关', '另一机关'],
  title: '某报告',
  published: { value: '2025-01', precision: 'month' as const, basis: 'page' as const },
});

test('records are kept by province and id, whatever the order they come in', () => {
  const reports = [report('140404/2024'), { ...report('000000/2023-x'), published: null }, report('140100/2024')];
  const records = recordsByProvince(reports);
  expect(JSON.stringify([...records])).toBe(JSON.stringify([...recordsByProvince(reports.toReversed())]));
  expect([...records.keys()]).toEqual(['000000', '140000']);
  expect(Object.keys(records.get('140000') ?? {})).toEqual(['140100/2024', '140404/2024']);
  expect(records.get('140000')?.['140404/2024']).toEqual({
    path: ['某省'],
    issuers: ['某机关', '另一机关'],
    title: '某报告',
    published: '2025-01',
  });
  expect(records.get('000000')?.['000000/2023-x']?.published).toBeNull();
  expect(isReportRecords(JSON.parse(JSON.stringify(records.get('140000'))))).toBe(true);
  expect([null, 'x', [1], { a: {} }].some(isReportRecords)).toBe(false);
});
