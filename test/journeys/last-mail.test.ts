/**
 * The last mail from end to end, through the doors only: an admin switches it on, the pages say so before and after the press,
 * it brings a proof that stands without us, the desk counts it, and it is switched off again.
 */
import { expect, it } from "vitest";
import { isProblem } from "../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../src/domain/proofs/rules/verify/verify.ts";
import { utf8 } from "../../src/platform/encoding.ts";
import { askedPeople, wordsOf } from "../http/public/asked.ts";
import { submit } from "../support/forms.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";
const BEFORE = "uz to nosūtīsim vēl vienu, pēdējo vēstuli ar apliecinājumu";

it("is switched on by an admin, announced before the press, proved by what it brings, counted, and switched off", async () => {
  const { world, path } = await askedPeople([ANNA, JANIS]);
  const admin = await world.signIn("admin");
  const officer = await world.signIn("dpo");
  expect((await officer.get("/staff/settings")).status).toBe(403);
  expect((await submit(admin, "/staff/settings", { lastMail: "yes" }, /settings$/)).status).toBe(303);
  const [changed] = await world.rows("SELECT body FROM event WHERE typ = 'institution.changed'");
  expect(JSON.parse(String(changed?.body))).toMatchObject({ changed: expect.arrayContaining(["lastMail"]) });

  const reader = world.browser();
  for (const kind of ["u", "r"] as const)
    expect(wordsOf(await (await reader.get(`${path(kind, ANNA)}?lang=lv`)).text())).toContain(BEFORE);
  const [later, atOnce] = ["nosūtīsim vienu, pēdējo vēstuli un 15 minūšu laikā adresi dzēsīsim", "uzreiz dzēsīsim"];
  const signUp = async () => wordsOf(await (await reader.get("/subscribe?lang=lv")).text()).replaceAll("\u00a0", " ");
  expect(await signUp()).toContain(later);
  expect(await signUp()).not.toContain(atOnce);
  const page = wordsOf(await (await reader.post(path("u", ANNA), { scope: "list", lang: "lv" })).text());
  expect(page).toContain("Atteikums ir ierakstīts, un adrese ir izņemta no visiem sarakstiem");
  expect(page).toMatch(/Izdzēsīsim ne vēlāk kā plkst\. \d+\.\d\d/);
  expect(page).not.toContain("mums tās vairs nav");
  // The words of the page are what the event names.
  const [form] = await world.rows("SELECT body FROM notice WHERE kind = 'form'");
  expect(form?.body).toContain(BEFORE);
  expect(form?.body).not.toContain("uzreiz");

  const why = { ground: "complaint", reason: "Sūdzība Nr. 7 par vēstuli" };
  const opened = await officer.post("/staff/proofs/open", { address: ANNA, ...why });
  expect(wordsOf(await opened.text())).toContain("Adrese pēdējai vēstulei");
  await world.work();

  const mails = world.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "last-mail");
  expect(mails.map(({ mail }) => mail.to)).toEqual([ANNA]);
  const report = await verifyBundle(utf8(mails[0]?.mail.attachments?.[0]?.text ?? ""));
  if (isProblem(report)) throw new Error(report.problem);
  expect(report.verdicts.bytes.status).toBe("valid");
  expect(report.findings.filter(({ status }) => status === "invalid")).toEqual([]);
  const [event] = report.records[0]?.events ?? [];
  expect([event?.typ, event?.details.map(({ name }) => name)]).toEqual(["consent.refused", ["email"]]);
  expect(await world.rows("SELECT eid FROM last_mail")).toEqual([]);
  expect(wordsOf(await (await admin.get("/staff/work")).text())).toMatch(
    /Pēdējās vēstules pēc atteikuma.* Nodotas sūtīšanai 1 Gaida sūtīšanu 0/,
  );

  await submit(admin, "/staff/settings", { lastMail: "no" }, /settings$/);
  expect(wordsOf(await (await reader.get(`${path("u", JANIS)}?lang=lv`)).text())).not.toContain(BEFORE);
  const off = wordsOf(await (await reader.post(path("u", JANIS), { scope: "list", lang: "lv" })).text());
  expect(off).toContain("Vēstuli ar apliecinājumu nesūtām");
  expect(await signUp()).toContain(atOnce);
  expect(await signUp()).not.toContain(later);
  await world.work();
  expect(world.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "last-mail")).toHaveLength(1);
  await world.check();
});
