import { describe, expect, it } from "vitest";
import { handleJob } from "../../../src/runtime/consume.ts";
import { type Asked, askedPeople, wordsOf } from "../public/asked.ts";

const PEOPLE = Array.from({ length: 12 }, (_, i) => `persona${i}@pasts.example`);

async function press({ world, notice, path }: Asked, address: string, answer: "yes" | "no") {
  const link = path("r", address);
  const page = await (await world.request(link)).text();
  await world.browser().post(link, { answer, notice: notice(page), lang: "lv" });
}

/** A campaign of which three answered on the first day, two on the second. */
async function watched() {
  const house = await askedPeople(PEOPLE);
  const { world } = house;
  const pass = async (hours: number) => {
    world.clock.pass({ hours });
    await handleJob(world.deps, { kind: "readings" });
  };
  await handleJob(world.deps, { kind: "readings" });
  for (const who of PEOPLE.slice(0, 3)) await press(house, who, "yes");
  await pass(1);
  await pass(23);
  for (const who of PEOPLE.slice(3, 5)) await press(house, who, "no");
  await pass(24);
  const [row] = await world.rows("SELECT id FROM mailing");
  return { ...house, id: String(row?.id) };
}

describe("answers over time", () => {
  it("are read by the clock, whole each time, and not when nothing is due", async () => {
    const { world } = await watched();
    const count = async () => Number((await world.rows("SELECT count(*) AS n FROM mailing_reading"))[0]?.n);
    const before = await count();
    expect(before).toBe(4);
    await handleJob(world.deps, { kind: "readings" });
    expect(await count()).toBe(before);
    const rows = (await world.rows("SELECT numbers FROM mailing_reading ORDER BY at")).map((r) =>
      JSON.parse(String(r.numbers)),
    );
    expect(rows.map((r) => [r.sent, r.yes, r.no, r.bounced, r.silent])).toEqual([
      [12, 0, 0, 0, 12],
      [12, 3, 0, 0, 9],
      [12, 3, 0, 0, 9],
      [12, 3, 2, 0, 7],
    ]);
    await world.check();
    await world.client.execute("UPDATE mailing SET state = 'closed'");
    world.clock.pass({ days: 1 });
    await handleJob(world.deps, { kind: "readings" });
    expect(await count()).toBe(before);
  });

  it("are drawn, told in words, and stand in a table and a file with the same figures", async () => {
    const { world, id } = await watched();
    const desk = await world.signIn("auditor");
    const page = await (await desk.get(`/staff/mailings/${id}?lang=lv`)).text();
    const figure = /<figure class="desk-chart"[\s\S]*?<\/figure>/.exec(page)?.[0] ?? "";
    expect(figure).toContain('role="img"');
    expect(figure).not.toMatch(/style=|NaN|undefined|Infinity/);
    expect([...figure.matchAll(/<path class="fill-/g)]).toHaveLength(4);
    expect(wordsOf(figure)).toContain("nosūtītas 12, piekrita 3, atteicās 2, atgrieztas 0, bez atbildes 7");
    const table = /<caption>Skaitļi pa dienām<\/caption>[\s\S]*?<\/table>/.exec(page)?.[0] ?? "";
    expect(wordsOf(table)).toContain("24.11.2026., tagad 3 2 0 7 0");
    const file = await desk.get(`/staff/mailings/${id}/over-time.csv`);
    expect(file.headers.get("content-type")).toContain("text/csv");
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^"2026-11-24";"[^"]+";"12";"0";"12";"3";"2";"0";"7";"0"/);
  });

  it("say that there is nothing yet, and belong to nobody without a desk", async () => {
    const house = await askedPeople([PEOPLE[0] as string]);
    const [row] = await house.world.rows("SELECT id FROM mailing");
    await house.world.client.execute("UPDATE message SET state = 'planned', sent_at = NULL");
    const desk = await house.world.signIn("editor");
    const page = await (await desk.get(`/staff/mailings/${row?.id}?lang=lv`)).text();
    expect(wordsOf(page)).toContain("Pirmie skaitļi būs redzami");
    expect((await house.world.request(`/staff/mailings/${row?.id}/over-time.csv`)).status).not.toBe(200);
  });
});
