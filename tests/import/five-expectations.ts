/**
 * What a reader finds in the five captures, written down line by line against the captures themselves. `outline`: depth, line (with + where the
 * paragraph follows on the same line), the heading as it stands. `issues`: line and code. `page`: label=value.
 */

export const shangdang = {
  sha256: '4b9d157cd803ac76be96a8a94845dd4add7eb9e648a7306feb99507f50f7ac72',
  record: {
    isReport: true,
    reportId: '140404/2024',
    path: 'reports/14/140404/2024.md',
    title: '中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告',
    titleBasis: 'text',
    region: { code: '140404', name: '上党区', path: ['山西省', '长治市', '上党区'] },
    regionCandidates: [],
    year: 2024,
    issuers: [
      { name: '中共长治市上党区委', kind: 'party', basis: 'signature' },
      { name: '长治市上党区人民政府', kind: 'government', basis: 'signature' },
    ],
    issuerKind: 'party-and-government',
    published: '2025-01-20',
    signed: '2025-01',
    sourceMedium: '长治日报',
    indexNumber: '000014349/2025-02343',
    documentNumber: null,
    basis: { region: 'title', year: 'title', issuerKind: 'signature', published: 'page', signed: 'signature' },
    chromeLines: [1, 3, 5, 7, 9, 11],
  },
  roles: ['achievements own', 'shortcomings own', 'first-responsible own', 'extra own', 'plan own', 'other absent'],
  issues: [
    '- date/signed-day-lost',
    '20 date/before-year-end',
    '37 damage/heading-stop-lost',
    '39 damage/character-lost',
    '47 damage/heading-stop-lost',
    '55 damage/marker-lost',
    '63 damage/character-lost',
    '63 damage/heading-stop-lost',
    '65 damage/marker-lost',
    '67 damage/marker-lost',
    '77 damage/heading-stop-lost',
    '83 damage/date',
  ],
  page: [
    '索引号=000014349/2025-02343',
    '发文字号=',
    '发文时间=2025-01-20',
    '发文机关=长治市上党区司法局',
    '主题词=中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告',
    '标题=中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告',
    '主题分类=其它',
    '发布日期=2025-01-20',
    '时间=2017-08-20',
    '来源=长治日报',
  ],
  outline: `
1 25 一、2024年推进法治政府建设的主要举措和成效
2 27 (一)突出标准引领,全力提升依法行政水平
3 29+ 1.推进重大事项依法决策
3 31+ 2.行政争议实质高效化解
3 33+ 3.健全完善行政执法工作体系
2 35 (二)突出提质增效,全力优化法治化营商环境
3 37+ 1.构建便民利企的政务环境
3 39+ 2.构建优质高效的服务环境
3 41+ 3.构建严格规范的执法环境
2 43 (三)突出强基导向,着力提升基层治理法治化水平
3 45+ 1.多渠道开展法治宣传培训
3 47+ 2.精准普惠开展公共法律服务
3 49+ 3.扎实推进基层矛盾纠纷化解
1 51 二、2024年推进法治政府建设存在的不足和原因
2 55+ )法治意识和依法行政能力还需进一步强化
2 57+ (二)行政执法规范化和效能建设还需进一步提高
2 59+ (三)基层法治政府建设的基础还不够稳固
1 61 三、党政主要负责人履行推进法治建设第一责任人职责,落实年度责任清单,加强法治政府建设的有关情况
2 63+ (一)强化统筹推进
2 65+ )强化依法履职
2 67+ )强化考核督促
1 69 四、履行法院生效裁判情况
1 73 五、2025年推进法治政府建设的主要安排
2 75+ (一)着力强化法治政府建设工作统筹
2 77+ (二)着力构建行政执法协调监督工作体系
2 79+ (三)着力加强法治工作队伍建设
`,
} as const;

