/** The daily stamp: when it is asked for, what is kept of it, and what happens when nobody stamps. */
import { sha256 } from "@noble/hashes/sha2.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { readLogOrigin } from "../../../src/domain/institution/views.ts";
import { actEvidence } from "../../../src/domain/proof-log/acts/act-evidence.ts";
import { pauseAfter } from "../../../src/domain/time-stamps/rules/due.ts";
import { verifyTimeStamp } from "../../../src/domain/time-stamps/rules/verify.ts";
import { stampLog } from "../../../src/domain/time-stamps/stamp.ts";
import { readStamp, readStampCovering, readStanding } from "../../../src/domain/time-stamps/views.ts";
import { base64url, utf8 } from "../../../src/platform/encoding.ts";
import type { TimeStampAuthority } from "../../../src/platform/time-stamp-config.ts";
import { type FakeTsaOptions, type Mischief, startFakeTsa } from "../../fakes/tsa.ts";
import { createWorld, type World } from "../../support/world.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A house with a sealed log and one authority; the clock stands at 2026-11-22T08:00Z. */
async function house(options: FakeTsaOptions & { settings?: Partial<TimeStampAuthority>; papers?: boolean } = {}) {
  const at = { now: 0 };
  const tsa = await startFakeTsa({ now: () => at.now, ...options });
  onTestFinished(() => tsa.stop());
  const timeStamps = { authorities: [tsa.settings(options.settings)], papers: options.papers ?? true };
  const world = await createWorld({ config: { timeStamps } });
  const stamp = () => {
    at.now = world.clock.now();
    return stampLog(world.deps);
  };
  await seal(world);
  return { world, tsa, stamp };
}

/** Everything that waits is sealed and done. */
async function seal(world: World) {
  await world.deps.queue.enqueue({ kind: "seal" });
  await world.work();
}
/** One more entry in the log, sealed. */
async function entry(world: World) {
  const log = await readLogOrigin(world.deps.db);
  const evidence = actEvidence(world.deps, {
    log,
    at: world.clock.now(),
    typ: "log.restored",
    facts: { from: 0, count: 1, by: "system:seal" },
  });
  expect(await commit(world.deps, { change: [], proof: [evidence] })).toBe("done");
  await seal(world);
}

describe("a day's stamp", () => {
  it("is over the newest signed head, kept whole, and its hash is an entry of the log", async () => {
    const { world, tsa, stamp } = await house();
    const note = await (await world.request("/log/checkpoint")).text();
    expect(await stamp()).toEqual({ outcome: "stamped", day: "2026-11-22" });
    const kept = await readStamp(world.deps.db, "2026-11-22");
    if (!kept) throw new Error("not kept");
    expect([kept.note, kept.authority, kept.subject]).toEqual([note, "fake", "Test time stamps, Paraugs"]);
    const imprint = sha256(utf8(note));
    expect(tsa.questions).toMatchObject([{ imprint, certReq: true, policy: undefined }]);
    expect(tsa.questions[0]?.nonce).toHaveLength(16);
    expect(await verifyTimeStamp(kept.reply, { imprint, anchors: tsa.settings().anchors })).toMatchObject({
      valid: true,
      at: kept.at,
    });
    expect(Math.abs(kept.at - world.clock.now())).toBeLessThan(1000);
    const [event] = await world.rows("SELECT body FROM event WHERE typ = 'anchor.recorded'");
    expect(JSON.parse(String(event?.body)).anchor).toEqual({
      kind: "rfc3161",
      authority: "fake",
      policy: "1.3.6.1.4.1.99999.2.1",
      serial: "01",
      time: new Date(kept.at).toISOString(),
      size: kept.size,
      root: base64url(kept.root),
      checkpoint: base64url(imprint),
      sha256: base64url(sha256(kept.reply)),
    });
    await world.work();
    await world.check();
  });

  it("is one a day, and none where only the entry about the last one is new", async () => {
    const { world, tsa, stamp } = await house();
    await stamp();
    await world.work();
    await seal(world);
    expect(await stamp()).toEqual({ outcome: "nothing" });
    world.clock.pass({ days: 3 });
    expect(await stamp()).toEqual({ outcome: "nothing" });
    expect(tsa.questions).toHaveLength(1);
  });

  it("covers what came after it on the next day, from midnight UTC", async () => {
    const { world, stamp } = await house();
    await stamp();
    await world.work();
    await entry(world);
    expect(await stamp()).toEqual({ outcome: "nothing" });
    world.clock.reach(Date.parse("2026-11-22T23:59:58Z"));
    expect(await stamp()).toEqual({ outcome: "nothing" });
    world.clock.reach(Date.parse("2026-11-23T00:00:00Z"));
    expect(await stamp()).toEqual({ outcome: "stamped", day: "2026-11-23" });
    const [first, second] = await Promise.all([
      readStamp(world.deps.db, "2026-11-22"),
      readStamp(world.deps.db, "2026-11-23"),
    ]);
    const sizes = [first?.size ?? 0, second?.size ?? 0] as const;
    expect(sizes[1]).toBeGreaterThan(sizes[0] + 1);
    const covering = async (size: number) => (await readStampCovering(world.deps.db, size))?.day;
    expect(await covering(1)).toBe("2026-11-22");
    expect(await covering(sizes[0])).toBe("2026-11-22");
    expect(await covering(sizes[0] + 1)).toBe("2026-11-23");
    expect(await covering(sizes[1] + 1)).toBeUndefined();
    await world.work();
    await world.check();
  });

  it("is not asked for where nobody is named, or nothing was ever sealed", async () => {
    const world = await createWorld();
    await seal(world);
    expect(await stampLog(world.deps)).toEqual({ outcome: "nothing" });
    const tsa = await startFakeTsa();
    onTestFinished(() => tsa.stop());
    const timeStamps = { authorities: [tsa.settings()], papers: true };
    const empty = await createWorld({ demo: false, config: { timeStamps } });
    expect(await stampLog(empty.deps)).toEqual({ outcome: "nothing" });
    expect(tsa.requests).toEqual([]);
  });

  it("is asked for by one at a time, and a day gets one even where two have asked", async () => {
    const { tsa, stamp } = await house();
    const [one, two] = await Promise.all([stamp(), stamp()]);
    expect([one.outcome, two.outcome].sort()).toEqual(["busy", "stamped"]);
    expect(tsa.questions).toHaveLength(1);
    // Nor where a lease was lost while its holder still waited for the answer.
    const other = await house();
    const { exchange } = other.world.deps;
    other.world.deps.exchange = async (question) => {
      const answer = await exchange(question);
      await other.world.client.execute("UPDATE lease SET holder = 'somebody' WHERE name = 'time-stamp'");
      return answer;
    };
    expect(await other.stamp()).toEqual({ outcome: "busy" });
    expect(await other.world.rows("SELECT day FROM time_stamp")).toEqual([]);
  });
});

