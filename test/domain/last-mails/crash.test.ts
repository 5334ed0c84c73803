/** Last mails over everything that can fail: they die in minutes, nobody gets two, and a restored copy sends none. */
import type { InValue } from "@libsql/client";
import { describe, expect, it, onTestFinished } from "vitest";
import { mailOwed } from "../../../src/delivery/letters/owed.ts";
import { postMail } from "../../../src/delivery/post.ts";
import type { Deps } from "../../../src/deps.ts";
import { openLastMail } from "../../../src/domain/last-mails/acts/owe.ts";
import { mailLastMails } from "../../../src/domain/last-mails/mail.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { startFakeSmtp } from "../../fakes/smtp.ts";
import type { World } from "../../support/world.ts";
import { ANNA, asked, counted, lastMails, sayNo, seal, states } from "./scene.ts";

/** Somebody has just left, and the log is signed; no job has run. */
async function left() {
  const house = await asked([ANNA]);
  await sayNo(house);
  await seal(house.world);
  return house.world;
}

/** The same house, with mail over a server that knows no keys. */
async function overSmtp(world: World): Promise<{ deps: Deps; mails: readonly unknown[] }> {
  const server = await startFakeSmtp();
  const mailer = createSmtpMailer({ url: server.url });
  onTestFinished(async () => {
    mailer.close?.();
    await server.stop();
  });
  const deps: Deps = { ...world.deps, mailer };
  deps.post = (mail, key, begin) => postMail(deps, mail, key, begin);
  return { deps, mails: server.mails };
}

const killed = (deps: Deps, when: "before" | "after"): Deps["post"] => {
  return async (mail, key, begin) => {
    if (when === "after") await deps.post(mail, key, begin);
    throw new Error("killed");
  };
};

describe("a last mail that nobody hands over", () => {
  it("is gone after 15 minutes by the sweep alone, without a mail, and counted", async () => {
    const world = await left();
    world.clock.pass({ minutes: 12 });
    await handleJob(world.deps, { kind: "recover" });
    expect(await states(world)).toEqual(["due"]);
    world.clock.pass({ minutes: 1 });
    await handleJob(world.deps, { kind: "recover" });
    expect([await states(world), await counted(world)]).toEqual([[], { late: 1 }]);
    await world.work();
    expect(lastMails(world)).toEqual([]);
    await world.check();
  });

  it("is gone by the hourly retention, where no sweep has come by", async () => {
    const world = await left();
    world.clock.pass({ minutes: 60 });
    await handleJob(world.deps, { kind: "retain" });
    expect(await states(world)).toEqual([]);
  });

  it("is found by the sweep where its job was lost", async () => {
    const world = await left();
    const before = world.jobs.filter(({ kind }) => kind === "receipts").length;
    await handleJob(world.deps, { kind: "recover" });
    expect(world.jobs.filter(({ kind }) => kind === "receipts")).toHaveLength(before + 1);
  });

  it("does not begin any more when its time is nearly over, whatever the provider said before", async () => {
    const world = await left();
    let asked = 0;
    const post: Deps["post"] = async () => {
      asked++;
      return { outcome: "later", code: "provider.rate_limit", retryAfterMs: 60_000 };
    };
    for (let minute = 0; minute < 12; minute++) {
      await mailLastMails({ ...world.deps, post });
      world.clock.pass({ minutes: 1, seconds: 1 });
    }
    expect(asked).toBe(10);
    expect([await states(world), await counted(world)]).toEqual([[], { late: 1 }]);
  });

  it("is not begun by a machine that slept with it in hand", async () => {
    const world = await left();
    const { render } = world.deps;
    const lastMail: typeof render.lastMail = (mail) => {
      world.clock.pass({ minutes: 11 });
      return render.lastMail(mail);
    };
    await mailLastMails({ ...world.deps, render: { ...render, lastMail } });
    expect(lastMails(world)).toEqual([]);
  });

  it("that the provider refuses goes at once", async () => {
    const world = await left();
    await mailLastMails({ ...world.deps, post: async () => ({ outcome: "refused", code: "provider.invalid" }) });
    expect([await states(world), await counted(world)]).toEqual([[], { refused: 1 }]);
  });
});

