import type { Basis } from '../archive/basis.ts';
import type { BodyKind, IssuerKind } from '../archive/issuer.ts';
import type { Report, Source } from '../archive/report-schema.ts';
import type { Role } from '../archive/section.ts';
import type { FieldForm, FieldForms } from './schema-fault.ts';

type Meanings<Word extends string> = Readonly<Record<Word, string>>;

const basis = {
  title: '标题',
  text: '正文',
  signature: '署名',
  page: '网页',
  path: '网址或文件名',
  inferred: '按规则推定',
  curator: '编者',
} as const satisfies Meanings<Basis>;

const bodyKinds = {
  government: '政府',
  party: '党委',
  department: '部门',
  township: '乡镇、街道',
} as const satisfies Meanings<BodyKind>;

const issuerKinds = {
  government: '政府',
  'party-and-government': '党委和政府联名',
  party: '党委',
  department: '部门',
  township: '乡镇、街道',
} as const satisfies Meanings<IssuerKind>;

const titleBasis = {
  text: '报告自身有',
  page: '只见于网页',
  inferred: '按规则拟的',
  curator: '编者定的',
} as const satisfies Meanings<Report['titleBasis']>;

const formats = {
  txt: '文本',
  html: '网页',
  docx: 'Word',
  pdf: 'PDF',
  mht: '单个文件的网页',
  warc: '网页存档',
} as const satisfies Meanings<Source['format']>;

const roles = {
  achievements: '举措成效',
  shortcomings: '不足原因',
  'first-responsible': '第一责任人',
  plan: '下年安排',
  other: '其他',
  extra: '规定以外的部分',
} as const satisfies Meanings<Role>;

const where = {
  own: '自成一部分',
  inside: '在别的部分之内',
  absent: '没有',
} as const satisfies Meanings<Report['sections'][number]['where']>;

const sectionBasis = {
  text: '正文',
  inferred: '按规则推定',
  curator: '编者',
} as const satisfies Meanings<Report['sections'][number]['basis']>;

const precision = { day: '到日', month: '到月' } as const satisfies Meanings<'day' | 'month'>;

const oneOf = (meanings: Readonly<Record<string, string>>): FieldForm => ({ wanted: ' ', meanings });
const line: FieldForm = { wanted: '一行文字，首尾没有空白' };
const lineOrNull: FieldForm = { wanted: '一行文字，没有的写 null' };
const list: FieldForm = { wanted: '一个列表，没有的写 []' };
const day: FieldForm = { wanted: '日期，如 "2025-01-20"（半角连字符，加引号）' };
const code: FieldForm = { wanted: '代码，如 damage/percent-lost' };
const count: FieldForm = { wanted: '正整数' };

const dated = (field: 'signed' | 'published'): FieldForms => ({
  [field]: { wanted: ' value、precision、basis 三项，不知道的写 null' },
  [`${field}.value`]: { wanted: '日期，如 "2025-01-20" 或 "2025-01"（加引号）' },
  [`${field}.precision`]: oneOf(precision),
  [`${field}.basis`]: oneOf(basis),
});

/** What each field of a report must be, for curators. */
export const reportForms: FieldForms = {
  title: line,
  titleBasis: oneOf(titleBasis),
  region: { wanted: '加引号的行政区划代码，如 "341824"' },
  regionPath: { wanted: '自省级起的名称，一行一个' },
  'regionPath.*': line,
  year: { wanted: '所报告的年度，四位数字（2004—2100），不加引号' },
  slug: { wanted: '小写英文短名，如 justice-bureau（登记在 issuers.yaml）；政府的或联合的报告写 null' },
  issuerKind: oneOf(issuerKinds),
  issuers: { wanted: '一个列表，至少一个机关' },
  'issuers.*': { wanted: ' name、kind、basis 三项' },
  'issuers.*.name': line,
  'issuers.*.kind': oneOf(bodyKinds),
  'issuers.*.basis': oneOf(basis),
  basis: { wanted: ' region、year、issuerKind 三项' },
  'basis.region': oneOf(basis),
  'basis.year': oneOf(basis),
  'basis.issuerKind': oneOf(basis),
  ...dated('signed'),
  ...dated('published'),
  page: list,
  'page.*': { wanted: ' label、value 两项' },
  'page.*.label': line,
  'page.*.value': { wanted: '加引号的文字，空的写 ""' },
  sources: { wanted: '一个列表，至少一个来源' },
  'sources.*': { wanted: ' sha256、format、url、medium、captured、excluded 各项' },
  'sources.*.sha256': { wanted: '64 位十六进制小写' },
  'sources.*.format': oneOf(formats),
  'sources.*.url': { wanted: ' http 或 https 的完整网址，不知道的写 null' },
  'sources.*.medium': lineOrNull,
  'sources.*.captured': { wanted: '日期，如 "2025-01-20"，不知道的写 null' },
  'sources.*.excluded': list,
  'sources.*.excluded.*': { wanted: ' from、to、rule 三项' },
  'sources.*.excluded.*.from': count,
  'sources.*.excluded.*.to': count,
  'sources.*.excluded.*.rule': { wanted: '规则名，如 chrome/print' },
  transformations: list,
  'transformations.*': { wanted: ' rule、count 两项' },
  'transformations.*.rule': { wanted: '规则名，如 punctuation/comma' },
  'transformations.*.count': count,
  sections: list,
  'sections.*': { wanted: ' role、where、heading、basis 四项' },
  'sections.*.role': oneOf(roles),
  'sections.*.where': oneOf(where),
  'sections.*.heading': { wanted: '照抄的标题，没有的写 null' },
  'sections.*.basis': oneOf(sectionBasis),
  notes: list,
  'notes.*': { wanted: ' code、quote、occurrence、reading、reason 各项' },
  'notes.*.code': code,
  'notes.*.quote': { wanted: '照抄的正文，一段之内' },
  'notes.*.occurrence': { wanted: '正整数：第几处' },
  'notes.*.reading': lineOrNull,
  'notes.*.reason': line,
  departures: { wanted: '一个列表；没有的整项删去' },
  'departures.*': { wanted: ' capture、text、reason 三项' },
  'departures.*.capture': { wanted: '加引号的文字：原件作什么' },
  'departures.*.text': { wanted: '加引号的文字：正文作什么' },
  'departures.*.reason': line,
  redactions: list,
  'redactions.*': { wanted: ' mark、day、reason 三项' },
  'redactions.*.mark': line,
  'redactions.*.day': day,
  'redactions.*.reason': line,
  versions: list,
  'versions.*': { wanted: ' version、until、reason 三项' },
  'versions.*.version': count,
  'versions.*.until': day,
  'versions.*.reason': line,
  doubts: list,
  'doubts.*': { wanted: ' code、message 两项' },
  'doubts.*.code': { wanted: '代码，如 date/signed-unknown' },
  'doubts.*.message': line,
  imported: { wanted: '导入所写的一行，请勿改动；可整项删去' },
};
