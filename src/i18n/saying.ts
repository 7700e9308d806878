import type { PlaceholderName } from './message.ts';
import type { zhHans } from './zh-hans/zh-hans.ts';

type Catalogue = typeof zhHans;

/** The key of an interface message. */
export type MessageKey = keyof Catalogue;

/** What may stand for a placeholder: a name or figure that stays in every language, or another message. */
export type SaidValue = string | number | Saying;

/** A sentence of the interface, before it is said in a language. */
export interface Saying {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/** The values that a message asks for, as the last parameter of what says it; none where it has no placeholders. */
export type ValuesOf<Key extends MessageKey> = [PlaceholderName<Catalogue[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholderName<Catalogue[Key]>, SaidValue>>];

/** The messages that ask for no values. */
export type PlainKey = { [Key in MessageKey]: ValuesOf<Key> extends [] ? Key : never }[MessageKey];

/** A message with what it asks for; which keys there are, and what each asks for, is checked by type. */
export function saying<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): Saying;
export function saying(key: MessageKey, values: Saying['values'] = {}): Saying {
  return { key, values };
}