export const jixi = {
  sha256: 'e45e6f3a49e7ecacad64b41b2a2393706d146c65163ea3f3d10a5c40aef9d20c',
  record: {
    isReport: true,
    reportId: '341824/2023',
    path: 'reports/34/341824/2023.md',
    title: '绩溪县2023年度法治政府建设工作情况报告',
    titleBasis: 'text',
    region: { code: '341824', name: '绩溪县', path: ['安徽省', '宣城市', '绩溪县'] },
    regionCandidates: [],
    year: 2023,
    issuers: [{ name: '绩溪县人民政府', kind: 'government', basis: 'inferred' }],
    issuerKind: 'government',
    published: '2024-02-28',
    signed: null,
    sourceMedium: '司法局',
    indexNumber: null,
    documentNumber: null,
    basis: { region: 'title', year: 'title', issuerKind: 'inferred', published: 'page', signed: null },
    chromeLines: [1, 3, 4, 5, 6, 7, 12, 89],
  },
  roles: ['achievements own', 'first-responsible inside', 'shortcomings own', 'plan own', 'other own'],
  issues: ['- date/signed-unknown', '- issuer/inferred', '66 damage/stop-lost'],
  page: ['发布时间=2024-02-28 15:48', '信息来源=司法局', '浏览='],
  outline: `
1 16 一、上一年度法治政府建设的主要举措和成效
2 18 (一)深入学习贯彻习近平法治思想、党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设等情况
3 20+ 1.深入学习贯彻习近平法治思想
3 22+ 2.党政主要负责人履行“第一责任人”职责情况
3 24+ 3.加强法治政府建设情况
2 26 (二)推进政府机构职能优化、推进“放管服”改革、优化法治化营商环境等情况
3 28+ 1.持续深化“放管服”改革
3 30+ 2.持续优化法治化营商环境
3 32+ 3.聚焦重点领域依法履职
2 34 (三)持续完善依法行政制度和决策制度
3 36+ 1.推进依法决策
3 38+ 2.加强行政规范性文件监督管理
2 40 (四)严格规范公正文明执法情况
3 42+ 1.推动乡镇综合行政执法改革
3 44+ 2.加强行政执法队伍建设
3 46+ 3.进一步强化行政执法监督
2 48 (五)依法处置突发事件、提供公共法律服务和化解社会矛盾纠纷等情况
3 50+ 1.依法夯实基层社会治理基础
3 52+ 2.优化法律服务供给
3 54+ 3.深入开展法治宣传
2 56 (六)规范行政权力制约监督情况
1 60 二、上一年度法治政府建设存在的不足和原因
2 64+ (一)在基层法治能力建设方面
2 66+ (二)在干部法治素养和能力提升方面
2 68+ (三)创新开展法治宣传教育方面
1 70 三、2024年度推进法治政府建设的主要安排
2 72+ (一)聚焦思想建设,不断提高政治站位
2 74+ (二)聚焦依法决策,进一步完善行政决策程序
2 76+ (三)聚焦行政执法,持续加强重点领域监管
2 78+ (四)聚焦基层治理,深入推进基层法治建设
2 80+ (五)聚焦能力提升,着力加强法治人才建设
2 82+ (六)聚焦法治督察,严格压实法治建设责任
1 84 四、其他需要报告的情况
`,
} as const;

