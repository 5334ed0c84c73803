/**
 * An event of the mail provider, written down once whatever its order and repetition, with everything that follows from
 * it in the same commit: the message moves on, a complaint is a withdrawal, a dead address ends, a refusal for policy holds
 * the address. Nothing of the payload is kept beyond ids, type, time and class. Called by the door of the webhooks and by
 * the replay; the provider's signature, or its key, is the permission.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { normaliseAddress } from "../people/rules.ts";
import { complainedAct, letterComplainedAct } from "./acts/complained.ts";
import { type Drawn, NOTHING, refusedAct } from "./acts/refused.ts";
import { classIn, graver } from "./rules/bounce.ts";
import type { ProviderEvent } from "./rules/event.ts";
import { afterEvent } from "./rules/life.ts";
import { eventWrite, moveWrites } from "./store/event.ts";
import { type NamedMessage, readNamed } from "./views/event.ts";

export interface Recorded {
  /** recorded: now. repeated: it was heard before. unknown: it names nothing of ours; kept and counted. */
  did: "recorded" | "repeated" | "unknown";
  /** The mailing to watch, where the event was a bad sign. */
  watch?: string;
}

const TRIES = 10;

/** Records it. Throws if the database cannot write, so that the provider tries again. */
export async function recordEvent(deps: Deps, event: ProviderEvent): Promise<Recorded> {
  for (let tries = TRIES; tries > 0; tries--) {
    const { heard, message } = await readNamed(deps.db, event);
    if (heard) return { did: "repeated", ...bad(event, heard.mailingId) };
    const { id, type, at, providerId, bounce } = event;
    const letter = message ? undefined : await drawnFromLetter(deps, event);
    const drawn = message ? await drawnFrom(deps, message, event) : (letter ?? NOTHING);
    const named = message && { mailingId: message.mailingId, personId: message.personId };
    const change = [
      eventWrite({ id, type, at, providerId, message: named, letter: letter !== undefined, bounceClass: bounce }),
      ...(message ? moved(message, event) : []),
      ...drawn.change,
    ];
    if ((await commit(deps, { change, proof: drawn.proof })) === "stale") continue;
    if (drawn.erased) deps.afterErasure();
    if (drawn.held) await deps.queue.enqueue({ kind: "tell" });
    if (drawn.proof.length > 0) await deps.queue.enqueue({ kind: "seal" });
    if (letter) return { did: "recorded" };
    return message ? { did: "recorded", ...bad(event, message.mailingId) } : { did: "unknown" };
  }
  throw new Error("an event lost every race for its rows");
}

function moved(message: NamedMessage, event: ProviderEvent) {
  const { mailingId, personId, state, reason, batchId } = message;
  const to = afterEvent({ state, reason }, event.type, event.bounce);
  if (!to) return [];
  const { providerId, at, madeAt = at } = event;
  return moveWrites({ mailingId, personId, from: { state, reason, batchId }, to, providerId, sentAt: madeAt });
}

async function drawnFrom(deps: Deps, message: NamedMessage, event: ProviderEvent): Promise<Drawn> {
  const { type, at, bounce, to } = event;
  if (type === "email.complained") return complainedAct(deps, message, { at, to });
  if (!bounce) return NOTHING;
  // A second refusal of the same mail that says no more: everything has followed from the first.
  const before = message.state === "bounced" ? classIn(message.reason) : undefined;
  if (before && graver(before, bounce) === before) return NOTHING;
  return refusedAct(deps, message, { found: bounce, at, there: type === "email.bounced" });
}

/** Letters to people of lists, which belong to no mailing: two that anybody can have sent to anybody, the receipt of a "yes", the last mail after a "no". */
const LETTERS = new Set(["confirm", "answer-link", "own-page", "receipt", "last-mail"]);

/** Of such a letter: a complaint about it. */
async function drawnFromLetter(deps: Deps, { type, letter, at, to }: ProviderEvent): Promise<Drawn | undefined> {
  if (type !== "email.complained" || !LETTERS.has(letter ?? "")) return undefined;
  const address = normaliseAddress(to ?? "");
  return isRefusal(address) ? undefined : letterComplainedAct(deps, { normalised: address.normalised, at });
}

const bad = ({ type, bounce }: ProviderEvent, mailingId: string | null) =>
  mailingId && (bounce || type === "email.complained" || type === "email.failed") ? { watch: mailingId } : {};
