import { adoptStyle } from '../page/adopted-style.ts';
import { madeElement } from '../page/made-element.ts';
import { servedRecord } from '../served/served-record.ts';
import { said } from './words.ts';

/** Without the notes the style sheet takes their marks off the paper. */
const style = `
.printed-notes { break-before: avoid; font-size: .85em; line-height: 1.6; }
.printed-notes h2 { font-size: 1.1rem; }
@media screen { .printed-notes { display: none; } }
@media print { .r .t a[data-note]::after { content: "\\2060〔" attr(data-note) "〕"; font: .7em/0 sans-serif; vertical-align: super; } }`;

/** The record page, once it has come. */
let record: Document | null = null;

/** The links that bear a note's number, which stand where its place ends. */
const marks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('article.t a[id^="d-"]')];

/** Sets the notes below the text, numbered as in it, for as long as the page is being printed. */
function setNotes(): void {
  const notes = [...(record?.querySelectorAll('li[id^="n-"]') ?? [])];
  if (notes.length === 0 || document.querySelector('.printed-notes')) return;
  adoptStyle(style);
  for (const mark of marks()) mark.dataset.note = mark.id.slice(2);
  const list = madeElement('ol', {}, ...notes.map((note) => madeElement('li', {}, note.textContent?.trim() ?? '')));
  const section = madeElement('section', { className: 'printed-notes' }, madeElement('h2', {}, said('notes')), list);
  document.querySelector('article.t')?.after(section);
}

function takeNotes(): void {
  for (const mark of marks()) delete mark.dataset.note;
  document.querySelector('.printed-notes')?.remove();
}

async function fetchNotes(): Promise<void> {
  if (marks().length === 0) return;
  try {
    record = await servedRecord();
  } catch {
    // Printed without them, the text has no marks either.
  }
}

let isBegun = false;

function setWithPrinting(): void {
  if (isBegun) return;
  isBegun = true;
  addEventListener('beforeprint', setNotes);
  addEventListener('afterprint', takeNotes);
}

/** Prints the report with the editors' notes below it. */
export async function printReport(): Promise<void> {
  setWithPrinting();
  await fetchNotes();
  print();
}

/** Has the notes at hand where a reader may print by the browser's own command, which waits for nothing. */
export function begin(): void {
  setWithPrinting();
  if (matchMedia('(hover: hover)').matches) setTimeout(() => void fetchNotes(), 1000);
}
