import type { Messages } from './message.ts';
import type { Saying } from './saying.ts';

/** A placeholder in a message: its name and, in English, the words for one and for several. */
export const placeholder = /\{([a-z]+)(?::([^|{}]*)\|([^{}]*))?\}/g;

const isOne = (value: string): boolean => Number(value.replaceAll(',', '')) === 1;

/** Puts texts into a message. `{count:report|reports}` gives the first word for 1 and the second for any other number. */
export function filled(message: string, textOf: (name: string) => string): string {
  return message.replace(placeholder, (_whole, name: string, one?: string, several?: string) => {
    const text = textOf(name);
    return one === undefined || several === undefined ? text : isOne(text) ? one : several;
  });
}

/** A figure as the interface writes it, grouped by commas. */
export const figure = (value: number): string => value.toLocaleString('en');

/** Says something in the language of the messages; numbers are grouped by commas. Throws where they lack its key. */
export function written(messages: Messages, { key, values }: Saying): string {
  const message = messages[key];
  if (message === undefined) throw new Error(`The message ${key} is not loaded.`);
  return filled(message, (name) => {
    const value = values[name] ?? '';
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? figure(value) : written(messages, value);
  });
}
