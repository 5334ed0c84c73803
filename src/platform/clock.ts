/** Time as a dependency. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Does nothing for so long. Resolves at once when `signal` is aborted; never rejects. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
  /** The same for a limit of something else that is going on meanwhile: a clock that is moved by hand lets that happen first. */
  elapse(ms: number, signal: AbortSignal): Promise<void>;
}

/** Waits by the real clock. */
export function realPause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal?.aborted) return done();
    const timer = setTimeout(done, ms);
    const stop = () => {
      clearTimeout(timer);
      done();
    };
    signal?.addEventListener("abort", stop, { once: true });
  });
}

export const systemClock: Clock = { now: () => Date.now(), pause: realPause, elapse: realPause };
