/**
 * A call of a web address that the institution has chosen: one POST with a small JSON text, ended after ten seconds,
 * no redirect followed, the answer's text not read. What it says is our own code; neither the address nor the answer
 * reaches a log. On Workers the platform keeps calls out of private networks; Node has a stricter one
 * (runtime/node/web/call.ts).
 */

/** Undefined if it was taken (2xx), else why not. Never throws. */
export type Call = (url: string, json: string) => Promise<CallCode | undefined>;
/** Why a call was not taken. */
export type CallCode = "webhook.refused" | "webhook.redirected" | "webhook.no_answer" | "webhook.inside";

/** A call that lasts longer has no answer. */
export const CALL_MS = 10_000;
/** What we call ourselves wherever we ask; some services refuse requests without a name. */
export const USER_AGENT = "pieteka/0.1";
/** Headers of every call. */
export const CALL_HEADERS = { "Content-Type": "application/json", "User-Agent": USER_AGENT } as const;

/** What a status says. */
export function callCode(status: number): CallCode | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? "webhook.redirected" : "webhook.refused";
}

/** The call of Workers, by the platform's own `fetch`. */
export const callWeb: Call = async (url, json) => {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: CALL_HEADERS,
      body: json,
      redirect: "manual",
      signal: AbortSignal.timeout(CALL_MS),
    });
    await answer.body?.cancel();
    return callCode(answer.status);
  } catch {
    return "webhook.no_answer";
  }
};