describe("revocation papers", () => {
  it("are fetched where the certificate names them, and kept", async () => {
    const { world, tsa, stamp } = await house({ revocation: true });
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
    expect(tsa.requests).toEqual(["POST /", "GET /issuer.crl"]);
    const kept = await readStamp(world.deps.db, "2026-11-22");
    expect(kept?.papers.map(({ kind }) => kind)).toEqual(["crl"]);
    // The issuer's own certificate names none, so the whole chain is not cleared.
    expect((await readStanding(world.deps.db)).last?.cleared).toBe(false);
  });

  it("clear the chain where every certificate of it is covered", async () => {
    const { world, tsa, stamp } = await house({ revocation: true });
    const anchors = [{ certificate: tsa.authority.issuer.der, listed: "LV 2026-11-20" }];
    world.deps.config.timeStamps.authorities[0] = tsa.settings({ anchors });
    await stamp();
    expect((await readStanding(world.deps.db)).last).toMatchObject({ cleared: true, listed: "LV 2026-11-20" });
  });

  it("of a revoked certificate make that there is no stamp", async () => {
    const { world, tsa, stamp } = await house({ revocation: true });
    tsa.revoke(Date.parse("2026-11-01T00:00:00Z"));
    expect(await stamp()).toEqual({ outcome: "failed", code: "revoked" });
    expect(await world.rows("SELECT day FROM time_stamp")).toEqual([]);
  });

  it("may be the answer of a responder", async () => {
    const { world, tsa, stamp } = await house({ revocation: "ocsp" });
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
    expect(tsa.requests).toEqual(["POST /", "POST /ocsp"]);
    expect((await readStamp(world.deps.db, "2026-11-22"))?.papers.map(({ kind }) => kind)).toEqual(["ocsp"]);
    const other = await house({ revocation: "ocsp" });
    other.tsa.revoke(Date.parse("2026-11-01T00:00:00Z"));
    expect(await other.stamp()).toEqual({ outcome: "failed", code: "revoked" });
  });

  it("are not fetched where the settings say so", async () => {
    const { tsa, stamp } = await house({ revocation: true, papers: false });
    await stamp();
    expect(tsa.requests).toEqual(["POST /"]);
  });
});

