/** The desk's pages on suppression: counts and acts, and no address on any of them. */
import { expect, it } from "vitest";
import type { Browser } from "../../support/people.ts";
import { createWorld, type World } from "../../support/world.ts";

const HOME = "/staff/suppression";
const ANNA = "anna@pasts.example";
const given = { scope: "*", source: "Vecā sistēma", reason: "withdrawn", proven: "keep" };

const text = async (answer: Promise<Response> | Response) => (await answer).text();
const tags = async (world: World) => world.rows("SELECT scope, reason FROM suppression");

async function bring(desk: Browser, file: string, more: Record<string, string> = {}) {
  const name = file.startsWith("{") ? "list.json" : "list.csv";
  return desk.post(`${HOME}/lists`, { ...given, ...more, text: "", file: new File([file], name) });
}

it("a list goes from the file through its numbers to marks, and the page then says how many", async () => {
  const world = await createWorld();
  const desk = await world.signIn("editor");
  expect(await text(desk.get(HOME))).toContain("Nevienas atzīmes vēl nav");
  expect((await desk.get(`${HOME}/lists/new`)).status).toBe(200);
  const sent = await bring(desk, `email,reason\n${ANNA},bounce\nberta@pasts.example,complaint\nnobody,bounce\n`);
  expect(sent.status).toBe(303);
  const own = sent.headers.get("location") ?? "";
  const check = await text(desk.get(own));
  expect(check).toContain("Jaunas atzīmes");
  expect(check).toContain("Rindas: 4.");
  expect(check).not.toContain(ANNA);
  expect(await tags(world)).toEqual([]);
  expect((await desk.post(`${own}/run`, {})).headers.get("location")).toBe(own);
  expect(await text(desk.get(own))).toContain("<progress");
  await world.work();
  expect(await text(desk.get(own))).toContain("Saraksts ir pievienots");
  expect((await tags(world)).map((t) => t.reason).sort()).toEqual(["bounced", "complained"]);
  const home = await text(desk.get(HOME));
  for (const word of ["Adrese nedarbojas", "Sūdzējās par vēstuli", "Vecā sistēma", "Visiem nolūkiem"])
    expect(home).toContain(word);
  expect((await desk.get(own, { "HX-Request": "true" })).headers.get("HX-Refresh")).toBe("true");
  await world.check();
});

it("pasted addresses will do, and are not shown again when something is wrong", async () => {
  const world = await createWorld();
  const desk = await world.signIn("dpo");
  const no = await desk.post(`${HOME}/lists`, { ...given, source: "", text: `${ANNA}\n` });
  expect(no.status).toBe(422);
  const page = await text(no);
  expect(page).toContain("Saraksts nav nolasīts");
  expect(page).not.toContain(ANNA);
  const sent = await desk.post(`${HOME}/lists`, { ...given, text: `${ANNA}\n` });
  const own = sent.headers.get("location") ?? "";
  expect((await desk.post(`${own}/drop`, {})).headers.get("location")).toBe(own);
  expect(await text(desk.get(own))).toContain("Saraksts ir atmests");
  expect((await desk.post(`${own}/run`, {})).status).toBe(422);
});

it("one address is added and looked up by POST, answered in words, and stands on no page and in no log line", async () => {
  const world = await createWorld();
  const desk = await world.signIn("editor");
  const add = { address: ANNA, scope: "*", reason: "never", source: "Tiesas lēmums" };
  const done = await text(desk.post(`${HOME}/add`, add));
  expect(done).toContain("Atzīme ir pievienota");
  expect(await text(desk.post(`${HOME}/add`, add))).toContain("Atzīme jau bija");
  const found = await text(desk.post(`${HOME}/look-up`, { address: ANNA }));
  expect(found).toContain("Uz šo adresi ir nesūtīšanas atzīme");
  expect(found).toContain("Vairs nekad nerakstīt");
  expect(await text(desk.post(`${HOME}/look-up`, { address: "x@pasts.example" }))).toContain("nesūtīšanas atzīmes nav");
  expect((await desk.post(`${HOME}/look-up`, { address: "x" })).status).toBe(422);
  for (const page of [done, found]) expect(page).not.toContain(ANNA);
  expect(world.lines.join("\n")).not.toContain("@pasts");
  const looks = await world.rows(
    "SELECT outcome FROM read_log WHERE act='suppression.look-up' AND outcome <> 'refused'",
  );
  // Two looks, and the second adding, which answered that there was a tag already.
  expect(looks.length).toBe(3);
  await world.check();
});

