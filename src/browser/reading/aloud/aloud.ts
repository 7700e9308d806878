import { adoptStyle } from '../../page/adopted-style.ts';
import { blockInView } from '../../page/block-in-view.ts';
import { madeElement } from '../../page/made-element.ts';
import type { OpenedTool } from '../tools/tool.ts';
import { markSentence, showSentence } from './mark.ts';
import { AloudReader, type ReaderState } from './reader.ts';
import { reportSentences, type Sentence } from './sentences.ts';
import { chineseVoice } from './voice.ts';

const style = `
::highlight(aloud), [data-aloud] { background-color: var(--mark); color: var(--ink); text-decoration: underline 2px var(--seal); }
.aloud { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .3rem 0; }
.aloud button { min-width: 4.5em; }
.aloud label { display: flex; gap: .5em; align-items: center; }
@media print { ::highlight(aloud), [data-aloud] { background-color: transparent; text-decoration: none; } }`;

const rates = [
  { value: 0.75, name: '慢' },
  { value: 1, name: '平常' },
  { value: 1.25, name: '快' },
  { value: 1.5, name: '很快' },
] as const;

/** The speed chosen last on this page. */
let rate = 1;

const noVoice = [
  '这个浏览器没有中文语音，不能朗读。',
  '可以在系统设置的“语音”或“辅助功能”里添加中文语音后再试，或用系统自带的朗读功能。',
];

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
    select.append(madeElement('option', { value: String(value), textContent: name, selected: value === rate }));
  select.addEventListener('change', () => choose(Number(select.value)));
  return madeElement('label', {}, '速度', select);
}

function controls(panel: HTMLElement, voice: SpeechSynthesisVoice): OpenedTool {
  const sentences = reportSentences();
  let state: ReaderState = 'idle';
  const button = (words: string, act: () => void): HTMLButtonElement => {
    const made = madeElement('button', { type: 'button', textContent: words });
    made.addEventListener('click', act);
    return made;
  };
  const go = button('从这一段读起', () => {
    if (state === 'reading') reader.pause();
    else if (state === 'paused') reader.resume();
    else reader.readFrom(sentenceInView(sentences));
  });
  const stop = button('停止', () => {
    reader.stop();
    // The button that stops is out of use now.
    go.focus();
  });
  const steps = [button('上一句', () => reader.step(-1)), button('下一句', () => reader.step(1))];
  const reader = new AloudReader(speechSynthesis, voice, sentences, (now, sentence) => {
    state = now;
    go.textContent = { idle: '从这一段读起', reading: '暂停', paused: '继续' }[now];
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
    madeElement('p', { className: 'soft', textContent: `用浏览器自己的语音（${voice.name}），关上面板即停。` }),
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
  panel.append(...noVoice.map((textContent) => madeElement('p', { textContent })));
  return {};
}