describe("nobody stamps", () => {
  it.each([
    ["no_answer", { is: "away" }],
    ["no_answer", { is: "cut" }],
    ["unreadable", { is: "garbage" }],
    ["media_type", { is: "page" }],
    ["too_large", { is: "endless" }],
    ["refused", { is: "refusal" }],
    ["status", { is: "status", status: 500 }],
    ["unauthorized", { is: "status", status: 403 }],
    ["imprint", { is: "token", wish: { imprint: sha256(utf8("other")) } }],
    ["nonce", { is: "token", wish: { nonce: new Uint8Array([1, 2, 3]) } }],
    ["clock", { is: "token", wish: { at: Date.parse("2026-11-22T09:00:00Z") } }],
    ["usage-missing", { is: "certificate", wish: { usages: [] } }],
    ["validity", { is: "certificate", wish: { until: Date.parse("2026-11-01T00:00:00Z") } }],
  ] satisfies [string, Mischief][])("%s: nothing is kept, and why is", async (code, mischief) => {
    const { world, tsa, stamp } = await house();
    tsa.misbehave(mischief);
    expect(await stamp()).toEqual({ outcome: "failed", code });
    expect(await world.rows("SELECT day FROM time_stamp")).toEqual([]);
    expect((await readStanding(world.deps.db)).attempt).toMatchObject({ tries: 1, authority: "fake", code });
    // Asked again after a minute, and then it works.
    tsa.misbehave();
    world.clock.pass({ seconds: 59 });
    expect(await stamp()).toEqual({ outcome: "nothing" });
    world.clock.pass({ seconds: 1 });
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
    expect((await readStanding(world.deps.db)).attempt).toBeUndefined();
    await world.work();
    await world.check();
  });

  it("an authority that we do not trust, or that refuses our policy, has not stamped", async () => {
    const stranger = await startFakeTsa();
    onTestFinished(() => stranger.stop());
    const { stamp } = await house({ settings: { anchors: stranger.settings().anchors } });
    expect(await stamp()).toEqual({ outcome: "failed", code: "untrusted" });
    const other = await house({ settings: { policy: "1.2.3" } });
    expect(await other.stamp()).toEqual({ outcome: "failed", code: "refused" });
  });

  it("a name and password are given where they are wanted", async () => {
    const { stamp } = await house({ auth: "office:parole ā".replace(" ", "-") });
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
    const other = await house({ auth: "office:other", settings: { auth: "office:wrong" } });
    expect(await other.stamp()).toEqual({ outcome: "failed", code: "unauthorized" });
  });

  it("the next authority is asked in the same turn", async () => {
    const { world, tsa, stamp } = await house();
    const second = await startFakeTsa({ now: () => world.clock.now() });
    onTestFinished(() => second.stop());
    tsa.misbehave({ is: "away" });
    world.deps.config.timeStamps.authorities.push(second.settings({ name: "second" }));
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
    expect((await readStanding(world.deps.db)).last?.authority).toBe("second");
  });

  it("is tried with pauses from a minute to an hour", () => {
    const pauses = Array.from({ length: 9 }, (_, i) => pauseAfter(i + 1) / MINUTE);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(pauseAfter(10_000)).toBe(HOUR);
  });

  it("a pause from a clock that was ahead holds nothing up", async () => {
    const { world, tsa, stamp } = await house();
    tsa.misbehave({ is: "away" });
    await stamp();
    await world.client.execute({ sql: "UPDATE time_stamp_try SET next_at = ?", args: [world.clock.now() + 48 * HOUR] });
    tsa.misbehave();
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
  });

  it("people are told after two days, once a day, and the alert is over with the next stamp", async () => {
    const { world, tsa, stamp } = await house();
    tsa.misbehave({ is: "away" });
    const open = () => world.rows("SELECT id FROM alert WHERE code = 'time-stamp.missing' AND closed_at IS NULL");
    for (let hour = 0; hour <= 47; hour++) {
      await stamp();
      world.clock.pass({ hours: 1 });
    }
    expect(await open()).toEqual([]);
    for (let hour = 0; hour < 3; hour++) {
      world.clock.pass({ hours: 1 });
      await stamp();
    }
    const [alert] = await open();
    expect(world.jobs.filter(({ kind }) => kind === "tell")).toHaveLength(1);
    // Seen, and still so: not raised again on the same day.
    await world.client.execute("UPDATE alert SET closed_at = 1");
    world.clock.pass({ hours: 1 });
    await stamp();
    expect([alert !== undefined, await open()]).toEqual([true, []]);
    world.clock.pass({ days: 1 });
    await stamp();
    expect(await open()).toHaveLength(1);
    tsa.misbehave();
    world.clock.pass({ hours: 1 });
    expect(await stamp()).toMatchObject({ outcome: "stamped" });
    expect(await open()).toEqual([]);
  });
});
