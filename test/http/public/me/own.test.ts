import { describe, expect, it } from "vitest";
import { isProblem } from "../../../../src/domain/proofs/rules/bundle/problem.ts";
import { partsOfReceipt } from "../../../../src/domain/proofs/rules/receipt/read.ts";
import { verifyBundle } from "../../../../src/domain/proofs/rules/verify/verify.ts";
import { utf8 } from "../../../../src/platform/encoding.ts";
import { answeredBy } from "../../../domain/proofs/bundle/scene.ts";
import type { Browser } from "../../../support/people.ts";
import { askedPeople, wordsOf } from "../asked.ts";
import { enter } from "./visitor.ts";

const [ANNA, JANIS] = ["anna@pasts.example", "janis@pasts.example"];

const read = async (browser: Browser, path = "/me?lang=lv") => (await browser.get(path)).text();
const files = (page: string) =>
  [...page.matchAll(/href="(\/me\/proofs\/[0-9a-f-]{36})"/g)].map(([, path = ""]) => path);
async function verdict(file: Uint8Array) {
  const report = await verifyBundle(file);
  if (isProblem(report)) throw new Error(report.problem);
  return report;
}

describe("the page of somebody who is on our lists", () => {
  it("names his address, his lists with the way out of each, what is recorded with its file, and his other rights", async () => {
    const { world } = await answeredBy([ANNA, JANIS], "yes");
    const hers = await enter(world, ANNA);
    const page = await read(hers);
    const words = wordsOf(page);
    expect(words).toContain(ANNA);
    expect(words).not.toContain(JANIS);
    expect(words).toContain("Nedēļas apskats Saņemat Nolūks:");
    expect(words).toContain("piekrišana dota");
    expect(words).toContain("Saraksts: „Nedēļas apskats”");
    expect(words).toContain("Iepriekšējās sistēmas eksports");
    expect(words).not.toContain("Atzīmes, lai Jums nerakstītu");
    expect(page).toContain('href="/log/verify"');
    expect(page).not.toMatch(/\sstyle=|<script(?![^>]*src=)/);
    // The way out is the page that every mail leads to; only a press there changes anything.
    const out = /href="(\/u\/[A-Za-z0-9_-]{71})"/.exec(page)?.[1] ?? "";
    expect(wordsOf(await read(world.browser(), out))).toContain("Nedēļas apskats");
    expect(wordsOf(await read(hers, "/me?lang=en"))).toContain("My proofs");
    await world.check();
  });

  it("tells of a list without a proved consent that nothing but the question may come", async () => {
    const { world } = await askedPeople([ANNA]);
    const words = wordsOf(await read(await enter(world, ANNA)));
    expect(words).toContain("Pierādījuma par Jūsu piekrišanu nav");
    expect(words).not.toContain("Saņemat");
  });

  it("changes nothing, is kept by no cache, and is nobody's but his", async () => {
    const { world } = await answeredBy([ANNA, JANIS], "yes");
    const [hers, his] = [await enter(world, ANNA), await enter(world, JANIS)];
    const before = await world.rows("SELECT total_changes() AS n");
    for (const method of ["GET", "HEAD"]) {
      const answer = await hers.send("/me", { method });
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    }
    const [file = ""] = files(await read(hers));
    expect((await hers.get(file)).headers.get("cache-control")).toBe("no-store");
    for (const path of [file, `${file}/receipt`]) {
      expect((await his.get(path)).status).toBe(404);
      const stranger = await world.browser().get(path);
      expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/me"]);
    }
    expect((await hers.get("/me/proofs/nekas")).status).toBe(404);
    expect(await world.rows("SELECT total_changes() AS n")).toEqual(before);
  });

  it("hands out the proof as a bundle and as a receipt; both verify without us and disclose his address", async () => {
    const { world } = await answeredBy([ANNA], "yes");
    const hers = await enter(world, ANNA);
    const [path = ""] = files(await read(hers));
    const bundle = await hers.get(path);
    expect(bundle.headers.get("content-type")).toBe("application/zip");
    expect(bundle.headers.get("content-disposition")).toMatch(/^attachment; filename="proof-[0-9a-f]{8}\.zip"$/);
    const whole = await verdict(new Uint8Array(await bundle.arrayBuffer()));
    expect(whole.verdicts.bytes).toEqual({ status: "valid", evidence: "holder" });
    const receipt = await hers.get(`${path}/receipt`);
    expect(receipt.headers.get("content-disposition")).toMatch(/^attachment; filename="receipt-[0-9a-f]{8}\.json"$/);
    const text = await receipt.text();
    expect((await verdict(utf8(text))).verdicts.bytes.status).toBe("valid");
    expect(partsOfReceipt(utf8(text))?.records[0]?.disclosures).toHaveLength(1);
  });

  it("offers the file when the log is signed, and says so until then", async () => {
    const { world, press } = await answeredBy([ANNA]);
    const hers = await enter(world, ANNA);
    await press("yes");
    const page = await read(hers);
    expect([files(page), wordsOf(page).includes("Datne būs gatava pēc brīža")]).toEqual([[], true]);
    const [{ id } = { id: "" }] = (await world.rows("SELECT id FROM consent_record")) as { id: string }[];
    for (const path of [`/me/proofs/${id}`, `/me/proofs/${id}/receipt`])
      expect((await hers.get(path)).status).toBe(202);
    await world.work();
    expect(files(await read(hers))).toHaveLength(1);
  });
});

describe("the page of somebody who left", () => {
  it("shows the sealed proof with its end, the mark, and no list; his files verify and hold his address", async () => {
    const { world } = await answeredBy([ANNA, JANIS], "yes", "no");
    expect(await world.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 1 }]);
    const hers = await enter(world, ANNA);
    const page = await read(hers);
    const words = wordsOf(page);
    expect(words).toContain(`Adreses ${ANNA} nav nevienā mūsu sarakstā`);
    expect(words).toContain("piekrišana dota");
    expect(words).toContain("piekrišana atsaukta");
    expect(words).toMatch(/Pierādījumu glabāsim līdz 20\d\d\. gada/);
    expect(words).toMatch(/2026\. gada 22\. novembra atzīme: nolūkam „[^”]+” nerakstām/);
    expect(page).not.toContain('href="/u/');
    const [path = ""] = files(page);
    const file = new Uint8Array(await (await hers.get(path)).arrayBuffer());
    const report = await verdict(file);
    expect(report.records[0]?.events.map(({ typ }) => typ)).toEqual(["consent.given", "consent.withdrawn"]);
    expect(report.records[0]?.events[0]?.details).toContainEqual(
      expect.objectContaining({ name: "email", value: ANNA }),
    );
    // Looking brings nobody back, and the address goes with the visit.
    expect(await world.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 1 }]);
    await hers.post("/me/sign-out", {});
    expect(await world.rows("SELECT count(*) AS n FROM intake")).toEqual([{ n: 0 }]);
    await world.check();
  });

  it("is not another's: the sealed proof is found by its own address only", async () => {
    const { world } = await answeredBy([ANNA, JANIS], "no");
    const his = await enter(world, JANIS);
    expect(files(await read(his))).toEqual([]);
    const [{ id } = { id: "" }] = (await world.rows("SELECT id FROM consent_record")) as { id: string }[];
    expect((await his.get(`/me/proofs/${id}`)).status).toBe(404);
  });
});
