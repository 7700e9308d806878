import { fork } from 'node:child_process';
import { ExpectedFailure, failureSentence } from './expected-failure.ts';

/**
 * Runs a task module in a process of its own, so that its memory is given back; rejects when it does not end well, with
 * an `ExpectedFailure` where that is what it ran into.
 */
export async function inOwnProcess(task: URL, order: object): Promise<void> {
  const child = fork(task, { serialization: 'advanced' });
  let sentence: string | null = null;
  child.once('message', (failure) => {
    sentence = String(failure);
  });
  child.send(order);
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  if (sentence !== null) throw new ExpectedFailure(sentence);
  if (code !== 0) throw new Error(`${task.pathname.split('/').at(-1)} ended with ${code}`);
}

/** What a task module does: takes one order, works, and ends its process. */
export function taskProcess<Order>(work: (order: Order) => Promise<unknown>): void {
  // Whoever gave the order is gone: nobody will take the result.
  process.once('disconnect', () => process.exit(1));
  process.once('message', async (order: Order) => {
    try {
      await work(order);
    } catch (error) {
      const sentence = failureSentence(error);
      if (sentence === null) throw error;
      process.send?.(sentence, () => process.exit(1));
      return;
    }
    process.exit(0);
  });
}
