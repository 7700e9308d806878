import { checkContent } from '../src/build/check-content.ts';
import { contentFolder } from '../src/content-files/report-store.ts';

if (!checkContent(contentFolder(), { json: process.argv.includes('--json') })) process.exitCode = 1;
