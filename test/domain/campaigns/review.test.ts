import { describe, expect, it } from "vitest";
import { changeCampaign } from "../../../src/domain/campaigns/change.ts";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { approveCampaign } from "../../../src/domain/campaigns/review/approve.ts";
import { recordOpinion } from "../../../src/domain/campaigns/review/record-opinion.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { readMailing } from "../../../src/domain/campaigns/views.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { DEADLINE, must, openScene, type Scene } from "../consent/scene.ts";
import { editor, LISTS } from "../imports/office.ts";
import { admin, officer } from "./days.ts";

const text = { subject: "Vai turpināt?", heading: "Vai vēlaties saņemt jaunumus?", lead: "Jautājam no jauna." };
const draft = { texts: { lv: text, en: text }, ...GROUND };
const second: StaffActor = { kind: "staff", id: "otra", role: "editor", via: "desk" };

async function drafted(): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList(["anna@pasts.example"]);
  const input = { listId: LISTS.newsletter, title: "Rudens", deadlineDay: DEADLINE, draft };
  return { s, id: must(await createCampaign(s.deps, editor, input)).id };
}
const version = async (s: Scene, id: string) => (await readMailing(s.deps.db, id))?.version ?? 0;
const send = async (s: Scene, id: string) => sendCampaign(s.deps, editor, { id, version: await version(s, id) });
const says = async (s: Scene, id: string, actor: StaffActor, verdict: "agrees" | "objects", writtenDay?: string) =>
  recordOpinion(s.deps, actor, {
    id,
    version: await version(s, id),
    verdict,
    text: "Izvērtēts.",
    ...(writtenDay && { writtenDay }),
  });
const change = async (s: Scene, id: string, changed: object, actor = editor) =>
  must(
    await changeCampaign(s.deps, actor, {
      id,
      version: await version(s, id),
      title: "Rudens",
      draft: { ...draft, ...changed },
      deadlineDay: DEADLINE,
    }),
  );
const codes = (refusal: unknown) => (refusal as { fields?: { code: string }[] }).fields?.map((f) => f.code);

