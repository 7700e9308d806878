import { fetchedPage } from './fetched-report.ts';
import { shownReport } from './shown-report.ts';

let served: Promise<Document> | null = null;

async function fetchedRecord(): Promise<Document> {
  const { page, isFound } = await fetchedPage(`${shownReport()?.url ?? ''}record/`);
  if (!isFound) throw new Error('this report has no record page');
  return page;
}

/** The record page (notes, changes, sources) of the report that is open. Rejects where there is none; asked again, it tries again. */
export function servedRecord(): Promise<Document> {
  served ??= fetchedRecord();
  served.catch(() => {
    served = null;
  });
  return served;
}
