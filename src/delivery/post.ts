/**
 * The prompt lane: one mail that somebody waits for, handed over at once in the pace of the provider. A mailing leaves
 * part of the provider's rate free for it (delivery/pace.ts).
 */
import type { Deps, OutgoingMail } from "../deps.ts";

/** Hands it over. Never `each`: with one mail its outcome is the whole outcome. */
export async function postMail(
  deps: Pick<Deps, "mailer" | "clock">,
  mail: OutgoingMail,
  key: string,
): ReturnType<Deps["post"]> {
  const prepared = await deps.mailer.prepare([mail]);
  const handover = await prepared.handOver(key);
  if (handover.outcome !== "each") return handover;
  const [only] = handover.mails;
  if (!only) return { outcome: "unknown", code: "provider.odd_answer" };
  return only.outcome === "accepted" ? { outcome: "accepted", ids: [only.id] } : only;
}
