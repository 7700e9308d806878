/** What is said of a report that cannot be had, in Chinese. */
export const served = {
  reportNotLoaded: '报告未能载入，请检查网络后重试。',
  reportWithdrawn: '编号为 {code} 的报告已撤除，见其网址上的说明。',
  noSuchReport: '本库没有编号为 {code} 的报告。',
  noReportHere: '这一页没有报告。',
  reportNotLoadedAgain: '报告未能载入，请重试。',
} as const;
