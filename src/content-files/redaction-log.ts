import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The log of captures that were replaced: which must not come in again, what stands for it, and since when. */
export const redactionLog = 'redacted.csv';

/** A capture that another one, without a name, stands for. */
export interface ReplacedCapture {
  readonly original: string;
  readonly redacted: string;
  /** ISO text. */
  readonly day: string;
}

/** Whether a capture was replaced because of a redaction, so that its bytes may not come in again. */
export function isRedactedCapture(content: string, sha256: string): boolean {
  const log = join(content, redactionLog);
  return existsSync(log) && readFileSync(log, 'utf8').includes(`\n${sha256},`);
}

/** The log's text with more captures entered. */
export function redactionLogText(content: string, replaced: readonly ReplacedCapture[]): string {
  const log = join(content, redactionLog);
  const before = existsSync(log) ? readFileSync(log, 'utf8') : 'original,redacted,day\n';
  return `${before}${replaced.map(({ original, redacted, day }) => `${original},${redacted},${day}\n`).join('')}`;
}
