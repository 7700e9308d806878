/** Choosing a report, in Chinese. */
export const picking = {
  loading: '正在载入……',
  addressExample: '例如：140404/2024',
  pasteAddress: '请粘贴本库报告页的网址，或写编号，如 140404/2024。',
  orPasteAddress: '或粘贴报告的网址、编号',
  pleaseChoose: '请选择',
  select: '选定',
  regionsNotLoaded: '地区列表未能载入，可在下面粘贴报告的网址。',
  province: '省份',
  regionsBelow: '下辖',
  ownReports: '本级报告',
} as const;
