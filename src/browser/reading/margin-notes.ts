import { adoptStyle } from '../page/adopted-style.ts';
import { addressedBlocks } from '../page/block-in-view.ts';
import { madeElement } from '../page/made-element.ts';
import { openAddress } from '../page/open-address.ts';
import { servedRecord } from '../served/served-record.ts';
import { said, saidAs } from './words.ts';

/** Room in rem that a note wants beside the text. */
const room = 14.6;

const style = `
.side-notes { float: right; clear: right; width: 12.5rem; margin: .2rem -14.5rem .6rem 0; user-select: none; }
.side-note { font-size: .8125rem; line-height: 1.6; text-indent: 0; color: var(--soft); border-left: 2px solid var(--line); padding-left: .6rem; margin-bottom: .5rem; }
.side-note:is(:focus, :target) { border-color: var(--seal); color: var(--ink); outline-offset: 4px; }
.note-below { margin: .2rem 0 .8rem; background: var(--sheet); border-left: 2px solid var(--seal); padding: .4rem .8rem; font-size: .9rem; line-height: 1.7; }
@media print { .side-notes, .note-below { display: none; } }`;

/** The links of one note: the doubted place may be broken into several, of which the first bears the note's number. */
interface NotedPlace {
  readonly number: string;
  readonly links: readonly HTMLAnchorElement[];
  readonly block: HTMLElement;
}

const numberOf = (link: HTMLAnchorElement): string => /#n-(\d+)$/.exec(link.href)?.[1] ?? '';

function notedPlaces(): NotedPlace[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('article.t a[href^="record"]')];
  const numbers = [...new Set(links.map(numberOf))].filter((number) => number !== '');
  return numbers.flatMap((number): NotedPlace[] => {
    const own = links.filter((link) => numberOf(link) === number);
    const block = own[0]?.closest<HTMLElement>(addressedBlocks);
    return block ? [{ number, links: own, block }] : [];
  });
}

/** A note's words on the record page: `“朔州委”：疑有脱字……`. */
async function noteText(number: string): Promise<string> {
  return (await servedRecord()).querySelector(`#n-${number}`)?.textContent?.trim() ?? '';
}

async function noteElement({ number }: NotedPlace, id: string): Promise<HTMLElement> {
  const note = madeElement('div', { className: 'side-note', id, tabIndex: -1 }, await noteText(number));
  note.setAttribute('role', 'note');
  saidAs(note, 'aria-label', 'notes');
  return note;
}

/** Where all notes of the report stand, this one among them. */
const allNotes = ({ links }: NotedPlace): HTMLAnchorElement =>
  madeElement('a', { href: links[0]?.href ?? '' }, said('allNotes'));

/**
 * Brings the editors' notes within reach of the places they are about: in the margin, fetched when the first comes
 * into sight, where there is room; else below the paragraph, when asked for. Without a note the link leads on.
 */
class MarginNotes {
  readonly #places = notedPlaces();
  readonly #article = document.querySelector('article.t');
  #isBeside = false;
  #observer: IntersectionObserver | null = null;

  begin(): void {
    if (!this.#article || this.#places.length === 0) return;
    adoptStyle(style);
    for (const place of this.#places)
      for (const link of place.links) link.addEventListener('click', (event) => void this.#onClick(event, place));
    new ResizeObserver(() => this.#arrange()).observe(document.body);
    this.#arrange();
  }

  #arrange(): void {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const right = this.#article?.getBoundingClientRect().right ?? 0;
    const rail = document.querySelector('.reading.rail');
    const edge = rail?.getBoundingClientRect().left ?? document.documentElement.clientWidth;
    const isBeside = right + room * rem <= edge;
    if (isBeside === this.#isBeside) return;
    this.#isBeside = isBeside;
    this.#observer?.disconnect();
    for (const note of document.querySelectorAll('.side-notes, .note-below')) note.remove();
    for (const link of this.#places.flatMap(({ links }) => links)) link.removeAttribute('aria-expanded');
    if (!isBeside) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) if (isIntersecting) void this.#setBeside(target);
      },
      { rootMargin: '50% 0px' },
    );
    for (const block of new Set(this.#places.map((place) => place.block))) this.#observer.observe(block);
  }

  /** Sets all notes of a block into the margin, once. */
  async #setBeside(block: Element): Promise<void> {
    this.#observer?.unobserve(block);
    const own = this.#places.filter((place) => place.block === block);
    const made = await Promise.all(own.map((place) => noteElement(place, `side-${place.number}`))).catch(() => []);
    const [first] = own;
    if (!this.#isBeside || !first || made.length === 0) return;
    made.at(-1)?.append(' ', allNotes(first));
    block.before(madeElement('div', { className: 'side-notes' }, ...made));
  }

  async #onClick(event: MouseEvent, place: NotedPlace): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      if (this.#isBeside) await this.#showBeside(place);
      else await this.#toggleBelow(place);
    } catch {
      openAddress(place.links[0]?.href ?? '');
    }
  }

  async #showBeside(place: NotedPlace): Promise<void> {
    const id = `side-${place.number}`;
    if (!document.getElementById(id)) await this.#setBeside(place.block);
    const note = document.getElementById(id);
    if (!note) throw new Error('the note could not be had');
    note.focus();
  }

  async #toggleBelow(place: NotedPlace): Promise<void> {
    const id = `below-${place.number}`;
    const open = document.getElementById(id);
    open?.remove();
    const note = open ? null : await noteElement(place, id);
    if (note) {
      note.className = 'note-below';
      note.append(' ', allNotes(place));
      // After the notes of the same paragraph that are open already.
      let last: Element = place.block;
      while (last.nextElementSibling?.matches('.note-below')) last = last.nextElementSibling;
      last.after(note);
    }
    for (const link of place.links) {
      link.setAttribute('aria-expanded', String(note !== null));
      if (note) link.setAttribute('aria-controls', id);
      else link.removeAttribute('aria-controls');
    }
  }
}

/** Sets the editors' notes beside or below the text; without script their links lead to the record page. */
export function begin(): void {
  new MarginNotes().begin();
}
