/** A bundle of events that are under a time stamp: it says by when they existed, and on whose word. */
import { expect, it, onTestFinished } from "vitest";
import { personBundle } from "../../../../src/domain/proofs/acts/bundle/person.ts";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { readBundle } from "../../../../src/domain/proofs/rules/bundle/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { stampLog } from "../../../../src/domain/time-stamps/stamp.ts";
import { readStampCovering } from "../../../../src/domain/time-stamps/views.ts";
import { showDateTime } from "../../../../src/texts/dates.ts";
import { startFakeTsa } from "../../../fakes/tsa.ts";
import { answered } from "./scene.ts";

async function stampedHouse() {
  const house = await answered("yes");
  const { world } = house;
  const at = world.clock.now();
  const tsa = await startFakeTsa({ now: () => at, revocation: true });
  onTestFinished(() => tsa.stop());
  world.deps.config.timeStamps.authorities = [tsa.settings()];
  await world.deps.queue.enqueue({ kind: "seal" });
  await world.work();
  expect(await stampLog(world.deps)).toMatchObject({ outcome: "stamped" });
  await world.work();
  const bundle = async () => {
    const bytes = await personBundle(world.deps, { records: [await house.record()] });
    if (!bytes) throw new Error("no bundle");
    return bytes;
  };
  return { ...house, tsa, at, bundle };
}
const checked = async (bytes: Uint8Array, options: Parameters<typeof verifyBundle>[1] = {}) => {
  const report = await verifyBundle(bytes, options);
  if (isProblem(report)) throw new Error(report.problem);
  return report;
};

it("carries the stamp with its chain and revocation list, and existed by the time that it states", async () => {
  const { tsa, at, bundle, world } = await stampedHouse();
  const bytes = await bundle();
  const read = readBundle(bytes);
  if (isProblem(read)) throw new Error(read.problem);
  const root = (await readStampCovering(world.deps.db, 1))?.root as Uint8Array;
  const name = Buffer.from(root).toString("hex");
  expect([...read.files.keys()].filter((path) => path.startsWith("anchors/"))).toEqual(
    ["chain.pem", "checkpoint", "crl", "tsq", "tsr"].map((file) => `anchors/${name}.${file}`),
  );
  const authorities = [{ certificate: tsa.authority.root.der }];
  const report = await checked(bytes, { authorities });
  expect(report.findings.filter(({ code }) => code.startsWith("time."))).toEqual([]);
  expect([report.verdicts.time.status, report.existedBy]).toEqual(["valid", at + 1000]);

  // The stamp is an entry of its own, so the log has gone on since: the way from the stamped head to the newest is in it.
  expect([...read.files.keys()].filter((path) => path.startsWith("consistency/"))).toHaveLength(1);
  expect(report.steps.find(({ step }) => step === "consistency")).toEqual({
    step: "consistency",
    status: "valid",
    looked: 1,
  });

  // The stamp came within a minute that had begun before it: the report names the end of that minute.
  const told = new TextDecoder().decode(read.files.get("report.en.html"));
  const minute = showDateTime(Math.ceil(at / 60_000) * 60_000, { lang: "en", zone: "Europe/Riga" });
  expect([at % 60_000 > 0, told.includes(`no later than ${minute}: an independent`)]).toEqual([true, true]);

  const own = await checked(bytes);
  expect(own.findings.map(({ code }) => code)).toContain("time.authority_from_bundle");
});

it("is the same bytes on a later day, with other stamps in the house", async () => {
  const { bundle, world } = await stampedHouse();
  const first = await bundle();
  world.clock.pass({ days: 3 });
  world.deps.config.timeStamps.authorities = [];
  expect(Buffer.from(await bundle()).equals(Buffer.from(first))).toBe(true);
});

it("whoever trusts another authority learns that he cannot check it, not that it is wrong", async () => {
  const { bundle } = await stampedHouse();
  const stranger = await startFakeTsa();
  onTestFinished(() => stranger.stop());
  const report = await checked(await bundle(), { authorities: [{ certificate: stranger.authority.root.der }] });
  expect(report.findings.filter(({ code }) => code === "time.untrusted")).toMatchObject([{ status: "not-checkable" }]);
  expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
});
