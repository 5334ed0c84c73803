/** One process of the drilled program: started, told the time, killed without a word. */
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

export interface Drilled {
  /** Everything it has written, and what of it is its answer (stdout). */
  output(): string;
  said(): string;
  readonly alive: boolean;
  /** Its exit code; null for one that was killed. */
  readonly ended: Promise<number | null>;
  /** Its clock is wrong by so much from now on. */
  tell(clockMs: number): void;
  /** SIGKILL; resolves when it is dead. */
  kill(): Promise<void>;
}

/** Starts a built program. It dies with this process. */
export function startDrilled(program: string, args: string[], env: Record<string, string | undefined>): Drilled {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", resolve("test/drill/house/clock.mjs"), program, ...args],
    {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  let output = "";
  let alive = true;
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  child.stdout?.on("data", (chunk) => (said += chunk));
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<number | null>((done) => {
    const over = (code: number | null) => {
      alive = false;
      process.removeListener("exit", kill);
      done(code);
    };
    child.once("close", over);
    child.once("error", () => over(null));
  });
  return {
    output: () => output,
    said: () => said,
    get alive() {
      return alive;
    },
    ended,
    tell(clockMs) {
      if (alive && child.connected) child.send({ clockMs }, () => {});
    },
    async kill() {
      kill();
      await ended;
    },
  };
}
