import { Worker } from 'node:worker_threads';

/** A page's style sheets as Astro's build knows them. */
export interface PageStyles {
  readonly key: string;
  readonly component: string;
  readonly route: { readonly route: string };
  readonly styles: readonly object[];
}

/** What a thread begins with: the address of Astro's bundle for prerendering, and the pages' style sheets. */
export interface PageThreadSettings {
  readonly entry: string;
  readonly pages: readonly (readonly [string, PageStyles])[];
}

/** A page to be rendered. */
export interface PageOrder {
  readonly id: number;
  readonly url: string;
  readonly route: string;
  readonly component: string;
}

/** A page that was rendered, or why it was not. */
export type RenderedPage =
  | {
      readonly id: number;
      readonly status: number;
      readonly headers: [string, string][];
      readonly body: ArrayBuffer | null;
    }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (response: Response) => void;
  readonly reject: (error: Error) => void;
}

/** Pages that one thread has waiting: enough that it never stands idle, few enough that the main thread helps. */
const waitingPages = 3;

class PageThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();

  constructor(settings: PageThreadSettings) {
    this.#worker = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData: settings });
    this.#worker.on('message', (page: RenderedPage) => {
      const waiting = this.#waiting.get(page.id);
      this.#waiting.delete(page.id);
      if ('failure' in page) waiting?.reject(new Error(page.failure));
      else waiting?.resolve(new Response(page.body, { status: page.status, headers: page.headers }));
    });
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.values())
        reject(error instanceof Error ? error : new Error(String(error)));
      this.#waiting.clear();
    });
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  render(order: PageOrder): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(order.id, { resolve, reject });
      this.#worker.postMessage(order);
    });
  }

  end(): Promise<number> {
    return this.#worker.terminate();
  }
}

/**
 * Threads that render pages beside the main one. They use methods of Astro that it does not document, so Astro's
 * version is pinned and a test holds every byte against pages rendered without them.
 */
export class PageThreads {
  readonly #threads: readonly PageThread[];
  #orders = 0;

  constructor(count: number, settings: PageThreadSettings) {
    this.#threads = Array.from({ length: count }, () => new PageThread(settings));
  }

  /** Renders a page in the thread that has least to do; null when all have enough, and the caller may do it. */
  render(url: string, { route, component }: { route: string; component: string }): Promise<Response> | null {
    const thread = this.#threads.toSorted((a, b) => a.waiting - b.waiting)[0];
    if (!thread || thread.waiting >= waitingPages) return null;
    return thread.render({ id: ++this.#orders, url, route, component });
  }

  /** Ends all threads. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}