export const shuozhou = {
  sha256: 'd040ebfc971cf466b5d0b90e6b72494580c7996e98153e4de4c139c186829b74',
  record: {
    isReport: true,
    reportId: '140600/2024',
    path: 'reports/14/140600/2024.md',
    title: '朔州市2024年度法治政府建设情况报告',
    titleBasis: 'inferred',
    region: { code: '140600', name: '朔州市', path: ['山西省', '朔州市'] },
    regionCandidates: [],
    year: 2024,
    issuers: [{ name: '朔州市人民政府', kind: 'government', basis: 'inferred' }],
    issuerKind: 'government',
    published: null,
    signed: null,
    sourceMedium: null,
    indexNumber: null,
    documentNumber: null,
    basis: { region: 'text', year: 'text', issuerKind: 'inferred', published: null, signed: null },
    chromeLines: [],
  },
  roles: ['achievements own', 'first-responsible inside', 'shortcomings own', 'plan own', 'other absent'],
  issues: [
    '- date/published-unknown',
    '- date/signed-unknown',
    '- issuer/inferred',
    '- title/missing',
    '1 damage/character-lost',
    '1 damage/character-lost',
    '1 damage/dash-lost',
    '7 damage/heading-stop-lost',
    '25 damage/percent-lost',
    '25 damage/stop-lost',
    '35 damage/heading-stop-lost',
    '35 damage/point-lost',
    '41 damage/percent-lost',
    '43 damage/percent-lost',
    '43 damage/percent-lost',
    '45 damage/quote-lost',
    '59 damage/character-lost',
    '59 damage/quote-lost',
  ],
  page: [],
  outline: `
1 3 一、主要举措和成效
2 5 (一)坚持正确政治方向,法治政府建设更加扎实有力
3 7+ 一是领导干部学法述法纵深推进
3 9+ 二是“关键少数”引领作用发挥充分
3 11+ 三是法治建设责任压力层层传导
2 13 (二)坚持依法行政,政府治理体系更加成熟完善
3 15+ 一是科学民主依法立法基础扎实
3 17+ 二是重大行政决策依法规范
3 19+ 三是规范性文件管理工作得到加强
2 21 (三)深化执法体制改革,行政执法工作更加公正严明
3 23+ 一是严格规范公正文明执法深入推进
3 25+ 二是基层综合执法体制改革重磅推动
2 27 (四)加快推动职能转变,政府依法履职更加协同充分
3 29+ 一是法治化营商环境持续优化
3 31+ 二是“放管服”改革进一步深化
3 33+ 三是信用监管效能全面提升
3 35+ 四是重点领域执法监督强力推进
2 37 (五)健全多元化解机制,社会公平正义更加有效彰显
3 39+ 一是行政复议化解行政争议主渠道作用发挥良好
3 41+ 二是矛盾纠纷源头化解有效推动
3 43+ 三是公共法律服务供给形成品牌
3 45+ 四是普法宣传力度全面加强
1 47 二、存在问题
1 51 三、2025年法治政府建设初步安排
2 53+ (一)进一步加强党对法治政府建设的领导
2 55+ (二)统筹推进法治政府建设
2 57+ (三)健全完善依法行政体制机制
2 59+ (四)持续优化营商环境
2 61+ (五)努力提升社会治理能力
`,
} as const;

export const hedong = {
  sha256: '90eea82340a6c8aa3edf8356842f8aaa726314eb585284c44f2e2ef1e9c8e3ce',
  record: {
    isReport: true,
    reportId: '120102/2024-justice-bureau',
    path: 'reports/12/120102/2024-justice-bureau.md',
    title: '河东区司法局2024年度法治政府建设情况报告',
    titleBasis: 'inferred',
    region: { code: '120102', name: '河东区', path: ['天津市', '河东区'] },
    regionCandidates: [],
    year: 2024,
    issuers: [{ name: '河东区司法局', kind: 'department', basis: 'signature' }],
    issuerKind: 'department',
    published: null,
    signed: '2025-01-17',
    sourceMedium: null,
    indexNumber: null,
    documentNumber: null,
    basis: { region: 'text', year: 'text', issuerKind: 'signature', published: null, signed: 'signature' },
    chromeLines: [25],
  },
  roles: ['achievements own', 'first-responsible own', 'shortcomings own', 'plan own', 'other absent'],
  issues: ['- date/published-unknown', '- title/missing'],
  page: [],
  outline: `
1 2 一、2024年度推进法治政府建设的主要举措和成效
2 3+ (一)坚持党的领导,压实法治政府建设责任
2 4+ (二)坚持依法行政,持续提升依法决策水平
2 5+ (三)坚持规范执法,全面提高行政执法质效
2 6+ (四)坚持复议为民,推动行政争议实质性化解
2 7+ (五)坚持普治并举,深化基层普法依法治理
2 8+ (六)坚持人民至上,优化公共法律服务供给
2 9+ (七)坚持多元共治,推进矛盾纠纷有效化解
1 10 二、党政主要负责人履行第一责任人职责情况
1 12 三、当前工作存在的不足及原因
2 14+ (一)调解组织的覆盖领域、服务范围仍需拓展
2 15+ (二)公共法律服务实体平台建设水平有待提升
1 16 四、2025年推进法治政府建设工作安排
2 18+ (一)深入推进政府依法行政
2 19+ (二)全面提升行政执法水平
2 20+ (三)推动行政争议实质化解
2 21+ (四)加强法治化营商环境建设
2 22+ (五)优化法律服务供给质效
`,
} as const;

