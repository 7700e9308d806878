import type { Sentence } from './sentences.ts';

export type ReaderState = 'idle' | 'reading' | 'paused';

/**
 * Reads sentences one after the other with a voice of the browser. Pausing gives the sentence up and resuming begins it
 * again: pausing within one is not to be had everywhere (Android).
 */
export class AloudReader {
  readonly #speech: SpeechSynthesis;
  readonly #voice: SpeechSynthesisVoice;
  readonly #sentences: readonly Sentence[];
  /** Told of each change of what is read, and of stops. */
  readonly #tell: (state: ReaderState, sentence: Sentence | null) => void;
  #at = 0;
  #state: ReaderState = 'idle';
  /** What is being said; what was given up reports its end too, too late to matter. */
  #said: SpeechSynthesisUtterance | null = null;
  rate = 1;

  constructor(
    speech: SpeechSynthesis,
    voice: SpeechSynthesisVoice,
    sentences: readonly Sentence[],
    tell: (state: ReaderState, sentence: Sentence | null) => void,
  ) {
    this.#speech = speech;
    this.#voice = voice;
    this.#sentences = sentences;
    this.#tell = tell;
  }

  /** Reads from a sentence on, by its number. */
  readFrom(at: number): void {
    this.#at = Math.min(Math.max(at, 0), this.#sentences.length - 1);
    this.#say();
  }

  pause(): void {
    this.#silence();
    this.#set('paused');
  }

  /** Reads on where it was paused. */
  resume(): void {
    this.#say();
  }

  stop(): void {
    this.#silence();
    this.#set('idle');
  }

  /** Goes to the next sentence (1) or the one before (-1); reads it unless paused. */
  step(by: number): void {
    const at = Math.min(Math.max(this.#at + by, 0), this.#sentences.length - 1);
    if (this.#state === 'reading') {
      this.readFrom(at);
      return;
    }
    this.#at = at;
    this.#set('paused');
  }

  #set(state: ReaderState): void {
    this.#state = state;
    this.#tell(state, state === 'idle' ? null : (this.#sentences[this.#at] ?? null));
  }

  #silence(): void {
    this.#said = null;
    this.#speech.cancel();
  }

  #say(): void {
    const sentence = this.#sentences[this.#at];
    this.#silence();
    if (!sentence) {
      this.#set('idle');
      return;
    }
    const said = new SpeechSynthesisUtterance(sentence.text);
    said.voice = this.#voice;
    said.lang = this.#voice.lang;
    said.rate = this.rate;
    const over = (): void => {
      if (this.#said !== said) return;
      if (this.#at + 1 >= this.#sentences.length) this.stop();
      else this.readFrom(this.#at + 1);
    };
    said.addEventListener('end', over);
    // A sentence the voice cannot say is given up; the reader may go on from there.
    said.addEventListener('error', () => {
      if (this.#said === said) this.pause();
    });
    this.#said = said;
    this.#set('reading');
    this.#speech.speak(said);
  }
}
