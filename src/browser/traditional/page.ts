import { traditionalForm } from '../../traditional/traditional-form.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { announce } from '../page/announcement.ts';
import { madeElement } from '../page/made-element.ts';
import { offerInBar } from '../reading/bar-offers.ts';
import { changeSettings } from '../reading/settings/store.ts';
import { TraditionalView } from './view.ts';
import { said, words } from './words.ts';

/** On paper, where the bar is not, what the text is. */
const style = `.turned { font-weight: 700; }
@media print { html[data-turned] main::before { content: "繁體由程序自動轉換，引用請用原文。"; font-size: .9rem; } }`;

/** The labels that the style sheet draws from attributes, which no text of the page holds. */
function labelStyle(): string {
  const labelled = document.querySelectorAll<HTMLElement>('[data-part]');
  const names = new Set([...labelled].map(({ dataset: { part = '' } }) => part));
  const rules = [...names].map(
    (name) =>
      `:root[data-turned]:not([data-words]) [data-part="${name}"]::before { content: "${traditionalForm(name)}"; }`,
  );
  return rules.join('\n');
}

/** How long an interface in another language may take to come, in milliseconds, before the page is turned again. */
const patience = 3000;

const root = document.documentElement;
const view = new TraditionalView();
let takeAway: (() => void) | null = null;

function turn(): void {
  view.begin();
  root.dataset.turned = '';
  if (root.lang === 'zh-Hans') root.lang = 'zh-Hant';
}

function turnBack(): void {
  view.end();
  delete root.dataset.turned;
  if (root.lang === 'zh-Hant') root.lang = 'zh-Hans';
}

/** Puts the originals back for what is about to happen, and turns them again when `until` is over. */
async function inOriginal(until: Promise<unknown>): Promise<void> {
  turnBack();
  await until;
  if (takeAway && root.dataset.turned === undefined) turn();
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Resolves when the words of the interface have been switched to the other language. */
function wordsSwitched(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => resolve());
    observer.observe(root, { attributeFilter: ['data-words'] });
    setTimeout(resolve, patience);
  });
}

function onCopy({ target }: Event): void {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || getSelection()?.isCollapsed)
    return;
  // The browser reads the selection after this; it stands on the same characters of the original.
  void inOriginal(nextTask());
  announce(words('traditionalCopied'));
}

function onSearch(): void {
  void inOriginal(nextTask());
}

function onClick({ target }: Event): void {
  if (target instanceof Element && target.closest(':is(header, footer) a[lang]')) void inOriginal(wordsSwitched());
}

/**
 * Shows this page in traditional characters and says so in the bar. What is copied, and what searches for phrases in the
 * page (they send `archive:original` first), meets the original.
 */
export function beginTraditional(): void {
  if (takeAway) return;
  adoptStyle(style);
  adoptStyle(labelStyle());
  const back = madeElement('button', { type: 'button', className: 'turned' }, said('traditionalBack'));
  back.addEventListener('click', () => changeSettings({ traditional: false }));
  takeAway = offerInBar(back);
  document.addEventListener('copy', onCopy);
  document.addEventListener('archive:original', onSearch);
  document.addEventListener('click', onClick, true);
  // An English interface takes the button's own words first.
  queueMicrotask(() => {
    if (takeAway) turn();
  });
}

/** Shows the page in its own characters again. */
export function endTraditional(): void {
  takeAway?.();
  takeAway = null;
  document.removeEventListener('copy', onCopy);
  document.removeEventListener('archive:original', onSearch);
  document.removeEventListener('click', onClick, true);
  turnBack();
}
