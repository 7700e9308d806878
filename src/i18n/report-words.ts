import type { Basis } from '../archive/basis.ts';
import type { CoverageState } from '../archive/coverage.ts';
import type { IssuerKind } from '../archive/issuer.ts';
import type { Level } from '../archive/region.ts';
import type { Role } from '../archive/section.ts';

/** How interface and exports name the kinds of the field, in Chinese. */
export const issuerKindNames: Record<IssuerKind, string> = {
  government: '政府',
  'party-and-government': '党委和政府',
  party: '党委',
  department: '部门',
  township: '乡镇（街道）',
};

/** How readers are told what a value rests on. */
export const basisNames: Record<Basis, string> = {
  title: '见于标题',
  text: '见于正文',
  signature: '见于署名',
  page: '见于原网页',
  path: '见于网址或文件名',
  inferred: '按规则推定',
  curator: '编者认定',
};

export const levelNames: Record<Level, string> = {
  national: '国家',
  province: '省级',
  prefecture: '市级',
  county: '县级',
  township: '乡级',
};

export const roleNames: Record<Role, string> = {
  achievements: '举措成效',
  shortcomings: '不足原因',
  'first-responsible': '第一责任人',
  plan: '下年安排',
  other: '其他情况',
  extra: '另设部分',
};

/** How readers are told what the archive knows of a unit's report of a year. */
export const coverageNames: Record<CoverageState, string> = {
  held: '已收',
  known: '已知未收',
  'not-found': '查无',
  withdrawn: '撤除',
  unsought: '尚未查找',
  'no-unit': '无此建制',
};
