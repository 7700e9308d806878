import type { Basis } from '../../archive/basis.ts';
import { isInForce, type Region } from '../../archive/region.ts';
import { stateCode } from '../../archive/region-code.ts';
import { compact } from '../lines/layout-space.ts';
import { bareSpeaker } from './bare-speaker.ts';
import { chosen } from './namesakes.ts';
import { openingBody } from './opening-body.ts';
import { autonomousSubject } from './opening-subject.ts';
import { bears, ownSuffix } from './own-level.ts';
import { portalProvince } from './province-portals.ts';
import { type FoundRegion, noRegion, type RegionEvidence } from './region-evidence.ts';
import type { RegionNames } from './region-names.ts';
import { speaker, titleHead } from './speaker.ts';
import { spokenFor } from './spoken-for.ts';
import { stateBody } from './state-bodies.ts';

/** A body of the State that the table does not name: 国家能源局, 国家数据局. */
const stateOffice = /^国家[\p{Script=Han}]{2,8}(?:局|委|委员会|总局|署)(?!.{2,})/u;

/** A branch with a place behind it is the place's: 国家税务总局和县税务局. */
const isBranch = /总局.+局$/;

const isState = (name: string): boolean => stateBody(name) !== null || (stateOffice.test(name) && !isBranch.test(name));

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
  const told = [...evidence.offices, ...evidence.chrome, ...evidence.text].join('\n');
  let below: FoundRegion['below'] = null;
  for (const [basis, text] of sources) {
    if (text === '') continue;
    if (isState(text) && national) return { ...noRegion, unit: national, basis, doubt: 'none' };
    const found = speaker(text, names, year, told);
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
  // 我部 and an office of the State on the page: no region's own words stand against it.
  if (national && ownSuffix(evidence.text.join('\n')) === null && evidence.offices.some((name) => stateBody(name)))
    return { ...noRegion, unit: national, basis: 'page', doubt: 'none' };
  const bare = [head, ...evidence.signature].map(bareSpeaker).find((kind) => kind !== null);
  const kind = bare ?? autonomousSubject(evidence.text) ?? ownSuffix(evidence.text.join('\n'));
  // 宁夏2023年……报告: the short name of one unit that is of the text's own kind.
  const short = names.byStem(compact(head), year).filter((unit) => kind === null || bears(unit.name, kind));
  const shortNamed = short.length === 0 ? null : chosen(short, names, year, evidence);
  if (shortNamed)
    return { ...noRegion, unit: shortNamed.unit, basis: shortNamed.basis ?? 'title', below, doubt: 'none' };
  const inText = spokenFor(names, year, evidence, kind);
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
    if (deepest && fitsKind(deepest, kind, basis)) return { ...noRegion, unit: deepest, basis, below, doubt: 'none' };
  }
  const portal = kind === '省' || kind === '自治区' ? portalOwner(evidence.path, names, year) : null;
  if (portal && fitsKind(portal, kind, 'path'))
    return { ...noRegion, unit: portal, basis: 'path', below, doubt: 'none' };
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

/**
 * Whether a unit is of the kind that the text speaks for (我县): a host may carry other units' reports. 全区 and 我区 are
 * what a district says too, so that they prove no autonomous region by its host.
 */
function fitsKind(unit: Region, kind: string | null, basis: Basis): boolean {
  if (kind === null) return true;
  if (kind === '区' && basis === 'path' && unit.level === 'province') return false;
  return bears(unit.name, kind);
}

/** The province on whose portal a page stands; null where its address says nothing. */
function portalOwner(paths: readonly string[], names: RegionNames, year: number | null): Region | null {
  const code = paths.map(portalProvince).find((province) => province !== null);
  return code === undefined ? null : (names.tree.region(code, year ?? undefined) ?? null);
}
