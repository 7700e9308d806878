/** Finding a region by name, pinyin or code, in Chinese. */
export const finder = {
  findRegion: '找地区：名称、原名、拼音、首字母或代码',
  findRegionExample: '例如：上党区、长治县、sdq、yuxian、140404',
  foundRegions: '找到的地区',
  regionsNotRead: '地区表没有载入，请检查网络后再输入一次；也可从下面按省份进入。',
  untilBecame: '至 {year} 年，后为{names}',
  noReportsYet: '暂无报告',
  noSuchRegion: '没有这样的地区。',
  regionsFoundSome: '共 {regions} 个地区，列出前 {count} 个，可再多输入几个字。',
  regionsFound: '找到 {regions} 个地区。',
  boxAnswers: '地区、年度和报告',
  boxFound: '有 {count} 项可选，按向下键选择。',
  reportOfYear: '{place} {year}年度报告',
  inFullText: '在全文中找“{phrase}”',
  until: '至 {year} 年',
} as const;
