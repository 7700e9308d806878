/** What lets tasks begin in their order, at most so many at once. The task's own answer or failure is handed on. */
export function turns(most: number): <Answer>(task: () => Promise<Answer>) => Promise<Answer> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((begin) => waiting.push(begin));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      // The place is handed on as it is, so that none who comes between can take it.
      if (next) next();
      else running--;
    }
  };
}
