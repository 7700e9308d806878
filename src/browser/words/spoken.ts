import type { MessageKey, Saying, ValuesOf } from '../../i18n/saying.ts';
import { type MessageFile, wordRegister } from './word-register.ts';

/** The keys of files' messages. */
type KeyIn<File extends MessageFile> = File extends { readonly 'zh-Hans': () => Promise<infer Module> }
  ? { [Name in keyof Module]: keyof Module[Name] }[keyof Module] & MessageKey
  : never;

/** What says the messages of some files. */
export interface Speaker<Key extends MessageKey> {
  /** A text in the page's language, said again when that is changed. */
  readonly said: <One extends Key>(key: One, ...values: ValuesOf<One>) => Text;
  /** An attribute, like `said`. */
  readonly saidAs: <One extends Key>(element: Element, name: string, key: One, ...values: ValuesOf<One>) => void;
  /** Words for what is said once: to the clipboard's reader, into a file, of a wrong entry. */
  readonly words: <One extends Key>(key: One, ...values: ValuesOf<One>) => string;
}

/**
 * Loads files of messages in the page's language and gives what says them; only their keys can be said. Rejects where a
 * file cannot be loaded.
 */
export async function spoken<Files extends readonly MessageFile[]>(
  ...files: Files
): Promise<Speaker<KeyIn<Files[number]>>> {
  await wordRegister().add(files);
  const saying = (key: MessageKey, values: Saying['values'] = {}): Saying => ({ key, values });
  return {
    said: (key, ...[values]) => wordRegister().text(saying(key, values)),
    saidAs: (element, name, key, ...[values]) => wordRegister().attribute(element, name, saying(key, values)),
    words: (key, ...[values]) => wordRegister().words(saying(key, values)),
  };
}

/** A text that says what another room gives to be said; the files it stands in must have been loaded. */
export const told = (said: Saying): Text => wordRegister().text(said);

/** An attribute, like `told`. */
export const toldAs = (element: Element, name: string, said: Saying): void =>
  wordRegister().attribute(element, name, said);
