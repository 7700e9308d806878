import type { Basis } from '../../archive/basis.ts';
import { isInForce, type Region } from '../../archive/region.ts';
import { stateCode } from '../../archive/region-code.ts';
import { chosen } from './namesakes.ts';
import { openingBody } from './opening-body.ts';
import { bears, ownSuffix } from './own-level.ts';
import { type FoundRegion, noRegion, type RegionEvidence } from './region-evidence.ts';
import type { RegionNames } from './region-names.ts';
import { speaker, titleHead } from './speaker.ts';
import { spokenFor } from './spoken-for.ts';

const state =
  /^(?:国务院|国家[\p{Script=Han}]{2,8}(?:局|委|委员会|总局|署)(?!.{2,})|(?:外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|退役军人事务|应急管理|国土资源|环境保护|文化)部|中国(?:人民银行|证券监督管理委员会|证监会|银保监会|气象局|民用航空局)|海关总署|审计署|国家税务总局)$/u;

/**
 * The region that a report is about, with its basis. Title and signature come first, then what the text calls itself,
 * then the page's office and chrome, then address and file name. A name that several units bear is settled only by
 * evidence for one of them; 我市 and 我县 alone never name a region.
 */
export function reportRegion(evidence: RegionEvidence, names: RegionNames, year: number | null): FoundRegion {
  const head = evidence.title === null ? '' : titleHead(evidence.title);
  const sources: [Basis, string][] = [
    ['title', head],
    ...evidence.signature.map((line): [Basis, string] => ['signature', line]),
    ['title', evidence.title ?? ''],
    ['text', openingBody(evidence.text) ?? ''],
  ];
  const national = names.tree.region(stateCode);
  let below: FoundRegion['below'] = null;
  for (const [basis, text] of sources) {
    if (text === '') continue;
    if (state.test(text) && national) return { ...noRegion, unit: national, basis, doubt: 'none' };
    const found = speaker(text, names, year);
    if (!found.mention) {
      below ??= text === evidence.title ? null : found.below;
      continue;
    }
    const one = chosen(found.units, names, year, evidence);
    const place = below ?? found.below;
    if (!one) return { ...noRegion, basis, candidates: found.units, below: place, doubt: 'ambiguous' };
    if (year !== null && !isInForce(one.unit, year)) {
      return { ...noRegion, basis, candidates: [one.unit], below: place, doubt: 'not-in-force' };
    }
    return { ...noRegion, unit: one.unit, basis: one.basis ?? basis, below: place, doubt: 'none' };
  }
  const inText = spokenFor(names, year, evidence);
  if (inText.unit) return { ...inText, below };
  const around: [Basis, readonly string[]][] = [
    ['page', evidence.offices],
    ['page', evidence.chrome],
    ['path', evidence.path],
  ];
  for (const [basis, texts] of around) {
    const units = new Map<string, Region>();
    for (const text of texts) {
      const mention = names.mentions(text, year, true).at(-1);
      const one = mention ? chosen(mention.units, names, year, evidence) : null;
      if (one) units.set(one.unit.code, one.unit);
    }
    const deepest = deepestOf([...units.values()], names, year);
    if (deepest && fitsText(deepest, evidence)) return { ...noRegion, unit: deepest, basis, below, doubt: 'none' };
  }
  return { ...inText, below };
}

/** The one unit below which no other of the set stands, if all the others stand above it. */
function deepestOf(units: readonly Region[], names: RegionNames, year: number | null): Region | null {
  for (const unit of units) {
    const path = new Set(names.tree.path(unit.code, year ?? undefined).map(({ code }) => code));
    if (units.every(({ code }) => path.has(code))) return unit;
  }
  return null;
}

/** A host may carry other units' reports: the text's own word (我县) must fit the unit's kind. */
function fitsText(unit: Region, evidence: RegionEvidence): boolean {
  const suffix = ownSuffix(evidence.text.join('\n'));
  if (suffix === null) return true;
  return bears(unit.name, suffix);
}