it("what is due says what becomes of it, and the officer decides with a reason", async () => {
  const world = await createWorld();
  const editor = await world.signIn("editor");
  await bring(editor, `${ANNA}\nberta@pasts.example\n`).then(async (sent) => {
    await editor.post(`${sent.headers.get("location")}/run`, {});
  });
  await world.work();
  await world.client.execute("UPDATE suppression SET review_day = date('now', '-1 day')");
  const today = new Date(world.clock.now()).toISOString().slice(0, 10);
  await world.client.execute({ sql: "UPDATE suppression SET review_day = ?", args: [today] });
  const officer = await world.signIn("dpo");
  const home = await text(officer.get(HOME));
  expect(home).toContain("Gaida lēmumu");
  expect(home).toContain("Dzēsīsim ");
  expect(await text(editor.get(HOME))).toContain("Izlemj darbinieks ar datu aizsardzības");
  expect((await editor.get(`${HOME}/review?scope=*&reason=withdrawn`)).status).toBe(403);
  expect((await officer.get(`${HOME}/review?scope=*&reason=withdrawn`)).status).toBe(200);
  const decision = { scope: "*", reason: "withdrawn", n: "2", decision: "prolong", months: "24", note: "" };
  expect((await officer.post(`${HOME}/review`, decision)).status).toBe(422);
  const done = await officer.post(`${HOME}/review`, { ...decision, note: "Jaunumus sūtām joprojām" });
  expect(done.headers.get("location")).toBe(`${HOME}?decided`);
  await world.work();
  const after = await text(officer.get(`${HOME}?decided`));
  expect(after).toContain("Jaunumus sūtām joprojām");
  expect(after).toContain("2 no 2");
  await world.check();
});

it("the nightly look stands on the page, and what it finds leads to the people", async () => {
  const world = await createWorld();
  const desk = await world.signIn("editor");
  expect(await text(desk.get(HOME))).toContain("Pārbaude vēl nav bijusi");
  await world.deps.queue.enqueue({ kind: "suppression-sweep" });
  await world.work();
  expect(await text(desk.get(HOME))).toContain("Neviena no tām nav sarakstā pretēji atzīmei");
});

it("whoever may not, does not see it, and nobody can lift a mark", async () => {
  const world = await createWorld();
  const press = await world.signIn("press");
  expect((await press.get(HOME)).status).toBe(403);
  const auditor = await world.signIn("auditor");
  const page = await text(auditor.get(HOME));
  expect(page).toContain("Darbinieks atzīmi noņemt nevar");
  expect(page).not.toContain(`${HOME}/add`);
  for (const path of [`${HOME}/add`, `${HOME}/lists/new`, `${HOME}/review?scope=*&reason=never`])
    expect((await auditor.get(path)).status).toBe(403);
  expect((await bring(auditor, `${ANNA}\n`)).status).toBe(403);
});

it("why proofs and marks are kept is decided before anything real is sent, and stands in the privacy notice", async () => {
  const world = await createWorld();
  const officer = await world.signIn("dpo");
  Object.assign(world.deps.config, { mode: "production" });
  expect(await text(officer.get("/staff/"))).toContain("Nav izlemts, kāpēc glabājam");
  const page = await text(officer.get("/staff/settings/keeping"));
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
  const reviewer = /<option value="([^"]+)"/.exec(page.slice(page.indexOf("proof.reviewer")))?.[1] ?? "";
  expect(page).toContain("Pierādījumu un atzīmju glabāšana");
  const sheet = (kept: string) => ({
    [`${kept}.purpose.lv`]: `Nolūks ${kept}`,
    [`${kept}.purpose.en`]: `Purpose ${kept}`,
    [`${kept}.basis`]: "claims",
    [`${kept}.ground.lv`]: `Pamats ${kept}`,
    [`${kept}.ground.en`]: `Ground ${kept}`,
    [`${kept}.reviewer`]: reviewer,
  });
  const all = { version, ...sheet("proof"), ...sheet("tag") };
  const no = await officer.post("/staff/settings/keeping", {
    ...all,
    "tag.reviewer": "nobody",
    "proof.purpose.lv": "",
  });
  expect(no.status).toBe(422);
  expect(await text(no)).toContain("Aizsargāti pierādījumi, Kāpēc glabājam latviski");
  const done = await officer.post("/staff/settings/keeping", all);
  expect(done.headers.get("location")).toBe("/staff/settings/keeping?saved");
  expect((await world.rows("SELECT count(*) AS n FROM event WHERE typ='institution.changed'"))[0]?.n).toBe(1);
  expect(await text(officer.get("/staff/"))).not.toContain("Nav izlemts, kāpēc glabājam");
  Object.assign(world.deps.config, { mode: "test" });
  const draft = await text(officer.get("/staff/notices/privacy"));
  for (const word of ["Nolūks proof", "Pamats tag", "Atzīmes, lai Jums vairs nerakstītu"])
    expect(draft).toContain(word);
});
