import type { Messages } from './message.ts';
import { type PlaceholderKind, placeholderKinds, placeholderPatterns } from './placeholder-kinds.ts';
import { filled, placeholder } from './written.ts';

/**
 * Finds the other language's words for an interface text; null where no message says it. `isIn` tells whether the text
 * stands inside what a selector matches.
 */
export type InterfaceMatcher = (text: string, isIn: (selector: string) => boolean) => string | null;

/** What a matcher may be told beside its catalogues. */
export interface MatcherOptions {
  /** Selectors inside which alone a message holds, by its key. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** Whether a text may stand where a message has a name, a title or other foreign words; all may where none is given. */
  readonly isKept?: (text: string) => boolean;
}

type IsIn = (selector: string) => boolean;

interface Pattern {
  readonly expression: RegExp;
  readonly names: readonly { readonly name: string; readonly kind: PlaceholderKind }[];
  /** The first character where it is always the same; patterns are looked up by it. */
  readonly first: string | null;
  /** How much of the message is fixed: the more, the earlier it is tried. */
  readonly weight: number;
  /** Where alone it holds, as a selector; null where it holds everywhere. */
  readonly within: string | null;
  readonly translation: string;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

function kindOf(name: string): PlaceholderKind {
  const kind = placeholderKinds[name];
  if (kind === undefined) throw new Error(`A message uses {${name}}, which placeholder-kinds.ts does not know.`);
  return kind;
}

function pattern(original: string, translation: string, within: string | null): Pattern {
  const names: { name: string; kind: PlaceholderKind }[] = [];
  let source = '';
  let end = 0;
  let weight = 0;
  for (const found of original.matchAll(placeholder)) {
    const name = found[1] ?? '';
    const kind = kindOf(name);
    const fixed = original.slice(end, found.index);
    names.push({ name, kind });
    source += `${escaped(fixed)}(${placeholderPatterns[kind]})`;
    weight += fixed.length;
    end = found.index + found[0].length;
  }
  const rest = original.slice(end);
  return {
    expression: new RegExp(`^${source}${escaped(rest)}$`, 'su'),
    names,
    first: original.startsWith('{') ? null : original.charAt(0),
    weight: weight + rest.length,
    within,
    translation,
  };
}

/** Kinds that let words of another language stand in a message. */
const foreign: ReadonlySet<PlaceholderKind> = new Set(['kept', 'place', 'either']);

/**
 * Compiles two catalogues with the same keys into a matcher from texts of the first to texts of the second. White
 * space around a text is kept. Throws where a message uses a placeholder that is not known.
 */
export function interfaceMatcher(
  originals: Messages,
  translations: Messages,
  { contexts = {}, isKept = () => true }: MatcherOptions = {},
): InterfaceMatcher {
  const whole = new Map<string, { readonly translation: string; readonly within: string | null }[]>();
  const patterns: Pattern[] = [];
  for (const [key, original] of Object.entries(originals)) {
    const translation = translations[key] ?? original;
    const within = contexts[key] ?? null;
    if (original.includes('{')) patterns.push(pattern(original, translation, within));
    else {
      const others = whole.get(collapsed(original)) ?? [];
      // What holds in some places only is asked before what holds everywhere.
      whole.set(
        collapsed(original),
        within === null ? [...others, { translation, within }] : [{ translation, within }, ...others],
      );
    }
  }
  patterns.sort((a, b) => b.weight - a.weight || Number(b.within !== null) - Number(a.within !== null));

  const put = (value: string, kind: PlaceholderKind, isIn: IsIn): string | null => {
    if (kind === 'words') return matched(value, isIn);
    const words = kind === 'either' || kind === 'place' ? matched(value, isIn) : null;
    if (words !== null) return words;
    return !foreign.has(kind) || isKept(value) ? value : null;
  };

  const byPattern = (text: string, isIn: IsIn): string | null => {
    for (const { expression, names, first, within, translation } of patterns) {
      if (first !== null && first !== text.charAt(0)) continue;
      const found = expression.exec(text);
      if (!found || (within !== null && !isIn(within))) continue;
      const values = names.map(({ name, kind }, at) => [name, put(found[at + 1] ?? '', kind, isIn)] as const);
      const texts = values.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
      const byName = new Map(texts);
      if (texts.length === values.length) return filled(translation, (name) => byName.get(name) ?? '');
    }
    return null;
  };

  const matched = (text: string, isIn: IsIn): string | null => {
    const key = collapsed(text);
    const word = whole.get(key)?.find(({ within }) => within === null || isIn(within));
    if (word) return word.translation;
    return byPattern(key, isIn);
  };

  return (text, isIn) => {
    const found = matched(text, isIn);
    if (found === null) return null;
    const [before = ''] = /^\s*/.exec(text) ?? [];
    const [after = ''] = /\s*$/.exec(text) ?? [];
    return `${before}${found}${after}`;
  };
}
