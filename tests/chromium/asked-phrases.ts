import type { Page } from 'playwright-core';

/** A phrase in quotes, so that nothing in it is an operator. */
export const quotedPhrase = (phrase: string): string => `「${phrase}」`;

/** Asks `/api/search.js` in a page of the site: for each phrase its reports with their counts, sorted, and the total. */
export function askedPhrases(page: Page, phrases: readonly string[]): Promise<unknown> {
  return page.evaluate(
    `(async (phrases) => {
      const { search } = await import(new URL('api/search.js', location.href));
      const out = [];
      for (const phrase of phrases) {
        const { reports, occurrences } = await search(phrase, {});
        out.push([reports.map(({ id, occurrences }) => [id, occurrences]).sort(), occurrences]);
      }
      return out;
    })(${JSON.stringify(phrases)})`,
  );
}
