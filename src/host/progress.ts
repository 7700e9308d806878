/** How far a long phase has come, and what it is told by. */
export interface Progress {
  /** Says that so many are done in all; told at most every so often. */
  readonly reach: (done: number) => void;
  /** Takes away the line at the foot of a terminal, before other text is printed; nothing where there is none. */
  readonly clear: () => void;
}

/** A terminal, or what stands in its place. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressOptions {
  /** True where `total` is only the most that it can come to: then nobody can say how much time is left. */
  readonly isMost?: boolean;
  /**
   * For a phase that prints much else: one line at the foot of this terminal, drawn anew; nothing for few pieces of
   * work and where there is no terminal. Without it each line is printed on standard error and stays.
   */
  readonly foot?: Screen;
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
}

/** Milliseconds between two lines that stay, and between two drawings of one line. */
const everyLine = 5000;
const everyDrawing = 200;
const few = 5;

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} 秒` : `${Math.ceil(seconds / 60)} 分钟`;

/** Begins a phase of so many units; what it tells are counts, the rate and the time left. */
export function progress(
  phase: string,
  unit: string,
  total: number,
  { isMost = false, foot, now = () => performance.now() }: ProgressOptions = {},
): Progress {
  const begun = now();
  const isShown = foot === undefined || (foot.isTTY === true && total > few);
  const every = foot === undefined ? everyLine : everyDrawing;
  let told = begun;
  const line = (done: number, at: number): string => {
    if (isMost) return `${phase}：已有 ${done} ${unit}，至多 ${total} ${unit}（未变的取自缓存）`;
    const rate = (done / (at - begun)) * 1000;
    const left = duration((total - done) / rate);
    return `${phase}：${done}/${total} ${unit}，每秒 ${rate.toFixed(rate < 10 ? 1 : 0)}，约剩 ${left}`;
  };
  return {
    reach: (done) => {
      const at = now();
      if (!isShown || at - told < every || done === 0) return;
      told = at;
      if (foot === undefined) console.error(line(done, at));
      else foot.write(`\r\u001b[2K${line(done, at)}`);
    },
    clear: () => {
      if (foot !== undefined && isShown) foot.write('\r\u001b[2K');
    },
  };
}
