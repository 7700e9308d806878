import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { indexTexts, isIndexFile } from './index-texts.ts';
import { legible } from './legible.ts';
import { type SoughtText, standsIn } from './sought-text.ts';
import { textsInBytes } from './texts-in-bytes.ts';

/** What was found in a folder. Files are named relative to it, sorted. */
export interface FolderScan {
  readonly folder: string;
  /** How many files were read through. */
  readonly files: number;
  /** Those in which one of the texts stands, or in whose names. */
  readonly found: readonly string[];
  /** Those of which a part could not be opened, so that nothing can be said of it. */
  readonly unreadable: readonly string[];
}

const mayHaveMarkup = /<[a-zA-Z!/]|\*\*|\\/;

/** Whether one of the texts stands in a source, as it is read with its markup or without. */
export function isSaid(source: string, sought: readonly SoughtText[]): boolean {
  const raw = legible(source, 'raw').text;
  if (sought.some((one) => standsIn(raw, one))) return true;
  if (!mayHaveMarkup.test(source)) return false;
  const shown = legible(source, 'shown').text;
  return sought.some((one) => standsIn(shown, one));
}

/** Whether one of the texts stands in a file's bytes; null where it is not found and a part could not be opened. */
export async function isInBytes(
  bytes: Uint8Array,
  name: string,
  sought: readonly SoughtText[],
): Promise<boolean | null> {
  let isWhole = true;
  for await (const text of textsInBytes(bytes, name)) {
    if (text === null) isWhole = false;
    else if (isSaid(text, sought)) return true;
  }
  return isWhole ? false : null;
}

/** The same for a file, as far as its bytes are not known already. */
async function isInFile(path: string, sought: readonly SoughtText[], memory: ScanMemory): Promise<boolean | null> {
  const bytes = readFileSync(path);
  // How bytes are opened hangs on the ending.
  const key = `${createHash('sha256').update(bytes).digest('base64url')}${extname(path)}`;
  const known = memory.get(key);
  const isHere = known === undefined ? await isInBytes(bytes, path, sought) : known;
  memory.set(key, isHere);
  return isHere;
}

/**
 * Paths of the files of a folder and of all below it, sorted. Links are not followed. What Git keeps is left out: to
 * take single objects out of its history breaks it, and the history is told of apart.
 */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !relative(folder, path).split(sep).includes('.git'))
    .sort();
}

/** How many files a folder holds, in all below it; 0 where there is none. */
export function countFiles(folder: string): number {
  return existsSync(folder) ? filesBelow(folder).length : 0;
}

/** What files held, by digest, so that the same bytes are read once: a capture stands in the content and in the site. */
export type ScanMemory = Map<string, boolean | null>;

/**
 * Reads every byte of a folder for texts that are to be forgotten, in every form: other letters and spaces, entities,
 * escapes, across tags, other encodings, compressed, in the exact index. Null where there is no such folder. `tell` is
 * called after each file.
 */
export async function folderScan(
  folder: string,
  sought: readonly SoughtText[],
  memory: ScanMemory = new Map(),
  tell: (files: number) => void = () => undefined,
): Promise<FolderScan | null> {
  if (!existsSync(folder)) return null;
  const found = new Set<string>();
  const unreadable = new Set<string>();
  let files = 0;
  for (const [within, paths] of Map.groupBy(filesBelow(folder), (path) => dirname(path))) {
    const names = paths.map((path) => relative(within, path));
    for (const { file, texts } of names.some(isIndexFile)
      ? indexTexts(names, (name) => readFileSync(join(within, name)))
      : []) {
      const path = join(within, file);
      if (texts === null) unreadable.add(path);
      else if (texts.some((text) => isSaid(text, sought))) found.add(path);
    }
    for (const path of paths) {
      tell(++files);
      if (isIndexFile(relative(within, path)) && !unreadable.has(path)) continue;
      const isHere = isSaid(relative(folder, path), sought) || (await isInFile(path, sought, memory));
      if (isHere) found.add(path);
      else if (isHere === null) unreadable.add(path);
    }
  }
  const own = (paths: Iterable<string>): string[] =>
    [...paths].map((path) => relative(folder, path).replaceAll('\\', '/')).sort();
  return { folder, files, found: own(found), unreadable: own(unreadable) };
}
