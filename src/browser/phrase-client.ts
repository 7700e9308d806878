import type { SiteRoutes } from '../archive/routes.ts';
import { MalformedQuery, type PhraseCounts, type PhraseEngine, type ReportLines } from './phrase-engine.ts';
import type { PhraseRequest, PhraseResponse } from './phrase-worker.ts';

/** Questions of one kind that wait for their answers. */
class Waiting<Answer> {
  readonly #open = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();

  asked(id: number): Promise<Answer> {
    return new Promise((resolve, reject) => this.#open.set(id, { resolve, reject }));
  }

  answer(id: number, answer: Answer): void {
    this.#open.get(id)?.resolve(answer);
    this.#open.delete(id);
  }

  fail(id: number, error: Error): void {
    this.#open.get(id)?.reject(error);
    this.#open.delete(id);
  }

  failAll(error: Error): void {
    for (const id of [...this.#open.keys()]) this.fail(id, error);
  }
}

/** The exact layer in a worker, so that typing never waits for it. */
export function openPhraseEngine(routes: SiteRoutes): PhraseEngine {
  const worker = new Worker(new URL('./phrase-worker.ts', import.meta.url), { type: 'module' });
  const counts = new Waiting<PhraseCounts>();
  const lines = new Waiting<ReportLines>();
  let last = 0;
  const send = (request: PhraseRequest): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<PhraseResponse>) => {
    if (data.kind === 'counts') counts.answer(data.id, data.answer);
    else if (data.kind === 'lines') lines.answer(data.id, data.answer);
    else {
      const error = data.isQuery ? new MalformedQuery(data.message) : new Error(data.message);
      for (const waiting of [counts, lines]) waiting.fail(data.id, error);
    }
  });
  worker.addEventListener('error', () => {
    const error = new Error('检索程序未能载入。请检查网络后重试；也可从地区或年度浏览。');
    for (const waiting of [counts, lines]) waiting.failAll(error);
  });
  send({ kind: 'open', folder: new URL(routes.searchIndex, location.href).href });
  return {
    counts: (...parameters) => {
      const id = ++last;
      const answer = counts.asked(id);
      send({ kind: 'counts', id, parameters });
      return answer;
    },
    lines: (...parameters) => {
      const id = ++last;
      const answer = lines.asked(id);
      send({ kind: 'lines', id, parameters });
      return answer;
    },
  };
}
