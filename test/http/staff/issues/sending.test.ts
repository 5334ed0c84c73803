import { expect, it } from "vitest";
import { recoverAll } from "../../../../src/delivery/recover.ts";
import { seedDemoIssues } from "../../../../src/runtime/node/demo/issues.ts";
import { createWorld, type World } from "../../../support/world.ts";
import { wordsOf } from "../../public/asked.ts";

/** The demo's newsletter: one issue went out to four readers, one is a draft. */
async function opened(): Promise<{ world: World; sent: string; next: string }> {
  const world = await createWorld();
  await seedDemoIssues(world.deps);
  await world.work();
  const [first, second] = await world.rows("SELECT id FROM mailing WHERE kind='newsletter' ORDER BY title");
  return { world, sent: `/staff/issues/${first?.id}`, next: `/staff/issues/${second?.id}` };
}
const field = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

it("the demo shows a newsletter that went out, to its readers and at the desk", async () => {
  const { world, sent } = await opened();
  const mails = world.mailbox.mails.filter(({ mail }) => mail.tags?.message);
  expect(mails.map(({ mail }) => mail.to).sort()).toHaveLength(4);
  expect(mails.find(({ mail }) => mail.to.startsWith("john"))?.mail.subject).toBe(
    "Weekly overview: a night of libraries and new rules",
  );
  const desk = await world.signIn("auditor");
  expect((await desk.get(sent)).headers.get("location")).toBe(`${sent}/sent`);
  const page = wordsOf(await (await desk.get(`${sent}/sent?lang=lv`)).text());
  expect(page).toContain("Nosūtītās vēstules: 4 no 4.");
  expect(page).toContain("Visiem, kas saņem šo sarakstu");
  expect((await desk.get(sent.replace("issues", "mailings"))).headers.get("location")).toBe(`${sent}/sent`);
  await world.check();
});

it("an editor chooses a part, sees who is left out, plans, moves, takes back, sends; a reader leaves and is counted", async () => {
  const { world, next } = await opened();
  const desk = await world.signIn("editor");
  const send = async () => (await desk.get(`${next}/send?lang=lv`)).text();
  const events = () => world.rows("SELECT typ FROM event");
  const before = [await world.rows("SELECT * FROM mailing"), await events()];
  expect(wordsOf(await send())).toContain("Saņems 4 cilvēki.");
  expect([await world.rows("SELECT * FROM mailing"), await events()]).toEqual(before);

  const chosen = await desk.post(`${next}/send/part`, {
    version: field(await send(), "version"),
    "segment.languages": "lv",
  });
  expect(chosen.headers.get("location")).toBe(`${next}/send?done=part`);
  const counted = wordsOf(await send());
  expect(counted).toContain("Saņems 3 cilvēki.");
  expect(counted).toContain("valoda: latviešu");
  expect(counted).toContain("Neietilpst izvēlētajā saraksta daļā 1");

  const version = field(await send(), "version");
  const late = await desk.post(`${next}/send?lang=lv`, { version, when: "later", day: "2027-03-28", time: "03:30" });
  expect(late.status).toBe(422);
  expect(wordsOf(await late.text())).toContain("pulksteni pagriež uz priekšu");
  const planned = await desk.post(`${next}/send`, { version, when: "later", day: "2026-11-24", time: "09:00" });
  expect(planned.headers.get("location")).toBe(`${next}/send?done=scheduled`);
  const waits = await send();
  expect(wordsOf(waits)).toContain("Vēstuli sūtīsim 2026. gada 24. novembrī plkst. 9.00.");
  const moved = await desk.post(`${next}/send/time`, { from: field(waits, "from"), day: "2026-11-25", time: "10:00" });
  expect(moved.headers.get("location")).toBe(`${next}/send?done=moved`);
  const back = await desk.post(`${next}/send/back`, { from: field(await send(), "from") });
  expect(back.headers.get("location")).toBe(`${next}/send?done=taken-back`);

  const form = await send();
  const gone = await desk.post(`${next}/send`, {
    version: field(form, "version"),
    audience: field(form, "audience"),
    when: "now",
  });
  expect(gone.headers.get("location")).toBe(`${next}/sent?done=sent`);
  expect(wordsOf(await (await desk.get(`${next}/sent?lang=lv`)).text())).toContain("Gatavojam vēstules");
  await world.work();
  const mail = world.mailbox.mails.findLast((one) => one.mail.to.startsWith("anna"))?.mail;
  const token = /\/u\/([A-Za-z0-9_-]{71})/.exec(mail?.text ?? "")?.[0] ?? "";
  expect((await desk.get(token)).status).toBe(200);
  await world.browser().post(token, { "List-Unsubscribe": "One-Click" });
  const page = wordsOf(await (await desk.get(`${next}/sent?lang=lv`)).text());
  expect(page).toContain("Nosūtītās vēstules: 3 no 3.");
  expect(page).toContain("Kopā atteicās 1");
  expect(page).toContain("Ieplānota; jāsūta 2026. gada 24. novembrī plkst. 9.00");
  expect(page).toContain("Plānotais atsaukts");
  await world.check();
});

