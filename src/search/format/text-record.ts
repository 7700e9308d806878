import type { Role } from '../../archive/section.ts';
import { anchorHash } from '../anchor.ts';
import type { SearchDocument, SearchParagraph } from '../search-document.ts';

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
export interface ReportText {
  readonly title: string | null;
  readonly path: readonly string[];
  readonly paragraphs: readonly SearchParagraph[];
}

/** The anchors that texts make, one after another: `p-` and the hash, `-2` and so on when it comes again. */
function anchorMaker(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const hash = anchorHash(text);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? `p-${hash}` : `p-${hash}-${count}`;
  };
}

/** The record as JSON. */
export function textRecord({ title, path, paragraphs }: SearchDocument): string {
  const sections: TextSection[] = [];
  const anchorOf = anchorMaker();
  for (const { text, anchor, role, heading } of paragraphs) {
    let section = sections.at(-1);
    if (!section || section.heading !== heading || section.role !== role) {
      section = { heading, role, paragraphs: [] };
      sections.push(section);
    }
    section.paragraphs.push(anchorOf(text) === anchor ? text : [text, anchor]);
  }
  const record: TextRecord = { title, path, sections };
  return JSON.stringify(record);
}

/** The text that `textRecord` wrote; the JSON is known to be what was written. */
export function reportText(json: string): ReportText {
  const record: TextRecord = JSON.parse(json);
  const anchorOf = anchorMaker();
  const paragraphs = record.sections.flatMap(({ heading, role, paragraphs }) =>
    paragraphs.map((paragraph): SearchParagraph => {
      const text = typeof paragraph === 'string' ? paragraph : paragraph[0];
      const made = anchorOf(text);
      return { text, anchor: typeof paragraph === 'string' ? made : paragraph[1], role, heading };
    }),
  );
  return { title: record.title, path: record.path, paragraphs };
}
