import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** For the commands that tests start: Node keeps what it compiled of their libraries, half of what a short one costs. */
const env = { NODE_COMPILE_CACHE: resolve('node_modules/.cache/node-compile') };

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      // Where a fault would change what a report says or what a search answers.
      include: ['src/{analysis,archive,text,search,import}/**/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: 'node_modules/.cache/coverage',
      thresholds: Object.fromEntries(
        ['analysis', 'archive', 'text', 'search', 'import'].map((room) => [`src/${room}/**`, { lines: 90 }]),
      ),
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/chromium/**'],
          // No test changes what another reads; modules are loaded once for all.
          isolate: false,
          env,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/chromium/**/*.test.ts'],
          globalSetup: ['tests/site/built-sites.ts'],
          fileParallelism: false,
          // One worker for all files, so that one browser serves them all.
          isolate: false,
          env,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
