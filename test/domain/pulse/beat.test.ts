import { describe, expect, it } from "vitest";
import { recoverAll } from "../../../src/delivery/recover.ts";
import type { Witness } from "../../../src/deps.ts";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { readMailing, readNumbers } from "../../../src/domain/campaigns/views.ts";
import { ASLEEP_MS, type Beat, type Sign, signOf, type Witnessed, waking } from "../../../src/domain/pulse/rules.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { imported, later, sweep } from "../../delivery/sending.ts";
import { must, type Scene } from "../consent/scene.ts";
import { admin } from "../office.ts";

const MINUTE = 60_000;

/** A witness in memory. */
function remembered(n?: number): Witness & { n: number | undefined } {
  const witness = {
    n,
    read: async () => witness.n ?? ("empty" as const),
    write: async (seen: number) => {
      witness.n = seen;
    },
  };
  return witness;
}

/** A mailing of which nothing has gone out yet: the provider wants a pause. */
async function underWay(n = 5): Promise<{ s: Scene; id: string }> {
  const s = await imported(n);
  await recoverAll(s.deps);
  s.answers.push(later(10 * MINUTE));
  return { s, id: await s.campaign() };
}

const stateOf = async (s: Scene, id: string) => {
  const mailing = await readMailing(s.deps.db, id);
  return { state: mailing?.state, reason: mailing?.heldReason };
};

describe("the last heartbeat says", () => {
  const last: Beat = { n: 7, at: 1_000_000, origin: "a" };
  it.each<[string, Beat | undefined, number, string, Witnessed, string]>([
    ["a first start", undefined, 0, "a", undefined, "alive"],
    ["a moment ago", last, last.at + 1, "a", 7, "alive"],
    ["just under an hour ago", last, last.at + ASLEEP_MS - 1, "a", undefined, "alive"],
    ["an hour ago", last, last.at + ASLEEP_MS, "a", 7, "outage"],
    ["a database at another address", last, last.at + 1, "b", 7, "restored"],
    ["a witness that has seen more", last, last.at + 1, "a", 8, "restored"],
    ["a witness that has seen less", last, last.at + 1, "a", 6, "alive"],
    ["an empty database, though a witness has seen one", undefined, 0, "a", 3, "restored"],
    [
      "a witness that knows nothing, beside a heart that has beaten: a copy in a new place",
      last,
      last.at + 1,
      "a",
      "empty",
      "restored",
    ],
    ["a first start beside an empty witness", undefined, 0, "a", "empty", "alive"],
    ["a clock that went back", last, last.at - 5_000, "a", 7, "alive"],
  ])("%s", (_, beat, now, origin, witness, says) => {
    expect(waking(beat, now, origin, witness)).toBe(says);
  });
});

it("the sign by which it was noticed is told apart, for each is explained in its own words", () => {
  const last: Beat = { n: 7, at: 1_000_000, origin: "a" };
  const signs: [Beat | undefined, number, string, Witnessed, Sign | undefined][] = [
    [last, last.at + 1, "a", 7, undefined],
    [last, last.at + ASLEEP_MS, "a", 7, "silence"],
    [last, last.at + ASLEEP_MS, "b", "empty", "other-place"],
    [last, last.at + 1, "a", "empty", "no-witness"],
    [last, last.at + ASLEEP_MS, "a", 8, "older"],
    [undefined, 0, "a", 3, "no-beat"],
    [undefined, 0, "a", "empty", undefined],
  ];
  for (const [beat, now, origin, witness, sign] of signs) expect(signOf(beat, now, origin, witness)).toBe(sign);
});

