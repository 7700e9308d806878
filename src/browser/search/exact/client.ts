import type { SiteRoutes } from '../../../archive/routes.ts';
import { saying } from '../../../i18n/saying.ts';
import { MalformedQuery, type PhraseEngine, Unanswered } from './engine.ts';
import type { PhraseQuestion, PhraseRequest, PhraseResponse } from './worker.ts';

type AnswerTo<Kind extends PhraseQuestion> = Awaited<ReturnType<PhraseEngine[Kind]>>;

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

function failure({ why, isQuery }: Extract<PhraseResponse, { kind: 'failure' }>): Error {
  if (typeof why === 'string') return new Error(why);
  return isQuery ? new MalformedQuery(why) : new Unanswered(why);
}

/** The exact layer in a worker, so that typing never waits for it; in the `early` one where that was opened already. */
export function openPhraseEngine(routes: SiteRoutes, early: Worker | null = null): PhraseEngine {
  const worker = early ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = {
    expect: new Waiting<AnswerTo<'expect'>>(),
    counts: new Waiting<AnswerTo<'counts'>>(),
    decide: new Waiting<AnswerTo<'decide'>>(),
    advice: new Waiting<AnswerTo<'advice'>>(),
    lines: new Waiting<AnswerTo<'lines'>>(),
    linesOf: new Waiting<AnswerTo<'linesOf'>>(),
    paragraphs: new Waiting<AnswerTo<'paragraphs'>>(),
    corpus: new Waiting<AnswerTo<'corpus'>>(),
    textBytes: new Waiting<AnswerTo<'textBytes'>>(),
    answered: new Waiting<AnswerTo<'answered'>>(),
  };
  const all = Object.values(waiting);
  let last = 0;
  const send = (request: PhraseRequest): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<PhraseResponse>) => {
    if (data.kind === 'expect') waiting.expect.answer(data.id, data.answer);
    else if (data.kind === 'counts') waiting.counts.answer(data.id, data.answer);
    else if (data.kind === 'decide') waiting.decide.answer(data.id, data.answer);
    else if (data.kind === 'advice') waiting.advice.answer(data.id, data.answer);
    else if (data.kind === 'lines') waiting.lines.answer(data.id, data.answer);
    else if (data.kind === 'linesOf') waiting.linesOf.answer(data.id, data.answer);
    else if (data.kind === 'paragraphs') waiting.paragraphs.answer(data.id, data.answer);
    else if (data.kind === 'corpus') waiting.corpus.answer(data.id, data.answer);
    else if (data.kind === 'textBytes') waiting.textBytes.answer(data.id, data.answer);
    else if (data.kind === 'answered') waiting.answered.answer(data.id, data.answer);
    else for (const open of all) open.fail(data.id, failure(data));
  });
  let broken: Unanswered | null = null;
  worker.addEventListener('error', () => {
    broken = new Unanswered(saying('searchProgramNotLoaded'));
    for (const open of all) open.failAll(broken);
  });
  if (!early) send({ kind: 'open', folder: new URL(routes.searchIndex, location.href).href, asked: null });
  // The answer is awaited before the question is sent, so that none can come too early.
  const asked = <Answer>(open: Waiting<Answer>, request: (id: number) => PhraseRequest): Promise<Answer> => {
    if (broken) return Promise.reject(broken);
    const id = ++last;
    const answer = open.asked(id);
    send(request(id));
    return answer;
  };
  return {
    expect: (...parameters) => asked(waiting.expect, (id) => ({ kind: 'expect', id, parameters })),
    counts: (...parameters) => asked(waiting.counts, (id) => ({ kind: 'counts', id, parameters })),
    decide: (...parameters) => asked(waiting.decide, (id) => ({ kind: 'decide', id, parameters })),
    advice: (...parameters) => asked(waiting.advice, (id) => ({ kind: 'advice', id, parameters })),
    lines: (...parameters) => asked(waiting.lines, (id) => ({ kind: 'lines', id, parameters })),
    linesOf: (...parameters) => asked(waiting.linesOf, (id) => ({ kind: 'linesOf', id, parameters })),
    paragraphs: (...parameters) => asked(waiting.paragraphs, (id) => ({ kind: 'paragraphs', id, parameters })),
    corpus: (...parameters) => asked(waiting.corpus, (id) => ({ kind: 'corpus', id, parameters })),
    textBytes: (...parameters) => asked(waiting.textBytes, (id) => ({ kind: 'textBytes', id, parameters })),
    answered: (...parameters) => asked(waiting.answered, (id) => ({ kind: 'answered', id, parameters })),
  };
}