it("a second person approves on the same page; an edit asks again; whoever may only look has no buttons", async () => {
  const { world, next } = await opened();
  await world.client.execute("UPDATE institution SET profile=json_set(profile, '$.secondPerson', json('true'))");
  const [editor, head, auditor] = [
    await world.signIn("editor"),
    await world.signIn("head"),
    await world.signIn("auditor"),
  ];
  const shown = async (who: typeof editor) => (await who.get(`${next}/send?lang=lv`)).text();
  expect(await shown(editor)).not.toContain('name="when"');
  expect(await shown(auditor)).not.toContain('<form class="desk-form"');
  const approve = async () => {
    const form = await shown(head);
    return head.post(`${next}/approve`, { version: field(form, "version"), shown: field(form, "shown") });
  };
  expect((await approve()).headers.get("location")).toBe(`${next}/send?done=approved`);
  expect(await shown(editor)).toContain('name="when"');
  await editor.post(`${next}/send/part`, { version: field(await shown(editor), "version"), "segment.languages": "en" });
  expect(await shown(editor)).not.toContain('name="when"');
  const version = field(await shown(editor), "version");
  expect((await editor.post(`${next}/send`, { version, when: "now", audience: "1" })).status).toBe(422);
  expect((await auditor.post(`${next}/send`, { version, when: "now", audience: "1" })).status).toBe(403);
  await approve();
  await editor.post(`${next}/send`, { version, when: "now", audience: "1" });
  await world.work();
  expect(world.mailbox.mails.at(-1)?.mail.to).toBe("john.reader@post.example");
  await world.check();
});

it("an issue that waits goes out by the sweep, and paused at the shared place leads back to its own page", async () => {
  const { world, next } = await opened();
  const desk = await world.signIn("editor");
  const form = await (await desk.get(`${next}/send`)).text();
  await desk.post(`${next}/send`, { version: field(form, "version"), when: "later", day: "2026-11-22", time: "10:30" });
  world.clock.pass({ minutes: 31 });
  await recoverAll(world.deps);
  expect((await desk.get(next)).headers.get("location")).toBe(`${next}/sent`);
  const paused = await desk.post(`${next.replace("issues", "mailings")}/pause`, {});
  const there = await desk.get(paused.headers.get("location") ?? "");
  expect(there.headers.get("location")).toBe(`${next}/sent?done=paused`);
  const page = await (await desk.get(`${next}/sent?lang=lv`)).text();
  expect(wordsOf(page)).toContain("Sūtīšana ir apturēta");
  await desk.post(`${next.replace("issues", "mailings")}/resume`, { heldAt: field(page, "heldAt") });
  await world.work();
  expect(world.mailbox.mails.filter(({ mail }) => mail.subject.includes("gada nogales"))).toHaveLength(4);
  await world.check();
});

it("on an older copy the page before sending says that the issue may have gone out; an edit ends that", async () => {
  const { world, next } = await opened();
  const desk = await world.signIn("editor");
  const send = async () => wordsOf(await (await desk.get(`${next}/send?lang=lv`)).text());
  await recoverAll(world.deps);
  expect(await send()).not.toContain("iespējams, jau ir nosūtīta");
  await world.deps.db.client.execute("UPDATE pulse SET origin='another place'");
  await recoverAll(world.deps);
  expect(await send()).toContain("Vēstule, iespējams, jau ir nosūtīta");
  const version = field(await (await desk.get(`${next}/send?lang=lv`)).text(), "version");
  await desk.post(`${next}/send/part`, { version, "segment.languages": "lv" });
  expect(await send()).not.toContain("iespējams, jau ir nosūtīta");
});
