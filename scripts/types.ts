/** `npm run types`: what the compiler checks in `npm test`, alone. */
import { commandLine } from '../src/host/command-line.ts';
import { firstFailure } from './test/step.ts';
import { typeChecks } from './test/type-checks.ts';

commandLine({ usage: 'npm run types    只核对类型，与 npm test 所核对的相同', options: {} });

if ((await firstFailure(typeChecks, true)) !== null) process.exitCode = 1;