export const boshan = {
  sha256: 'de16838f76f15b5c0ad4ee309230b23eb4057aff3d547a70a1790a45871f01fa',
  record: {
    isReport: true,
    reportId: '370304/2022',
    path: 'reports/37/370304/2022.md',
    title: '中共博山区委博山区人民政府关于2022年度法治政府建设工作情况的报告',
    titleBasis: 'text',
    region: { code: '370304', name: '博山区', path: ['山东省', '淄博市', '博山区'] },
    regionCandidates: [],
    year: 2022,
    issuers: [
      { name: '中共博山区委', kind: 'party', basis: 'signature' },
      { name: '博山区人民政府', kind: 'government', basis: 'signature' },
    ],
    issuerKind: 'party-and-government',
    published: '2023-01-30',
    signed: '2023-01-19',
    sourceMedium: null,
    indexNumber: null,
    documentNumber: null,
    basis: { region: 'title', year: 'title', issuerKind: 'signature', published: 'page', signed: 'signature' },
    chromeLines: [1, 2, 78, 80],
  },
  roles: ['achievements own', 'first-responsible own', 'shortcomings own', 'plan own', 'other absent'],
  issues: ['44 damage/bracket-lost'],
  page: ['发布日期=2023-01-30 15:50:19', '浏览次数='],
  outline: `
1 10 一、推进法治政府建设的主要举措和成效
2 12 (一)着力提高政治站位,切实加强党对全面依法治区的领导
3 14+ 一是深入学习,全面完整准确贯彻习近平法治思想
3 16+ 二是强化督察,全力推动法治建设各项任务落地落实
3 18+ 三是上下联动,全方位营造浓厚法治氛围
3 20+ 四是凝心聚力,全员参与法治政府示范创建验收评估工作
2 22 (二)聚焦职能体系优化,全力推动法治政府建设纵深推进
3 24+ 一是健全政府机构职能体系
3 26+ 二是健全法治博山职责体系
3 28+ 三是健全行政权力制约体系
2 30 (三)全面压实工作责任,有效形成法治政府建设五大成效
3 32+ 一是政府决策效能实现更大跃升
3 34+ 二是政府行政执法水平实现更大提高
3 36+ 三是政府法律服务能力实现更大跨越
3 38+ 四是数字法治政府建设实现更大作为
3 40+ 五是突发事件应对能力实现更大提升
1 42 二、党政主要负责人履行推进法治建设第一责任人职责情况
2 44+ (一)强化组织领导,不断优化制度体系
2 46+ (二)紧盯“关键少数”,扎实开展年终述法工作
2 48+ (三)深化担当意识,坚决扛牢法治建设第一责任人职责
1 50 三、推进法治政府建设存在的不足和原因
1 54 四、2023年推进法治政府建设的主要安排
2 58+ 一是锚定重点任务,夯实法治政府建设基础
2 60+ 二是健全制度机制,提升科学民主决策水平
2 62+ 三是坚持示范引领,严格规范公正文明执法
2 64+ 四是强化考核督察,确保权力行使公开透明
2 66+ 五是紧扣依法治理,深入推进法治社会建设
2 68+ 六是聚焦法律服务,不断优化法治营商环境
`,
} as const;
