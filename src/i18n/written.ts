import type { PlaceholderName } from './message.ts';

/** A placeholder in a message: its name and, in English, the words for one and for several. */
export const placeholder = /\{([a-z]+)(?::([^|{}]*)\|([^{}]*))?\}/g;

const isOne = (value: string): boolean => Number(value.replaceAll(',', '')) === 1;

/** Puts values into a message. `{count:report|reports}` gives the first word for 1 and the second for any other number. */
export function filled(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(placeholder, (_whole, name: string, one?: string, several?: string) => {
    const value = values[name] ?? '';
    return one === undefined || several === undefined ? value : isOne(value) ? one : several;
  });
}

/** A message with its values, which the type asks for by name; numbers are grouped by commas. */
export function written<const Message extends string>(
  message: Message,
  values: Readonly<Record<PlaceholderName<Message>, string | number>>,
): string {
  const texts = Object.entries<string | number>(values).map(
    ([name, value]) => [name, typeof value === 'number' ? value.toLocaleString('en') : value] as const,
  );
  return filled(message, Object.fromEntries(texts));
}
