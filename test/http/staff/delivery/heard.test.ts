/** What the mail service reports stands on the desk: whether its events arrive, and how many name nothing of ours. */
import { expect, it } from "vitest";
import { recordEvent } from "../../../../src/domain/messages/record-event.ts";
import { openDesk } from "../campaigns/desk.ts";
import { wordsOf } from "../campaigns/stage.ts";

const DAY = 86_400_000;

it("counts the events of seven days by what they say, ours and others apart, without those we write ourselves", async () => {
  const desk = await openDesk();
  const now = desk.deps.clock.now();
  const event = (id: string, type: string, at: number) =>
    recordEvent(desk.deps, { id, type, at, providerId: "9f000000-0000-4000-8000-000000000009" });
  await event("e1", "email.delivered", now - DAY);
  await event("e2", "email.delivered", now - DAY);
  await event("e3", "email.of-tomorrow", now - DAY);
  await event("e4", "email.bounced", now - 8 * DAY);
  await desk.rows(
    `INSERT INTO provider_event (id, type, known, at) VALUES ('e5', 'email.delivered', 1, ${now}), ('smtp/a/b', 'email.bounced', 1, ${now})`,
  );
  const page = wordsOf(await (await desk.editor.get("/staff/work")).text());
  expect(page).toContain("Ko ziņo e-pasta pakalpojums");
  expect(page).toMatch(/Vēstule piegādāta 1 2 .* Cits ziņojums 0 1 /);
  expect(page).not.toContain("Vēstule atgriezta");
});

it("is silent where mail goes out by a way that reports nothing", async () => {
  const desk = await openDesk();
  expect(desk.deps.mailer.name).not.toBe("resend");
  expect(wordsOf(await (await desk.editor.get("/staff/work")).text())).not.toContain("Ko ziņo");
});

it("says so when a service that reports has reported nothing", async () => {
  const desk = await openDesk();
  Object.assign(desk.deps, { mailer: { ...desk.deps.mailer, name: "resend" } });
  expect(wordsOf(await (await desk.editor.get("/staff/work")).text())).toContain("pakalpojums neko nav ziņojis");
});
