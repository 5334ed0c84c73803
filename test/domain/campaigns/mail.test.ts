import { describe, expect, it } from "vitest";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { previewCampaign } from "../../../src/domain/campaigns/preview.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { sendTrial } from "../../../src/domain/campaigns/send-trial.ts";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import { refusalText } from "../../../src/texts/refusals/index.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { DEADLINE, must, openScene, type Scene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";

const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt jaunumus?", lead: "Jautājam no jauna." };

async function draft(s: Scene, en = text): Promise<{ id: string; version: number }> {
  const input = {
    listId: (await s.client.execute("SELECT id FROM list WHERE kind='newsletter'")).rows[0]?.[0] as string,
    title: "Rudens",
    deadlineDay: DEADLINE,
    draft: { texts: { lv: text, en }, ...GROUND },
  };
  const { id } = must(await createCampaign(s.deps, editor, input));
  return { id, version: await agreed(s.deps, id) };
}

describe("a campaign whose mail is not fit", () => {
  it("is not sent: nothing is frozen, nothing goes out, and a sentence says what to correct", async () => {
    const s = await openScene();
    await s.importList(["anna@pasts.example"]);
    const { id, version } = await draft(s);
    // As a profile could be that an older version saved.
    await s.client.execute(
      "UPDATE institution SET profile = json_set(profile, '$.sender.replyTo', 'šķūnis@ministry.example')",
    );
    const sent = await sendCampaign(s.deps, editor, { id, version });
    expect(sent).toMatchObject({ code: "campaigns.mail_unfit", values: { language: "lv", code: "address" } });
    expect(refusalText(sent as never, "lv")).toBe(
      "Vēstule latviešu valodā vēl nav derīga, tāpēc nekas nav nosūtīts. Sūtītāja vai atbilžu adrese iestatījumos nav derīga: izlabojiet to.",
    );
    await s.run();
    expect([s.mails, (await readMailing(s.deps.db, id))?.state]).toEqual([[], "draft"]);
  });

  it("is not tried in the language in which it is not, and its preview names every language", async () => {
    const s = await openScene();
    const { id } = await draft(s, { ...text, heading: "" });
    const trial = (language: "lv" | "en") => sendTrial(s.deps, editor, { id, to: "ieva@ministry.example", language });
    expect(await trial("en")).toMatchObject({ code: "campaigns.mail_unfit", values: { code: "headings" } });
    expect(s.mails).toEqual([]);
    must(await trial("lv"));
    expect(s.mails).toHaveLength(1);
    const preview = must(await previewCampaign(s.deps, editor, { id, language: "lv" }));
    expect(preview.problems.filter((p) => p.code === "campaigns.mail_unfit").map((p) => p.field)).toEqual(["mail.en"]);
  });
});
