import { expect, test } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { searchableReport } from '../../src/render/searchable-report.ts';
import { sampleReport } from '../report-sample.ts';

const tree = regionTree([
  { code: '140000', name: '山西省', level: 'province', parent: null, since: null, until: null, successors: [] },
  { code: '140400', name: '长治市', level: 'prefecture', parent: '140000', since: null, until: null, successors: [] },
  { code: '140404', name: '上党区', level: 'county', parent: '140400', since: 2018, until: null, successors: [] },
]);

const body = `前言。

## 一、成效

### （一）决策

**1.第一责任人**。职责。

续段。

**2.其他**。续。

## 二、不足

不足。

| 甲 | 乙 |
| --- | --- |
| 丙 | |
`;

test('each paragraph has the role of the nearest heading that plays one', () => {
  const document = searchableReport(
    {
      ...sampleReport,
      sections: [
        { role: 'achievements', where: 'own', heading: '一、成效', basis: 'text' },
        { role: 'first-responsible', where: 'inside', heading: '1.第一责任人', basis: 'text' },
        { role: 'shortcomings', where: 'own', heading: '二、不足', basis: 'text' },
        { role: 'plan', where: 'absent', heading: null, basis: 'text' },
      ],
    },
    body,
    tree,
  );
  expect(document.paragraphs.map(({ text, role, heading }) => [text, role, heading])).toEqual([
    ['前言。', null, null],
    ['一、成效', 'achievements', '一、成效'],
    ['（一）决策', 'achievements', '（一）决策'],
    ['1.第一责任人。职责。', 'first-responsible', '（一）决策'],
    ['续段。', 'first-responsible', '（一）决策'],
    ['2.其他。续。', 'achievements', '（一）决策'],
    ['二、不足', 'shortcomings', '二、不足'],
    ['不足。', 'shortcomings', '二、不足'],
    ['甲', 'shortcomings', '二、不足'],
    ['乙', 'shortcomings', '二、不足'],
    ['丙', 'shortcomings', '二、不足'],
  ]);
  expect(document).toMatchObject({ id: '140404/2023', level: 'county', title: sampleReport.title });
});

test('a derived title is not searched', () => {
  expect(searchableReport({ ...sampleReport, titleBasis: 'inferred' }, body, tree).title).toBeNull();
});
