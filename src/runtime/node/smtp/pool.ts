/**
 * The lines of one process: as many as are asked for, up to a number, used again and again, let go when idle. Whoever is
 * waited for by a person goes first. A server that takes fewer lines than we would like gets fewer for a minute.
 */
import type { Line } from "./line.ts";
import type { Fault } from "./verdict.ts";

export interface PoolSettings {
  /** Lines at one time. */
  most: number;
  /** Mails over one line; servers end sessions that last too long. */
  usesPerLine: number;
  /** Milliseconds after which an unused line takes leave. */
  idleMs: number;
  open(onEnd: (line: Line) => void): Promise<Line | Fault>;
}

export interface Pool {
  /** A line of one's own until it is given back; a fault where there is no server; undefined when `signal` aborts first. */
  take(signal: AbortSignal, urgent: boolean): Promise<Line | Fault | undefined>;
  giveBack(line: Line): void;
  /** Lets go of every line. Idle ones take leave, others are cut. */
  close(): void;
}

/** For so long a server that refused a line gets no more than it took. */
const NARROW_MS = 60_000;

/** A pool without a line yet; the first is opened when somebody asks for one. */
export function createPool(settings: PoolSettings): Pool {
  const lines = new Set<Line>();
  const idle = new Map<Line, ReturnType<typeof setTimeout>>();
  const urgent: ((got: Line | Fault) => void)[] = [];
  const patient: ((got: Line | Fault) => void)[] = [];
  let opening = 0;
  let width = settings.most;
  let widen: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const next = () => urgent.shift() ?? patient.shift();
  const waiting = () => urgent.length + patient.length;

  function serve(): void {
    while (waiting() > 0) {
      const line = takeIdle();
      if (line) next()?.(line);
      else break;
    }
    // The first alone: a server that is not there, or a wrong password, is found out once and not by every line.
    while (opening < waiting() && lines.size + opening < width && (lines.size > 0 || opening === 0)) void openOne();
  }

  function takeIdle(): Line | undefined {
    for (const [line, timer] of idle) {
      clearTimeout(timer);
      idle.delete(line);
      if (line.alive) return line;
      lines.delete(line);
    }
    return undefined;
  }

  async function openOne(): Promise<void> {
    opening += 1;
    const got = await settings.open(gone);
    opening -= 1;
    if ("send" in got) {
      lines.add(got);
      if (closed || !got.alive) return got.alive ? leave(got) : gone(got);
      rest(got);
    } else if (lines.size + opening > 0) {
      narrow(lines.size + opening);
    } else {
      narrow(settings.most);
      for (let wait = next(); wait; wait = next()) wait(got);
    }
    serve();
  }

  function narrow(to: number): void {
    width = Math.max(1, to);
    clearTimeout(widen);
    if (width === settings.most) return;
    widen = setTimeout(() => {
      width = settings.most;
      serve();
    }, NARROW_MS);
    widen.unref();
  }

  function rest(line: Line): void {
    const timer = setTimeout(() => leave(line), settings.idleMs);
    timer.unref();
    idle.set(line, timer);
  }

  function leave(line: Line): void {
    forget(line);
    line.quit();
  }

  function forget(line: Line): void {
    clearTimeout(idle.get(line));
    idle.delete(line);
    lines.delete(line);
  }

  function gone(line: Line): void {
    forget(line);
    serve();
  }

  return {
    take(signal, first) {
      return new Promise((done) => {
        if (closed) return done({});
        if (signal.aborted) return done(undefined);
        const queue = first ? urgent : patient;
        const got = (what: Line | Fault) => {
          signal.removeEventListener("abort", drop);
          done(what);
        };
        const drop = () => {
          queue.splice(queue.indexOf(got), 1);
          done(undefined);
        };
        signal.addEventListener("abort", drop, { once: true });
        queue.push(got);
        serve();
      });
    },
    giveBack(line) {
      if (!line.alive) return gone(line);
      if (closed || line.uses >= settings.usesPerLine) leave(line);
      else rest(line);
      serve();
    },
    close() {
      closed = true;
      clearTimeout(widen);
      for (const line of [...idle.keys()]) leave(line);
      for (const line of lines) line.kill();
      for (let wait = next(); wait; wait = next()) wait({});
    },
  };
}
