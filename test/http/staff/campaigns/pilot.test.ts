import { expect, it } from "vitest";
import { BOUNCES, fakeWebhooks, SECRET } from "../../../fakes/resend-webhooks.ts";
import { submit } from "../../../support/forms.ts";
import { GROUND } from "../../../support/ready.ts";
import { wordsOf } from "../../public/asked.ts";
import { DEADLINE, openDesk } from "./desk.ts";

it("a pilot that stops on dead addresses says how many, and what going on does; the report tells of both", async () => {
  const s = await openDesk({ config: { resendWebhookSecret: SECRET } });
  await s.people(30);
  const id = await s.draft();
  const page = `/staff/mailings/${id}`;
  await submit(s.editor, `${page}/edit`, { ...GROUND, deadlineDay: DEADLINE, "pilot.size": "10" });
  const officer = await s.signIn("dpo");
  await submit(officer, `${page}/review`, { verdict: "agrees", text: "Iebildumu nav." }, /\/opinion$/);
  await submit(s.editor, `${page}/send`, {}, /send/);
  await s.work();
  expect(s.mailbox.mails).toHaveLength(10);
  const hooks = fakeWebhooks({
    now: s.clock.now,
    to: async (request) =>
      s.request(new URL(request.url).pathname, {
        method: "POST",
        headers: request.headers,
        body: await request.text(),
      }),
  });
  const [first] = s.mailbox.mails;
  const tag = first?.mail.tags?.message ?? "";
  const mail = { id: tag.slice(37), to: first?.mail.to ?? "", tag, at: first?.at ?? 0 };
  expect((await hooks.send(hooks.event("email.bounced", mail, { bounce: BOUNCES.gone }))).status).toBe(204);
  const stopped = wordsOf(await (await s.editor.get(`${page}?lang=lv`)).text());
  expect(stopped).toContain("Pirmajā kārtā pārāk daudz adrešu neeksistē");
  expect(stopped).toContain("atgriezušās vēstules 1");
  expect(stopped).toContain("Pārējās 20 vēstules gaida pēc pirmās kārtas");
  expect(stopped).not.toContain("Atsākt un nosūtīt");

  await submit(s.editor, page, {}, /resume/);
  await s.work();
  expect(s.mailbox.mails).toHaveLength(10);
  await submit(s.editor, page, {}, /release/);
  await s.work();
  expect(s.mailbox.mails).toHaveLength(30);
  const report = wordsOf(await (await s.editor.get(`${page}/report?lang=lv`)).text());
  expect(report).toMatch(/Sūtīšana atsākta apturēts kopš [^;]*: Pirmajā kārtā pārāk daudz adrešu neeksistē/);
  expect(report).toMatch(/Pārējie 22\.11\.2026\. \d+\.\d+ 20 20/);
});
