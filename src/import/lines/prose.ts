import { compact } from './layout-space.ts';

/** Letters that a sentence has at least before its end; what is shorter is a sign or a time. */
const leastLetters = 4;
/** Words that run on: no space, no sign that parts the items of a list. */
const run = /[\p{Script=Han}\p{N}A-Za-z，、“”‘’《》（）()%％.．]+/gu;
/** Letters that run on beyond what a name or a label has. */
const longRun = 25;

/**
 * How many sentences a line of a capture holds: those that end in 。！？；, else one where more than 25 letters run on
 * with a comma among them. Titles, names, labels and lists have none. Such words are never the site's by what they say.
 */
export function sentenceCount(text: string): number {
  const closed = compact(text)
    .split(/[。！？；]/)
    .slice(0, -1)
    .filter((words) => [...words.slice(0, 2 * leastLetters)].length >= leastLetters).length;
  if (closed > 0) return closed;
  return (text.match(run) ?? []).some((words) => [...words].length > longRun && /[，,]/.test(words)) ? 1 : 0;
}
