import { compact } from '../lines/layout-space.ts';

/**
 * Bodies of the State Council that speak for the State, present and former, with the short names by which they sign.
 * Written from knowledge, not from a register; a body that is missing is none of the State's until it is added here.
 */
const present = [
  ...['国务院', '国务院办公厅', '外交部', '国防部', '国家发展和改革委员会', '国家发展改革委', '国家发改委', '教育部'],
  ...['科学技术部', '科技部', '工业和信息化部', '工信部', '国家民族事务委员会', '国家民委', '公安部', '国家安全部'],
  ...['民政部', '司法部', '财政部', '人力资源和社会保障部', '人力资源社会保障部', '人社部', '自然资源部', '生态环境部'],
  ...['住房和城乡建设部', '住房城乡建设部', '住建部', '交通运输部', '水利部', '农业农村部', '商务部', '文化和旅游部'],
  ...['国家卫生健康委员会', '国家卫生健康委', '国家卫健委', '退役军人事务部', '应急管理部', '中国人民银行', '审计署'],
  ...['国务院国有资产监督管理委员会', '国务院国资委', '海关总署', '国家税务总局', '税务总局', '国家市场监督管理总局'],
  ...['市场监管总局', '国家金融监督管理总局', '金融监管总局', '中国证券监督管理委员会', '中国证监会', '证监会'],
  ...['国家广播电视总局', '广电总局', '国家体育总局', '体育总局', '国家信访局', '国家统计局', '国家知识产权局'],
  ...['国家国际发展合作署', '国家医疗保障局', '国家医保局', '国务院参事室', '国家机关事务管理局', '国务院研究室'],
  ...['国家认证认可监督管理委员会', '国家标准化管理委员会', '国家新闻出版署', '国家版权局', '国家宗教事务局'],
  ...['国务院港澳事务办公室', '国家互联网信息办公室', '国家网信办', '新华通讯社', '中国科学院', '中国社会科学院'],
  ...['中国工程院', '国务院发展研究中心', '中国气象局', '国家粮食和物资储备局', '国家能源局', '国家数据局'],
  ...['国家国防科技工业局', '国家烟草专卖局', '国家移民管理局', '国家林业和草原局', '国家林草局', '国家铁路局'],
  ...['中国民用航空局', '中国民航局', '国家民航局', '国家邮政局', '国家文物局', '国家中医药管理局', '国家中医药局'],
  ...['国家疾病预防控制局', '国家疾控局', '国家矿山安全监察局', '国家消防救援局', '国家外汇管理局', '国家外汇局'],
  ...['国家药品监督管理局', '国家药监局', '国家公务员局', '国家档案局', '国家保密局', '国家密码管理局', '国家航天局'],
  ...['国家核安全局', '国家语言文字工作委员会'],
];
const former = [
  ...[
    '国土资源部',
    '环境保护部',
    '环保部',
    '农业部',
    '文化部',
    '卫生部',
    '铁道部',
    '监察部',
    '人事部',
    '建设部',
    '交通部',
  ],
  ...['劳动和社会保障部', '信息产业部', '国家卫生和计划生育委员会', '国家卫生计生委', '国家人口和计划生育委员会'],
  ...['国家质量监督检验检疫总局', '质检总局', '国家工商行政管理总局', '工商总局', '国家食品药品监督管理总局'],
  ...['食品药品监管总局', '国家食品药品监督管理局', '国家新闻出版广电总局', '新闻出版广电总局', '新闻出版总署'],
  ...['国家新闻出版总署', '国家广播电影电视总局', '国家安全生产监督管理总局', '安全监管总局', '国家环境保护总局'],
  ...['国家旅游局', '国家林业局', '国家粮食局', '国家海洋局', '国家测绘地理信息局', '国家测绘局', '国务院法制办公室'],
  ...['国务院法制办', '国务院侨务办公室', '国务院台湾事务办公室', '国务院扶贫开发领导小组办公室', '国务院扶贫办'],
  ...['中国银行业监督管理委员会', '中国银监会', '银监会', '中国保险监督管理委员会', '中国保监会', '保监会'],
  ...['中国银行保险监督管理委员会', '中国银保监会', '银保监会', '国家电力监管委员会', '国家煤矿安全监察局'],
  ...['国家乡村振兴局', '国家预防腐败局', '国家外国专家局'],
];

/** Every name of the table. */
export const stateBodyNames: readonly string[] = [...present, ...former];

const known: ReadonlySet<string> = new Set(stateBodyNames);
const longestName = Math.max(...stateBodyNames.map(({ length }) => length));
const state = /^中华人民共和国/;
/** An office within a body: 司法部办公厅, 水利部政策法规司. Branches with a place (国家税务总局绩溪县税务局) are none. */
const within = /^(?:办公[厅室]|[\p{Script=Han}]{2,10}司)$/u;

/** The body of the State with whose name a text begins, `中华人民共和国` in front or not; null where it begins with none. */
export function leadingStateBody(text: string): string | null {
  const own = text.replace(state, '');
  for (let length = Math.min(longestName, own.length); length >= 3; length--) {
    const name = own.slice(0, length);
    if (known.has(name)) return text.slice(0, text.length - own.length) + name;
  }
  return null;
}

/** The body of the State that a name means, an office within it counted as it; null for any other name. */
export function stateBody(name: string): string | null {
  const whole = compact(name);
  const body = leadingStateBody(whole);
  if (body === null) return null;
  const rest = whole.slice(body.length);
  return rest === '' || within.test(rest) ? body : null;
}
