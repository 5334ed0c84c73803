/** A process that a test starts, and ends by its own handle. */
import { type ChildProcess, spawn } from "node:child_process";

export interface Child {
  /** Everything it has written so far. */
  output(): string;
  /** Resolves with a sentence when it ends by itself. */
  died: Promise<string>;
  stop(): Promise<void>;
  /** SIGKILL to all of it, without a word before. */
  kill(): Promise<void>;
}

/** Starts a program in a process group of its own, so that what it starts ends with it. */
export function startChild(command: string, args: string[], env: Record<string, string | undefined> = {}): Child {
  const child: ChildProcess = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const ended = new Promise<number | null>((done) => {
    child.once("exit", done);
    child.once("error", () => done(null));
  });
  const kill = (signal: NodeJS.Signals) => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  const onExit = () => kill("SIGKILL");
  process.once("exit", onExit);
  const onTerm = () => {
    onExit();
    process.exit(1);
  };
  process.once("SIGTERM", onTerm);
  const forget = () => {
    process.removeListener("exit", onExit);
    process.removeListener("SIGTERM", onTerm);
  };
  return {
    output: () => output,
    died: ended.then((code) => `${command} ended with ${code}:\n${output.slice(-2000)}`),
    async stop() {
      kill("SIGTERM");
      const late = setTimeout(() => kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(late);
      kill("SIGKILL");
      forget();
    },
    async kill() {
      kill("SIGKILL");
      await ended;
      forget();
    },
  };
}
