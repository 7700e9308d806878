import { type Role, roles } from '../../archive/section.ts';
import { foldedHash } from '../../text/anchor.ts';
import { folded } from '../../text/fold.ts';
import type { SearchDocument, SearchParagraph } from '../document.ts';

/** Paragraphs in a row with one heading and one role; a pair where the anchor is not what the text makes it. */
interface TextSection {
  readonly heading: string | null;
  readonly role: Role | null;
  readonly paragraphs: (string | [text: string, anchor: string])[];
}

/** A report's text as the index keeps it: to verify long phrases and to show places in their context. */
interface TextRecord {
  readonly title: string | null;
  readonly path: readonly string[];
  readonly sections: readonly TextSection[];
}

/** The text of a report as it stands in the index. */
export interface IndexedText {
  readonly title: string | null;
  readonly path: readonly string[];
  readonly paragraphs: readonly SearchParagraph[];
}

/** The anchors that folded texts make, one after another: `p-` and the hash, `-2` and so on when it comes again. */
function anchorMaker(): (fold: string) => string {
  const seen = new Map<string, number>();
  return (fold) => {
    const hash = foldedHash(fold);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? `p-${hash}` : `p-${hash}-${count}`;
  };
}

/** The record as JSON; `folds` are the paragraphs' folded texts. */
export function textRecord({ title, path, paragraphs }: SearchDocument, folds: readonly string[]): string {
  const sections: TextSection[] = [];
  const anchorOf = anchorMaker();
  for (const [i, { text, anchor, role, heading }] of paragraphs.entries()) {
    let section = sections.at(-1);
    if (!section || section.heading !== heading || section.role !== role) {
      section = { heading, role, paragraphs: [] };
      sections.push(section);
    }
    section.paragraphs.push(anchorOf(folds[i] ?? '') === anchor ? text : [text, anchor]);
  }
  const record: TextRecord = { title, path, sections };
  return JSON.stringify(record);
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isText = (value: unknown): value is string => typeof value === 'string';
const knownRoles: ReadonlySet<unknown> = new Set([null, ...roles]);

function isParagraph(value: unknown): value is TextSection['paragraphs'][number] {
  return isText(value) || (Array.isArray(value) && value.length === 2 && value.every(isText));
}

function isSection(value: unknown): value is TextSection {
  if (typeof value !== 'object' || value === null) return false;
  const { heading, role, paragraphs }: { [field in keyof TextSection]?: unknown } = value;
  return isTextOrNull(heading) && knownRoles.has(role) && Array.isArray(paragraphs) && paragraphs.every(isParagraph);
}

function isTextRecord(value: unknown): value is TextRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { title, path, sections }: { [field in keyof TextRecord]?: unknown } = value;
  return (
    isTextOrNull(title) &&
    Array.isArray(path) &&
    path.every(isText) &&
    Array.isArray(sections) &&
    sections.every(isSection)
  );
}

/** The text that `textRecord` wrote. Throws where the JSON is none of that shape. */
export function reportText(json: string): IndexedText {
  const record: unknown = JSON.parse(json);
  if (!isTextRecord(record)) throw new Error('no text of a report');
  const anchorOf = anchorMaker();
  const paragraphs = record.sections.flatMap(({ heading, role, paragraphs }) =>
    paragraphs.map((paragraph): SearchParagraph => {
      const text = typeof paragraph === 'string' ? paragraph : paragraph[0];
      const made = anchorOf(folded(text));
      return { text, anchor: typeof paragraph === 'string' ? made : paragraph[1], role, heading };
    }),
  );
  return { title: record.title, path: record.path, paragraphs };
}
