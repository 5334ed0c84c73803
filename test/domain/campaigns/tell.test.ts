import { describe, expect, it } from "vitest";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { postponeEnding } from "../../../src/domain/campaigns/ending/postpone.ts";
import { pauseMailing } from "../../../src/domain/campaigns/pause.ts";
import { resumeMailing } from "../../../src/domain/campaigns/resume.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { readMailing, readNumbers } from "../../../src/domain/campaigns/views.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { agreed } from "../../support/ready.ts";
import { DEADLINE, must, openScene, type Scene } from "../consent/scene.ts";
import { editor, LISTS, PURPOSES } from "../imports/office.ts";
import { admin, daysPass, fates } from "./days.ts";

const people = ["anna", "janis", "liga"].map((name) => `${name}@pasts.example`);
const text = { subject: "Mainās pamats", heading: "Kā turpmāk sūtīsim vēstules", lead: "Pamats ir cits." };
const draft = {
  texts: { lv: text, en: text },
  reasonToAsk: "Cilvēki saņem šīs vēstules kopš 2019. gada.",
  movedReason: "Ar 2026. gada nolikumu tas ir iestādes uzdevums.",
};

/** The law behind the task stands in the purpose's sheet. */
async function lawful(): Promise<Scene> {
  const s = await openScene();
  await s.client.execute({
    sql: `UPDATE purpose SET sheet=json_set(sheet, '$.norm', json('{"lv":"Nolikuma 4. punkts","en":"Statute, 4"}')) WHERE id=?`,
    args: [PURPOSES.task],
  });
  return s;
}

const idOf = async (s: Scene) => String((await s.client.execute("SELECT id FROM mailing")).rows[0]?.id);

async function told(before?: (s: Scene) => Promise<void>): Promise<{ s: Scene; id: string }> {
  const s = await lawful();
  await before?.(s);
  await s.importList(people, LISTS.service);
  const input = { mode: "tell", listId: LISTS.service, title: "Paziņojums", deadlineDay: DEADLINE, draft } as const;
  const { id } = must(await createCampaign(s.deps, editor, input));
  must(await sendCampaign(s.deps, editor, { id, version: await agreed(s.deps, id) }));
  await s.run();
  return { s, id };
}

describe("a notice with a way out (R105)", () => {
  it("tells everybody on the list of the new basis and the right to object, and asks nothing", async () => {
    const { s } = await told();
    expect(s.mails.map((m) => m.to).sort()).toEqual([...people].sort());
    const [mail] = s.mails;
    for (const said of [
      "Nolikuma 4. punkts",
      "Tiesības iebilst",
      "turpināsim sūtīt",
      "Atteikties no jaunumu saņemšanas",
    ])
      expect(mail?.html).toContain(said);
    expect(mail?.text).not.toContain("/r/");
    expect(mail?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(await s.count("SELECT count(*) FROM event WHERE typ='notice.given'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM notice WHERE kind='question'")).toBe(2);
  });

  it("ends whoever says no, and silence keeps the subscription", async () => {
    const { s, id } = await told();
    must(await withdrawByLink(s.deps, { token: s.token("u", people[0] ?? ""), scope: "list", via: "one-click" }));
    await daysPass(s, 26);
    expect((await readMailing(s.deps.db, id))?.state).toBe("closed");
    expect(await fates(s, id)).toEqual({ "sent no": 1, "sent kept": 2 });
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ no: 1, kept: 2, silent: 0, expired: 0 });
    expect(await s.count("SELECT count(*) FROM subscription WHERE state='active'")).toBe(2);
    expect(await s.count("SELECT count(*) FROM event WHERE typ='dsr.objected'")).toBe(1);
  });

  it("that stood still past its last day goes on with another one, which its mails name", async () => {
    const { s, id } = await told(async (s) => {
      s.mailer.limit = 1;
      const { handOver } = s.mailer;
      s.mailer.handOver = async (mails, key) => {
        if (s.mails.length === 0) must(await pauseMailing(s.deps, admin, { id: await idOf(s) }));
        return handOver(mails, key);
      };
    });
    expect(s.mails).toHaveLength(1);
    await daysPass(s, 30);
    const heldAt = (await readMailing(s.deps.db, id))?.heldAt ?? 0;
    expect(await resumeMailing(s.deps, admin, { id, heldAt })).toMatchObject({ code: "campaigns.deadline_over" });
    must(await postponeEnding(s.deps, admin, { id, to: "2027-01-10", reason: "Pasta pakalpojums nestrādāja." }));
    must(await resumeMailing(s.deps, admin, { id, heldAt }));
    await s.run();
    const named = (day: string) => s.mails.filter((m) => m.text.replaceAll("\u00a0", " ").includes(day)).length;
    expect([named("15. decembrim"), named("10. janvārim")]).toEqual([1, 2]);
    await daysPass(s, 22);
    expect((await readMailing(s.deps.db, id))?.state).toBe("closed");
    expect(await fates(s, id)).toEqual({ "sent kept": 3 });
  });

  it("is refused where the purpose stays on consent, where it is no public task, and without a written reason", async () => {
    const s = await lawful();
    const begin = (listId: string) =>
      createCampaign(s.deps, editor, { mode: "tell", listId, title: "X", deadlineDay: DEADLINE, draft });
    expect(await begin(LISTS.newsletter)).toMatchObject({ code: "campaigns.stays_on_consent" });
    expect(await begin(LISTS.staff)).toMatchObject({ code: "campaigns.not_a_task" });
    await s.importList(people, LISTS.service);
    const input = { mode: "tell", listId: LISTS.service, title: "X", deadlineDay: DEADLINE } as const;
    const { id } = must(await createCampaign(s.deps, editor, { ...input, draft: { ...draft, movedReason: "" } }));
    const sent = await sendCampaign(s.deps, editor, { id, version: await agreed(s.deps, id) });
    expect(sent).toMatchObject({ fields: [{ field: "movedReason", code: "campaigns.moved_short" }] });
  });
});
