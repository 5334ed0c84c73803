/** A person's bundle proves that he was among those whom the institution chose to ask, and with which question; and when it cannot. */
import { describe, expect, it } from "vitest";
import { personBundle } from "../../../../src/domain/proofs/acts/bundle/person.ts";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { readBundle } from "../../../../src/domain/proofs/rules/bundle/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { forged, judged, wrongs } from "../forge.ts";
import { ANNA, type Answered, answeredBy } from "./scene.ts";

const OTHERS = ["berta@pasts.example", "cilda@pasts.example", "dace@pasts.example"];
const askedAct = "acts/0002";

async function bundleOf({ world, record }: Answered): Promise<Uint8Array> {
  const bytes = await personBundle(world.deps, { records: [await record()] });
  if (!bytes) throw new Error("no bundle");
  return bytes;
}
const textIn = (bytes: Uint8Array, path: string) => {
  const read = readBundle(bytes);
  if (isProblem(read)) throw new Error(read.problem);
  return new TextDecoder().decode(read.files.get(path));
};

describe("the mailing that asked, in the bundle of whom it asked", () => {
  it("proves that this record's person is one of four, without naming one of the others or his address", async () => {
    const house = await answeredBy([ANNA, ...OTHERS]);
    await house.press("yes");
    await house.world.work();
    const bytes = await bundleOf(house);
    const report = await judged(bytes);
    expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
    const [act] = report.acts.filter(({ typ }) => typ === "consent.requested");
    expect(act).toMatchObject({ path: `${askedAct}.json`, people: { all: 4, proved: 1 }, evidence: "institution" });
    const subject = report.records[0]?.events[0]?.said.subject;
    expect(act?.details).toContainEqual({ name: "subject", value: subject });
    expect(act?.texts.every((hash) => report.texts.has(hash))).toBe(true);
    expect(act?.texts.length).toBeGreaterThan(1);
    for (const address of [ANNA, ...OTHERS]) expect(textIn(bytes, `${askedAct}.people.json`)).not.toContain(address);
    const told = textIn(bytes, "report.en.html");
    expect(told).toContain("4 people in this entry of the log. This person is one of them");
    expect(told).not.toContain("Whether this person was among those who were asked");
  });

  it("a part of somebody else, moved in or made up, is told apart from a part that is his", async () => {
    const house = await answeredBy([ANNA, ...OTHERS]);
    await house.press("yes");
    await house.press("yes", OTHERS[0]);
    await house.world.work();
    const rows = await house.world.rows("SELECT id FROM consent_record ORDER BY created_at, id");
    const [first, second] = await Promise.all(
      rows.map(({ id }) => personBundle(house.world.deps, { records: [String(id)] })),
    );
    if (!first || !second) throw new Error("no bundle");
    const path = `${askedAct}.people.json`;
    const moved = await judged(forged(first, { [path]: () => textIn(second, path) }));
    expect(moved.findings.filter(({ code }) => code === "people.no_record")).toMatchObject([{ values: { n: 1 } }]);
    expect(moved.verdicts.content.status).toBe("not-checkable");
    const subject = String((await judged(second)).records[0]?.events[0]?.said.subject);
    const mine = String((await judged(first)).records[0]?.events[0]?.said.subject);
    const renamed = forged(first, { [path]: () => textIn(second, path).replace(subject, mine) });
    expect(await wrongs(renamed)).toEqual(["people.not_in_act"]);
  });

  it("every byte of the part flipped in turn is invalid, or about nobody of the bundle", async () => {
    const house = await answeredBy([ANNA, ...OTHERS]);
    await house.press("yes");
    await house.world.work();
    // Without the verifier, which no byte of this depends on: it would be hashed anew for every flip.
    const bytes = forged(await bundleOf(house), { "verify.html": null, "verify.mjs": null });
    const path = `${askedAct}.people.json`;
    const part = new TextEncoder().encode(textIn(bytes, path));
    const believed: number[] = [];
    for (let i = 0; i < part.length; i += 3) {
      const flipped = part.slice();
      flipped[i] = (flipped[i] as number) ^ (1 << (i % 7));
      const found = await verifyBundle(forged(bytes, { [path]: () => flipped }));
      if (!isProblem(found) && found.verdicts.content.status !== "invalid") believed.push(i);
    }
    expect(believed).toEqual([]);
  });

  it("after a withdrawal nobody can tell any more: his key in it is destroyed, and the report says so", async () => {
    const house = await answeredBy([ANNA, ...OTHERS]);
    await house.press("yes");
    await house.world.work();
    await house.press("no");
    await house.world.work();
    const bytes = await bundleOf(house);
    const report = await judged(bytes);
    expect(report.acts).toMatchObject([{ typ: "consent.imported", people: { all: 4, proved: 0 } }]);
    expect(textIn(bytes, "report.en.html")).toContain("Whether this person was among those who were asked");
  });
});
