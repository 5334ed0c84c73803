import { describe, expect, it } from "vitest";
import { annulCampaign } from "../../../src/domain/campaigns/ending/annul.ts";
import { postponeEnding } from "../../../src/domain/campaigns/ending/postpone.ts";
import { recordEndingOpinion } from "../../../src/domain/campaigns/ending/record-opinion.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { type Asked, askedPeople, wordsOf } from "../public/asked.ts";

const PEOPLE = Array.from({ length: 6 }, (_, i) => `persona${i}@pasts.example`);

async function press({ world, notice, path }: Asked, address: string, answer: "yes" | "no") {
  const link = path("r", address);
  const page = await (await world.request(link)).text();
  await world.browser().post(link, { answer, notice: notice(page), lang: "lv" });
}
async function answered() {
  const house = await askedPeople(PEOPLE);
  await press(house, PEOPLE[0] as string, "yes");
  await press(house, PEOPLE[1] as string, "no");
  await house.world.work();
  const [row] = await house.world.rows("SELECT id FROM mailing");
  return { ...house, id: String(row?.id) };
}
/** Records of a file: semicolons, every cell quoted. */
const records = (text: string) =>
  text
    .replace("\uFEFF", "")
    .split(/\r\n(?=")|\r\n$/)
    .filter(Boolean)
    .map((line) => line.slice(1, -1).split('";"'));

describe("the report of a campaign", () => {
  it("states question, ground, words with their hashes, decisions with their entries, the balance and the head of the log", async () => {
    const { world, id } = await answered();
    const desk = await world.signIn("auditor");
    const page = await (await desk.get(`/staff/mailings/${id}/report?lang=lv`)).text();
    const words = wordsOf(page);
    const texts = await world.rows("SELECT sha256, body FROM notice WHERE mailing_id = ?", id);
    expect(texts).toHaveLength(2);
    for (const { sha256 } of texts) expect(page).toContain(`href="/privacy/${sha256}"`);
    expect(words).toContain("Jautājums nosūtīts");
    expect(words).toContain("Sakrīt: saņēmēji kopā ir šo skaitļu summa");
    expect(words).toContain("Piekrita 1");
    expect(words).toContain("Atteicās 1");
    expect(words).toContain("Vēl nav atbildes 4");
    expect(words).toContain("Kopā 6");
    expect(words).toContain("Kampaņa vēl nav noslēgta");
    const [head] = await world.rows("SELECT size FROM checkpoint ORDER BY size DESC LIMIT 1");
    expect(words).toContain(`Ieraksti žurnālā ${head?.size}`);
    expect(page).not.toMatch(/\sstyle=|undefined|\[object/);
  });

  it("holds nobody's data, and reading it leaves nothing behind", async () => {
    const { world, id } = await answered();
    const desk = await world.signIn("dpo");
    const both = await Promise.all(
      ["report", "report.csv"].map(async (what) => (await desk.get(`/staff/mailings/${id}/${what}`)).text()),
    );
    for (const { id: person } of await world.rows("SELECT id FROM person"))
      for (const text of both) expect(text).not.toContain(person);
    for (const text of both) expect(text).not.toMatch(/persona\d@/);
    expect(await world.rows("SELECT count(*) AS n FROM read_log")).toEqual([{ n: 0 }]);
  });

  it("is the same as a file: every figure of the page stands in it, and each text whole", async () => {
    const { world, id } = await answered();
    const desk = await world.signIn("editor");
    const file = await desk.get(`/staff/mailings/${id}/report.csv?lang=en`);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const text = await file.text();
    const lines = records(text);
    const value = (section: string, item: string) => lines.find((l) => l[0] === section && l[1] === item)?.[2];
    expect(value("Result", "Recipients in all")).toBe("6");
    expect(value("E-mails sent, by their answer", "Said yes")).toBe("1");
    expect(value("E-mails sent, by their answer", "No answer yet")).toBe("4");
    expect(value("Waves", "The others: Sent")).toBe("6");
    const act = lines.find((l) => l[1] === "Question sent");
    const [event] = await world.rows("SELECT leaf FROM event WHERE typ = 'mailing.sent'");
    expect(act?.[6]).toBe(event?.leaf);
    const leaf = Buffer.from(String(event?.leaf), "base64url").toString("hex");
    const [entry] = await world.rows("SELECT seq FROM log_entry WHERE leaf = unhex(?)", leaf);
    expect(Number(act?.[5])).toBe(Number(entry?.seq) - 1);
    for (const { sha256, body } of await world.rows("SELECT sha256, body FROM notice WHERE mailing_id = ?", id)) {
      expect(text).toContain(`SHA-256 ${sha256}`);
      expect(text).toContain(String(body).replaceAll('"', '""'));
    }
  });

  it("of a draft there is none, and without a desk nobody reads one", async () => {
    const { world, id } = await answered();
    for (const what of ["report", "report.csv"])
      expect((await world.request(`/staff/mailings/${id}/${what}`)).status).not.toBe(200);
    await world.client.execute("UPDATE mailing SET state = 'draft'");
    const desk = await world.signIn("admin");
    expect((await desk.get(`/staff/mailings/${id}/report`)).status).toBe(404);
  });

  it("tells what was said of the end: the new day, the officer on the deletion, the annulment", async () => {
    const { world, id } = await answered();
    const { deps } = world;
    const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
    const officer: StaffActor = { ...admin, id: "dace", role: "dpo" };
    for (const done of [
      await postponeEnding(deps, admin, { id, to: "2026-12-29", reason: "Vēstules pienāca vēlu." }),
      await recordEndingOpinion(deps, officer, { id, verdict: "objects", text: "=SUM(1;2) nav atzinums" }),
      await annulCampaign(deps, admin, { id, reason: "Vēstulē bija kļūdaina saite." }),
    ])
      expect(done).not.toHaveProperty("refused");
    const desk = await world.signIn("auditor");
    const words = wordsOf(await (await desk.get(`/staff/mailings/${id}/report?lang=lv`)).text());
    expect(words).toContain("Termiņš vēstulēs 2026. gada 15. decembris plkst. 23.59");
    expect(words).toContain("Atbildes skaitītas līdz 2026. gada 29. decembrim plkst. 23.59");
    expect(words).toContain("par dzēšanu; iebilst");
    expect(words).toContain("pamatojums: Vēstulē bija kļūdaina saite.");
    expect(words).toMatch(/Anulēts 2026\. gada 22\. novembrī/);
    expect(words).not.toContain("Noslēgts");
    const csv = await (await desk.get(`/staff/mailings/${id}/report.csv?lang=lv`)).text();
    expect(records(csv).every((line) => line.every((cell) => !/^[=+\-@\t\r\n]/.test(cell)))).toBe(true);
    const page = wordsOf(await (await desk.get(`/staff/mailings/${id}?lang=lv`)).text());
    expect(page).toContain("Saņemtās atbildes: 2 no 6. Kampaņa anulēta 2026. gada 22. novembrī");
  });
});
