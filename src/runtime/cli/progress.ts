/**
 * A bar in the terminal, on stderr: stdout is the command's answer. Where nobody looks (no terminal, `--json`) it is silent.
 *
 *     writing   ████████████░░░░░░░░  61 %  183,200 of 300,000
 */
export interface Progress {
  /** `of` undefined: nobody knows how much there is. */
  show(doing: string, done: number, of: number | undefined): void;
  end(): void;
}

const WIDTH = 20;
const EVERY_MS = 100;

export function createProgress(wanted: boolean, to: NodeJS.WriteStream = process.stderr): Progress {
  if (!wanted || !to.isTTY) return { show: () => {}, end: () => {} };
  let at = 0;
  let shown = false;
  return {
    show(doing, done, of) {
      const now = Date.now();
      if (now - at < EVERY_MS && done !== of) return;
      at = now;
      shown = true;
      to.write(`\r\x1b[2K${line(doing, done, of)}`);
    },
    end() {
      if (shown) to.write("\r\x1b[2K");
    },
  };
}

/** One state of the bar. */
export function line(doing: string, done: number, of: number | undefined): string {
  const number = (n: number) => n.toLocaleString("en");
  if (!of) return `${doing.padEnd(9)} ${number(done)}`;
  const share = Math.min(1, done / of);
  const full = Math.round(share * WIDTH);
  const bar = "█".repeat(full) + "░".repeat(WIDTH - full);
  return `${doing.padEnd(9)} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${number(done)} of ${number(of)}`;
}
