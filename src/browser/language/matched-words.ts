import { contexts } from '../../i18n/contexts.ts';
import { frame as englishFrame } from '../../i18n/en/frame.ts';
import { reading as englishReading } from '../../i18n/en/reading.ts';
import { relations as englishRelations } from '../../i18n/en/relations.ts';
import { report as englishReport } from '../../i18n/en/report.ts';
import { rules as englishRules } from '../../i18n/en/rules.ts';
import { vocabulary as englishVocabulary } from '../../i18n/en/vocabulary.ts';
import { interfaceMatcher } from '../../i18n/matcher.ts';
import { interfaceParts, reportPlaces } from '../../i18n/report-places.ts';
import { frame } from '../../i18n/zh-hans/frame.ts';
import { reading } from '../../i18n/zh-hans/reading.ts';
import { relations } from '../../i18n/zh-hans/relations.ts';
import { report } from '../../i18n/zh-hans/report.ts';
import { rules } from '../../i18n/zh-hans/rules.ts';
import { vocabulary } from '../../i18n/zh-hans/vocabulary.ts';
import { englishStyle } from './english-style.ts';
import type { EnglishWords } from './english-words.ts';

const match = interfaceMatcher(
  { ...frame, ...reading, ...relations, ...report, ...rules, ...vocabulary },
  {
    ...{ ...englishFrame, ...englishReading, ...englishRelations },
    ...{ ...englishReport, ...englishRules, ...englishVocabulary },
  },
  { contexts },
);

const places = Object.keys(reportPlaces).join(', ');

/** The interface words that may stand where a text stands; null outside report text, where all may. */
function wordsAllowed(element: Element): readonly string[] | null {
  const place = element.closest(interfaceParts) ? null : element.closest(places);
  if (!place) return null;
  return Object.entries(reportPlaces).flatMap(([selector, words]) => (place.matches(selector) ? words : []));
}

function english(text: string, element: Element): string | null {
  const allowed = wordsAllowed(element);
  if (allowed !== null && !allowed.includes(text.trim())) return null;
  return match(text, (selector) => element.closest(selector) !== null);
}

/** The words of report pages, which are too light to bear marks: found by the Chinese texts themselves. */
export const matchedWords: EnglishWords = {
  closed: Object.entries(reportPlaces).flatMap(([selector, words]) => (words.length === 0 ? [selector] : [])),
  style: englishStyle,
  text: ({ textContent }, element) => english(textContent ?? '', element),
  attributes: (element) => {
    const label = element.getAttribute('aria-label');
    const said = label === null ? null : english(label, element);
    return said === null ? [] : [['aria-label', said] as const];
  },
};
