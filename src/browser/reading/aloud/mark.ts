import type { Sentence } from './sentences.ts';

/** The browser's highlights, where it has them: they mark words without changing the page. */
const highlights = 'highlights' in CSS ? CSS.highlights : null;

let marked: HTMLElement | null = null;

/** Marks the sentence that is being read, or its paragraph where the browser cannot mark words; null marks nothing. */
export function markSentence(sentence: Sentence | null): void {
  marked?.removeAttribute('data-aloud');
  marked = null;
  highlights?.delete('aloud');
  if (!sentence) return;
  if (highlights) highlights.set('aloud', new Highlight(sentence.range));
  else sentence.block.setAttribute('data-aloud', '');
  marked = highlights ? null : sentence.block;
}

/** Scrolls a sentence into sight where it is not: under the window's top, or behind the bar at its foot. */
export function showSentence({ range }: Sentence): void {
  const { top, bottom } = range.getBoundingClientRect();
  const foot = document.querySelector('.reading')?.getBoundingClientRect().top ?? innerHeight;
  if (top >= 0 && bottom <= Math.min(foot, innerHeight)) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - innerHeight / 4, behavior: isCalm ? 'instant' : 'smooth' });
}
