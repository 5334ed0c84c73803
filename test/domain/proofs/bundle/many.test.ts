import { describe, expect, it } from "vitest";
import { bundleOfMany, partsOfMany } from "../../../../src/domain/proofs/acts/bundle/many.ts";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { readBundle } from "../../../../src/domain/proofs/rules/bundle/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import type { Many } from "../../../../src/domain/proofs/views/many.ts";
import { hex } from "../../../../src/platform/encoding.ts";
import type { World } from "../../../support/world.ts";
import { answeredBy } from "./scene.ts";

const PEOPLE = Array.from({ length: 7 }, (_, i) => `cilveks${i}@pasts.example`);
const TITLE = { title: "Rudens" };

/** Five of seven have answered: three yes, of whom one left later, and two no. */
async function campaign() {
  const house = await answeredBy(PEOPLE);
  const { world } = house;
  for (const i of [0, 1, 2]) await house.press("yes", PEOPLE[i]);
  for (const i of [3, 4]) await house.press("no", PEOPLE[i]);
  await world.work();
  world.clock.pass({ hours: 5 });
  await house.press("no", PEOPLE[0]);
  await world.work();
  const [row] = await world.rows("SELECT id, purpose_id FROM mailing");
  const answers: Many = { kind: "campaign", mailingId: String(row?.id) };
  return { house, world, answers, purposeId: String(row?.purpose_id) };
}
async function whole(world: World, many: Many, part = 1, most?: number): Promise<Uint8Array> {
  const pieces = await bundleOfMany(world.deps, many, TITLE, { part, ...(most && { most }) });
  if (!pieces) throw new Error("no such part");
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}
const read = (bytes: Uint8Array) => {
  const bundle = readBundle(bytes);
  if (isProblem(bundle)) throw new Error(`${bundle.problem} ${bundle.at}`);
  return bundle;
};
const verified = async (bytes: Uint8Array) => {
  const report = await verifyBundle(bytes);
  if (isProblem(report)) throw new Error(report.problem);
  expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
  return report;
};

describe("the bundle of a campaign", () => {
  it("holds the whole record of everybody who answered, later events too, and what the institution did; all of it verifies", async () => {
    const { world, answers } = await campaign();
    expect(await partsOfMany(world.deps, answers)).toEqual({ records: 5, parts: 1 });
    const report = await verified(await whole(world, answers));
    const chains = report.records.map(({ events }) => events.map(({ typ }) => typ.replace("consent.", "")).join(" "));
    expect(chains.sort()).toEqual(["given", "given", "given withdrawn", "refused", "refused"]);
    const acts = report.acts.map(({ typ }) => typ);
    expect(acts).toEqual(expect.arrayContaining(["consent.requested", "mailing.sent", "mailing.opinion-recorded"]));
    expect(report.verdicts.bytes.status).toBe("valid");
  });

  it("names nobody: no address, no network, no program", async () => {
    const { world, answers } = await campaign();
    const { files } = read(await whole(world, answers));
    for (const [path, bytes] of files) {
      const text = new TextDecoder().decode(bytes);
      expect([path, PEOPLE.some((address) => text.includes(address))]).toEqual([path, false]);
    }
    expect([...files.keys()].filter((path) => /disclosures|people/.test(path))).toEqual([]);
    const report = new TextDecoder().decode(files.get("report.lv.html"));
    expect(report).toContain("Kampaņa „Rudens”");
    const [people, acts] = report.match(/<table class="many">[\s\S]*?<\/table>/g) ?? [];
    expect(people?.match(/<td class="num" data-head="Notikumi">/g)).toHaveLength(5);
    expect(acts).toContain("<td>Izvēlēti cilvēki, kam uzdot jautājumu</td>");
  });

  it("is the same bytes every time, and in parts every record stands in exactly one", async () => {
    const { world, answers } = await campaign();
    const first = await whole(world, answers);
    world.clock.pass({ hours: 9 });
    expect(hex(await whole(world, answers))).toBe(hex(first));
    expect(await partsOfMany(world.deps, answers, 2)).toEqual({ records: 5, parts: 3 });
    const recs: string[] = [];
    for (const part of [1, 2, 3])
      recs.push(...(await verified(await whole(world, answers, part, 2))).records.map(({ rec }) => rec));
    expect([recs.length, new Set(recs).size]).toEqual([5, 5]);
    expect(recs).toEqual([...recs].sort());
    for (const part of [0, 4])
      expect(await bundleOfMany(world.deps, answers, TITLE, { part, most: 2 })).toBeUndefined();
  });
});

describe("the bundle of a purpose between two moments", () => {
  it("holds the records with an event in that time, whole", async () => {
    const { world, purposeId } = await campaign();
    const [{ at: last } = { at: 0 }] = await world.rows(
      "SELECT max(at) AS at FROM event WHERE typ = 'consent.withdrawn'",
    );
    const only: Many = { kind: "purpose", purposeId, from: Number(last), to: Number(last) + 1 };
    expect(await partsOfMany(world.deps, only)).toEqual({ records: 1, parts: 1 });
    const report = await verified(await whole(world, only));
    expect(report.records.map(({ events }) => events.map(({ typ }) => typ))).toEqual([
      ["consent.given", "consent.withdrawn"],
    ]);
    const all: Many = { kind: "purpose", purposeId, from: 0, to: Number(last) + 1 };
    expect(await partsOfMany(world.deps, all)).toEqual({ records: 5, parts: 1 });
    const before: Many = { kind: "purpose", purposeId, from: 0, to: 1 };
    expect(await partsOfMany(world.deps, before)).toEqual({ records: 0, parts: 0 });
    expect(await bundleOfMany(world.deps, before, TITLE, { part: 1 })).toBeUndefined();
  });
});
