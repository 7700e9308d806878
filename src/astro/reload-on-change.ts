import { resolve, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoaderContext } from 'astro/loaders';

/** What a loader is given for it; a build gives no watcher. */
interface Surroundings {
  readonly watcher: LoaderContext['watcher'];
  readonly logger: LoaderContext['logger'];
}

/** Milliseconds in which an editor has written a file to its end; the first event may come when it is still empty. */
const writing = 60;

/**
 * Loads anew whenever a file or folder of the given ones changes under the dev server; a build has no watcher and
 * loads once. One load at a time; what changes meanwhile is loaded behind it. A load that fails is told, and the
 * server goes on with what it had.
 */
export function reloadOnChange(
  { watcher, logger }: Surroundings,
  paths: readonly string[],
  load: () => Promise<void>,
): void {
  if (!watcher) return;
  const watched = paths.map((path) => resolve(path));
  let isLoading = false;
  let isWanted = false;
  const loadInTurn = async (): Promise<void> => {
    isWanted = true;
    if (isLoading) return;
    isLoading = true;
    while (isWanted) {
      await pause(writing);
      isWanted = false;
      try {
        await load();
      } catch (error) {
        logger.error(error instanceof Error ? error.message : String(error));
      }
    }
    isLoading = false;
  };
  watcher.add(watched);
  watcher.on('all', (_event, path) => {
    const changed = resolve(path);
    if (watched.some((file) => changed === file || changed.startsWith(file + sep))) void loadInTurn();
  });
}
