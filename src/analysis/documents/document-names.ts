import type { DocumentKind } from '../../archive/lexicons/document-kind.ts';
import type { DocumentEntry } from '../../archive/lexicons/document-register-schema.ts';
import { documentKey } from './document-key.ts';

/** A document that the register knows; `kind` null for a work, which is none. */
export interface KnownDocument {
  /** The key of its full name. */
  readonly key: string;
  readonly kind: DocumentKind | null;
}

/** What the register knows, asked name by name. */
export interface DocumentNames {
  /** By the key of any of its names; undefined where the register has none of that name. */
  readonly ofKey: (key: string) => KnownDocument | undefined;
  /** Finds the names that need no marks, the longest first; null where the register has none. */
  readonly unmarked: RegExp | null;
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** What follows a name that is part of another word, or of the name of a campaign: 公证法律服务, 民法典宣传月. */
const followed =
  '(?![律治规官院制庭人学师典日周月年]|宣传|知识|主题|普法|进|相伴|公园|广场|大讲堂|讲堂|讲座|读本|竞赛|考试|文化|修订|修正)';

/** The names of a register, made once for all reports. */
export function documentNames(register: readonly DocumentEntry[]): DocumentNames {
  const byKey = new Map<string, KnownDocument>();
  for (const { name, kind, also, unmarked } of register) {
    const known = { key: documentKey(name), kind: kind === 'work' ? null : kind };
    for (const spelling of [name, ...also, ...unmarked]) byKey.set(documentKey(spelling), known);
  }
  const names = register.flatMap(({ unmarked }) => unmarked).sort((a, b) => b.length - a.length);
  return {
    ofKey: (key) => byKey.get(key),
    unmarked:
      names.length === 0 ? null : new RegExp(`(?:中华人民共和国)?(?:${names.map(escaped).join('|')})${followed}`, 'gu'),
  };
}
