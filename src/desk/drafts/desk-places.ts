import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the desk finds what it works on. */
export interface DeskPlaces {
  /** The archive's content, the drafts among it. */
  readonly content: string;
  /** Where the collector leaves its captures. */
  readonly collected: string;
  /** The content that comes with the program: its vocabularies stand in for those that the archive has not. */
  readonly own: string;
  /** ISO text. */
  readonly today: () => string;
}

/** The path of a vocabulary's folder: the archive's own content where it has the vocabulary, else the program's. */
export function vocabularyOf({ content, own }: DeskPlaces, name: string): string {
  return existsSync(join(content, name)) ? content : own;
}
