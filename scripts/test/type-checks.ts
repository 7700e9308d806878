import type { Step } from './step.ts';

// The compiler that is a program of its own takes a quarter of the time; Astro’s pages are checked by what only the one
// in JavaScript offers. One thread, for other steps run beside it.
const scripts = (name: string, project: string): Step => ({
  name,
  command: ['node', 'node_modules/typescript-native/bin/tsc', '--noEmit', '--singleThreaded', '-p', project],
});

/** All that the compiler checks: everything once, then rooms again without what they may not use. */
export const typeChecks: readonly Step[] = [
  {
    name: '类型（页面）',
    // It also writes the types of the content, which the scripts need.
    command: ['astro', 'check', '--minimumFailingSeverity', 'warning', '--tsconfig', 'src/tsconfig.astro.json'],
  },
  scripts('类型', '.'),
  scripts('类型（无 DOM、无 Node 的层）', 'src/tsconfig.pure.json'),
  scripts('类型（检索）', 'src/search'),
  scripts('类型（浏览器的层）', 'src/browser'),
];
