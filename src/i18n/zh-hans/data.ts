/** The archive as data, for programs, in Chinese. */
export const data = {
  openData: '数据',
  describesData: '全部报告的著录、正文、行政区划和收录情况，供程序读取：CSV、JSON、Parquet。',
  aboutData: '全部著录和正文可以取走，供程序读取，见',
  dataReports: '{count} 份报告',
  dataAbout:
    '本库的全部著录和正文都可以取走，供程序读取。CSV 是带字节顺序标记的 UTF-8，单元格以等号一类符号开头的，前面加一个撇号，免得表格软件当作公式；JSON 是对象的数组；Parquet 里的代码都是文字，开头的 0 不会丢。空的单元格是不详，不是零。',
  dataPackageAbout: 'datapackage.json 列出每个文件的字节数、SHA-256 和各栏的含义，程序可以据此核对。',
  dataUse: '怎样读取',
  dataUseAddress: '下面几行照抄就能运行。',
  dataUseRelative:
    '这份网站生成时没有设定公开的网址，下面只写得出路径：先下载文件，或在路径前补上您打开本页所用的主机。',
  dataRows: '共 {count} 行。',
  dataManyFiles: '共 {count} 个文件，见 datapackage.json。',
  dataSchema: 'JSON Schema',
  dataField: '栏',
  dataType: '类型',
  dataMeaning: '含义',
  dataOptional: '可空',
  dataTexts: '正文',
  dataTextsAbout:
    '每行一份报告，JSON：著录、来源、校记和逐段的正文，段落地址与网页相同。每份报告在自己的网址下也有同样的一份，名为 report.json。',
  feed: '订阅（Atom）',
  dataRights: '著录、编者注和表格以 CC0 1.0 放弃权利，任何人可以任意使用。对报告文字，本库不主张任何权利。',
} as const;
