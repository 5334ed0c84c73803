/** Exports over the desk's pages: asking, progress, the file, telling the recipient, and who may. */
import { describe, expect, it } from "vitest";
import { addressPlace } from "../../../src/domain/people/rules.ts";
import { formsOf } from "../../support/forms.ts";
import type { Browser } from "../../support/people.ts";
import { type Desk, openDesk } from "./campaigns/desk.ts";

const ASKED = {
  column: ["address", "name", "state", "consent"],
  whom: "all",
  recipient: "processor",
  recipientName: "Paraugu druka",
  reason: "Ielūgumu druka, līgums Nr. 4",
};

async function ready(s: Desk, officer: Browser, typed: Record<string, string | string[]> = {}): Promise<string> {
  const asked = await officer.post(`/staff/lists/${s.listId}/export`, { ...ASKED, ...typed });
  expect(asked.status).toBe(303);
  await s.work();
  return asked.headers.get("Location") ?? "";
}

describe("asking", () => {
  it("begins on the page of the list, for whoever may; nothing is ticked but the address", async () => {
    const s = await openDesk();
    await s.people(2);
    const officer = await s.signIn("dpo");
    expect(await (await officer.get(`/staff/lists/${s.listId}`)).text()).toContain(`/staff/lists/${s.listId}/export`);
    const page = await (await officer.get(`/staff/lists/${s.listId}/export`)).text();
    expect(page.match(/name="column"[^>]*checked/g)).toHaveLength(1);
    expect(page).toMatch(/value="address"[^>]*checked/);
    expect(page).not.toMatch(/type="radio"[^>]*checked/);
    const editor = await s.editor.get(`/staff/lists/${s.listId}`);
    expect(await editor.text()).not.toContain("/export");
    for (const path of [`/staff/lists/${s.listId}/export`, "/staff/exports"])
      expect((await s.editor.get(path)).status).toBe(403);
    expect((await s.editor.post(`/staff/lists/${s.listId}/export`, ASKED)).status).toBe(403);
    expect(await s.rows("SELECT count(*) AS n FROM export")).toEqual([{ n: 0 }]);
  });

  it("says everything that is missing at once, and takes no address as a recipient or a reason", async () => {
    const s = await openDesk();
    const officer = await s.signIn("dpo");
    const empty = await officer.post(`/staff/lists/${s.listId}/export`, {});
    expect(empty.status).toBe(422);
    const page = await empty.text();
    for (const field of ["column", "whom", "recipient", "recipientName", "reason"])
      expect(page).toContain(`href="#f-${field}"`);
    const wrong = { ...ASKED, recipientName: "anna@druka.example", reason: "jānosūta anna@druka.example" };
    const told = await (await officer.post(`/staff/lists/${s.listId}/export`, wrong)).text();
    expect(told).toContain("Saņēmēju nosauciet pēc iestādes");
    expect(told).toMatch(/value="processor"[^>]*checked/);
  });
});

