import type { Basis } from '../../archive/basis.ts';
import type { Issue } from '../../archive/issue.ts';
import type { OutlineHeading } from '../lines/body-line.ts';
import { chineseYear } from '../lines/calendar-day.ts';
import { importIssue } from '../lines/issue.ts';

/** The year reported on; null where nothing shows it or what shows it disagrees. */
export interface FoundYear {
  readonly year: number | null;
  readonly basis: Basis;
  readonly issues: readonly Issue[];
}

const anyYear = /(?<!\d)(20\d{2})(?!\d)\s*年?(度)?|(二[〇○零OoΟ0][〇○零OoΟ0一二三四五六七八九]{2})年?(度)?/g;
const range = /(?<!\d)20\d{2}\s*年?\s*(?:[-—－–~～至到]|——)\s*20\d{2}/;
const planWords = /^.{0,12}?(?:计划|安排|打算|思路|要点|部署|展望|谋划)/;

interface YearMention {
  readonly year: number;
  readonly behind: string;
}

function yearsIn(text: string): YearMention[] {
  return [...text.matchAll(anyYear)].flatMap((match) => {
    const year = match[1] ? Number(match[1]) : chineseYear((match[3] ?? '').replace(/0/g, '〇'));
    if (!(year >= 2000 && year <= 2100)) return [];
    return [{ year, behind: text.slice(match.index + match[0].length) }];
  });
}

/** Years of a title, without those that its second half plans for (…及2024年工作安排). */
function titleYears(title: string): number[] {
  if (range.test(title)) return [];
  const mentions = yearsIn(title);
  const reported = mentions.filter(({ behind }, index) => {
    const next = mentions[index + 1];
    const own = next ? behind.slice(0, Math.max(0, behind.length - next.behind.length - 5)) : behind;
    return !(planWords.test(own) && mentions.length > 1 && !/(?:情况|报告|总结).{0,3}[及和与暨]/.test(own));
  });
  return [...new Set((reported.length > 0 ? reported : mentions).map(({ year }) => year))];
}

/** What the text itself says: its headings of results and of plans, and how its first paragraph begins. */
function textVotes(first: string, headings: readonly OutlineHeading[]): Map<number, number> {
  const votes = new Map<number, number>();
  const vote = (year: number, weight: number): void => {
    votes.set(year, (votes.get(year) ?? 0) + weight);
  };
  for (const { restored, depth } of headings) {
    if (depth > 1 || range.test(restored)) continue;
    const [mention] = yearsIn(restored);
    if (!mention) continue;
    const isPlan =
      /安排|打算|计划|思路|下一步|展望|谋划|重点工作/.test(restored) && !/成效|举措和|开展情况|总结/.test(restored);
    vote(isPlan ? mention.year - 1 : mention.year, 3);
  }
  const opening = first.slice(0, 30);
  const [mention] = range.test(opening) ? [] : yearsIn(opening);
  // “2022年以来”, “2023年，” open a report on that year; “自2015年以来” a history.
  if (mention && /^(?:年|度|，|以来|全年|,|我|是|，|\p{Script=Han})/u.test(mention.behind) && !/^自/.test(opening))
    vote(mention.year, 2);
  const announced = /现将.{0,30}?(20\d{2})年.{0,40}(?:报告|汇报|总结|公布|公示)/.exec(first);
  if (announced) vote(Number(announced[1]), 3);
  return votes;
}

/**
 * The year reported on. `title` and `paragraphs` are cleaned. Never taken from the page's dates. A title that the
 * text contradicts gives no year but a doubt.
 */
export function reportYear(
  title: string | null,
  paragraphs: readonly string[],
  headings: readonly OutlineHeading[],
): FoundYear {
  const opening = paragraphs.slice(0, 6).filter((text) => text.length > 30);
  const votes = textVotes(opening[0] ?? '', headings);
  for (const [year, weight] of textVotes(opening[1] ?? '', [])) votes.set(year, (votes.get(year) ?? 0) + weight - 1);
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [first, second] = ranked;
  const fromTitle = title === null ? [] : titleYears(title);
  const [only] = fromTitle;
  if (fromTitle.length === 1 && only !== undefined) {
    const isContradicted = first !== undefined && first[0] !== only && !votes.has(only) && first[1] >= 5;
    if (!isContradicted) return { year: only, basis: 'title', issues: [] };
    const said = `标题为 ${only} 年，正文讲 ${first[0]} 年`;
    return { year: null, basis: 'title', issues: [importIssue('year/disagrees', null, said)] };
  }
  if (fromTitle.length > 1) {
    const shared = ranked.find(([year]) => fromTitle.includes(year));
    if (shared && shared === first) return { year: shared[0], basis: 'text', issues: [] };
    return { year: null, basis: 'title', issues: [importIssue('year/ambiguous', null, title ?? '')] };
  }
  if (first && (!second || first[1] > second[1])) return { year: first[0], basis: 'text', issues: [] };
  const counted = mostNamed(paragraphs.join('\n'));
  if (counted !== null && (votes.size === 0 || votes.has(counted))) {
    return { year: counted, basis: 'text', issues: [importIssue('year/by-frequency', null, String(counted))] };
  }
  const code = votes.size > 0 ? 'year/ambiguous' : 'year/unknown';
  return { year: null, basis: 'inferred', issues: [importIssue(code, null, ranked.map(([year]) => year).join('、'))] };
}

/** The one year that the text names as the time of what was done (2023年，… 2023年共…), three times at least. */
function mostNamed(text: string): number | null {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(/(?<![\d《（—-])(20\d{2})年(?:度)?(?=，|以来|共|全|我|累计|各|度|开展)/g)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : null;
}
