import { describe, expect, it, onTestFinished } from "vitest";
import { isRefusal } from "../../../src/refusal.ts";
import { commands } from "../../../src/runtime/cli/commands.ts";
import { replayDays } from "../../../src/runtime/cli/replay/replay.ts";
import { refusalText } from "../../../src/texts/refusals/index.ts";
import { type Hooked, hooked, people } from "../../domain/messages/hooked.ts";
import { type ProviderLog, startProviderLog } from "../../fakes/provider-log.ts";
import { BOUNCES } from "../../fakes/resend-webhooks.ts";

const DAYS = { from: "2026-11-22", to: "2026-11-22" };

/** A mailing of 120 whose webhook heard nothing, and a provider that remembers. */
async function deaf(n = 120): Promise<{ s: Hooked; log: ProviderLog; run: () => ReturnType<typeof replayDays> }> {
  const s = await hooked(people(n));
  const log = await startProviderLog(`${s.deps.config.publicUrl}/webhooks/resend`);
  onTestFinished(() => log.stop());
  s.deps.config.mailer = { kind: "resend", apiKey: log.apiKey, baseUrl: log.url };
  Object.assign(s.mailer, { name: "resend", perSecond: 2 });
  log.mails = people(n).map((to) => ({ ...s.known(to), lastEvent: "delivered" }));
  return { s, log, run: () => replayDays(s.deps, DAYS, () => {}) };
}
const states = (s: Hooked) =>
  s.rows("SELECT state, reason, count(*) AS n FROM message GROUP BY state, reason ORDER BY state");

