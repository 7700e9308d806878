/** What related reports are to one another, in Chinese. */
export const relations = {
  previousYear: '上一年度：',
  nextYear: '下一年度：',
  placeYear: '{place}{year}年度：',
  earlierYear: '此前{year}年度：',
  laterYear: '此后{year}年度：',
  previousYearNamed: '上一年度（{place}）：',
  nextYearNamed: '下一年度（{place}）：',
  earlierYearNamed: '此前{year}年度（{place}）：',
  laterYearNamed: '此后{year}年度（{place}）：',
  related: '相关报告',
} as const;
