import { fork } from 'node:child_process';

/** Runs a task module in a process of its own, so that its memory is given back; rejects when it does not end well. */
export async function inOwnProcess(task: URL, order: object): Promise<void> {
  const child = fork(task, { serialization: 'advanced' });
  child.send(order);
  const code = await new Promise<number | null>((ended) => child.once('exit', ended));
  if (code !== 0) throw new Error(`${task.pathname.split('/').at(-1)} ended with ${code}`);
}

/** What a task module does: takes one order, works, and ends its process. */
export function taskProcess<Order>(work: (order: Order) => Promise<unknown>): void {
  // Whoever gave the order is gone: nobody will take the result.
  process.once('disconnect', () => process.exit(1));
  process.once('message', async (order: Order) => {
    await work(order);
    process.exit(0);
  });
}
