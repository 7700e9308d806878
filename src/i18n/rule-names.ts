import type { PlainKey } from './saying.ts';

/** What rules of import are called for readers; permanent codes on the left. */
const keys: Readonly<Record<string, PlainKey>> = {
  'punctuation/comma': 'ruleComma',
  'punctuation/colon': 'ruleColon',
  'punctuation/semicolon': 'ruleSemicolon',
  'punctuation/exclamation': 'ruleExclamation',
  'punctuation/opening-bracket': 'ruleOpeningBracket',
  'punctuation/closing-bracket': 'ruleClosingBracket',
  'space/edge': 'ruleEdgeSpace',
  'space/run': 'ruleRunSpace',
  'space/no-break': 'ruleNoBreakSpace',
  'space/ideographic': 'ruleIdeographicSpace',
  'space/tab': 'ruleTab',
  'space/en': 'ruleEnSpace',
  'space/title': 'ruleTitleSpace',
  'character/invisible': 'ruleInvisible',
  title: 'ruleTitle',
  'title/repeat': 'ruleTitleRepeat',
  'page/field': 'rulePageField',
  'page/value': 'rulePageField',
  'chrome/breadcrumb': 'ruleBreadcrumb',
  'chrome/clock': 'ruleClock',
  'chrome/credit': 'ruleCredit',
  'chrome/editor': 'ruleEditor',
  'chrome/feedback': 'ruleFeedback',
  'chrome/font-size': 'ruleFontSize',
  'chrome/foot': 'ruleFoot',
  'chrome/head': 'ruleHead',
  'chrome/links': 'ruleLinks',
  'chrome/navigation': 'ruleNavigation',
  'chrome/neighbours': 'ruleNeighbours',
  'chrome/notice': 'ruleNotice',
  'chrome/other-title': 'ruleOtherTitle',
  'chrome/print': 'rulePrint',
  'chrome/scan': 'ruleScan',
  'chrome/share': 'ruleShare',
  'chrome/tools': 'ruleTools',
  'chrome/weather': 'ruleWeather',
  'chrome/welcome': 'ruleWelcome',
};

/** The message that names a rule for readers; null where it has no name yet. */
export function ruleKey(rule: string): PlainKey | null {
  return keys[rule] ?? null;
}
