import { adoptStyle } from '../../page/adopted-style.ts';
import { blockInView } from '../../page/block-in-view.ts';
import { madeElement } from '../../page/made-element.ts';
import type { OpenedTool } from '../tools/tool.ts';
import { markSentence, showSentence } from './mark.ts';
import { AloudReader, type ReaderState } from './reader.ts';
import { reportSentences, type Sentence } from './sentences.ts';
import { chineseVoice } from './voice.ts';
import { said } from './words.ts';

const style = `
::highlight(aloud), [data-aloud] { background-color: var(--mark); color: var(--ink); text-decoration: underline 2px var(--seal); }
.aloud { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .3rem 0; }
.aloud button { min-width: 4.5em; }
.aloud label { display: flex; gap: .5em; align-items: center; }
@media print { ::highlight(aloud), [data-aloud] { background-color: transparent; text-decoration: none; } }`;

const rates = [
  { value: 0.75, name: 'aloudSlow' },
  { value: 1, name: 'aloudOrdinary' },
  { value: 1.25, name: 'aloudFast' },
  { value: 1.5, name: 'aloudVeryFast' },
] as const;

/** The speed chosen last on this page. */
let rate = 1;

const goWords = { idle: 'aloudFromHere', reading: 'aloudPause', paused: 'aloudContinue' } as const;

/** The number of the first sentence of the paragraph in view, or of the first after it. */
function sentenceInView(sentences: readonly Sentence[]): number {
  const block = blockInView();
  return Math.max(
    0,
    sentences.findIndex((sentence) => sentence.block === block),
  );
}

function rateChoice(choose: (value: number) => void): HTMLElement {
  const select = madeElement('select');
  for (const { value, name } of rates)
    select.append(madeElement('option', { value: String(value), selected: value === rate }, said(name)));
  select.addEventListener('change', () => choose(Number(select.value)));
  return madeElement('label', {}, said('aloudSpeed'), select);
}

function controls(panel: HTMLElement, voice: SpeechSynthesisVoice): OpenedTool {
  const sentences = reportSentences();
  let state: ReaderState = 'idle';
  const button = (words: Text, act: () => void): HTMLButtonElement => {
    const made = madeElement('button', { type: 'button' }, words);
    made.addEventListener('click', act);
    return made;
  };
  const go = button(said('aloudFromHere'), () => {
    if (state === 'reading') reader.pause();
    else if (state === 'paused') reader.resume();
    else reader.readFrom(sentenceInView(sentences));
  });
  const stop = button(said('aloudStop'), () => {
    reader.stop();
    // The button that stops is out of use now.
    go.focus();
  });
  const steps = [button(said('aloudPrevious'), () => reader.step(-1)), button(said('aloudNext'), () => reader.step(1))];
  const reader = new AloudReader(speechSynthesis, voice, sentences, (now, sentence) => {
    state = now;
    go.replaceChildren(said(goWords[now]));
    for (const other of [stop, ...steps]) other.disabled = now === 'idle';
    markSentence(sentence);
    if (sentence) showSentence(sentence);
  });
  reader.rate = rate;
  const speed = rateChoice((value) => {
    rate = value;
    reader.rate = value;
    if (state === 'reading') reader.resume();
  });
  for (const other of [stop, ...steps]) other.disabled = true;
  panel.append(
    madeElement('div', { className: 'aloud' }, go, ...steps, stop, speed),
    madeElement('p', { className: 'soft' }, said('aloudVoice', { name: voice.name })),
  );
  const end = (): void => reader.stop();
  addEventListener('pagehide', end);
  return {
    end: () => {
      removeEventListener('pagehide', end);
      end();
    },
  };
}

/** Reads the report aloud with the browser's own voice, sentence by sentence, from the paragraph in view. */
export async function open(panel: HTMLElement): Promise<OpenedTool> {
  adoptStyle(style);
  const voice = 'speechSynthesis' in window ? await chineseVoice(speechSynthesis) : null;
  if (voice) return controls(panel, voice);
  panel.append(madeElement('p', {}, said('aloudNoVoice')), madeElement('p', {}, said('aloudNoVoiceHelp')));
  return {};
}
