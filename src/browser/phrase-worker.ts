import { SearchFailure } from '../search/lookup/search-failure.ts';
import type { PhraseCounts, PhraseEngine, ReportLines } from './phrase-engine.ts';
import { phraseIndex } from './phrase-index.ts';

/** What the page sends: first of all the folder of the index, then numbered questions. */
export type PhraseRequest =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'counts'; readonly id: number; readonly parameters: Parameters<PhraseEngine['counts']> }
  | { readonly kind: 'lines'; readonly id: number; readonly parameters: Parameters<PhraseEngine['lines']> };

/** What comes back: an answer, or why there is none, as a sentence for readers. */
export type PhraseResponse =
  | { readonly kind: 'counts'; readonly id: number; readonly answer: PhraseCounts }
  | { readonly kind: 'lines'; readonly id: number; readonly answer: ReportLines }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string; readonly isQuery: boolean };

let engine: PhraseEngine | null = null;

async function response(request: Exclude<PhraseRequest, { kind: 'open' }>): Promise<PhraseResponse> {
  const { id } = request;
  try {
    if (!engine) throw new Error('the index was not named');
    if (request.kind === 'counts') return { kind: 'counts', id, answer: await engine.counts(...request.parameters) };
    return { kind: 'lines', id, answer: await engine.lines(...request.parameters) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'failure', id, message, isQuery: error instanceof SearchFailure && error.kind === 'query' };
  }
}

addEventListener('message', ({ data }: MessageEvent<PhraseRequest>) => {
  if (data.kind === 'open') engine = phraseIndex(data.folder);
  else void response(data).then((message) => postMessage(message));
});