describe("a process that dies with a last mail in hand", () => {
  it.each(["before", "after"] as const)(
    "%s the hand-over leaves one mail under one key where the provider remembers keys",
    async (when) => {
      const world = await left();
      const { deps } = world;
      await expect(mailLastMails({ ...deps, post: killed(deps, when) })).rejects.toThrow("killed");
      expect([await states(world), lastMails(world).length]).toEqual([["mailing"], when === "after" ? 1 : 0]);
      await mailLastMails(deps);
      expect(await states(world)).toEqual(["mailing"]);
      world.clock.pass({ minutes: 6 });
      await mailLastMails(deps);
      expect([await states(world), lastMails(world).length, await counted(world)]).toEqual([[], 1, { sent: 1 }]);
      await world.check();
    },
  );

  it("before the mail began over SMTP leaves it owed, and it goes once", async () => {
    const world = await left();
    const { deps, mails } = await overSmtp(world);
    await expect(mailLastMails({ ...deps, post: killed(deps, "before") })).rejects.toThrow("killed");
    expect(await states(world)).toEqual(["due"]);
    world.clock.pass({ minutes: 6 });
    await mailLastMails(deps);
    await mailLastMails(deps);
    expect([await states(world), mails.length]).toEqual([[], 1]);
  });

  it("after the mail began over SMTP leaves a doubt, which is never tried again", async () => {
    const world = await left();
    const { deps, mails } = await overSmtp(world);
    await expect(mailLastMails({ ...deps, post: killed(deps, "after") })).rejects.toThrow("killed");
    expect([await states(world), mails.length]).toEqual([["mailing"], 1]);
    world.clock.pass({ minutes: 6 });
    await mailLastMails(deps);
    expect([await states(world), mails.length, await counted(world)]).toEqual([[], 1, { unknown: 1 }]);
  });

  it("at once with others at the same row: one of them has it", async () => {
    const world = await left();
    await Promise.all([1, 2, 3].map(() => mailLastMails(world.deps)));
    expect([lastMails(world).length, await counted(world)]).toEqual([1, { sent: 1 }]);
  });
});

describe("a restored copy of the database", () => {
  it("sends no last mail that it brings along, however young, and keeps none", async () => {
    const world = await left();
    await handleJob(world.deps, { kind: "recover" });
    const [row] = await world.rows("SELECT * FROM last_mail");
    const { deps, mails } = await overSmtp(world);
    await mailLastMails(deps);
    expect([await states(world), mails.length]).toEqual([[], 1]);
    // The copy was made while the row was there.
    const columns = ["eid", "tag", "sealed", "state", "try_at", "created_at"];
    const args = columns.map((name) => row?.[name] as InValue);
    await world.client.execute({ sql: "INSERT INTO last_mail VALUES (?, ?, ?, ?, ?, ?)", args });
    const newer = { read: async () => 9_999, write: async () => {} };
    await mailOwed({ ...deps, witness: newer });
    expect([await states(world), mails.length]).toEqual([[], 1]);
    expect(await counted(world)).toEqual({ sent: 1, unknown: 1 });
  });

  it("of yesterday has nothing left after its first sweep", async () => {
    const world = await left();
    world.clock.pass({ days: 1 });
    await handleJob(world.deps, { kind: "recover" });
    await world.work();
    expect([await states(world), lastMails(world).length]).toEqual([[], 0]);
  });
});

it("the row of a last mail opens under its own number only", async () => {
  const world = await left();
  const [row] = await world.rows("SELECT eid, sealed FROM last_mail");
  const sealed = new Uint8Array(row?.sealed as ArrayBuffer);
  expect(openLastMail(world.deps.vault, String(row?.eid), sealed).to).toBe(ANNA);
  expect(() => openLastMail(world.deps.vault, "5f0c7a52-6f0e-4a43-9a58-0d8a4f6f9b11", sealed)).toThrow();
});
