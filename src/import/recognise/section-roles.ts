import type { Role } from '../../archive/section.ts';
import type { BodyLine, OutlineHeading } from '../lines/body-line.ts';

/** A part that the rules require, where it stands, and what says so. `heading` is as it stands, punctuation restored. */
export interface FoundSection {
  readonly role: Role;
  readonly where: 'own' | 'inside' | 'absent';
  readonly heading: string | null;
  readonly basis: 'text' | 'inferred';
}

const mandated: readonly Role[] = ['achievements', 'shortcomings', 'first-responsible', 'plan', 'other'];

const words: Readonly<Record<Exclude<Role, 'extra'>, RegExp>> = {
  'first-responsible': /第一责任人|主要负责(?:人|同志).{0,14}(?:履行|履职|职责|责任)|履行.{0,10}第一责任|述法情况/,
  shortcomings: /不足|问题|短板|差距|困难|薄弱环节|原因/,
  plan: /下(?:一)?(?:年度?|步|阶段)|(?:20\d{2}|明|来|新的一|次)年度?.{0,24}(?:安排|打算|计划|思路|部署|举措|措施|重点|工作|任务|目标|展望|设想)|工作(?:安排|打算|思路|计划|设想|展望|谋划)|今后.{0,8}(?:打算|工作|安排|思路|方向)|努力方向|(?:初步)?(?:打算|安排|设想)$|未来/,
  achievements:
    /成效|举措|措施|做法|成绩|进展|主要工作|开展情况|落实情况|推进情况|工作情况|基本情况|完成情况|总体情况|建设情况|工作总结|工作开展|亮点/,
  other: /其他|其它/,
};

/** Role by a heading's own words; `other` only for 其他需要报告的情况. Null where they say nothing. */
function roleByWords(heading: string, year: number | null): Role | null {
  if (/其[他它].{0,6}(?:报告|说明|情况|事项)/.test(heading)) return 'other';
  const nextYear = year === null ? null : new RegExp(`${year + 1}年`);
  const isPlan = words.plan.test(heading) || nextYear?.test(heading) === true;
  const hasResults = words.achievements.test(heading) && !/下一步|打算|计划|安排|思路/.test(heading);
  if (
    words.shortcomings.test(heading) &&
    !/(?:解决|破解|化解|整改|处置|纠治|整治).{0,10}问题|问题(?:整改|导向|解决)/.test(heading)
  ) {
    // “存在问题及下一步打算”: one section plays both; the first counts here.
    return 'shortcomings';
  }
  if (isPlan && !hasResults) return 'plan';
  if (words['first-responsible'].test(heading) && !hasResults) return 'first-responsible';
  if (hasResults) return 'achievements';
  return words['first-responsible'].test(heading) ? 'first-responsible' : null;
}

interface Section {
  readonly heading: OutlineHeading;
  readonly text: string;
}

function topSections(lines: readonly BodyLine[], headings: readonly OutlineHeading[]): Section[] {
  const top = headings.filter(({ depth }) => depth === 1);
  return top.map((heading, position) => ({
    heading,
    text: lines
      .slice(heading.index, top[position + 1]?.index ?? lines.length)
      .map(({ text }) => text)
      .join('\n'),
  }));
}

/** What a section's own sentences say where its heading says nothing: admissions, or intentions. */
function roleByWording({ text }: Section, isLast: boolean): Role | null {
  const start = text.slice(0, 300);
  if (/(?:还|仍|尚)?存在(?:以下|一些|一定|不少)?.{0,14}(?:不足|问题|短板|差距|薄弱)/.test(start)) return 'shortcomings';
  const future = (text.match(/将(?:继续|进一步|持续|坚持|以)|下一步|进一步(?:加强|完善|健全|推进)|继续/g) ?? []).length;
  if (isLast && /下一步|20\d{2}年，.{0,20}将|将(?:继续|以)/.test(start) && future >= 2) return 'plan';
  return null;
}

