import { type RuleSet, ruleSetsSchema } from '../../archive/lexicons/rule-set-schema.ts';
import {
  type Lexicon,
  type LexiconFault,
  type LexiconReading,
  lexiconFile,
  readLexicon,
  soundEntries,
  sourceForms,
} from './lexicon-reading.ts';

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((word) => other.includes(word));

/** Whether two rule sets could both be a report's. */
const meet = (one: RuleSet, other: RuleSet): boolean =>
  one.years.from <= (other.years.to ?? 9999) &&
  other.years.from <= (one.years.to ?? 9999) &&
  shares(one.levels, other.levels) &&
  shares(one.issuerKinds, other.issuerKinds);

function* contradictions(sets: readonly RuleSet[]): Generator<LexiconFault> {
  for (const [at, set] of sets.entries()) {
    const { id, years, items } = set;
    const before = sets.slice(0, at);
    if (before.some((other) => other.id === id))
      yield { at, code: 'duplicate', message: `${id} 在上面已有一条`, hint: '一条一个名称，不重复' };
    else
      for (const other of before.filter((one) => meet(one, set)))
        yield {
          ...{ at, code: 'overlap', message: `${id} 与 ${other.id} 说的是同一年度的同一种报告` },
          hint: '一份报告只有一条规则：分开 years、levels 或 issuerKinds',
        };
    if (years.to !== undefined && years.to < years.from)
      yield {
        ...{ at, code: 'years', message: `years 的 to（${years.to}）早于 from（${years.from}）` },
        hint: '改正年度；仍在施行的不写 to',
      };
    if (new Set(items.map(({ role }) => role)).size < items.length)
      yield { at, code: 'items', message: 'items 里同一 role 有两条', hint: '一个部分写一条' };
  }
}

const lexicon: Lexicon<RuleSet> = {
  file: 'rules.yaml',
  area: 'rules',
  schema: ruleSetsSchema,
  forms: {
    '': { wanted: '一个列表，每条以“- id:”开头' },
    '*': {
      wanted:
        ' id、name、number、article、years、levels、issuerKinds、items、publishBefore、submitBefore、about、source 各项',
    },
    '*.id': { wanted: '小写英文、数字和连字符，以字母开头，如 outline-2015' },
    '*.name': { wanted: '文件的名称，不带书名号' },
    '*.years': { wanted: ' from、to 两项' },
    '*.years.from': { wanted: '首个报告年度，四位数字' },
    '*.years.to': { wanted: '最后一个报告年度，四位数字；仍在施行的整项删去' },
    '*.levels.*': {
      wanted: ' ',
      meanings: { national: '国家', province: '省级', prefecture: '地级', county: '县级', township: '乡级' },
    },
    '*.issuerKinds.*': {
      wanted: ' ',
      meanings: {
        government: '政府',
        'party-and-government': '党委和政府',
        party: '党委',
        department: '部门',
        township: '乡镇街道',
      },
    },
    '*.items.*': { wanted: ' role、wording、optional 各项' },
    '*.items.*.role': {
      wanted: ' ',
      meanings: {
        achievements: '举措成效',
        shortcomings: '不足原因',
        'first-responsible': '第一责任人',
        plan: '下年安排',
        other: '其他',
      },
    },
    '*.items.*.wording': { wanted: '规则的措辞' },
    '*.publishBefore': { wanted: '月和日，如 "04-01"，加引号；没有的整项删去' },
    '*.submitBefore': { wanted: '各级的月和日，如 { county: "03-01" }；没有的整项删去' },
    '*.about': { wanted: '规则还说了什么，不超过 200 字' },
    ...sourceForms,
  },
  hint: '各项的写法见文件开头；没有把握的不写',
  contradictions,
};

/**
 * The rule sets of a register's text and all that is wrong with it: `rules/yaml`, `rules/schema`, `rules/duplicate`,
 * `rules/overlap`, `rules/years`, `rules/items`.
 */
export const readRuleSets = (text: string): LexiconReading<RuleSet> => readLexicon(text, lexicon);

/** The same of a content folder's `rules.yaml`; nothing where it has none. */
export const ruleRegister = (folder: string): LexiconReading<RuleSet> => lexiconFile(folder, lexicon);

/** The rule sets of a content folder's `rules.yaml`; throws with all issues when it is not sound. */
export const ruleSets = (folder: string): RuleSet[] => soundEntries(ruleRegister(folder));
