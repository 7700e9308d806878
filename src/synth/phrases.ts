/**
 * Clauses from which invented reports are made, after the manner of real ones. `{word}` is a coined word, `{place}` the
 * region's name, `{dept}` a department, `{n}` a small and `{m}` a larger number, `{pct}` a rate, `{year}` the year
 * reported on and `{next}` the one after, `{person}` an invented person.
 */
export const openings = [
  '坚持党建引领',
  '坚持问题导向',
  '聚焦{word}领域突出问题',
  '紧盯{word}关键环节',
  '围绕{place}中心工作',
  '立足{place}实际',
  '以“{word}”专项行动为牵引',
  '依托{word}平台',
  '对照《{place}{word}工作规划》',
  '按照上级统一部署',
  '针对群众反映集中的{word}问题',
  '结合{year}年度重点任务',
  '由{dept}牵头',
  '充分发挥{word}协调机制作用',
  '以{word}改革为契机',
  '把{word}工作摆在突出位置',
  '严格落实{word}责任制',
  '统筹推进{word}与{word}',
  '发挥{word}示范点带动作用',
  '深入贯彻新修订的{word}条例',
] as const;

export const actions = [
  '制定出台《{place}{word}管理办法》',
  '印发《关于加强{word}工作的实施意见》',
  '修订《{place}{word}工作规则》',
  '建立{word}联席会议制度',
  '健全{word}责任清单',
  '开展{word}专项整治',
  '组织{word}专题培训{n}期',
  '设立{word}工作站{n}个',
  '推行“{word}+{word}”工作模式',
  '成立{word}工作专班',
  '选派{person}等{n}名业务骨干驻点指导',
  '打造“{word}”法治品牌',
  '在{word}村、{word}社区开展试点',
  '召开{word}现场推进会',
  '完善重大行政决策公众参与、专家论证、风险评估机制',
  '落实行政执法公示、执法全过程记录、重大执法决定法制审核制度',
  '编制{word}事项目录并动态调整',
  '推动{word}窗口一体化办理',
  '梳理{word}领域风险点{n}个',
  '建立{word}案件会商机制',
  '公布{word}典型案例{n}件',
  '聘请{person}担任{word}监督员',
  '与{word}园区签订共建协议',
  '开通{word}热线',
  '编印《{word}操作指引》{m}册',
  '对{dept}等{n}家单位开展实地督察',
] as const;

export const results = [
  '全年审查行政规范性文件{n}件',
  '出具合法性审查意见{n}件、提出修改建议{m}条',
  '办理行政复议案件{m}件，审结{n}件',
  '行政机关负责人出庭应诉率{pct}%',
  '开展行政执法检查{m}次',
  '化解矛盾纠纷{m}件，化解率{pct}%',
  '受理法律援助案件{m}件',
  '培训行政执法人员{m}人次',
  '办理人大代表建议{n}件、政协提案{n}件',
  '主动公开政府信息{m}条，办理依申请公开{n}件',
  '开展法治宣传活动{n}场次，受众{m}人次',
  '为受援人挽回经济损失{m}万元',
  '评查执法案卷{n}份，督促整改问题{n}个',
  '培育“法律明白人”{m}名',
  '清理{word}领域文件{n}件，废止{n}件',
  '一审行政诉讼案件{n}件，败诉率{pct}%',
  '取消{word}证明事项{n}项',
  '网上可办率达到{pct}%',
  '公证办证{m}件',
  '举办领导干部会前学法{n}次',
] as const;

export const ends = [
  '为{place}高质量发展提供有力法治保障',
  '{word}工作经验被上级转发推广',
  '群众满意度稳步提升',
  '相关做法在{word}片区全面推开',
  '执法质效明显提高',
  '营商环境持续优化',
  '形成{word}治理新格局',
  '办理时限压缩{n}个工作日',
  '基层治理法治化水平进一步提升',
  '实现{word}事项全覆盖',
] as const;

export const shortcomings = [
  '{word}领域执法力量与任务还不相适应',
  '个别单位对{word}工作重视不够',
  '{word}信息化平台数据共享不充分',
  '基层法治审核人员专业能力有待提高',
  '行政应诉中{word}类案件败诉风险仍然存在',
  '普法宣传的针对性还不强',
  '{word}制度执行存在上热下冷现象',
  '部分街道对下放的{word}事项承接不畅',
  '执法监督手段较为单一',
  '{word}纠纷多元化解合力有待增强',
] as const;

export const plans = [
  '继续完善{word}工作机制',
  '出台{place}{word}实施细则',
  '深化{word}改革试点',
  '持续开展{word}专项监督',
  '加强{word}队伍建设',
  '推动{word}平台迭代升级',
  '力争{next}年底前完成{word}任务',
  '健全府院联动机制',
  '做好“九五”普法启动工作',
  '扩大{word}服务覆盖面',
] as const;

/** Free thematic headings; four of ten real reports use such, without the words the rules ask for. */
export const themes = [
  '坚持高位推动，凝聚{word}建设合力',
  '聚焦依法决策，健全{word}制度体系',
  '突出公正文明，规范{word}执法行为',
  '强化多元共治，化解{word}矛盾纠纷',
  '优化营商环境，激发{word}市场活力',
  '夯实基层基础，建强{word}工作队伍',
  '拓展普法载体，涵养{word}法治文化',
  '深化政务公开，打造{word}阳光政府',
  '加强监督制约，确保{word}权力规范运行',
  '创新服务供给，提升{word}惠民实效',
] as const;

export const surnames = [...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱许何吕施张孔曹严金魏陶姜谢邹潘葛范彭鲁韦马苗方'] as const;
export const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚辉建玉春梅海燕波宁哲睿妍博昊雨晨'] as const;

/** Characters outside the Basic Multilingual Plane that stand in names of real villages, rivers and persons. */
export const rareCharacters = [...'𬇕𬒗𪨶𬭊𫖯𪩘𫓧𣲘𣲗𫭟𫵷𦭜𬟽𬬭𬬻𫠊𫍽𬭸'] as const;
