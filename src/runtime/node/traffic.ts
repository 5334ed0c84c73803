/**
 * Who goes first on Node, where requests and bulk work share one thread and one connection: a person who waits for an answer.
 * Bulk work asks `calm` before each step; it then stands behind the requests that are under way, but never for long, so that
 * a busy day holds no mailing up.
 */
export interface Traffic {
  /** Serves one request. */
  during<T>(answer: () => Promise<T>): Promise<T>;
  /** Resolves when nobody waits for an answer, or after LONGEST_MS. */
  calm(): Promise<void>;
}

/** Some requests last (an upload, a bundle of proofs); and under load there is always one. */
const LONGEST_MS = 100;

export function createTraffic(): Traffic {
  let under = 0;
  const waiting = new Set<() => void>();
  return {
    async during(answer) {
      under++;
      try {
        return await answer();
      } finally {
        under--;
        if (under === 0) for (const go of [...waiting]) go();
      }
    },
    calm: () =>
      under === 0
        ? Promise.resolve()
        : new Promise((done) => {
            const go = () => {
              clearTimeout(late);
              waiting.delete(go);
              done();
            };
            const late = setTimeout(go, LONGEST_MS);
            waiting.add(go);
          }),
  };
}
