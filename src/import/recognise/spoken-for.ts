import type { Region } from '../../archive/region.ts';
import { chosen } from './namesakes.ts';
import { bears } from './own-level.ts';
import { type FoundRegion, noRegion, type RegionEvidence } from './region-evidence.ts';
import type { RegionNames } from './region-names.ts';

/** What follows a name that acts or makes documents, rather than being a place in passing. */
const actor = /^(?:委|人民政府|政府|司法局|法治政府|[人大政协]|党政|行政)/;
/** What follows the subject of a report's first sentence. */
const subjectVerb =
  /^(?:坚持|认真|深入|全面|紧紧|在|始终|高度|切实|严格|按照|以|积极|扎实|紧扣|围绕|持续|不断|县委|市委|区委|法治政府建设(?:工作)?(?:坚持|认真|深入|在|以|取得))/;
/** Whether a text's first sentence has a region as its subject: 2023年，西城区坚持……. */
export function opensWith(text: string, name: string): boolean {
  const at = text.slice(0, 60).indexOf(name);
  return at >= 0 && /(?:^|[，。\s年来])$/.test(text.slice(0, at)) && subjectVerb.test(text.slice(at + name.length));
}

/** A department's name behind the region's: 江门市交通运输局. */
const office = /^[\p{Script=Han}]{2,10}(?:局|厅|委员会|支队)/u;

interface NamedUnits {
  readonly name: string;
  readonly units: readonly Region[];
  readonly weight: number;
  readonly isOffice: boolean;
  /** It is the subject of the text's first sentence: 2023年，绩溪县坚持…… */
  readonly isSubject: boolean;
}

/** The names of regions in a text, with how much each speaks for being the one whose report it is. */
function weighedNames(text: string, names: RegionNames, year: number | null): NamedUnits[] {
  const found = new Map<string, { units: readonly Region[]; weight: number; isOffice: boolean; isSubject: boolean }>();
  for (const mention of names.mentions(text, year, true)) {
    const known = found.get(mention.name);
    const next = text.slice(mention.end, mention.end + 16);
    const isActor = actor.test(next) || text.charAt(mention.start - 1) === '《';
    const isSubject =
      mention.start < 60 && /(?:^|[，。\s年来])$/.test(text.slice(0, mention.start)) && subjectVerb.test(next);
    found.set(mention.name, {
      units: mention.isPlaced ? mention.units : (known?.units ?? mention.units),
      weight: (known?.weight ?? 0) + (isSubject ? 3 : isActor || office.test(next) ? 2 : 1),
      isOffice: known?.isOffice === true || office.test(next),
      isSubject: known?.isSubject === true || isSubject,
    });
  }
  return [...found].map(([name, rest]) => ({ name, ...rest })).sort((a, b) => b.weight - a.weight);
}

/** Whether a text names a prefecture as an actor, and at least two units below it: a county would not name its sisters. */
function isAboveOthers({ units, weight }: NamedUnits, all: readonly NamedUnits[]): boolean {
  const [unit] = units;
  if (units.length !== 1 || unit?.level !== 'prefecture' || weight < 2) return false;
  return all.filter((other) => other.units.some(({ parent }) => parent === unit.code)).length >= 2;
}

/**
 * The unit that a text speaks for, where neither title nor signature names one: the name it gives most weight among
 * those of its own kind (`suffix`; 我县: a county). Where it says neither 我县 nor 我市, only a name that heads an office counts.
 */
export function spokenFor(
  names: RegionNames,
  year: number | null,
  evidence: RegionEvidence,
  suffix: string | null,
): FoundRegion {
  const text = evidence.text.join('\n');
  const all = weighedNames(text, names, year);
  const fitting = all.filter(({ name, isOffice }) => (suffix === null ? isOffice : bears(name, suffix)));
  const subjects = all.filter(({ isSubject }) => isSubject);
  const [subject] = subjects;
  if (subject && subjects.length === 1) {
    const found = chosen(subject.units, names, year, evidence);
    if (found) return { ...noRegion, unit: found.unit, basis: found.basis ?? 'text', doubt: 'none' };
  }
  const above = fitting.find((one) => isAboveOthers(one, all));
  if (above) {
    const found = chosen(above.units, names, year, evidence);
    if (found) return { ...noRegion, unit: found.unit, basis: 'text', doubt: 'none' };
  }
  const [first, second] = fitting;
  if (!first || (suffix !== null && first.weight < 2) || (second && first.weight < 2 * second.weight)) return noRegion;
  const found = chosen(first.units, names, year, evidence);
  if (!found) return { ...noRegion, candidates: first.units, doubt: 'ambiguous' };
  const basis = found.basis === null || found.basis === 'title' ? 'text' : found.basis;
  return { ...noRegion, unit: found.unit, basis, doubt: suffix === null ? 'weak' : 'none' };
}
