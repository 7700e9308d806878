import { expect, test } from 'vitest';
import { blockText } from '../../src/archive/report-block.ts';
import { reportCharacters } from '../../src/archive/report-characters.ts';
import { idOfReportFile, reportById, reportFiles } from '../../src/content-files/report-store.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';

test.for([
  ['## 一、成效', 4],
  ['**一是学习**。见注[^1]\n\n[^1]: 出自 原文', 11],
  ['| 年 | 件 |\n| --- | ---: |\n| 2024 | 1\\|2 |', 9],
  ['星号\\*与反斜杠\\\\', 8],
  ['# 不是标题 * 也不是列表', 11],
  ['全　角 空格', 4],
] as const)('%j has %i characters', ([body, count]) => {
  expect(reportCharacters(body)).toBe(count);
});

test('a report of the archive is as long as its page shows it', () => {
  for (const file of reportFiles('content')) {
    const { body } = reportById('content', idOfReportFile(file));
    const shown = reportBlocks(body)
      .map((block) => blockText(block))
      .join('');
    expect([file, reportCharacters(body)]).toEqual([file, [...shown.replace(/\s/g, '')].length]);
  }
});
