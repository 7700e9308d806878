/** `npm run build`, see `scripts/build/build.ts`: what V8 has compiled of it is kept for the next run. */
import { keepCompiled } from '../src/host/compiled-code.ts';

keepCompiled();
// Modules that are imported from above are compiled before anything runs.
await import('./build/build.ts');
