import { describe, expect, it } from "vitest";
import { annulCampaign } from "../../../src/domain/campaigns/ending/annul.ts";
import { decideUnreached } from "../../../src/domain/campaigns/ending/decide-unreached.ts";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { readUnreached } from "../../../src/domain/messages/views/silent.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor, PURPOSES } from "../imports/office.ts";
import { admin, daysPass, fates } from "./days.ts";

const people = ["anna", "janis", "liga", "peteris"].map((name) => `${name}@pasts.example`);
const [ANNA, JANIS, LIGA] = people as [string, string, string];

async function asked(change: object = {}): Promise<{ s: Scene; id: string }> {
  const s = await openScene();
  await s.importList([...people]);
  return { s, id: await s.campaign(undefined, change) };
}
const answer = async (s: Scene, token: string, said: "yes" | "no", noticeSha256?: string) =>
  must(await answerReconsent(s.deps, { token, answer: said, noticeSha256: noticeSha256 ?? (await s.question()) }));
const refuseByPhone = async (s: Scene, address: string) =>
  must(
    await recordRefusal(s.deps, editor, {
      address,
      purposeId: PURPOSES.news,
      who: "person",
      how: "phone",
      day: "2026-11-22",
    }),
  );

describe("the numbers of a campaign that is over", () => {
  it("stand after it was annulled: what another campaign of the list does is not told of it", async () => {
    const { s, id } = await asked();
    await answer(s, s.token("r", ANNA), "yes");
    const [first, question] = [s.token("r", JANIS), await s.question()];
    await daysPass(s, 10);
    must(await annulCampaign(s.deps, admin, { id, reason: "Vēstulē bija kļūdaina saite." }));
    const again = await s.campaign();
    await answer(s, s.token("r", LIGA), "no");
    await daysPass(s, 26);
    expect(await fates(s, again)).toEqual({ "sent no": 1, "sent expired": 2 });
    expect(await fates(s, id)).toEqual({ "sent yes": 1, "sent silent": 3 });
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ yes: 1, no: 0, expired: 0, silent: 3 });
    // His address is gone; the link of the annulled one says so and changes nothing.
    expect((await answer(s, first, "no", question)).decision).toBe("already");
  });

  it("count the answers to its own mail also after it was annulled", async () => {
    const { s, id } = await asked();
    must(await annulCampaign(s.deps, admin, { id, reason: "Vēstulē bija kļūdaina saite." }));
    await answer(s, s.token("r", ANNA), "yes");
    await answer(s, s.token("r", JANIS), "no");
    must(await withdrawByLink(s.deps, { token: s.token("u", LIGA), scope: "list", via: "one-click" }));
    expect(await fates(s, id)).toEqual({ "sent yes": 1, "sent no": 2, "sent silent": 1 });
  });

  it("stand in its reminder too, once it is closed", async () => {
    const { s, id } = await asked({ reminder: { whom: "everybody", afterDays: 7 } });
    await daysPass(s, 8);
    await answer(s, s.token("r", ANNA), "yes");
    await daysPass(s, 18);
    const [row] = (await s.client.execute("SELECT id FROM mailing WHERE kind='reminder'")).rows;
    const reminder = String(row?.id);
    expect(await fates(s, reminder)).toEqual({ "sent yes": 1, "sent expired": 3 });
    await refuseByPhone(s, ANNA);
    expect(await fates(s, id)).toEqual({ "sent yes": 1, "sent expired": 3 });
    expect(await fates(s, reminder)).toEqual({ "sent yes": 1, "sent expired": 3 });
  });
});

describe("who was not reached by a campaign that is called off", () => {
  it("leaves no list by it: nobody is deleted, and there is nothing to decide", async () => {
    const { s, id } = await asked();
    await s.client.execute(
      "UPDATE message SET state='failed', reason='provider.rejected' WHERE person_id=(SELECT min(person_id) FROM message)",
    );
    must(await annulCampaign(s.deps, admin, { id, reason: "Vēstulē bija kļūdaina saite." }));
    const { people: n } = await readUnreached(s.deps.db, id);
    expect(n).toBe(1);
    expect(await decideUnreached(s.deps, admin, { id, decision: "remove", people: n })).toMatchObject({
      refused: true,
    });
    expect(await s.count("SELECT count(*) FROM address")).toBe(4);
  });
});
