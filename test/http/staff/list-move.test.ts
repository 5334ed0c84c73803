import { expect, it } from "vitest";
import { askedPeople, wordsOf } from "../public/asked.ts";

const ANNA = "anna@pasts.example";
const OWN = "00000000-0000-4000-8000-000000000001";
const REASON = "Ar 2026. gada nolikumu tas ir iestādes uzdevums.";

it("a head moves a newsletter to a public task with a reason; then the desk leads to the notice, and an old link to the way out", async () => {
  const { world, path } = await askedPeople([ANNA, "janis@pasts.example"]);
  await world.client.execute("UPDATE mailing SET state='cancelled'");
  const [list] = await world.rows("SELECT id FROM list WHERE kind='newsletter' ORDER BY created_at LIMIT 1");
  const at = `/staff/lists/${list?.id}`;
  const desk = await world.signIn("head");
  const read = async (page: string) => wordsOf(await (await desk.get(`${page}?lang=lv`)).text());
  expect(await read(at)).toContain("Pārcelt uz uzdevumu sabiedrības interesēs");
  expect(await read(`${at}/move`)).toContain("Nav nolūka, uz kuru pārcelt");
  await world.client.execute(
    `INSERT INTO purpose (id, slug, state, basis, sheet, version, created_at, updated_at)
     SELECT '${OWN}', 'own', 'active', 'e', sheet, 1, created_at, updated_at FROM purpose WHERE basis='e' LIMIT 1`,
  );
  const send = (fields: Record<string, string>) => desk.post(`${at}/move?lang=lv`, { version: "1", ...fields });
  const refused = await send({ purposeId: OWN, reason: "Tāpēc." });
  expect(refused.status).toBe(422);
  expect(wordsOf(await refused.text())).toContain("Saraksts nav pārcelts");
  const done = await send({ purposeId: OWN, reason: REASON });
  expect(done.headers.get("location")).toBe(`${at}?moved`);
  const page = await read(at);
  expect(page).toContain("Informatīvais saraksts");
  expect(page).toContain(REASON);
  expect(page).not.toContain("Pārcelt uz uzdevumu");

  const editor = await world.signIn("editor");
  const begun = await editor.post("/staff/mailings/new", { listId: String(list?.id), title: "Paziņojums" });
  const draft = await (await editor.get(begun.headers.get("location") ?? "")).text();
  expect(draft).toContain(REASON);
  const words = wordsOf(draft);
  expect(words).toContain("Kāpēc mainās pamats");
  expect(words).toContain("Diena, līdz kurai gaidām iebildumus");
  expect(words).toContain("turpmāk sūtīsim, pildot mums uzticētu uzdevumu");
  expect(words).not.toContain("Kāpēc jautājam");

  const link = await world.request(path("r", ANNA));
  expect(link.status).toBe(303);
  const out = await world.request(link.headers.get("location") ?? "");
  expect(out.status).toBe(200);
  expect(await out.text()).toMatch(/<form[^>]* action="\/u\//);
  await world.check();
});

it("nobody else sees the way, and a list with proven people stays", async () => {
  const { world, path, notice } = await askedPeople([ANNA]);
  const page = await (await world.request(path("r", ANNA))).text();
  await world.browser().post(path("r", ANNA), { answer: "yes", notice: notice(page), lang: "lv" });
  const [list] = await world.rows("SELECT id FROM list WHERE kind='newsletter' ORDER BY created_at LIMIT 1");
  const at = `/staff/lists/${list?.id}/move?lang=lv`;
  for (const role of ["editor", "dpo", "auditor"] as const)
    expect((await (await world.signIn(role)).get(at)).status).toBe(403);
  const shown = wordsOf(await (await (await world.signIn("head")).get(at)).text());
  expect(shown).toContain("1 cilvēka piekrišana ir pierādīta");
});
