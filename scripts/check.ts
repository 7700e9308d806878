import { checkContent } from '../src/build/check-content.ts';
import { settings } from '../src/host/settings.ts';

if (!checkContent(settings().content, { json: process.argv.includes('--json') })) process.exitCode = 1;
