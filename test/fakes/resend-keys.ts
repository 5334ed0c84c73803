/**
 * The memory of idempotency keys (dashboard/emails/idempotency-keys; PLATFORM 2.1): 1 to 256 characters, kept for 24
 * hours. The same key and body give the first answer again and send nothing; another body, or a request that is still
 * under way, is a 409. A request that failed before anything was accepted leaves no key behind.
 */

const KEPT_MS = 24 * 3_600_000;

interface Slot {
  sha256: string;
  at: number;
  /** The answer, once it is made. */
  answer?: { status: number; json: unknown };
}

export type Found =
  | { is: "new" }
  | { is: "known"; answer: { status: number; json: unknown } }
  | { is: "no"; status: number; name: string; message: string };

export interface Keys {
  look(key: string | undefined, sha256: string): Found;
  /** The request with this key is under way. */
  begin(key: string | undefined, sha256: string): void;
  /** Its answer is made, whether or not the client hears it. */
  end(key: string | undefined, status: number, json: unknown): void;
  /** Nothing was accepted: the key is as if it had never been used. */
  forget(key: string | undefined): void;
  clear(): void;
}

export function createKeys(now: () => number): Keys {
  const slots = new Map<string, Slot>();
  const no = (status: number, name: string, message: string): Found => ({ is: "no", status, name, message });
  return {
    look(key, sha256) {
      if (key === undefined) return { is: "new" };
      if (key.length < 1 || key.length > 256)
        return no(400, "invalid_idempotency_key", "The idempotency key must be between 1 and 256 characters.");
      const slot = slots.get(key);
      if (!slot || now() - slot.at >= KEPT_MS) return { is: "new" };
      if (slot.sha256 !== sha256)
        return no(409, "invalid_idempotent_request", "The idempotency key was used with another request body.");
      if (!slot.answer)
        return no(409, "concurrent_idempotent_requests", "A request with this idempotency key is in progress.");
      return { is: "known", answer: slot.answer };
    },
    begin(key, sha256) {
      if (key !== undefined) slots.set(key, { sha256, at: now() });
    },
    end(key, status, json) {
      const slot = key === undefined ? undefined : slots.get(key);
      if (slot) slot.answer = { status, json };
    },
    forget(key) {
      if (key !== undefined) slots.delete(key);
    },
    clear: () => slots.clear(),
  };
}
