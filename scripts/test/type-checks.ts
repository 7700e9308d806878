import type { Step } from './step.ts';

/** All that the compiler checks: everything once, then rooms again without what they may not use. */
export const typeChecks: readonly Step[] = [
  { name: '类型', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: '类型（无 DOM、无 Node 的层）', command: ['tsc', '--noEmit', '-p', 'src/tsconfig.pure.json'] },
  { name: '类型（检索）', command: ['tsc', '--noEmit', '-p', 'src/search'] },
  { name: '类型（浏览器的层）', command: ['tsc', '--noEmit', '-p', 'src/browser'] },
];
