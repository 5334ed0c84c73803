/** A line of progress in the terminal: what is being done, how much of it, how fast. */
export interface Step {
  /** So many are done. */
  at(done: number): void;
  /** Ends it; gives the seconds it took. */
  end(): number;
}

const WIDTH = 28;

/** Begins a step of `all` things. Without a terminal only its end is printed. */
export function step(name: string, all: number): Step {
  const began = performance.now();
  let drawn = 0;
  let last = 0;
  const line = (done: number) => {
    const seconds = (performance.now() - began) / 1000;
    const filled = all > 0 ? Math.min(WIDTH, Math.floor((done / all) * WIDTH)) : WIDTH;
    const rate = seconds > 0 ? done / seconds : 0;
    return `${name.padEnd(34)} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done.toLocaleString("en")} · ${rate.toFixed(0)}/s`;
  };
  return {
    at(done) {
      last = done;
      if (!process.stderr.isTTY || performance.now() - drawn < 200) return;
      drawn = performance.now();
      process.stderr.write(`\r${line(done)}\x1b[K`);
    },
    end() {
      const seconds = (performance.now() - began) / 1000;
      process.stderr.write(
        `${process.stderr.isTTY ? "\r" : ""}${line(last)} · ${seconds.toFixed(1)} s${process.stderr.isTTY ? "\x1b[K" : ""}\n`,
      );
      return seconds;
    },
  };
}
