import type { Basis } from '../archive/basis.ts';
import { isInForce, type Region } from '../archive/region.ts';
import { openingBody } from './opening-body.ts';
import type { RegionNames } from './region-names.ts';
import { speaker, titleHead } from './speaker.ts';

/** Where region names may stand on a page, the surest first. */
export interface RegionEvidence {
  readonly title: string | null;
  readonly signature: readonly string[];
  /** The text's paragraphs, cleaned. */
  readonly text: readonly string[];
  /** Values of the page's fields that name an office, a medium or a site, and the page's chrome. */
  readonly offices: readonly string[];
  readonly chrome: readonly string[];
  /** Address and file name. */
  readonly path: readonly string[];
}

/** The region found, or why not: several units of one name, or one that was not in force in the year. */
export interface FoundRegion {
  readonly unit: Region | null;
  readonly basis: Basis;
  readonly candidates: readonly Region[];
  /** A township, sub-district or development zone below `unit` that has no code. */
  readonly below: { readonly name: string; readonly kind: 'township' | 'zone' } | null;
  readonly doubt: 'none' | 'ambiguous' | 'not-in-force' | 'unknown' | 'weak';
}

const nothing: FoundRegion = { unit: null, basis: 'inferred', candidates: [], below: null, doubt: 'unknown' };

const state =
  /^(?:国务院|国家[\p{Script=Han}]{2,8}(?:局|委|委员会|总局|署)(?!.{2,})|(?:外交|国防|教育|科学技术|工业和信息化|公安|国家安全|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|农业|商务|文化和旅游|退役军人事务|应急管理|国土资源|环境保护|文化)部|中国(?:人民银行|证券监督管理委员会|证监会|银保监会|气象局|民用航空局)|海关总署|审计署|国家税务总局)$/u;

