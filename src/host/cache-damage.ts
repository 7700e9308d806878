/** Says that something in the cache is not what an earlier build wrote, and that it is made anew. */
export function cacheDamage(part: string): void {
  console.error(`缓存里的${part}已损坏，不用，重新生成。`);
}
