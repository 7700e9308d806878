/** Interface messages by key. `{name}` in a message stands for what is put in; see `placeholder-kinds.ts`. */
export type Messages = Readonly<Record<string, string>>;

type BareName<Name extends string> = Name extends `${infer Bare}:${string}` ? Bare : Name;

/** The names of a message's placeholders; `{count:report|reports}` counts as `count`. */
export type PlaceholderName<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? BareName<Name> | PlaceholderName<Rest>
  : never;

type IsSame<A, B> = [A, B] extends [B, A] ? true : false;

/** What a translation must be: every key and no other, each with the same placeholders as the original. */
type Faithful<Originals extends Messages, Translations extends Messages> = {
  readonly [Key in keyof Originals]: Key extends keyof Translations
    ? IsSame<PlaceholderName<Originals[Key]>, PlaceholderName<Translations[Key]>> extends true
      ? Translations[Key]
      : `the placeholders of: ${Originals[Key]}`
    : string;
} & { readonly [Key in Exclude<keyof Translations, keyof Originals>]: never };

/** Holds a translation to its original: a missing or surplus key or placeholder is a type error. */
export function translation<const Originals extends Messages, const Translations extends Messages>(
  _originals: Originals,
  translations: Translations & Faithful<Originals, Translations>,
): Translations {
  return translations;
}
