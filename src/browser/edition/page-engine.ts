import type { SiteRoutes } from '../../archive/routes.ts';
import { startFileName } from '../../search/format/start-file.ts';
import { httpFetcher } from '../../search/lookup/fetcher.ts';
import { SearchFailure } from '../../search/lookup/search-failure.ts';
import { MalformedQuery, type PhraseEngine, Unanswered } from '../search/exact/engine.ts';
import { phraseIndex } from '../search/exact/phrase-index.ts';

/** An answer, or why there is none as the search page takes it. */
async function answerOrWhy<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof SearchFailure)) throw error;
    throw error.kind === 'query' ? new MalformedQuery(error.said) : new Unanswered(error.said);
  }
}

/** Stands in for `browser/search/exact/client.ts` in an edition: the exact layer in the page itself. */
export function openPhraseEngine(routes: SiteRoutes): PhraseEngine {
  const index = phraseIndex(httpFetcher(new URL(routes.searchIndex, location.href).href, startFileName));
  return {
    expect: (...parameters) => answerOrWhy(index.expect(...parameters)),
    counts: (...parameters) => answerOrWhy(index.counts(...parameters)),
    decide: (...parameters) => answerOrWhy(index.decide(...parameters)),
    advice: (...parameters) => answerOrWhy(index.advice(...parameters)),
    lines: (...parameters) => answerOrWhy(index.lines(...parameters)),
    linesOf: (...parameters) => answerOrWhy(index.linesOf(...parameters)),
    paragraphs: (...parameters) => answerOrWhy(index.paragraphs(...parameters)),
    corpus: (...parameters) => answerOrWhy(index.corpus(...parameters)),
    textBytes: (...parameters) => answerOrWhy(index.textBytes(...parameters)),
    answered: (...parameters) => answerOrWhy(index.answered(...parameters)),
  };
}
