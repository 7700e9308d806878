/** The page of citations, in Chinese. */
export const citation = {
  citeAbout:
    '引用日期取您今天的日期；网址长期有效，带“#”的指向具体一段。本库不是官方版本，引用请核对制发机关公布的文本。',
  citeNoScript: '这一页需要浏览器运行脚本。不用脚本，可由每份报告的“引用”取得 GB/T 7714 格式的引文。',
  reportAddress: '报告的网址或编号',
  citeTitle: '引用《{title}》',
  writeCitation: '写出引文',
  wholeReport: '整份报告',
  wechatNoSave: '微信中不能保存文件：请用“复制”，或在浏览器中打开本页。',
  quotationWithSource: '引文连同出处',
  copyNamed: '复制 {thing}',
  copiedNamed: '已复制 {thing}',
  saveAs: '保存为 .{name}',
} as const;
