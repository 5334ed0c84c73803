import { describe, expect, it } from "vitest";
import { isProblem } from "../../../src/domain/proofs/rules/bundle/problem.ts";
import { partsOfReceipt } from "../../../src/domain/proofs/rules/receipt/read.ts";
import { verifyBundle } from "../../../src/domain/proofs/rules/verify/verify.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import type { World } from "../../support/world.ts";
import { type Asked, askedPeople, wordsOf } from "./asked.ts";

const ANNA = "anna@pasts.example";

async function answer({ world, path, notice }: Asked, answer: "yes" | "no") {
  const link = path("r", ANNA);
  const page = await (await world.request(link)).text();
  return world.browser().post(link, { answer, notice: notice(page), lang: "lv" });
}
const linkIn = (page: string) => /href="(\/u\/[A-Za-z0-9_-]{71}\/receipt)"/.exec(page)?.[1] ?? "";
async function verdict(text: string) {
  const report = await verifyBundle(utf8(text));
  if (isProblem(report)) throw new Error(report.problem);
  return report;
}
const changes = (world: World) => world.rows("SELECT total_changes() AS n");

describe("the receipt file of a no", () => {
  it("is offered on the page after the press, is ready when the log is sealed, and verifies without us", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    await answer(house, "yes");
    await world.work();
    world.clock.pass({ hours: 1 });
    const certificate = await (await answer(house, "no")).text();
    const link = linkIn(certificate);
    expect(wordsOf(certificate)).toContain("Vēstuli ar apliecinājumu nesūtām");
    const soon = await world.request(link);
    expect([soon.status, wordsOf(await soon.text()).includes("Datne būs gatava pēc brīža")]).toEqual([202, true]);
    await world.work();
    const before = await changes(world);
    const file = await world.request(link);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="receipt-[0-9a-f]{8}\.json"$/);
    expect(file.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(file.headers.get("cache-control")).toBe("no-store");
    const text = await file.text();
    const report = await verdict(text);
    expect(report.verdicts.bytes).toEqual({ status: "valid", evidence: "holder" });
    expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(report.records[0]?.events.map(({ typ }) => typ)).toEqual(["consent.given", "consent.withdrawn"]);
    expect(text).not.toContain(ANNA);
    expect(partsOfReceipt(utf8(text))?.records[0]?.disclosures).toEqual([]);
    expect(await changes(world)).toEqual(before);
    await world.check();
  });

  it("is the same by the link of the question and by the one to leave, also by HEAD, and every time", async () => {
    const house = await askedPeople([ANNA]);
    const { world, path } = house;
    await answer(house, "no");
    await world.work();
    const text = async (link: string) => (await world.request(`${link}/receipt`)).text();
    const [first] = [await text(path("r", ANNA))];
    expect(JSON.parse(first)["@type"]).toEqual(["dpv:ConsentReceipt"]);
    expect(await text(path("u", ANNA))).toBe(first);
    world.clock.pass({ days: 30 });
    expect(await text(path("r", ANNA))).toBe(first);
    expect((await world.request(`${path("r", ANNA)}/receipt`, { method: "HEAD" })).status).toBe(200);
  });

  it("is offered by the old link after one-click, which showed no page", async () => {
    const house = await askedPeople([ANNA]);
    const { world, path } = house;
    await world.request(path("u", ANNA), {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    await world.work();
    const page = await (await world.request(`${path("u", ANNA)}?lang=lv`)).text();
    expect(wordsOf(page)).toContain("Jūs jau atteicāties");
    const text = await (await world.request(linkIn(page))).text();
    const report = await verdict(text);
    expect(report.records[0]?.events.map(({ typ, evidence }) => [typ, evidence])).toEqual([
      ["consent.refused", "holder"],
    ]);
  });

  it("is there while somebody is held for another list, and still without the address", async () => {
    const house = await askedPeople([ANNA], [ANNA]);
    const { world, path } = house;
    await answer(house, "no");
    await world.work();
    const file = await world.request(`${path("r", ANNA)}/receipt`);
    expect([file.status, (await file.text()).includes(ANNA)]).toEqual([200, false]);
  });

  it("is not there of a yes, of silence, of a proof that was destroyed, nor for a link that is not ours", async () => {
    const house = await askedPeople([ANNA]);
    const { world, path } = house;
    const status = async (link: string) => (await world.request(`${link}/receipt`)).status;
    expect(await status(path("r", ANNA))).toBe(404);
    await answer(house, "yes");
    await world.work();
    const page = await world.request(`${path("u", ANNA)}/receipt`);
    expect([page.status, wordsOf(await page.text()).includes("Apliecinājumu par „jā” sūtām vēstulē")]).toEqual([
      404,
      true,
    ]);
    await answer(house, "no");
    await world.work();
    const link = path("u", ANNA);
    expect(await status(link)).toBe(200);
    await world.client.executeMultiple(
      "DELETE FROM link_tag; UPDATE event SET record_id = NULL WHERE record_id IS NOT NULL; DELETE FROM consent_record",
    );
    expect(await status(link)).toBe(404);
    expect(await status(`/u/${"A".repeat(71)}`)).toBe(404);
    expect(await status("/u/izmeginajums")).toBe(200);
    expect((await world.browser().post(`${link}/receipt`, {})).status).toBe(405);
  });
});
