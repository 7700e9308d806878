/** The page's own element that holds all that changes from page to page. */
export const mainElement = (): HTMLElement => document.querySelector('main') ?? document.body;

/** Says something to everybody, those who do not see the page too. */
export function say(words: string): void {
  const said = document.querySelector('#said');
  if (said) said.textContent = words;
}

/** Puts the focus on an element by its id, else on the page's heading. */
function focusOn(id: string): void {
  const wanted = id === '' ? null : document.getElementById(id);
  const heading = document.querySelector('main h1');
  const target = wanted ?? heading;
  if (target instanceof HTMLElement) target.focus();
}

/** Two pages may be asked for at once: the one that was asked for last is shown. */
let asked = 0;

/**
 * Shows a page of the desk in place of this one, as the server made it; `keepsFocus`: on what bears the same id, as
 * after an act on the same page. Says so where the desk does not answer.
 */
export async function showPage(address: string, keepsFocus: boolean): Promise<void> {
  const own = ++asked;
  const path = new URL(address, location.href);
  const focused = document.activeElement?.id ?? '';
  const response = await fetch(path);
  const shown = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = shown.querySelector('main');
  if (own !== asked) return;
  if (!main) {
    location.assign(path);
    return;
  }
  if (path.href !== location.href) history.pushState(null, '', path);
  document.title = shown.title;
  const sheets = new Set(
    [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')),
  );
  for (const link of shown.querySelectorAll('link[rel=stylesheet]'))
    if (!sheets.has(link.getAttribute('href'))) document.head.append(document.adoptNode(link));
  mainElement().replaceWith(document.adoptNode(main));
  dispatchEvent(new Event('desk:shown'));
  focusOn(keepsFocus ? focused : '');
}

/** What the desk answered to an act; `to` is the page to go on with, null where it refused. */
export interface Answered {
  readonly said: string;
  readonly to: string | null;
  /** All of the answer. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** Sends an act to the desk. Never throws: where the desk does not answer, `said` is what `offline` says. */
export async function sent(path: string, body: BodyInit, type: string): Promise<Answered> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': type }, body });
    const answer: unknown = await response.json();
    const more = typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {};
    const { said, to } = more;
    return {
      said: typeof said === 'string' ? said : '',
      to: response.ok && typeof to === 'string' ? to : null,
      more: response.ok ? more : {},
    };
  } catch {
    return { said: document.body.dataset.offline ?? '', to: null, more: {} };
  }
}
