import { availableParallelism, cpus, totalmem } from 'node:os';

/** The machine and the day of a measurement, for the line above a table. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)} · ${model} × ${availableParallelism()} · ${memory} GiB · Node ${process.version}`;
}
