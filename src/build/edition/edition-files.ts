import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionPack, isDrawnInEdition } from '../../archive/edition-pack.ts';
import { drawingPage, type EditionPaths, editionPage } from './edition-page.ts';
import { type EditionFile, fileScript, indexScripts, packScript } from './edition-scripts.ts';

/** What an edition is made of and how. */
export interface EditionOrder {
  /** Folder of a built site. */
  readonly site: string;
  /** Every file of the site, its path with `/`. */
  readonly paths: readonly string[];
  /** Base path of the site. */
  readonly base: string;
  readonly isPacked: boolean;
  readonly hasCaptures: boolean;
}

/** What serves hosts, other programs and search engines, or is there for them in another form. */
const left =
  /^(?:pagefind|sitemaps|feeds|api|search-index|packs)\/|^[^/]+\.xml$|^_headers$|^robots\.txt$|^(?:manifest|CITATION)\.json$|^_astro\/.*\.js$|^(?:reading|occurrences|page)\.js$|\.(?:br|gz)$/;

/** Files that programs of pages read. */
const readByPrograms =
  /^(?:regions\/finder\.json|reports\/finder\.json|regions\/\d{6}\/reports\.json|sample\/present\.csv|data\/releases\/\d+\/reports\.csv|regions\/index\.html|glossary\/index\.html|search-index\/start\.json|sources\/.*\.txt)$/;

const isIndexPart = (path: string): boolean => path.startsWith('search-index/') && path.endsWith('.bin');
const isCapture = (path: string): boolean => path.startsWith('sources/');
const isOfReport = (path: string): boolean => /^reports\/[^/]+\/[^/]+\//.test(path);

/**
 * Every file of an edition, made of a built site, one after the other: pages that lead from file to file, and as scripts
 * what their program reads. Pages of reports stand each in its file, or in packs only.
 */
export function* editionFiles({ site, paths, base, isPacked, hasCaptures }: EditionOrder): Generator<EditionFile> {
  const isHeld = (path: string): boolean =>
    !left.test(path) &&
    (hasCaptures || !isCapture(path)) &&
    !(isPacked && (isDrawnInEdition(path) || isOfReport(path)));
  const held = paths.filter(isHeld);
  // What the command itself writes is led to as well.
  const known: EditionPaths = { base, files: new Set([...held, 'page.js']), isPacked };
  const bytes = (path: string): Uint8Array => readFileSync(join(site, path));
  for (const path of held)
    yield {
      path,
      content: path.endsWith('.html') ? editionPage(readFileSync(join(site, path), 'utf8'), path, known) : bytes(path),
    };
  if (isPacked) yield { path: 'reports/index.html', content: drawingPage };
  for (const path of paths) {
    if (isIndexPart(path)) yield* indexScripts(path, bytes(path));
    else if (readByPrograms.test(path) && (hasCaptures || !isCapture(path))) yield fileScript(path, bytes(path));
  }
  // Where pages have files of their own, only those that others read back are wanted twice.
  const isReadBack = (path: string): boolean => isPacked || /^(?:reports|regions)\//.test(path);
  const packed = Map.groupBy(
    paths.filter((path) => editionPack(path) !== null && isReadBack(path)),
    editionPack,
  );
  for (const [pack, own] of packed)
    if (pack !== null)
      yield packScript(
        pack,
        own.map((path) => [path, bytes(path)]),
      );
}
