/** Which running campaigns wait for the answer of whoever owns a typed address. */
import { and, eq, inArray } from "drizzle-orm";
import type { Deps } from "../../../deps.ts";
import { message } from "../../../platform/schema.ts";
import { isRefusal } from "../../../refusal.ts";
import { readRunning } from "../../campaigns/views/running.ts";
import { normaliseAddress } from "../../people/rules.ts";
import type { SignUp } from "../rules/sign-up.ts";
import { loadStanding } from "./standing.ts";

export interface Waiting {
  campaignId: string;
  subscriptionId: string;
  /** The address as we hold it, however it was typed now. */
  to: string;
}

/** The campaigns of the request that wait for this person: the subscription that they ask about, and where he is mailed. */
export async function waitingOf(deps: Pick<Deps, "db" | "vault">, signUp: SignUp): Promise<Waiting[]> {
  const address = normaliseAddress(signUp.address);
  const asked = signUp.campaigns ?? [];
  if (isRefusal(address) || asked.length === 0) return [];
  const [running, standing] = await Promise.all([
    readRunning(deps.db),
    loadStanding(deps, { normalised: address.normalised }),
  ]);
  if (!standing) return [];
  const messages = await deps.db.read
    .select({ mailingId: message.mailingId, answer: message.answer })
    .from(message)
    .where(and(eq(message.personId, standing.person.id), inArray(message.mailingId, [...asked])));
  return running.flatMap(({ id, list }) => {
    const subscription = standing.subscriptions.find((s) => s.listId === list.id);
    if (!asked.includes(id) || !subscription) return [];
    const mail = messages.find((m) => m.mailingId === id);
    // Whoever has consented already is asked only where the campaign asks him too.
    const waits = mail ? mail.answer === null : subscription.state === "unproven";
    const to = standing.address.address;
    return waits ? [{ campaignId: id, subscriptionId: subscription.id, to }] : [];
  });
}
