/**
 * One question over HTTP whose answer is bytes: ended after its time, cut off at its size, no redirect followed. What an
 * address or an answer says never reaches a log. On Workers the platform keeps requests out of private networks; Node has
 * a stricter one (runtime/node/web/exchange.ts).
 */
export interface Question {
  url: string;
  /** POST with this body and its media type; GET without. */
  body?: { type: string; bytes: Uint8Array } | undefined;
  /** Media type that is wanted. */
  accept: string;
  /** `user:password` of HTTP Basic (RFC 7617). */
  auth?: string | undefined;
  /** Largest answer, bytes. */
  most: number;
  /** Longest wait, milliseconds. */
  ms: number;
  /** The address was chosen by strangers (it stands in a certificate): in production it must lead to the public internet. */
  outside?: boolean;
}

export type Reply =
  | { status: number; type: string; bytes: Uint8Array }
  /** Why there is no answer: a code of ours. */
  | { code: "no_answer" | "too_large" | "inside" };

export type Exchange = (question: Question) => Promise<Reply>;

/** Some services refuse requests without a name. */
const USER_AGENT = "pieteka/0.1";

/** Headers of a question. */
export function headersOf({ body, accept, auth }: Question): Record<string, string> {
  return {
    "User-Agent": USER_AGENT,
    Accept: accept,
    ...(body && { "Content-Type": body.type }),
    ...(auth !== undefined && {
      Authorization: `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(auth)))}`,
    }),
  };
}

/** Media type without its parameters, small letters. */
export const typeOf = (header: string | null | undefined) => (header ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The exchange of Workers, by the platform's own `fetch`. */
export const exchangeWeb: Exchange = async (question) => {
  const { url, body, most, ms } = question;
  try {
    const answer = await fetch(url, {
      method: body ? "POST" : "GET",
      headers: headersOf(question),
      ...(body && { body: body.bytes.slice() }),
      redirect: "manual",
      signal: AbortSignal.timeout(ms),
    });
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = answer.body?.getReader();
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) break;
      length += next.value.length;
      if (length > most) {
        await reader?.cancel();
        return { code: "too_large" };
      }
      chunks.push(next.value);
    }
    return { status: answer.status, type: typeOf(answer.headers.get("Content-Type")), bytes: joined(chunks, length) };
  } catch {
    return { code: "no_answer" };
  }
};

/** The pieces as one. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
