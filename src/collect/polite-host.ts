import { setTimeout as wait } from 'node:timers/promises';
import robotsParser from 'robots-parser';
import { type Answer, answer, headerOf, type NoAnswer } from './answer.ts';

/** How a site is treated. */
export interface Manners {
  /** The name under which the collector asks, with its contact. */
  readonly userAgent: string;
  /** Milliseconds between the beginnings of two requests to one site, and after the end of each, at least. */
  readonly pause: number;
  /** So often an address is asked for again where the answer may have been a passing failure. */
  readonly retries: number;
}

/** What is told of a site while it is asked. */
export interface Witness {
  /** Answers beside the one that is given back: that of robots.txt, and those after which an address was asked for again. */
  readonly answered: (address: string, at: Date, answer: Answer) => Promise<void>;
  /** What its robots.txt asks for, once: milliseconds between requests, and why nothing may be asked, or empty. */
  readonly rules: (delay: number, closed: string) => Promise<void>;
}

/** What a site says of who may fetch what. */
interface Rules {
  readonly isAllowed: (address: string) => boolean;
  /** Milliseconds. */
  readonly delay: number;
  /** Why nothing is allowed; empty where something may be. */
  readonly closed: string;
}

/** Milliseconds that a site may ask to be waited for; longer, and it is left alone for this run. */
const longestWait = 300_000;
/** Refusals in a row after which a site is left alone for this run. */
const mostRefusals = 3;
const mostFailures = 6;

const open: Rules = { isAllowed: () => true, delay: 0, closed: '' };
const shut = (closed: string): Rules => ({ isAllowed: () => false, delay: 0, closed });

/** The name by which rules call the collector: what stands before the bar. */
const ownName = (userAgent: string): string => userAgent.split('/')[0] ?? userAgent;

/** Seconds, or a day; milliseconds from now. */
function retryAfter(headers: Answer['headers']): number | null {
  const value = headerOf(headers, 'retry-after');
  if (value === null) return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

/** What came of one request, and when it was sent. */
interface Given {
  readonly given: Answer | NoAnswer;
  readonly at: Date;
}

/** What came of a question, asked as often as manners allow. */
export type Asked =
  | { readonly state: 'answered'; readonly answer: Answer; readonly at: Date }
  | { readonly state: 'forbidden' | 'left' | 'failed' | 'unfit'; readonly note: string; readonly at: Date };

/**
 * One site, asked one question at a time, with pauses, as its robots.txt wants it. A site that refuses, or that asks
 * for more time than there is, is left alone for the rest of the run.
 */
export class PoliteHost {
  readonly #origin: string;
  readonly #manners: Manners;
  readonly #witness: Witness;
  #rules: Rules | null = null;
  /** When the site may be asked again, by the clock of `performance.now`. */
  #free: number;
  #refusals = 0;
  #failures = 0;
  #left: string | null = null;

  /** `rest`: milliseconds before the first request; the site may have been asked a moment ago by a run that was cut off. */
  constructor(origin: string, manners: Manners, witness: Witness, rest = 0) {
    this.#origin = origin;
    this.#manners = manners;
    this.#witness = witness;
    this.#free = performance.now() + rest;
  }

  /** Why the site is left alone; null while it is not. */
  get left(): string | null {
    return this.#left;
  }

  async #once(address: string, more: Readonly<Record<string, string>>): Promise<Given> {
    // A timer may go off a moment early.
    const left = this.#free - performance.now();
    if (left > 0) await wait(Math.ceil(left) + 2);
    const at = new Date();
    const given = await answer(address, this.#manners.userAgent, more);
    this.#free = performance.now() + Math.max(this.#manners.pause, this.#rules?.delay ?? 0);
    return { given, at };
  }

  /** Asks again where that may help; the last answer. */
  async #patiently(address: string, more: Readonly<Record<string, string>>): Promise<Given> {
    for (let attempt = 0; ; attempt++) {
      const last = await this.#once(address, more);
      const { given } = last;
      const isAnswer = 'status' in given;
      const isPassing = isAnswer ? given.status === 429 || given.status >= 500 : given.isPassing;
      if (!isPassing || attempt >= this.#manners.retries) return last;
      const asked = isAnswer ? retryAfter(given.headers) : null;
      const pause = asked ?? this.#manners.pause * 2 ** (attempt + 1);
      if (pause > longestWait) {
        this.#left = `要求 ${Math.ceil(pause / 1000)} 秒以后再来`;
        return last;
      }
      this.#free = Math.max(this.#free, performance.now() + pause);
      await this.#tell(address, last);
    }
  }

  async #tell(address: string, { given, at }: Given): Promise<void> {
    if ('status' in given) await this.#witness.answered(address, at, given);
  }

  async #readRules(): Promise<Rules> {
    const address = new URL('/robots.txt', this.#origin).href;
    const asked = async (at: string): Promise<Answer | NoAnswer> => {
      const last = await this.#patiently(at, {});
      await this.#tell(at, last);
      return last.given;
    };
    let given = await asked(address);
    // Rules may stand at another address of the same site.
    for (let hops = 0; hops < 5 && 'status' in given && given.status >= 300 && given.status < 400; hops++) {
      const to = headerOf(given.headers, 'location');
      if (to === null || !URL.canParse(to, address) || new URL(to, address).host !== new URL(address).host) return open;
      given = await asked(new URL(to, address).href);
    }
    if (!('status' in given)) return shut(`robots.txt 读不到：${given.fault}`);
    if (given.status >= 500 || given.status === 429) return shut(`robots.txt 的回答是 ${given.status}`);
    if (given.status >= 400) return open;
    const text = Buffer.from(given.body).toString('utf8');
    // A page in its place says nothing.
    if (/^\s*(?:<!doctype|<html)/i.test(text)) return open;
    const robots = robotsParser(address, text);
    const name = ownName(this.#manners.userAgent);
    return {
      isAllowed: (asked) => robots.isAllowed(asked, name) !== false,
      delay: (robots.getCrawlDelay(name) ?? 0) * 1000,
      closed: '',
    };
  }

  /** Asks for an address of this site, as its rules allow. */
  async ask(address: string, more: Readonly<Record<string, string>> = {}): Promise<Asked> {
    if (this.#left !== null) return { state: 'left', note: this.#left, at: new Date() };
    if (this.#rules === null) {
      this.#rules = await this.#readRules();
      this.#free = Math.max(this.#free, performance.now() + this.#rules.delay);
      await this.#witness.rules(this.#rules.delay, this.#rules.closed);
    }
    const now = new Date();
    if (!this.#rules.isAllowed(address))
      return { state: 'forbidden', note: this.#rules.closed || 'robots.txt 不许', at: now };
    if (this.#rules.delay > longestWait) {
      this.#left = `要求每次相隔 ${this.#rules.delay / 1000} 秒`;
      return { state: 'left', note: this.#left, at: now };
    }
    const { given, at } = await this.#patiently(address, more);
    if (!('status' in given)) {
      if (given.isTooLarge) return { state: 'unfit', note: given.fault, at };
      this.#failures++;
      if (this.#failures >= mostFailures) this.#left = `连续 ${this.#failures} 次没有回答`;
      return { state: 'failed', note: given.fault, at };
    }
    this.#failures = 0;
    const isRefusal = given.status === 401 || given.status === 403 || given.status === 429;
    this.#refusals = isRefusal ? this.#refusals + 1 : 0;
    if (this.#refusals >= mostRefusals) this.#left = `连续 ${this.#refusals} 次拒绝（${given.status}）`;
    return { state: 'answered', answer: given, at };
  }
}
