/**
 * Rate limit and quotas of the fake Resend (api-reference/rate-limit; account quotas and limits; PLATFORM 2.1): a window of
 * one second for the whole team, told in `ratelimit-*`; mails of a UTC day and month, each recipient counted.
 */

export interface Limits {
  /** Requests per second and team; 0 is no limit. The real one is 2 or 5. */
  requestsPerSecond: number;
  /** Recipients in a UTC day, in a UTC month. */
  dailyQuota: number;
  monthlyQuota: number;
}

export interface Counter {
  /** Counts a request. `over`: it is one too many. The headers belong to the answer in either case. */
  request(): { over: boolean; headers: Record<string, string> };
  /** Counts recipients, or says by which error they are too many and then counts none. */
  recipients(n: number): "daily_quota_exceeded" | "monthly_quota_exceeded" | undefined;
  /** Forgets what was counted. */
  clear(): void;
}

export function createCounter(limits: Partial<Limits>, now: () => number): Counter {
  const { requestsPerSecond = 0, dailyQuota = Infinity, monthlyQuota = Infinity } = limits;
  let second = { at: 0, used: 0 };
  let day = { name: "", used: 0 };
  let month = { name: "", used: 0 };
  const turn = () => {
    const date = new Date(now()).toISOString();
    if (day.name !== date.slice(0, 10)) day = { name: date.slice(0, 10), used: 0 };
    if (month.name !== date.slice(0, 7)) month = { name: date.slice(0, 7), used: 0 };
  };
  return {
    request() {
      if (requestsPerSecond === 0) return { over: false, headers: {} };
      const at = Math.floor(now() / 1000);
      if (second.at !== at) second = { at, used: 0 };
      second.used += 1;
      const headers = {
        "ratelimit-limit": String(requestsPerSecond),
        "ratelimit-remaining": String(Math.max(requestsPerSecond - second.used, 0)),
        "ratelimit-reset": "1",
      };
      const over = second.used > requestsPerSecond;
      return { over, headers: over ? { ...headers, "retry-after": "1" } : headers };
    },
    recipients(n) {
      turn();
      if (day.used + n > dailyQuota) return "daily_quota_exceeded";
      if (month.used + n > monthlyQuota) return "monthly_quota_exceeded";
      day.used += n;
      month.used += n;
      return undefined;
    },
    clear() {
      second = { at: 0, used: 0 };
      day = { name: "", used: 0 };
      month = { name: "", used: 0 };
    },
  };
}
