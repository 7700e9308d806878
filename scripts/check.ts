import { contentFolder } from '../src/content-files/report-store.ts';
import { checkContent } from './check-content.ts';

if (!checkContent(contentFolder(), { json: process.argv.includes('--json') })) process.exitCode = 1;
