import { unzlibSync } from 'fflate';
import { type PdfDictionary, PdfSyntax, type PdfValue } from './syntax.ts';

/** Objects of a file by number. Files that a program changed hold some twice: the last counts. */
type PdfObjects = ReadonlyMap<number, PdfValue>;

/** A stream's raw bytes as Latin-1, by the object's number. */
type PdfStreams = ReadonlyMap<number, { readonly dictionary: PdfDictionary; readonly raw: string }>;

const entry = (value: PdfValue | undefined, key: string, objects: PdfObjects): PdfValue | undefined => {
  const found = value?.kind === 'dictionary' ? value.entries.get(key) : undefined;
  return found?.kind === 'reference' ? objects.get(found.value) : found;
};

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** A stream's content; null where it is packed in a way that is not read here, or broken. */
function streamContent(dictionary: PdfDictionary, raw: string, objects: PdfObjects): string | null {
  const filter = entry(dictionary, 'Filter', objects);
  const filters = filter?.kind === 'array' ? filter.items : filter ? [filter] : [];
  if (filters.length === 0) return raw;
  const [only] = filters;
  if (filters.length > 1 || only?.kind !== 'name' || only.value !== 'FlateDecode') return null;
  const parameters = entry(dictionary, 'DecodeParms', objects);
  const predictor = entry(parameters, 'Predictor', objects);
  if (predictor?.kind === 'number' && predictor.value > 1) return null;
  try {
    return latin1(unzlibSync(Buffer.from(raw, 'latin1')));
  } catch {
    return null;
  }
}

/** Every object of a file, those packed into streams too. */
function fileObjects(file: string): { objects: PdfObjects; streams: PdfStreams } {
  const objects = new Map<number, PdfValue>();
  const streams = new Map<number, { dictionary: PdfDictionary; raw: string }>();
  const begin = /(?<![0-9])(\d{1,8})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj(?![a-z])/g;
  for (let found = begin.exec(file); found; found = begin.exec(file)) {
    const syntax = new PdfSyntax(file, begin.lastIndex);
    const value = syntax.next();
    if (!value) continue;
    const number = Number(found[1]);
    objects.set(number, value);
    streams.delete(number);
    begin.lastIndex = Math.max(begin.lastIndex, syntax.at);
    if (value.kind !== 'dictionary') continue;
    const opening = /[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/y;
    opening.lastIndex = syntax.at;
    if (!opening.test(file)) continue;
    const from = opening.lastIndex;
    const length = value.entries.get('Length');
    const stated = length?.kind === 'number' ? from + length.value : -1;
    const isStated = stated > from && /^[\0\t\n\f\r ]*endstream/.test(file.slice(stated, stated + 20));
    const end = isStated ? stated : file.indexOf('endstream', from);
    if (end < 0) break;
    streams.set(number, { dictionary: value, raw: file.slice(from, end) });
    begin.lastIndex = end;
  }
  for (const { dictionary, raw } of [...streams.values()]) {
    const type = dictionary.entries.get('Type');
    const first = entry(dictionary, 'First', objects);
    if (type?.kind !== 'name' || type.value !== 'ObjStm' || first?.kind !== 'number') continue;
    const content = streamContent(dictionary, raw, objects);
    const places = content?.slice(0, first.value).match(/\d+/g) ?? [];
    for (let at = 0; at + 1 < places.length; at += 2) {
      const value = new PdfSyntax(content ?? '', first.value + Number(places[at + 1])).next();
      if (value && !objects.has(Number(places[at]))) objects.set(Number(places[at]), value);
    }
  }
  return { objects, streams };
}

/** The numbers of each page's content streams, page by page; null where the tree of pages cannot be followed. */
function pageContents(file: string, objects: PdfObjects): number[][] | null {
  const root = [...file.matchAll(/\/Root[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R/g)].at(-1)?.[1];
  const pages: number[][] = [];
  const seen = new Set<PdfValue>();
  const visit = (node: PdfValue | undefined, depth: number): boolean => {
    if (node?.kind !== 'dictionary' || seen.has(node) || depth > 50) return false;
    seen.add(node);
    const kids = entry(node, 'Kids', objects);
    if (kids?.kind === 'array')
      return kids.items.every((kid) => kid.kind === 'reference' && visit(objects.get(kid.value), depth + 1));
    const named = node.entries.get('Contents');
    const listed = named?.kind === 'reference' ? objects.get(named.value) : named;
    const parts = listed?.kind === 'array' ? listed.items : named ? [named] : [];
    pages.push(parts.flatMap((part) => (part.kind === 'reference' ? [part.value] : [])));
    return true;
  };
  const catalogue = root === undefined ? undefined : objects.get(Number(root));
  return visit(entry(catalogue, 'Pages', objects), 0) ? pages : null;
}

/** A text string of the PDF language, given as bytes: UTF-16 or UTF-8 by its mark, else as Latin-1. */
function textString(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(buffer.subarray(2));
  return bytes.startsWith('\u00ef\u00bb\u00bf') ? buffer.subarray(3).toString('utf8') : bytes;
}

/** What each marked piece of a page's content says that it stands for, in order; null for one that says nothing. */
function markedTexts(content: string): (string | null)[] {
  const texts: (string | null)[] = [];
  const syntax = new PdfSyntax(content);
  let last: PdfValue | null = null;
  while (syntax.at < content.length) {
    const value = syntax.next();
    if (value?.kind === 'word') {
      if (value.value === 'BDC') {
        const actual = last?.kind === 'dictionary' ? last.entries.get('ActualText') : undefined;
        texts.push(actual?.kind === 'string' ? textString(actual.value) : null);
      }
      // An image set in the content itself: its bytes are no operators.
      if (value.value === 'ID') syntax.skipPast(/[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/);
    }
    last = value;
  }
  return texts;
}

/**
 * The texts that a PDF's marked pieces say they stand for (`ActualText`), page by page and in order, null for those
 * that say nothing: the letters that a program had before it chose glyphs. Only pieces of the pages' own content are
 * given, not of forms. Null for a page, or for the whole file, that is packed or locked in a way that is not read here.
 */
export function actualTexts(bytes: Uint8Array): ((string | null)[] | null)[] | null {
  const file = latin1(bytes);
  if (/\/Encrypt[\0\t\n\f\r ]+\d/.test(file)) return null;
  const { objects, streams } = fileObjects(file);
  return (
    pageContents(file, objects)?.map((numbers) => {
      const parts = numbers.map((number) => {
        const stream = streams.get(number);
        return stream ? streamContent(stream.dictionary, stream.raw, objects) : null;
      });
      return parts.includes(null) ? null : markedTexts(parts.join('\n'));
    }) ?? null
  );
}
