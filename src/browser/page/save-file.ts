import { madeElement } from './made-element.ts';

/** Gives a file to the reader's browser to keep. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  madeElement('a', { href, download: name }).click();
  // Some engines begin the download only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
