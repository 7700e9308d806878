import { mainElement, say, sent } from './shown-page.ts';

/** Milliseconds without a key after which what was written is sent to be kept and checked. */
const pauseLength = 600;

const areaOf = (): HTMLTextAreaElement | null => {
  const area = document.querySelector('#text');
  return area instanceof HTMLTextAreaElement ? area : null;
};

const slot = (): string => `desk:${mainElement().dataset.draft ?? ''}`;

let timer: ReturnType<typeof setTimeout> | undefined;
/** The sending under way; the next waits for it. */
let last: Promise<void> = Promise.resolve();

/** Shows what the check says of the text in place of what it said before. */
function showChecked(source: string): void {
  const checked = new DOMParser().parseFromString(source, 'text/html').querySelector('#checked');
  const place = document.querySelector('#checked');
  if (checked && place) place.replaceWith(document.adoptNode(checked));
}

async function send(): Promise<void> {
  const area = areaOf();
  const main = mainElement();
  const { draft, revision } = main.dataset;
  if (!area || draft === undefined) return;
  const own = slot();
  const { value } = area;
  if (localStorage.getItem(own) === null) return;
  const { said, more } = await sent(
    `/drafts/${draft}/text`,
    JSON.stringify({ revision, text: value }),
    'application/json',
  );
  if (typeof more.revision !== 'string') {
    say(said);
    return;
  }
  main.dataset.revision = more.revision;
  // What was written meanwhile is still to be sent.
  if (localStorage.getItem(own) === value) localStorage.removeItem(own);
  if (typeof more.checked === 'string') showChecked(more.checked);
}

/** Sends what was written and not kept yet, behind what is under way; comes back when the desk has answered. */
export function keepText(): Promise<void> {
  clearTimeout(timer);
  last = last.then(send);
  return last;
}

/** Keeps what is written: at once on this machine's browser, after a pause in the draft. */
export function noteText(): void {
  const area = areaOf();
  if (!area) return;
  localStorage.setItem(slot(), area.value);
  clearTimeout(timer);
  timer = setTimeout(() => void keepText(), pauseLength);
}

/** Brings back what was written and not kept when the page was closed. */
export function restoreText(): void {
  const area = areaOf();
  const text = area && localStorage.getItem(slot());
  if (!area || text === null) return;
  if (area.value === text) localStorage.removeItem(slot());
  else {
    area.value = text;
    void keepText();
  }
}

/** Forgets what was written and not kept: the draft's text is another one now by the curator's will. */
export function forgetText(): void {
  clearTimeout(timer);
  localStorage.removeItem(slot());
}
