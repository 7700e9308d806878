declare global {
  interface Document {
    /** The worker that was opened before the page's own program was loaded; null once it is taken or could not be loaded. */
    earlyWorker?: Worker | null;
  }
}

/** The worker that `early-search.ts` opened for the page, once; null where it opened none or it could not be loaded. */
export function takenEarlyWorker(): Worker | null {
  const worker = document.earlyWorker ?? null;
  document.earlyWorker = null;
  return worker;
}
