const opening = (name: string): string => `<!-- ${name} -->`;
const closing = (name: string): string => `<!-- /${name} -->`;

/** A part of a Markdown paper that a program writes, between its marks, which no reader sees. */
export function markedPart(name: string, part: string): string {
  return `${opening(name)}\n\n${part.trim()}\n\n${closing(name)}`;
}

/** A paper with the part of this name replaced; null where its two marks do not stand there, once each and in order. */
export function withMarkedPart(paper: string, name: string, part: string): string | null {
  const [before, rest, ...others] = paper.split(opening(name));
  const [, after, ...more] = rest?.split(closing(name)) ?? [];
  if (before === undefined || after === undefined || others.length + more.length > 0) return null;
  return before + markedPart(name, part) + after;
}