describe("replay", () => {
  it("tells what became of every mail, page by page, by the events themselves where they say more", async () => {
    const { s, log, run } = await deaf();
    const [a, b, c] = log.mails as [(typeof log.mails)[0], (typeof log.mails)[0], (typeof log.mails)[0]];
    for (const [mail, last] of [
      [a, "bounced"],
      [b, "complained"],
      [c, "opened"],
    ] as const)
      mail.lastEvent = last;
    const at = a.at + 1_000;
    log.events = [
      { ...s.hooks.event("email.complained", b, {}, at), at },
      { ...s.hooks.event("email.bounced", a, { bounce: BOUNCES.gone }, at), at },
      { ...s.hooks.event("email.delivered", b, {}, at), at },
    ];
    s.clock.set(at + 3_600_000);
    expect(await run()).toEqual({ mails: 120, recorded: 120, unknown: 1, unexplained: 0, events: true });
    expect(await states(s)).toEqual([
      { state: "bounced", reason: "bounce.address", n: 1 },
      { state: "complained", reason: null, n: 1 },
      { state: "delivered", reason: null, n: 118 },
    ]);
    expect(await s.count("SELECT count(*) FROM person")).toBe(118);
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='bounced'")).toBe(1);
    // The list of webhooks and of events, the two that say more, two pages of mails, and the tag of who has left.
    expect(log.requests).toHaveLength(1 + 1 + 2 + 2 + 1);
    expect(log.requests.filter((path) => path.startsWith("/emails?")).at(-1)).toContain(`after=${log.mails[99]?.id}`);
  });

  it("again, or after the events came by themselves, tells nothing new", async () => {
    const { s, log, run } = await deaf(5);
    const [mail] = log.mails as [(typeof log.mails)[0]];
    mail.lastEvent = "complained";
    const event = s.hooks.event("email.complained", mail);
    log.events = [{ ...event, at: mail.at }];
    await s.hooks.send(event);
    await run();
    expect(await run()).toMatchObject({ recorded: 0, mails: 5 });
    expect(await s.count("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).toBe(1);
    expect((await s.hooks.send(event)).status).toBe(204);
    expect(await s.count("SELECT count(*) FROM provider_event WHERE type='email.complained'")).toBe(1);
  });

  it("where the provider no longer says why a mail came back, the message says so and the address stays", async () => {
    const { s, log, run } = await deaf(2);
    log.events = undefined;
    for (const mail of log.mails) mail.lastEvent = "bounced";
    expect(await run()).toMatchObject({ unexplained: 2, events: false });
    expect(await states(s)).toEqual([{ state: "bounced", reason: "bounce.other", n: 2 }]);
    expect(await s.count("SELECT count(*) FROM address")).toBe(2);
  });

  it("a complaint of which only the list tells ends the purpose all the same", async () => {
    const { s, log, run } = await deaf(2);
    log.events = undefined;
    (log.mails[0] as { lastEvent: string }).lastEvent = "complained";
    await run();
    expect(await s.count("SELECT count(*) FROM subscription WHERE ended_reason='complained'")).toBe(1);
  });

  it("a complaint about the mail that asks to confirm an address silences it, though only the list tells of it", async () => {
    const { s, log, run } = await deaf(2);
    log.events = undefined;
    const at = s.clock.now();
    const typed = { id: "88888888-8888-4888-8888-888888888888", to: "ierakstita@pasts.example", at };
    log.mails.unshift({ ...typed, lastEvent: "complained", letter: "confirm" });
    expect(await run()).toMatchObject({ mails: 3, recorded: 3, unknown: 0 });
    expect(await s.rows("SELECT scope, reason FROM suppression")).toEqual([{ scope: "*", reason: "complained" }]);
    expect(await run()).toMatchObject({ recorded: 0 });
  });

  it("resolves mails of unknown outcome by our own tag, and leaves mails of others alone", async () => {
    const { s, log, run } = await deaf(3);
    await s.client.execute("UPDATE message SET state='unknown', reason='no-outcome', provider_id=NULL");
    const stranger = { id: "99999999-9999-4999-8999-999999999999", to: "kads@cits.example", at: s.clock.now() };
    log.mails.unshift({ ...stranger, lastEvent: "delivered" });
    expect(await run()).toMatchObject({ mails: 4, recorded: 3, unknown: 1 });
    expect(await states(s)).toEqual([{ state: "delivered", reason: null, n: 3 }]);
  });

  it("asks only for its days, and stops where they begin", async () => {
    const { s, log, run } = await deaf(3);
    const DAY = 24 * 3_600_000;
    for (const [i, mail] of log.mails.entries()) mail.at += (1 - i) * DAY;
    expect(await run()).toMatchObject({ mails: 1 });
    expect(await states(s)).toEqual([
      { state: "delivered", reason: null, n: 1 },
      { state: "sent", reason: null, n: 2 },
    ]);
  });

  it("keeps the provider's pace and waits where it asks for that", async () => {
    const { s, log, run } = await deaf(2);
    log.failNext = [429, 500];
    const begun = s.clock.now();
    expect(await run()).toMatchObject({ recorded: 2 });
    // Five requests at 1.6 a second, and a second for each failure.
    expect(s.clock.now() - begun).toBeGreaterThanOrEqual(3_000);
  });

  it("says plainly that a key may only send, that the provider refuses, and that there is none to ask", async () => {
    const { s, log, run } = await deaf(1);
    s.deps.config.mailer = { kind: "resend", apiKey: log.sendOnlyKey, baseUrl: log.url };
    const sendOnly = await run();
    expect(isRefusal(sendOnly) && refusalText(sendOnly, "en")).toContain("may only send");
    s.deps.config.mailer = { kind: "resend", apiKey: "re_wrong", baseUrl: log.url };
    const wrong = await run();
    expect(isRefusal(wrong) && refusalText(wrong, "en")).toContain("status 403");
    s.deps.config.mailer = { kind: "capture" };
    const none = await run();
    expect(isRefusal(none) && none.code).toBe("messages.replay_not_resend");
  });

  it("is a command with two days", async () => {
    const command = commands.find((c) => c.name === "replay");
    const run = (from: string, to: string) =>
      command?.run?.({} as never, { words: [], options: { from, to } }) ?? Promise.resolve();
    await expect(run("2026-11-22", "yesterday")).rejects.toThrow("are days");
    await expect(run("2026-11-23", "2026-11-22")).rejects.toThrow("before --from");
    const answer = { mails: 3, recorded: 2, unknown: 1, unexplained: 1, events: false };
    expect(command?.show(answer as never)).toContain("3 mails looked at: 2 events were new");
  });
});