describe("the file", () => {
  it("opens in a spreadsheet: marked as UTF-8, parted by semicolons, and no cell runs as a formula", async () => {
    const s = await openDesk();
    await s.people(1);
    const officer = await s.signIn("dpo");
    // Imports refuse such a name; what an older version may have taken must not run either.
    const id = String((await s.rows("SELECT id FROM address"))[0]?.id);
    const opened = JSON.stringify({ address: "cilveks1@pasts.example", name: '=HYPERLINK("x")' });
    const sealed = s.deps.vault.seal(addressPlace(id), opened);
    await s.client.execute({ sql: "UPDATE address SET sealed = ?", args: [sealed] });
    const path = await ready(s, officer);
    const page = await (await officer.get(path)).text();
    expect(page).toContain("Vai izsniegt 1 cilvēka datus?");
    const fetched = await officer.post(`${path}/file`, {});
    expect(fetched.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(fetched.headers.get("content-disposition")).toBe('attachment; filename="saraksts-2026-11-22.csv"');
    const bytes = new Uint8Array(await fetched.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
    expect(head).toBe('"Nr.";"E-pasta adrese";"Vārds";"Vai drīkst rakstīt";"Piekrišana pierādīta"');
    expect(lines).toEqual([`"1";"cilveks1@pasts.example";"'=HYPERLINK(""x"")";"tikai lūgumu piekrist";""`]);
    expect(await (await officer.get(path)).text()).toContain("Saņemt datni vēlreiz");
  });

  it("speaks the language of the desk: commas where that is English", async () => {
    const s = await openDesk();
    await s.people(1);
    const officer = await s.signIn("dpo");
    await officer.get("/staff/?lang=en");
    const path = await ready(s, officer, { column: "address" });
    const text = await (await officer.post(`${path}/file`, {})).text();
    expect(text).toBe('"No.","E-mail address"\r\n"1","cilveks1@pasts.example"\r\n');
  });

  it("is not there for a colleague, nor after its day, nor by GET; a look at its page changes nothing", async () => {
    const s = await openDesk();
    await s.people(1);
    const officer = await s.signIn("dpo");
    const path = await ready(s, officer);
    const colleague = await s.signIn("admin");
    expect(await (await colleague.get(path)).text()).toContain("Datni var saņemt tikai tas, kas to pieprasīja");
    expect((await colleague.post(`${path}/file`, {})).status).toBeGreaterThanOrEqual(400);
    expect((await officer.get(`${path}/file`)).status).toBe(405);
    expect(await s.rows("SELECT fetches FROM export")).toEqual([{ fetches: 0 }]);
    s.clock.pass({ hours: 25 });
    expect(await (await officer.get(path)).text()).toContain("Datni neviens nesaņēma");
    expect((await officer.post(`${path}/file`, {})).status).toBeGreaterThanOrEqual(400);
  });
});

it("ends with the account of whoever asked for it, also while it is still being made", async () => {
  const s = await openDesk();
  await s.people(3);
  const officer = await s.signIn("dpo");
  const admin = await s.signIn("admin");
  await s.signIn("dpo");
  const asked = await officer.post(`/staff/lists/${s.listId}/export`, ASKED);
  const path = asked.headers.get("Location") ?? "";
  expect(await s.rows("SELECT state FROM export")).toEqual([{ state: "making" }]);
  const [row] = await s.rows("SELECT asked_by FROM export");
  const id = String(row?.asked_by).replace("staff:", "");
  const successor = String((await s.rows(`SELECT id FROM user WHERE role = 'dpo' AND id <> '${id}'`))[0]?.id);
  expect((await admin.post(`/staff/staff/${id}/disable`, { successor })).status).toBe(303);
  expect(await s.rows("SELECT state FROM export")).toEqual([{ state: "over" }]);
  // The job that was under way, and the sweep, go no further with it.
  await s.work();
  await s.deps.queue.enqueue({ kind: "recover" });
  await s.work();
  expect(await s.rows("SELECT state FROM export")).toEqual([{ state: "over" }]);
  expect((await officer.post(`${path}/file`, {})).status).toBe(303);
  expect((await admin.post(`${path}/file`, {})).status).toBeGreaterThanOrEqual(403);
  await s.deps.queue.enqueue({ kind: "retain" });
  await s.work();
  expect(await s.rows("SELECT 1 FROM export_person")).toEqual([]);
});

it("whoever left is a task: the numbers of the rows with a text for the recipient, and the outcome", async () => {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  const officer = await s.signIn("dpo");
  const path = await ready(s, officer);
  const rows = (await (await officer.post(`${path}/file`, {})).text()).split("\r\n");
  const number = (n: number) => /^"(\d+)"/.exec(rows.find((row) => row.includes(`cilveks${n}@`)) ?? "")?.[1];
  await s.answer(1, "no");
  await s.answer(3, "no");
  await s.work();
  expect(await (await officer.get("/staff/")).text()).toContain("/staff/exports");
  expect(await (await officer.get("/staff/exports")).text()).toContain("Jāpaziņo saņēmējam");
  const page = await (await officer.get(path)).text();
  const numbers = [number(1), number(3)].map(Number).sort((a, b) => a - b);
  const said = numbers[1] === (numbers[0] ?? 0) + 1 ? numbers.join("–") : numbers.join(", ");
  expect(page).toContain(`rindas ar šādiem numuriem: ${said}.`);
  const form = formsOf(page, path).find(({ action }) => action.endsWith("/told"));
  expect((await officer.post(`${path}/told`, { ...form?.values, reason: "" })).status).toBe(422);
  const told = await officer.post(`${path}/told`, { ...form?.values, outcome: "done", reason: "" });
  expect(told.headers.get("Location")).toBe(`${path}?told`);
  const after = await (await officer.get(path)).text();
  expect(after).not.toContain("rindas ar šādiem numuriem");
  expect(after).toContain("Paziņots");
  await s.check();
});

it("a bundle of proofs that leaves is a disclosure too; the person's own request is none", async () => {
  const s = await openDesk();
  await s.people(1);
  await s.sent();
  await s.answer(1, "yes");
  await s.work();
  const officer = await s.signIn("dpo");
  const person = String((await s.rows("SELECT id FROM person"))[0]?.id);
  const bundle = (ground: string) =>
    officer.post("/staff/proofs/export/person", { person, ground, reason: "Lieta Nr. 7 par vēstulēm" });
  expect((await bundle("request")).status).toBe(200);
  expect(await s.rows("SELECT kind FROM export")).toEqual([]);
  expect((await bundle("authority")).status).toBe(200);
  expect(await s.rows("SELECT kind, recipient, reason, fetches FROM export")).toEqual([
    { kind: "person", recipient: "authority", reason: "authority", fetches: 1 },
  ]);
  const mail = s.mailbox.mails.findLast(({ mail: { headers } }) => headers["List-Unsubscribe"])?.mail;
  const leave = /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  const page = await (await s.browser().post(leave, { scope: "everything" })).text();
  expect(page).toContain("Saņēmējs: cita iestāde");
  await s.work();
  await s.check();
});
