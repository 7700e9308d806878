import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellCompiled } from './settings.ts';

/**
 * Has this process, for the modules that it loads from here on, and the processes that it starts keep what V8 has
 * compiled of them, in the machine's folder for temporary files. Where that cannot be, all is compiled as before.
 */
export function keepCompiled(): void {
  const { directory } = enableCompileCache(join(tmpdir(), 'node-compile-cache'));
  if (directory !== undefined) tellCompiled(join(tmpdir(), 'node-compile-cache'));
}
