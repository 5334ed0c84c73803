/**
 * What the provider tells of mails, over the webhook: taken, delivered, sent back, called spam; out of order, more than
 * once, and again until somebody answers 204.
 */
import { BOUNCES, fakeWebhooks, type SignedEvent } from "../../fakes/resend-webhooks.ts";
import type { Town } from "../house/town.ts";
import type { Taken } from "./provider.ts";

const WORLD = { name: "provider", dead: false, mortal: false };
/** PLATFORM 2.3: now, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h. */
const AGAIN_MS = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000];
const PATIENCE_MS = 15_000;

/** The life of a mail, from now on. */
export function tellOf(town: Town, taken: Taken): void {
  const { random, climate, machine } = town;
  const tag = taken.mail.tags?.message;
  const known = { id: taken.id, to: taken.mail.to, at: taken.at, ...(tag && { tag }) };
  const hooks = fakeWebhooks({ now: () => machine.now, to: () => Response.error() });
  const tell = (type: string, low: number, high: number, more = {}) => {
    const happens = random.span(low, high);
    const at = machine.now + happens;
    const event = {
      ...hooks.event(type, known, more, at),
      id: `msg_${town.providerWorld.newId().replaceAll("-", "")}`,
    };
    const hear = () => tag && town.ledger.heard(tag, event.type, at);
    for (let times = random.chance(climate.repeats) ? 2 : 1; times > 0; times--)
      machine.after(WORLD, happens + random.span(20, 300_000), `tells ${type} ${tag ?? ""}`, () =>
        deliver(town, event, hear, 0),
      );
  };
  tell("email.sent", 20, 60_000);
  if (random.chance(climate.bounces)) {
    const [name, bounce] = random.one(Object.entries(BOUNCES));
    machine.count(`event: bounced ${name}`);
    if (random.chance(0.3)) tell("email.delivered", 100, 600_000);
    tell("email.bounced", 100, 1_800_000, { bounce });
  } else if (random.chance(0.02)) tell("email.failed", 100, 60_000);
  else {
    if (random.chance(0.1)) tell("email.delivery_delayed", 100, 600_000);
    tell("email.delivered", 100, 1_800_000);
    if (random.chance(climate.complaints)) tell("email.complained", 1_000, 7_200_000);
  }
}

function deliver(town: Town, event: SignedEvent, hear: () => void, tries: number): void {
  const { machine } = town;
  let over = false;
  const again = (why: string) => {
    if (over) return;
    over = true;
    machine.count(`event: ${why}`);
    const ms = AGAIN_MS[tries];
    if (ms !== undefined)
      machine.after(WORLD, ms, `tells again ${event.type}`, () => deliver(town, event, hear, tries + 1));
  };
  const by = town.someone();
  if (!by) {
    again("nobody there");
    return;
  }
  machine.after(WORLD, PATIENCE_MS, "no answer to an event", () => again("no answer"));
  const hooks = fakeWebhooks({
    now: () => machine.now,
    to: async (request) =>
      town.request(by, "/webhooks/resend", {
        method: "POST",
        headers: Object.fromEntries(request.headers),
        body: event.body,
      }),
  });
  hooks.send(event).then(
    (answer) => {
      if (answer.status !== 204) return again(`answered ${answer.status}`);
      over = true;
      machine.count(`event: ${event.type}`);
      hear();
    },
    () => again("fault"),
  );
}
