import type { TextLine } from '../../lines/reading.ts';

/** Headings that show a text to be Markdown, at least; and the lines that hold something among which the first stands. */
const leastHeadings = 3;
const reach = 10;

const heading = /^(\s*#{1,6})[ \t]+(?=\S)/;
const ruled = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
/** A link whose words stand in the text and whose address does not. */
const link = /\[([^\][]{1,80})\]\(([^()\s]{1,300}(?:\(\))?)\)/g;

/** A text without the marks that Markdown sets around it: what each line keeps, and what was taken from it. */
export interface UnmarkedText {
  readonly lines: readonly TextLine[];
  readonly marks: readonly { readonly line: number; readonly text: string }[];
}

/** The marks of Markdown (`## `, `---`, addresses of links) taken from a text; null where the text is none. */
export function withoutMarkdown(lines: readonly TextLine[]): UnmarkedText | null {
  const headings = lines.filter(({ text }) => heading.test(text));
  const [first] = headings;
  const opening = lines.filter(({ text }) => text.trim() !== '').slice(0, reach);
  if (headings.length < leastHeadings || !first || !opening.includes(first)) return null;
  const marks: { line: number; text: string }[] = [];
  const unmarked = lines.map((line): TextLine => {
    const { number, text } = line;
    if (ruled.test(text)) {
      marks.push({ line: number, text: text.trim() });
      return { ...line, text: '' };
    }
    const [whole = '', hashes] = heading.exec(text) ?? [];
    if (hashes !== undefined) marks.push({ line: number, text: hashes.trim() });
    const plain = text.slice(whole.length).replace(link, (_, words: string, address: string) => {
      marks.push({ line: number, text: `[](${address})` });
      return words;
    });
    return hashes === undefined ? { ...line, text: plain } : { ...line, text: plain, isMarkedHeading: true };
  });
  return { lines: unmarked, marks };
}
