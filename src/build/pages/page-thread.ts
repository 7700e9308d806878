import { parentPort, workerData } from 'node:worker_threads';
import type { SiteFile } from '../site/site-change.ts';
import type { KeptProgram } from './kept-program.ts';
import { pageWriter } from './page-writer.ts';
import { sitePages } from './site-pages.ts';

/** What a thread begins with: the program that makes pages, and the folder of the site. */
export interface PageThreadOrder {
  readonly program: KeptProgram;
  readonly folder: string;
}

/** What a thread has written, none when it begins; or why it could not. */
export type PageThreadAnswer =
  | { readonly files: readonly (readonly [string, SiteFile])[] }
  | { readonly failure: string };

const { program, folder }: PageThreadOrder = workerData;
const write = pageWriter(folder);

const answer = (message: PageThreadAnswer): void => parentPort?.postMessage(message);
const failed = (error: unknown): void =>
  answer({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });

try {
  const pages = new Map((await sitePages(program)).map((page) => [page.path, page]));
  const made = async (paths: readonly string[]): Promise<[string, SiteFile][]> => {
    const files: [string, SiteFile][] = [];
    for (const path of paths) {
      const page = pages.get(path);
      if (!page) throw new Error(`no page ${path}`);
      files.push([path, write(page, await page.made())]);
    }
    return files;
  };
  parentPort?.on('message', (paths: readonly string[]) => {
    made(paths).then((files) => answer({ files }), failed);
  });
  answer({ files: [] });
} catch (error) {
  failed(error);
}
