import { describe, expect, it } from "vitest";
import { personBundle } from "../../../../src/domain/proofs/acts/bundle/person.ts";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { readBundle } from "../../../../src/domain/proofs/rules/bundle/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { hex } from "../../../../src/platform/encoding.ts";
import { unknownTerms } from "../dpv/vocabulary.ts";
import { ANNA, type Answered, answered } from "./scene.ts";

const filesOf = (bytes: Uint8Array) => {
  const read = readBundle(bytes);
  if (isProblem(read)) throw new Error(read.problem);
  return read.files;
};
const textIn = (bytes: Uint8Array, path: string) => new TextDecoder().decode(filesOf(bytes).get(path));
const bundleOf = async ({ world, record }: Answered, email?: string) => {
  const bytes = await personBundle(world.deps, { records: [await record()], email });
  if (!bytes) throw new Error("no bundle");
  return bytes;
};

describe("the bundle of one person", () => {
  it("verifies: the bytes and the content, with the text that was shown and the record that follows from the events", async () => {
    const house = await answered("yes", "no");
    const bytes = await bundleOf(house);
    const report = await verifyBundle(bytes);
    if (isProblem(report)) throw new Error(report.problem);
    expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(report.verdicts.bytes).toEqual({ status: "valid", evidence: "holder" });
    expect(report.records[0]?.events.map((e) => e.typ)).toEqual(["consent.given", "consent.withdrawn"]);
    expect([...filesOf(bytes).keys()]).toEqual(
      expect.arrayContaining([
        "README.txt",
        "report.lv.html",
        "report.en.html",
        "policy.txt",
        "record.jsonld",
        "verify.html",
        "verify.mjs",
      ]),
    );
    expect(unknownTerms(JSON.parse(textIn(bytes, "record.jsonld")))).toEqual([]);
  });

  it("of the same rows is the same bytes", async () => {
    const house = await answered("yes");
    const first = await bundleOf(house, ANNA);
    house.world.clock.pass({ hours: 30 });
    expect(hex(await bundleOf(house, ANNA))).toBe(hex(first));
  });

  it("discloses the address only to whoever brings it, and the circumstances while they are kept", async () => {
    const house = await answered("yes");
    expect(textIn(await bundleOf(house, ANNA), "report.lv.html")).toContain(ANNA);
    const without = await bundleOf(house);
    for (const [path, file] of filesOf(without))
      expect([path, new TextDecoder().decode(file).includes(ANNA)]).toEqual([path, false]);
    expect(textIn(without, "disclosures.txt").trim().split("\n").length).toBeGreaterThan(0);
    expect(filesOf(await bundleOf(house, "cita@pasts.example")).size).toBe(filesOf(without).size);
  });

  it("after a withdrawal holds nothing personal of its own, and opens to the address all the same", async () => {
    const house = await answered("yes", "no");
    const sealed = await bundleOf(house);
    expect(filesOf(sealed).has("disclosures.txt")).toBe(false);
    expect(textIn(sealed, "report.lv.html")).toMatch(/iznīcinātas? vai nav pievienota/);
    const opened = await verifyBundle(await bundleOf(house, ANNA));
    if (isProblem(opened)) throw new Error(opened.problem);
    expect(opened.records[0]?.events.flatMap((e) => e.details.map(({ name }) => name))).toEqual(["email", "email"]);
  });

  it("says in the first line of its report who stands behind it, in both languages", async () => {
    const bytes = await bundleOf(await answered("yes"));
    const first = (path: string) => /<main>\s*<p class="vouched">([^<]+)</.exec(textIn(bytes, path))?.[1] ?? "";
    expect(first("report.lv.html")).toMatch(/^Atbildi deva tas, kam bija saite/);
    expect(first("report.en.html")).toMatch(/^The answer was given by whoever held the link/);
  });

  it("says how the record ends before it tells its events, and in every report that the truth of it is not shown", async () => {
    const bytes = await bundleOf(await answered("yes", "no"));
    const report = textIn(bytes, "report.en.html");
    expect(report).toMatch(/Last event: <strong>Consent withdrawn<\/strong>[\s\S]*<h3>1\. Consent given/);
    expect(report).toContain("Whether everything really happened as the institution recorded it.");
    expect(report).toContain("https://jaunumi.ministrija.example/log/keys");
  });

  it("of somebody whom only an import brought is the institution's statement, and opens his part in it", async () => {
    const { world } = await answered();
    const [row] = await world.rows("SELECT person_id FROM subscription WHERE person_id IS NOT NULL");
    const bytes = await personBundle(world.deps, { records: [], personId: String(row?.person_id), email: ANNA });
    const report = await verifyBundle(bytes ?? new Uint8Array());
    if (isProblem(report)) throw new Error(report.problem);
    expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(report.verdicts.bytes).toEqual({ status: "valid", evidence: "institution" });
    expect(report.acts.map(({ typ }) => typ)).toEqual(["consent.imported", "consent.requested"]);
    expect(report.acts[0]?.details).toContainEqual(expect.objectContaining({ name: "email", value: ANNA }));
    expect(textIn(bytes ?? new Uint8Array(), "report.en.html")).toContain(
      '<p class="vouched">The institution stated this.',
    );
  });

  it("is not made of nothing", async () => {
    const { world } = await answered("yes");
    expect(await personBundle(world.deps, { records: ["00000000-0000-4000-8000-000000000000"] })).toBeUndefined();
  });
});