describe("the opinion of the data protection officer", () => {
  it("is needed before anything is sent, and stands in the evidence of the sending", async () => {
    const { s, id } = await drafted();
    expect(codes(await send(s, id))).toEqual(["campaigns.opinion_missing"]);
    must(await says(s, id, officer, "agrees"));
    must(await send(s, id));
    const sent = await s.client.execute("SELECT body FROM event WHERE typ='mailing.sent'");
    expect(JSON.parse(String(sent.rows[0]?.body))).toMatchObject({
      basis: "eu-gdpr:A6-1-e",
      norm: GROUND.askNorm,
      reason: GROUND.reasonToAsk,
      opinion: { verdict: "agrees", text: "Izvērtēts.", by: "staff:dace" },
    });
  });

  it("stops a mailing: nothing is sent against it", async () => {
    const { s, id } = await drafted();
    must(await says(s, id, officer, "objects"));
    expect(codes(await send(s, id))).toEqual(["campaigns.officer_objects"]);
    must(await says(s, id, officer, "agrees"));
    must(await send(s, id));
    expect(await s.count("SELECT count(*) FROM event WHERE typ='mailing.opinion-recorded'")).toBe(2);
  });

  it("is about the reasons it was given on: changed reasons void it, changed words do not", async () => {
    const { s, id } = await drafted();
    must(await says(s, id, officer, "agrees"));
    await change(s, id, { texts: { lv: { ...text, lead: "Citi vārdi." }, en: text } });
    await change(s, id, { askBasis: "c" });
    expect(codes(await send(s, id))).toEqual(["campaigns.opinion_missing"]);
    await change(s, id, {});
    must(await send(s, id));
  });

  it("is recorded by an admin only with the day of the writing, and by no editor", async () => {
    const { s, id } = await drafted();
    expect(await says(s, id, editor, "agrees")).toMatchObject({ code: "staff.forbidden" });
    expect(codes(await says(s, id, admin, "agrees"))).toEqual(["campaigns.written_day"]);
    expect(codes(await says(s, id, admin, "agrees", "2026-11-23"))).toEqual(["campaigns.written_day"]);
    must(await says(s, id, admin, "agrees", "2026-11-20"));
    expect((await readMailing(s.deps.db, id))?.review?.opinion).toMatchObject({ writtenDay: "2026-11-20" });
  });

  it("is taken back by nobody else: an admin holds no letter against his own objection", async () => {
    const { s, id } = await drafted();
    must(await says(s, id, officer, "objects"));
    expect(await says(s, id, admin, "agrees", "2026-11-20")).toMatchObject({ code: "campaigns.officers_own" });
    await change(s, id, { reasonToAsk: "Cilvēki pieteicās ministrijas vietnē un pasākumos." });
    expect(await says(s, id, admin, "agrees", "2026-11-22")).toMatchObject({ code: "campaigns.officers_own" });
    expect(await send(s, id)).toMatchObject({ refused: true });
    must(await says(s, id, officer, "agrees"));
    must(await send(s, id));
  });

  it("is not given by whoever wrote the draft and became the officer since", async () => {
    const { s, id } = await drafted();
    expect(await says(s, id, { ...editor, role: "dpo" }, "agrees")).toMatchObject({ code: "campaigns.own_draft" });
    await change(s, id, {}, { ...second, role: "admin" });
    expect(await says(s, id, { ...second, role: "dpo" }, "agrees")).toMatchObject({ code: "campaigns.own_draft" });
  });

  it("that turns while somebody sends is not passed over", async () => {
    const { s, id } = await drafted();
    must(await says(s, id, officer, "agrees"));
    const { batch } = s.client;
    let once = true;
    s.client.batch = async (...args: Parameters<typeof batch>) => {
      if (once && JSON.stringify(args[0]).includes("planning")) {
        once = false;
        must(await says(s, id, officer, "objects"));
      }
      return batch.apply(s.client, args);
    };
    expect(await send(s, id)).toMatchObject({ refused: true });
    expect((await readMailing(s.deps.db, id))?.state).toBe("draft");
  });
});

describe("a second person", () => {
  const asked = async () => {
    const made = await drafted();
    await made.s.client.execute("UPDATE institution SET profile = json_set(profile, '$.secondPerson', json('true'))");
    await agreed(made.s.deps, made.id);
    return made;
  };
  const approve = async (s: Scene, id: string, actor: StaffActor) =>
    approveCampaign(s.deps, actor, { id, version: await version(s, id) });

  it("approves before anything is sent, where the institution wants it, and never his own words", async () => {
    const { s, id } = await asked();
    expect(codes(await send(s, id))).toEqual(["campaigns.approval_missing"]);
    expect(await approve(s, id, editor)).toMatchObject({ code: "campaigns.own_draft" });
    must(await approve(s, id, second));
    must(await send(s, id));
    expect(await s.count("SELECT count(*) FROM event WHERE typ='mailing.approved'")).toBe(1);
  });

  it("has approved one version: whoever changes it voids that, and becomes an author", async () => {
    const { s, id } = await asked();
    must(await approve(s, id, second));
    await change(s, id, { texts: { lv: { ...text, lead: "Citi vārdi." }, en: text } }, second);
    expect(codes(await send(s, id))).toEqual(["campaigns.approval_missing"]);
    expect(await approve(s, id, second)).toMatchObject({ code: "campaigns.own_draft" });
    must(await approve(s, id, admin));
    must(await send(s, id));
  });

  it("has approved what people would read: a text or a sender changed behind it needs him again", async () => {
    for (const change of [
      "UPDATE institution SET profile = json_set(profile, '$.sender.address', 'cits@ministry.example')",
      `UPDATE list SET promise = json('{"lv":"Katru dienu","en":"Every day"}') WHERE id = '${LISTS.newsletter}'`,
    ]) {
      const { s, id } = await asked();
      must(await approve(s, id, second));
      await s.client.execute(change);
      expect(codes(await send(s, id))).toEqual(["campaigns.approval_old"]);
      must(await approve(s, id, second));
      must(await send(s, id));
    }
  });
});
