/** Tells how far a long phase has come. */
export interface Progress {
  /** Says that so many are done in all; prints at most every few seconds. */
  readonly reach: (done: number) => void;
}

const every = 5000;

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`;

/**
 * Begins a phase of so many units; its lines give counts and the time left, on standard error. Where `total` is only
 * the most that it can come to, nobody can say how much time is left.
 */
export function progress(phase: string, unit: string, total: number, isMost = false): Progress {
  const begun = performance.now();
  let told = begun;
  return {
    reach: (done) => {
      const now = performance.now();
      if (now - told < every || done === 0) return;
      told = now;
      if (isMost) {
        console.error(`${phase}：已有 ${done} ${unit}，至多 ${total} ${unit}（未变的取自缓存）`);
        return;
      }
      const left = (((now - begun) / done) * (total - done)) / 1000;
      console.error(`${phase}：${done}/${total} ${unit}，约剩 ${duration(left)}`);
    },
  };
}
