/** How many inputs a property is tried on: so many, or as many as `RUNS` says, for a long run (`RUNS=10000`). */
export function runs(ordinarily: number): number {
  return Number(process.env.RUNS ?? ordinarily);
}
