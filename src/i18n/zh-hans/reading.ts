/** The reading bar and its tools, in Chinese. */
export const reading = {
  readingTools: '阅读工具',
  close: '关上',
  toolNotLoaded: '没有读到这个工具，请检查网络，再按一次。',
  keys: '按键',
  closePanel: '关上面板',
  previousPlace: '上一处（p）',
  nextPlace: '下一处（n）',
  unmark: '不再标出',
  foundPlaces: '检索所得的各处',
  placeOfPlaces: '第 {at} 处，共 {total} 处',
  notInReport: '这份报告里没有',
} as const;
