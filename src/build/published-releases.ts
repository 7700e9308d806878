import { join } from 'node:path';
import { releasesFolder, soundReleases } from '../content-files/releases/release-files.ts';
import { fileSeal } from '../host/file-seal.ts';
import { settings } from '../host/settings.ts';
import type { FileToPublish } from './published-files.ts';

/** The files of all releases, byte for byte, as they are to be published; throws where a release is damaged. */
export function releaseFilesToPublish(): FileToPublish[] {
  const { content } = settings();
  return soundReleases(content).flatMap(({ number, files }) =>
    files.map((name) => {
      const from = join(content, releasesFolder, String(number), name);
      return { path: `data/releases/${number}/${name}`, from, ...fileSeal(from) };
    }),
  );
}
