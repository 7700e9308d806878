import type { Basis } from '../../archive/basis.ts';
import type { BodyKind, IssuerKind } from '../../archive/issuer.ts';
import { compact } from '../lines/layout-space.ts';
import { stateBody } from './state-bodies.ts';

/** A body that issues reports: its name as it stands (white space out), its kind, and what names it. */
export interface IssuingBody {
  readonly name: string;
  readonly kind: BodyKind;
  readonly basis: Basis;
}

const unit = '省市县区州旗盟';
const party = new RegExp(`^中共.*委(?:员会)?$|^中国共产党|[${unit}镇乡]委(?:员会)?$|党(?:工)?委$`);
const departmentCommittee =
  /(?:改革|健康|国资|监督管理|城市管理|城管执法|市政管理|交通管理|水务管理|房屋管理|建设和?管理|事务管理|综合管理|民族宗教|事务|建设|教育|科技|网信|住建|卫生|工作|交通|体育|经济|农业农村|城管|城乡建设)委(?:员会)?$/;
/** A party working committee of a zone, which has no committee: 苏州工业园区工委, 开发区党工委. */
const zoneParty = /(?:区|园|城|港|新区)(?:党)?工(?:作)?委(?:员会)?$/;
/** The party group or committee within an office speaks for the office. */
const officeCommittee = /(?:局|厅|院|中心|公司|集团|健康委|改革委|部)(?:党组|党委|党工委|委员会)$/;
const township =
  /(?:[镇乡]|街道|街)(?:党委|党工委|委员会|人民政府|政府|办事处|办)?$|街道办(?:事处)?$|[镇乡]委(?:员会)?$/;
const government = new RegExp(
  `人民政府(?:办公[厅室]|办)?$|[${unit}]政府(?:办公[厅室])?$|管(?:理)?委(?:员)?会$|行(?:政公)?署(?:办公[厅室])?$|^国务院$`,
);
const department =
  /(?:局|厅|委|委员会|办公室|办|院|中心|总队|支队|大队|队|处|站|所|署|部|会|社|馆|大学|学院|银行|海关|公司|集团|税务局|分局)$/;

/** The kind of a body by its name; null where the name is none of a body. */
export function bodyKind(name: string): BodyKind | null {
  const text = compact(name);
  if (stateBody(text) !== null) return text.endsWith('国务院') ? 'government' : 'department';
  if (officeCommittee.test(text)) return 'department';
  if (zoneParty.test(text)) return 'party';
  if (township.test(text) && !/[市县区州旗]委$/.test(text)) return 'township';
  // A city's own 城市管理委员会 is a department, a zone's 管理委员会 acts as its government.
  if (departmentCommittee.test(text) && !/^中共/.test(text)) return 'department';
  if (government.test(text) && !/局$/.test(text)) return 'government';
  if (party.test(text)) return 'party';
  return department.test(text) ? 'department' : null;
}

const bodyEnds = new RegExp(
  `(?:人民政府办公[厅室]|人民政府|[${unit}]政府|管理?委员?会|工作委员会|行政公署|[${unit}镇乡街道]委员会|(?<=中共[^委]{2,20}[${unit}镇乡])委(?!员)|党工委|(?<=[区园城港])工委|(?<=[镇乡道区])党委|街道办事处|街道办|办事处)(?=$|[、和与及]|中共|[\\p{Script=Han}])`,
  'gu',
);

/**
 * The names of the bodies that a signature or a title's head names: `中共博山区委 博山区人民政府` is two. White space,
 * 、 and 和 part them, and one that ends where the next begins does too (…区委长治市…).
 */
export function bodyNames(text: string): string[] {
  const pieces = text
    .replace(/[()()【】]/g, ' ')
    .split(/[\s、，,;;|]+/)
    .flatMap((piece) => piece.split(/(?<=委|会|府|室)(?:和|与|及)(?=中共|[\p{Script=Han}]{2,})/u))
    .filter((piece) => piece !== '');
  const joined: string[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    // “长治市 上党区 人民政府”: a piece that ends in no body goes on with the next.
    if (previous !== undefined && bodyKind(previous) === null) joined[joined.length - 1] = previous + piece;
    else joined.push(piece);
  }
  return joined.flatMap(splitRun).filter((name) => bodyKind(name) !== null && name.length >= 2 && name.length <= 40);
}

/** Parts a run of names without separators at the ends of party committees and governments. */
function splitRun(text: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const match of text.matchAll(bodyEnds)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    const goesOn = rest === '' || /^(?:中共|[\p{Script=Han}]{2,}(?:委|会|政府|处|室|局|厅)$)/u.test(rest);
    const isOfficeOf =
      /^(?:办公[厅室]|员会|会|组织部|宣传部|政法委|[\p{Script=Han}]{2,14}(?:局|厅|办公室|中心|委员会)$)/u.test(rest) &&
      !/^(?:[\p{Script=Han}]{2,20}(?:人民政府|[省市县区州旗]委(?!员会)|管委会|管理委员会))/u.test(rest);
    // 鲤城区人民政府金龙街道办事处 is one body: the sub-district's office is the government's own.
    const isSubdistrict = /政府$/.test(match[0]) && /^[\p{Script=Han}]{1,8}(?:街道办事处|街道办|办事处)$/u.test(rest);
    if (!goesOn || isSubdistrict || (rest !== '' && isOfficeOf)) continue;
    names.push(text.slice(from, end));
    from = end;
  }
  if (from < text.length) names.push(text.slice(from));
  return names;
}

/** The kind of a report by the bodies that issue it together. */
export function issuerKindOf(bodies: readonly Pick<IssuingBody, 'kind' | 'name'>[]): IssuerKind | null {
  const kinds = new Set(bodies.map(({ kind }) => kind));
  if (kinds.size === 0) return null;
  if (kinds.has('township')) return 'township';
  if (kinds.has('government')) return kinds.has('party') ? 'party-and-government' : 'government';
  if (kinds.has('department')) return 'department';
  return 'party';
}
