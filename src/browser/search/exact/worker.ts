import type { Saying } from '../../../i18n/saying.ts';
import { startFileName } from '../../../search/format/start-file.ts';
import { httpFetcher } from '../../../search/lookup/fetcher.ts';
import { SearchFailure } from '../../../search/lookup/search-failure.ts';
import { EarlyFiles } from './early-files.ts';
import { earlyQuestion } from './early-question.ts';
import type { PhraseEngine } from './engine.ts';
import { phraseIndex } from './phrase-index.ts';

/** The questions, by the name of the engine's method that answers them. */
export type PhraseQuestion = keyof PhraseEngine;

type Asked = {
  [Kind in PhraseQuestion]: {
    readonly kind: Kind;
    readonly id: number;
    readonly parameters: Parameters<PhraseEngine[Kind]>;
  };
}[PhraseQuestion];

/**
 * What the page sends: first of all the folder of the index, then numbered questions. Where the folder comes before
 * the page's own program, with what the address `asked` behind `?`, files that the page is fetching follow: the text
 * of the start file, with the names of the whole files behind it, and these; null where one could not be had.
 */
export type PhraseRequest =
  | { readonly kind: 'open'; readonly folder: string; readonly asked: string | null }
  | { readonly kind: 'start'; readonly text: string | null; readonly files: readonly string[] }
  | { readonly kind: 'file'; readonly file: string; readonly bytes: ArrayBuffer | null }
  | Asked;

/** An answer to each kind of question. */
export type PhraseAnswer = {
  [Kind in PhraseQuestion]: {
    readonly kind: Kind;
    readonly id: number;
    readonly answer: Awaited<ReturnType<PhraseEngine[Kind]>>;
  };
}[PhraseQuestion];

/** What comes back: an answer, or why there is none: for readers, or, of an error that nobody foresaw, its message. */
export type PhraseResponse =
  | PhraseAnswer
  | { readonly kind: 'failure'; readonly id: number; readonly why: Saying | string; readonly isQuery: boolean };

let engine: PhraseEngine | null = null;
const early = new EarlyFiles();

async function response(request: Asked): Promise<PhraseResponse> {
  const { id } = request;
  try {
    if (!engine) throw new Error('the index was not named');
    switch (request.kind) {
      case 'expect':
        return { id, kind: 'expect', answer: await engine.expect(...request.parameters) };
      case 'counts':
        return { id, kind: 'counts', answer: await engine.counts(...request.parameters) };
      case 'decide':
        return { id, kind: 'decide', answer: await engine.decide(...request.parameters) };
      case 'advice':
        return { id, kind: 'advice', answer: await engine.advice(...request.parameters) };
      case 'lines':
        return { id, kind: 'lines', answer: await engine.lines(...request.parameters) };
      case 'linesOf':
        return { id, kind: 'linesOf', answer: await engine.linesOf(...request.parameters) };
      case 'paragraphs':
        return { id, kind: 'paragraphs', answer: await engine.paragraphs(...request.parameters) };
      case 'corpus':
        return { id, kind: 'corpus', answer: await engine.corpus(...request.parameters) };
      case 'textBytes':
        return { id, kind: 'textBytes', answer: await engine.textBytes(...request.parameters) };
      case 'answered':
        return { id, kind: 'answered', answer: await engine.answered(...request.parameters) };
    }
  } catch (error) {
    if (error instanceof SearchFailure)
      return { kind: 'failure', id, why: error.said, isQuery: error.kind === 'query' };
    return { kind: 'failure', id, why: error instanceof Error ? error.message : String(error), isQuery: false };
  }
}

function open(folder: string, asked: string | null): void {
  const fetcher = httpFetcher(folder, startFileName);
  engine = phraseIndex(asked === null ? fetcher : early.fetcher(fetcher));
  const first = asked === null ? null : earlyQuestion(asked);
  // Whether that succeeds, the search itself will say.
  if (first) engine.expect(first.query, first.roles, first.withCollocates).catch(() => {});
}

addEventListener('message', ({ data }: MessageEvent<PhraseRequest>) => {
  if (data.kind === 'open') open(data.folder, data.asked);
  else if (data.kind === 'start') early.start(data.text, data.files);
  else if (data.kind === 'file') early.file(data.file, data.bytes);
  else void response(data).then((message) => postMessage(message));
});
