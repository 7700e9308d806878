import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueText } from '../../archive/issue.ts';
import { failureSentence } from '../../host/expected-failure.ts';
import { captureDigest } from '../../import/recognise/recognition.ts';
import type { DeskPlaces } from '../drafts/desk-places.ts';
import { knownPlace, newCaptures, type Taking, taking } from '../drafts/taking.ts';
import { ActRefused } from '../review/act-refused.ts';
import type { Done } from '../review/desk.ts';
import { fileBody } from './request-body.ts';

/** Bytes of a file that is handed over, at most; the import reads no more. */
const mostFile = 64 * 2 ** 20;

const knownWords = {
  draft: '这份原件已在审稿台上',
  archive: '库中已有这份原件，没有收下',
  withdrawn: '这份原件随报告一同撤除，没有收下',
  redacted: '这份原件里有已应请求隐去的姓名，没有收下',
} as const;

/** A file's name as evidence: a line without what a terminal or a path would take for something else. */
const plainName = (name: string): string => {
  const plain = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/')
    .replace(/\p{C}/gu, '')
    .slice(0, 300);
  return plain === '' ? 'capture.txt' : plain;
};

/** What comes to the desk: the collector's captures, behind everything else, and files that are handed over. */
export class Intake {
  readonly #places: DeskPlaces;
  #collected: { done: number; total: number; taking: Taking } | null = null;
  /** The file under way; the next waits for it. */
  #last: Promise<unknown> = Promise.resolve();
  /** What went wrong with the collector's captures, a sentence each. */
  readonly faults: string[] = [];

  constructor(places: DeskPlaces) {
    this.#places = places;
  }

  /** How far the collector's captures are taken in; null where none are under way. */
  get progress(): { done: number; total: number } | null {
    return this.#collected && { done: this.#collected.done, total: this.#collected.total };
  }

  /** Takes in what the collector left and is new; `tell` is told how many there are, and after each. */
  async takeCollected(tell: (done: number, total: number) => void = () => undefined): Promise<number> {
    const { captures, issues } = newCaptures(this.#places);
    this.faults.push(...issues.map(issueText));
    const under = { done: 0, total: captures.length, taking: taking(this.#places, captures) };
    this.#collected = under;
    tell(0, under.total);
    let made = 0;
    try {
      for await (const _ of under.taking.drafts) {
        made++;
        tell(++under.done, under.total);
      }
    } catch (error) {
      const sentence = failureSentence(error);
      if (sentence === null) throw error;
      this.faults.push(`采集的原件没有全部读入：${sentence}`);
    } finally {
      this.#collected = null;
    }
    return made;
  }

  /** Takes in a file that is handed over in a request; its draft. Throws `ActRefused` where it is known, or too long. */
  takeFile(request: IncomingMessage, called: string): Promise<Done & { readonly sha256: string }> {
    const turn = this.#last.then(async () => {
      const { content } = this.#places;
      const name = plainName(called);
      const folder = mkdtempSync(join(tmpdir(), 'archive-desk-'));
      try {
        const file = join(folder, `handed${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '.txt'}`);
        await fileBody(request, file, mostFile);
        const sha256 = captureDigest(readFileSync(file));
        const known = knownPlace(content, sha256);
        if (known === 'draft') return { said: knownWords.draft, isLeft: true, sha256 };
        if (known !== null) throw new ActRefused(409, knownWords[known]);
        const origin = { address: null, captured: null };
        const capture = { file, sha256, name, origin, otherAddresses: [] };
        for await (const _ of taking(this.#places, [capture]).drafts)
          return { said: `已放到审稿台上：${name}`, isLeft: true, sha256 };
        throw new ActRefused(409, `没有读入 ${name}`);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Ends what is under way, behind the draft that is being made. */
  async stop(): Promise<void> {
    await this.#collected?.taking.stop();
  }
}