/** The text's own level: what it calls itself most (我市, 全县, 区委、区政府). */
function ownSuffix(text: string): string | null {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(
    /我([省市县区州旗])|全([省市县区州旗])|([省市县区州旗])委、?\3政府|([省市县区州旗])委、政府|([省市县区州旗])委常委会/g,
  )) {
    const level = match.slice(1).find((one) => one !== undefined) ?? '';
    counts.set(level, (counts.get(level) ?? 0) + (match[1] ? 3 : 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** How often each unit's name, or that of a unit above it, stands in a text. */
function weight(
  unit: Region,
  names: RegionNames,
  year: number | null,
  texts: readonly string[],
  self: boolean,
): number {
  const above = names.tree.ancestors(unit.code, unit.until ?? year ?? undefined);
  let found = 0;
  for (const one of self ? [unit] : above) {
    const stem = names.stem(one.name);
    for (const text of texts) {
      if (text.includes(one.name + (self ? '' : unit.name))) found += 4;
      found += occurrences(text, one.name);
      if (!self && stem !== null && one.level !== 'county') found += occurrences(text, stem) * 0.5;
    }
  }
  return found;
}

function occurrences(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}

/** Chooses among units of one name by what else the input says of the units above them. */
function chosen(
  units: readonly Region[],
  names: RegionNames,
  year: number | null,
  evidence: RegionEvidence,
): { unit: Region; basis: Basis | null } | null {
  const [only] = units;
  if (units.length === 1 && only) return { unit: only, basis: null };
  const rounds: [Basis, readonly string[]][] = [
    ['title', evidence.title === null ? [] : [evidence.title]],
    ['signature', evidence.signature],
    ['text', evidence.text],
    ['page', [...evidence.offices, ...evidence.chrome]],
    ['path', evidence.path],
  ];
  for (const [basis, texts] of rounds) {
    const scored = units
      .map((unit) => ({ unit, score: weight(unit, names, year, texts, false) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = scored;
    if (!first || first.score <= 0) continue;
    // A neighbour province named once in passing is no evidence against many mentions of the own one.
    if (!second || first.score >= 3 * Math.max(second.score, 0.34)) return { unit: first.unit, basis };
    return null;
  }
  return null;
}

/** What follows a name that acts or makes documents, rather than being a place in passing. */
const actor = /^(?:委|人民政府|政府|司法局|法治政府|[人大政协]|党政|行政)/;
/** What follows the subject of a report's first sentence. */
const subjectVerb =
  /^(?:坚持|认真|深入|全面|紧紧|在|始终|高度|切实|严格|按照|以|积极|扎实|紧扣|围绕|持续|不断|法治政府|依法行政|县委|市委|区委)/;
/** A department's name behind the region's: 江门市交通运输局. */
const office = /^[\p{Script=Han}]{2,10}(?:局|厅|委员会|支队)/u;

interface NamedUnits {
  readonly name: string;
  readonly units: readonly Region[];
  readonly weight: number;
  readonly isOffice: boolean;
}

/** The names of regions in a text, with how much each speaks for being the one whose report it is. */
function weighedNames(text: string, names: RegionNames, year: number | null): NamedUnits[] {
  const found = new Map<string, { units: readonly Region[]; weight: number; isOffice: boolean }>();
  for (const mention of names.mentions(text, year, true)) {
    const known = found.get(mention.name);
    const next = text.slice(mention.end, mention.end + 16);
    const isActor = actor.test(next) || text.charAt(mention.start - 1) === '《';
    const isSubject = mention.start < 60 && subjectVerb.test(next);
    found.set(mention.name, {
      units: mention.isPlaced ? mention.units : (known?.units ?? mention.units),
      weight: (known?.weight ?? 0) + (isSubject ? 3 : isActor ? 2 : 1),
      isOffice: known?.isOffice === true || office.test(next),
    });
  }
  return [...found].map(([name, rest]) => ({ name, ...rest })).sort((a, b) => b.weight - a.weight);
}

const bears = (name: string, suffix: string): boolean =>
  name.endsWith(suffix) || (suffix === '区' && /自治区$/.test(name)) || (suffix === '省' && /自治区$/.test(name));

/**
 * The unit that a text speaks for, where neither title nor signature names one: the name it gives most weight among
 * those of its own kind (我县: a county). Where it says neither 我县 nor 我市, only a name that heads an office counts.
 */
function spokenFor(names: RegionNames, year: number | null, evidence: RegionEvidence): FoundRegion {
  const text = evidence.text.join('\n');
  const suffix = ownSuffix(text);
  const fitting = weighedNames(text, names, year).filter(({ name, isOffice }) =>
    suffix === null ? isOffice : bears(name, suffix),
  );
  const [first, second] = fitting;
  if (!first || (suffix !== null && first.weight < 2) || (second && first.weight < 2 * second.weight)) return nothing;
  const found = chosen(first.units, names, year, evidence);
  if (!found) return { ...nothing, candidates: first.units, doubt: 'ambiguous' };
  const basis = found.basis === null || found.basis === 'title' ? 'text' : found.basis;
  return { ...nothing, unit: found.unit, basis, doubt: suffix === null ? 'weak' : 'none' };
}

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
  const national = names.tree.region('000000');
  let below: FoundRegion['below'] = null;
  for (const [basis, text] of sources) {
    if (text === '') continue;
    if (state.test(text) && national) return { ...nothing, unit: national, basis, doubt: 'none' };
    const found = speaker(text, names, year);
    if (!found.mention) {
      below ??= text === evidence.title ? null : found.below;
      continue;
    }
    const one = chosen(found.units, names, year, evidence);
    const place = below ?? found.below;
    if (!one) return { ...nothing, basis, candidates: found.units, below: place, doubt: 'ambiguous' };
    if (year !== null && !isInForce(one.unit, year)) {
      return { ...nothing, basis, candidates: [one.unit], below: place, doubt: 'not-in-force' };
    }
    return { ...nothing, unit: one.unit, basis: one.basis ?? basis, below: place, doubt: 'none' };
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
    if (deepest && fitsText(deepest, evidence)) return { ...nothing, unit: deepest, basis, below, doubt: 'none' };
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
