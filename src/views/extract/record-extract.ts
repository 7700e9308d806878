import type { Completeness } from '../../analysis/completeness/completeness.ts';
import type { RuleSet } from '../../archive/lexicons/rule-set-schema.ts';
import { provinceOfCode } from '../../archive/region-code.ts';
import { type DocumentCollection, documentsOfReport, type KeptMention, type NamedHere } from './documents.ts';

/** What a report's record shows of what a program took out of it. */
export interface RecordExtract {
  /** Null where the program failed. */
  readonly found: Completeness | null;
  /** The rules that it was held against; null where none are on record. */
  readonly ruleSet: RuleSet | null;
  readonly documents: readonly NamedHere[];
}

/** The same of one report. */
export function recordExtract(
  {
    region,
    found,
    mentions,
  }: {
    readonly region: string;
    readonly found: Completeness | null;
    readonly mentions: readonly KeptMention[];
  },
  { ruleSets, collection }: { readonly ruleSets: readonly RuleSet[]; readonly collection: DocumentCollection },
): RecordExtract {
  return {
    found,
    ruleSet: ruleSets.find(({ id }) => id === found?.ruleSet) ?? null,
    documents: documentsOfReport(mentions, collection, provinceOfCode(region)),
  };
}