describe("after an outage longer than an hour", () => {
  it("nothing goes out by itself, also if the job comes before the sweep; a person lets it go on", async () => {
    const { s, id } = await underWay();
    s.clock.set(s.clock.now() + 2 * 60 * MINUTE);
    await handleJob(s.deps, { kind: "deliver", mailingId: id });
    await s.run();
    expect(s.mails).toHaveLength(0);
    expect(await stateOf(s, id)).toEqual({ state: "paused", reason: "outage" });
    expect(await s.count("SELECT count(*) FROM alert WHERE code='mailing.paused' AND closed_at IS NULL")).toBe(1);
    const [alert] = (await s.client.execute("SELECT at, detail FROM alert")).rows;
    const { sign, from } = JSON.parse(String(alert?.detail));
    expect([sign, Number(alert?.at) - from]).toEqual(["silence", 2 * 60 * MINUTE]);
    await sweep(s, MINUTE);
    expect(s.mails).toHaveLength(0);

    const heldAt = (await readMailing(s.deps.db, id))?.heldAt as number;
    must(await resumeMailing(s.deps, admin, { id, heldAt }));
    await s.run();
    expect(s.mails).toHaveLength(5);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 5, sent: 5, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM alert WHERE code='mailing.paused' AND closed_at IS NULL")).toBe(0);
  });

  it("a shorter one, with the sweep coming by, sends the rest", async () => {
    const { s, id } = await underWay();
    await sweep(s, 50 * MINUTE);
    expect(s.mails).toHaveLength(5);
    expect(await stateOf(s, id)).toEqual({ state: "sent", reason: null });
  });

  it("the heart goes on beating when nothing is under way", async () => {
    const { s, id } = await underWay();
    await sweep(s, 20 * MINUTE);
    await sweep(s, 3 * 24 * 60 * MINUTE);
    expect(await stateOf(s, id)).toEqual({ state: "sent", reason: null });
    expect(await s.count("SELECT count(*) FROM alert")).toBe(0);
  });
});

describe("on an older copy of the database", () => {
  it("nothing goes out by itself, though the copy is only minutes old", async () => {
    const { s, id } = await underWay();
    const witness = remembered(1);
    s.deps.witness = witness;
    await sweep(s, MINUTE);
    expect(witness.n).toBeGreaterThan(1);
    witness.n = (witness.n as number) + 3;
    await sweep(s, 10 * MINUTE);
    expect(s.mails).toHaveLength(0);
    expect(await stateOf(s, id)).toEqual({ state: "paused", reason: "restored" });
    await sweep(s, MINUTE);
    expect((await readMailing(s.deps.db, id))?.heldReason).toBe("restored");
  });

  it("and neither where the copy was put on a new machine, whose folder knows nothing", async () => {
    const { s, id } = await underWay();
    s.deps.witness = remembered();
    await sweep(s, 10 * MINUTE);
    expect(s.mails).toHaveLength(0);
    expect(await stateOf(s, id)).toEqual({ state: "paused", reason: "restored" });
    expect(await s.count("SELECT count(*) FROM alert WHERE detail ->> 'sign' = 'no-witness'")).toBe(1);
  });

  it("a job that comes before the first heartbeat there hands nothing over", async () => {
    const { s, id } = await underWay();
    s.deps.config = { ...s.deps.config, databaseUrl: "libsql://copy.example" };
    s.clock.set(s.clock.now() + 11 * MINUTE);
    await handleJob(s.deps, { kind: "deliver", mailingId: id });
    await s.run();
    expect(s.mails).toHaveLength(0);
  });

  it("a witness that cannot be written is a fault in the log, and the sweep goes on", async () => {
    const { s } = await underWay();
    s.deps.witness = { read: async () => undefined, write: () => Promise.reject(new Error("read-only")) };
    await sweep(s, MINUTE);
    await sweep(s, 20 * MINUTE);
    expect(s.mails).toHaveLength(5);
  });

  it("and neither where the database stands at another address", async () => {
    const { s, id } = await underWay();
    s.deps.config = { ...s.deps.config, databaseUrl: "libsql://copy.example" };
    await sweep(s, 10 * MINUTE);
    expect(s.mails).toHaveLength(0);
    expect(await stateOf(s, id)).toEqual({ state: "paused", reason: "restored" });
  });

  it("two processes that beat in turns on one database are no restore", async () => {
    const { s } = await underWay();
    s.deps.witness = remembered(1);
    for (let n = 0; n < 5; n++) await sweep(s, MINUTE);
    const [row] = (await s.client.execute("SELECT n FROM pulse")).rows;
    expect(await s.deps.witness.read()).toBe(Number(row?.n));
    expect(await s.count("SELECT count(*) FROM mailing WHERE state='paused'")).toBe(0);
  });
});
