import { forgetText, keepText, noteText, restoreText } from './kept-text.ts';
import { type Answered, mainElement, say, sent, showPage } from './shown-page.ts';

/** Where it is kept that single letters are no keys. */
const keysOff = 'desk:keys-off';

let again: ReturnType<typeof setTimeout> | undefined;

/** What is to be done on a page that has just come to be shown. */
function shown(): void {
  restoreText();
  clearTimeout(again);
  const { again: seconds } = mainElement().dataset;
  if (seconds === undefined) return;
  again = setTimeout(() => {
    // Who is writing or choosing is not disturbed.
    const isBusy = document.activeElement?.matches('input, select, textarea') === true;
    if (isBusy) shown();
    else void showPage(location.href, true);
  }, Number(seconds) * 1000);
}

/** Shows what an act came to. */
async function goOn({ said, to }: Answered): Promise<void> {
  if (to !== null) await showPage(to, to === location.pathname);
  say(said);
}

const sends = (element: HTMLElement): object => {
  const data: unknown = JSON.parse(element.dataset.sends ?? '{}');
  return typeof data === 'object' && data !== null ? data : {};
};

/** The act under way: a second press meanwhile is none. */
let isActing = false;

/** Has the desk do something with the draft of the page. */
async function act(name: string, what: object): Promise<void> {
  if (isActing) return;
  isActing = true;
  // What was said of the act before is no answer to this one.
  say('');
  try {
    if (name === 'drop-text') forgetText();
    else await keepText();
    const { draft = '', revision } = mainElement().dataset;
    await goOn(await sent(`/drafts/${draft}/${name}`, JSON.stringify({ revision, ...what }), 'application/json'));
  } finally {
    isActing = false;
  }
}

/** Hands files over, one after the other; shows the draft of the only one, or the queue. */
async function drop(files: readonly File[]): Promise<void> {
  let answered: Answered | null = null;
  for (const file of files)
    answered = await sent(`/drop?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream');
  if (!answered) return;
  await goOn(files.length === 1 ? answered : { ...answered, to: '/' });
}

/** The fields of a form, by name. */
const fieldsOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );

const goTo = (id: string): void => {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
};

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a, input') : null;
  if (!target) return;
  const { act: name, goes, opens, line } = target.dataset;
  if (name !== undefined) void act(name, sends(target));
  if (goes !== undefined) goTo(goes);
  if (line !== undefined) {
    event.preventDefault();
    showLine(Number(line));
  }
  const dialog = opens === undefined ? null : document.getElementById(opens);
  if (dialog instanceof HTMLDialogElement) dialog.showModal();
  if (target.id === 'keys-off' && target instanceof HTMLInputElement)
    localStorage.setItem(keysOff, target.checked ? '1' : '');
});

/** Puts the cursor on a line of the text, counting from 1. */
function showLine(line: number): void {
  const area = document.getElementById('text');
  if (!(area instanceof HTMLTextAreaElement)) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  goTo('text');
  area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.act === undefined) return;
  event.preventDefault();
  const { act: name, field } = form.dataset;
  const fields = fieldsOf(form);
  const { value = '' } = fields;
  const said = field === 'year' && /^\d+$/.test(value.trim()) ? Number(value) : value.trim();
  const what = field === undefined ? fields : { set: { [field]: said === '' ? null : said } };
  void act(name, { ...sends(form), ...what });
});

document.addEventListener('input', (event) => {
  if (event.target instanceof HTMLTextAreaElement && event.target.id === 'text') noteText();
});
document.addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.dataset.drop === undefined) return;
  const files = [...(input.files ?? [])];
  input.value = '';
  void drop(files);
});

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('drop');
});
document.addEventListener('dragleave', () => document.body.classList.remove('drop'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('drop');
  void drop([...(event.dataTransfer?.files ?? [])]);
});

/** Goes a number of steps among what j and k go through. */
function step(by: number): void {
  const items = [...document.querySelectorAll<HTMLElement>('main [data-step]')];
  const { activeElement } = document;
  const at = items.findIndex((item) => item === activeElement || item.contains(activeElement));
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by))];
  next?.scrollIntoView({ block: 'nearest' });
  next?.focus();
}

/** The doubt that the focus is on; null where it is elsewhere. */
const focusedStep = (): HTMLElement | null => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.matches('li[data-step]') ? activeElement : null;
};

/** Does what a key stands for; false where it stands for nothing here. */
function pressed(key: string): boolean {
  if (key === 'j' || key === 'k') {
    step(key === 'j' ? 1 : -1);
    return true;
  }
  const item = focusedStep();
  const nth = key === 'Enter' ? 0 : /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  if (nth >= 0) {
    const choice = item?.querySelectorAll<HTMLElement>('.choices button, .choices a')[nth];
    choice?.click();
    return choice !== undefined;
  }
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.matches('input:not([type=file]), textarea')) goTo(target.id);
  else target.click();
  return true;
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, altKey, metaKey, isComposing, target } = event;
  if (ctrlKey || altKey || metaKey || isComposing || document.querySelector('dialog[open]')) return;
  const isWriting = target instanceof Element && target.matches('input:not([type=file]), textarea, select');
  if (key === 'Escape' && isWriting) {
    const heading = document.querySelector<HTMLElement>('main li[data-step], main h1');
    void keepText();
    heading?.focus();
    return;
  }
  if (isWriting) return;
  const isLetter = key.length === 1;
  if (isLetter && localStorage.getItem(keysOff) === '1') return;
  if (pressed(key)) event.preventDefault();
});

addEventListener('popstate', () => void showPage(location.href, false));
addEventListener('desk:shown', shown);
addEventListener('pagehide', () => void keepText());

const off = document.getElementById('keys-off');
if (off instanceof HTMLInputElement) off.checked = localStorage.getItem(keysOff) === '1';
shown();
// Keys and buttons do something from now on.
document.body.dataset.ready = '';
