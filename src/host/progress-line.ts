/** Where a progress line is shown; only a terminal shows one. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line at the foot of a terminal that tells how far a long run is, at what rate, and how long it will take. */
export interface ProgressLine {
  /** One more is done. */
  step(): void;
  /** Takes the line away before other text is printed. */
  clear(): void;
}

/** How often the line is drawn anew, in milliseconds. */
const interval = 200;

const duration = (seconds: number): string =>
  seconds >= 90 ? `${Math.round(seconds / 60)} 分` : `${Math.max(1, Math.round(seconds))} 秒`;

/** A progress line for `total` pieces of work; silent for few pieces and where there is no terminal. */
export function progressLine(total: number, screen: Screen, now: () => number): ProgressLine {
  const isShown = screen.isTTY === true && total > 5;
  const start = now();
  let done = 0;
  let drawn = 0;
  return {
    step() {
      done++;
      if (!isShown || now() - drawn < interval) return;
      drawn = now();
      const seconds = (drawn - start) / 1000;
      const rate = done / Math.max(seconds, 0.001);
      screen.write(`\r\u001b[2K${done}/${total}，每秒 ${rate.toFixed(1)} 份，还要 ${duration((total - done) / rate)}`);
    },
    clear() {
      if (isShown) screen.write('\r\u001b[2K');
    },
  };
}
