import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { settle, type WholeFile, writeAllWhole } from './whole-file.ts';

/**
 * Writes files and takes others away, all or none: what is new is written beside first, what stood there is set aside,
 * and only when all stands in its place are the old files deleted. Throws what the file system throws, and then leaves
 * what stood there. Only a process that is killed leaves siblings, with `.tmp` at their ends.
 */
export function changeAllWhole(write: readonly WholeFile[], remove: readonly string[]): void {
  const tag = randomBytes(4).toString('hex');
  const waiting = write.map(({ file, content }) => ({ file, sibling: `${file}.${tag}.new.tmp`, content }));
  writeAllWhole(waiting.map(({ sibling, content }) => ({ file: sibling, content })));
  const aside: { readonly file: string; readonly sibling: string }[] = [];
  const placed: string[] = [];
  try {
    for (const file of new Set([...write.map(({ file }) => file), ...remove])) {
      if (!existsSync(file)) continue;
      const sibling = `${file}.${tag}.old.tmp`;
      renameSync(file, sibling);
      aside.push({ file, sibling });
    }
    for (const { file, sibling } of waiting) {
      renameSync(sibling, file);
      placed.push(file);
    }
  } catch (error) {
    for (const file of placed) rmSync(file, { force: true });
    for (const { file, sibling } of aside) renameSync(sibling, file);
    for (const { sibling } of waiting) rmSync(sibling, { force: true });
    throw error;
  }
  for (const { sibling } of aside) rmSync(sibling, { force: true });
  for (const folder of new Set([...aside, ...waiting].map(({ file }) => dirname(file)))) settle(folder);
}
