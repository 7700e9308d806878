import { rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { build } from 'astro';
import { contentFolder } from '../src/content-files/report-store.ts';
import { heldBuildLock } from './build-lock.ts';
import { checkContent } from './check-content.ts';

/** Builds beside the last good site and swaps by rename: a killed build leaves the old one whole. */
const out = process.env.ARCHIVE_OUT ?? 'dist';
const building = `${out}.building`;
const previous = `${out}.previous`;

// The archive asks nothing of other servers, at build time either.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

if (!checkContent(contentFolder(), { quiet: true })) process.exit(1);
await heldBuildLock();
rmSync(building, { recursive: true, force: true });
await build({ outDir: building, logLevel: process.env.CI ? 'warn' : 'info' });
rmSync(previous, { recursive: true, force: true });
await rename(out, previous).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error;
});
await rename(building, out);
rmSync(previous, { recursive: true, force: true });
console.log(`网站已生成于 ${out}`);
