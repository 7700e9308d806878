import type { Page } from 'playwright-core';

/**
 * Types phrases into the search page one after the other, and gives for each what the address then asks, and how many
 * reports and places it has.
 */
export const typedPhrases = (page: Page, phrases: readonly string[]): Promise<unknown> =>
  page.evaluate(
    `(async (phrases) => {
      const search = document.querySelector('phrase-search');
      const field = search.querySelector('[type=search]');
      const out = [];
      for (const phrase of phrases) {
        field.value = phrase;
        field.form.requestSubmit();
        while (search.dataset.searchState === 'loading') await new Promise((over) => setTimeout(over, 2));
        out.push([new URLSearchParams(location.search).get('q'), search.dataset.reports, search.dataset.occurrences]);
      }
      return out;
    })(${JSON.stringify(phrases)})`,
  );
