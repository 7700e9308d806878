import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../archive/report-schema.ts';

/** How many bytes a source's capture has; null where its file is not in the content folder. */
export function captureBytes(content: string, { sha256, format }: Pick<Source, 'sha256' | 'format'>): number | null {
  return statSync(join(content, 'sources', `${sha256}.${format}`), { throwIfNoEntry: false })?.size ?? null;
}
