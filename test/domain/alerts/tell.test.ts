/** The second channel: told once to everybody who is named, with nothing personal in it; again only to whom it did not reach. */
import { describe, expect, it } from "vitest";
import { overWrite, raiseWrite } from "../../../src/domain/alerts/store.ts";
import { commit } from "../../../src/domain/commit.ts";
import { tellWhom } from "../../../src/domain/institution/tell-whom.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { mailerOf } from "../../support/mailer.ts";
import { createWorld, type World } from "../../support/world.ts";

const ILZE = { name: "Ilze Paraudziņa", address: "ilze@ministrija.example" };
const JANIS = { name: "Jānis Paraugs", address: "janis@ministrija.example" };
const WEBHOOK = "https://zinas.ministrija.example/pieteka";

interface Told {
  world: World;
  calls: { url: string; json: Record<string, string> }[];
  /** What the web address answers. */
  answer: { code: string | undefined };
  raise(code?: string): Promise<void>;
  /** Another sweep, so many minutes later. */
  sweep(minutes: number): Promise<void>;
  mails(): { to: string; subject: string; text: string; html: string }[];
}

async function told(people = [ILZE, JANIS], webhook = WEBHOOK, mailer?: Parameters<typeof mailerOf>[0]): Promise<Told> {
  const calls: Told["calls"] = [];
  const answer: Told["answer"] = { code: undefined };
  const world = await createWorld({
    ...(mailer && { mailer: mailerOf(mailer) }),
    async call(url, json) {
      calls.push({ url, json: JSON.parse(json) });
      return answer.code;
    },
  });
  const saved = await tellWhom(world.deps, OPERATOR, { telling: { people, webhook }, version: 1 });
  expect(saved).toEqual({ version: 2 });
  return {
    world,
    calls,
    answer,
    async raise(code = "mailing.paused") {
      const at = world.clock.now();
      const alert = raiseWrite({ id: world.deps.ids.uuid(), code, subject: "m1", at });
      await commit(world.deps, { change: [alert], proof: [] });
      await world.deps.queue.enqueue({ kind: "tell" });
      await world.work();
    },
    async sweep(minutes) {
      world.clock.pass({ minutes });
      await handleJob(world.deps, { kind: "recover" });
      await world.work();
    },
    mails: () => world.mailbox.mails.map(({ mail }) => mail),
  };
}

const rows = (world: World) => world.rows("SELECT told_at IS NOT NULL AS told, try_at IS NOT NULL AS tries FROM alert");

describe("an alert", () => {
  it("is told once to each named person and to the web address, with a code, a link and a time, and nothing else", async () => {
    const t = await told();
    await t.raise();
    expect(
      t
        .mails()
        .map(({ to }) => to)
        .sort(),
    ).toEqual([ILZE.address, JANIS.address]);
    const [mail] = t.mails();
    expect(mail?.subject).toBe("Sūtīšana apstājās pati");
    for (const part of [mail?.text, mail?.html]) expect(part).toContain("/staff/mailings/m1");
    expect(t.calls).toEqual([
      {
        url: WEBHOOK,
        json: {
          code: "mailing.paused",
          subject: "m1",
          url: "https://jaunumi.ministrija.example/staff/mailings/m1",
          at: expect.stringMatching(/^2026-11-22T08:00:\d\d\.\d{3}Z$/),
        },
      },
    ]);
    await t.sweep(5);
    await t.sweep(24 * 60);
    expect([t.mails().length, t.calls.length]).toEqual([2, 1]);
    expect(await rows(t.world)).toEqual([{ told: 1, tries: 0 }]);
  });

  it("is told again by the sweep to the channel that did not take it, and to no other, until a day is over", async () => {
    let down = true;
    const sent: string[] = [];
    const t = await told([ILZE], WEBHOOK, async ([mail]) => {
      if (down) return { outcome: "later", code: "provider.setup", retryAfterMs: 1000, alone: true };
      sent.push(mail?.to ?? "");
      return { outcome: "accepted", ids: ["00000000-0000-4000-8000-000000000001"] };
    });
    t.answer.code = "webhook.no_answer";
    await t.raise("provider.setup");
    expect([t.calls.length, await rows(t.world)]).toEqual([1, [{ told: 0, tries: 1 }]]);
    await t.sweep(0.5);
    expect(t.calls).toHaveLength(1);
    await t.sweep(1);
    expect(t.calls).toHaveLength(2);
    t.answer.code = undefined;
    await t.sweep(10);
    // The web address has it, the mailbox does not: only the mailbox is tried again.
    expect([t.calls.length, await rows(t.world)]).toEqual([3, [{ told: 1, tries: 1 }]]);
    await t.sweep(30);
    expect([t.calls.length, sent]).toEqual([3, []]);
    down = false;
    await t.sweep(60);
    expect([t.calls.length, sent, await rows(t.world)]).toEqual([3, [ILZE.address], [{ told: 1, tries: 0 }]]);
    const [row] = await t.world.rows("SELECT told FROM alert");
    expect(Object.keys(JSON.parse(String(row?.told))).sort()).toEqual([
      expect.stringMatching(/^mail\/[0-9a-f]{16}$/),
      expect.stringMatching(/^webhook\/[0-9a-f]{16}$/),
    ]);

    t.answer.code = "webhook.refused";
    down = true;
    await t.raise("provider.quota");
    for (let n = 0; n < 40; n++) await t.sweep(125);
    const tried = t.calls.length;
    expect([tried > 10, tried < 30]).toEqual([true, true]);
    await t.sweep(24 * 60);
    expect(t.calls).toHaveLength(tried);
    expect(await t.world.rows("SELECT code, try_at FROM alert WHERE closed_at IS NULL AND told_at IS NULL")).toEqual([
      { code: "provider.quota", try_at: null },
    ]);
    for (const line of t.world.lines) expect(line).not.toMatch(/zinas\.|ilze|Paraudz/);
  });

  it("is told by one of two runners, and not at all once its cause is over", async () => {
    const t = await told();
    const at = t.world.clock.now();
    for (const [id, subject] of [
      ["a", "m1"],
      ["b", "m2"],
    ] as const)
      await commit(t.world.deps, { change: [raiseWrite({ id, code: "mailing.held", subject, at })], proof: [] });
    await commit(t.world.deps, { change: [overWrite(["mailing.held"], "m2", at)], proof: [] });
    await Promise.all([handleJob(t.world.deps, { kind: "tell" }), handleJob(t.world.deps, { kind: "tell" })]);
    expect([t.mails().length, t.calls.map(({ json }) => json.subject)]).toEqual([2, ["m1"]]);
  });

  it("where nobody is named stays on the desk, and is told as soon as somebody is", async () => {
    const t = await told([], "");
    await t.raise();
    expect(await rows(t.world)).toEqual([{ told: 0, tries: 1 }]);
    await tellWhom(t.world.deps, OPERATOR, { telling: { people: [ILZE], webhook: "" }, version: 2 });
    await t.sweep(2);
    expect(t.mails().map(({ to }) => to)).toEqual([ILZE.address]);
  });
});

it("a web address that was allowed in development is not called in production", async () => {
  const t = await told([], "http://127.0.0.1:4340/x");
  Object.assign(t.world.deps.config, { mode: "production" });
  await t.raise();
  expect([t.calls, await rows(t.world)]).toEqual([[], [{ told: 0, tries: 1 }]]);
});
