/** What tells of a paragraph where sections begin. */
interface Headed {
  readonly text: string;
  readonly heading: string | null;
}

/**
 * Which section of its report each paragraph stands in, from 0: one begins at each heading and holds all up to the
 * next, of whatever depth; what stands before the first heading, the title with it, is section 0.
 */
export function sectionNumbers(paragraphs: readonly Headed[]): number[] {
  let section = 0;
  let before: string | null = null;
  return paragraphs.map(({ text, heading }) => {
    if (heading !== before || (heading !== null && text === heading)) section++;
    before = heading;
    return section;
  });
}