const own = (role: Role, heading: OutlineHeading, basis: 'text' | 'inferred'): FoundSection => ({
  role,
  where: 'own',
  heading: heading.restored,
  basis,
});

/** Where the duty of the first-responsible person is told inside another section: its heading, else its paragraph. */
function insidePlace(
  role: 'first-responsible' | 'shortcomings' | 'plan' | 'achievements',
  lines: readonly BodyLine[],
  headings: readonly OutlineHeading[],
  isOther: (index: number) => boolean,
): FoundSection | null {
  const deeper = headings.find(
    ({ depth, restored, index }) => depth > 1 && !isOther(index) && words[role].test(restored),
  );
  if (deeper) return { role, where: 'inside', heading: deeper.restored, basis: 'text' };
  const inText: Readonly<Record<typeof role, RegExp>> = {
    'first-responsible': /第一责任人/,
    shortcomings: /(?:存在|还有).{0,20}(?:不足|问题|短板|差距)/,
    plan: /下一步.{0,30}(?:将|继续)|20\d{2}年，.{0,20}将/,
    achievements: words.achievements,
  };
  const at = lines.findIndex(({ text }, index) => !isOther(index) && inText[role].test(text));
  if (at < 0) return null;
  const enclosing = headings.findLast(({ index }) => index <= at);
  return { role, where: 'inside', heading: enclosing?.restored ?? null, basis: 'inferred' };
}

/**
 * The mandated parts (督察工作规定) with where each stands, in the order of the text, the absent ones
 * last. A heading's words decide; where they say nothing, the section's own wording and the order do: before the first
 * other part, sections under free headings tell what was done. What the rules do not name is `extra` where the text
 * has a section of achievements by name.
 */
export function sectionRoles(
  lines: readonly BodyLine[],
  headings: readonly OutlineHeading[],
  year: number | null,
): FoundSection[] {
  const sections = topSections(lines, headings);
  const byWords = sections.map((section, position) => {
    const role = roleByWords(section.heading.restored, year);
    return role ?? roleByWording(section, position === sections.length - 1);
  });
  const namesAchievements = sections.some(({ heading }) => roleByWords(heading.restored, year) === 'achievements');
  const firstPlan = byWords.indexOf('plan');
  const found: FoundSection[] = sections.map((section, position) => {
    const role = byWords[position] ?? null;
    if (role)
      return own(role, section.heading, roleByWords(section.heading.restored, year) === role ? 'text' : 'inferred');
    const isAfterPlan = firstPlan >= 0 && firstPlan < position;
    return own(namesAchievements || isAfterPlan ? 'extra' : 'achievements', section.heading, 'inferred');
  });
  /** The section that each line stands in; -1 above the first. */
  const sectionOf: number[] = [];
  for (const [position, { heading }] of sections.entries()) {
    while (sectionOf.length < heading.index) sectionOf.push(position - 1);
  }
  while (sectionOf.length < lines.length) sectionOf.push(sections.length - 1);
  for (const role of ['first-responsible', 'shortcomings', 'plan', 'achievements'] as const) {
    if (found.some((section) => section.role === role)) continue;
    const isElsewhere = (index: number): boolean => {
      const at = found[sectionOf[index] ?? -1]?.role;
      // What a plan promises of the first-responsible person is no account of what was done.
      return role === 'first-responsible' && (at === 'plan' || at === 'shortcomings');
    };
    const inside = insidePlace(role, lines, headings, isElsewhere);
    if (inside) found.push(inside);
  }
  const places = new Map(headings.map(({ restored }, at) => [restored, at] as const).reverse());
  const order = ({ heading }: FoundSection): number => places.get(heading ?? '') ?? headings.length;
  const absent = mandated.filter((role) => !found.some((section) => section.role === role));
  return [
    ...[...found].sort((a, b) => order(a) - order(b)),
    ...absent.map((role) => ({ role, where: 'absent', heading: null, basis: 'text' }) as const),
  ];
}
