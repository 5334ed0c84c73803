/** In production nothing is sent before it is decided why proofs and tags are kept. */
import { expect, it } from "vitest";
import { createCampaign } from "../../../src/domain/campaigns/create.ts";
import { sendCampaign } from "../../../src/domain/campaigns/send.ts";
import { type Keeping, keepingProblems } from "../../../src/domain/institution/rules/keeping.ts";
import { agreed, GROUND } from "../../support/ready.ts";
import { must, openScene } from "../consent/scene.ts";
import { editor, LISTS } from "../imports/office.ts";

const both = (text: string) => ({ lv: text, en: text });
const sheet = { purpose: both("Kāpēc"), basis: "claims" as const, ground: both("Pamats"), reviewer: "dace" };
const keeping: Keeping = { proof: sheet, tag: sheet };

it("refuses to send in production without it, and sends with it; elsewhere it does not ask", async () => {
  const scene = await openScene();
  await scene.importList(["anna@pasts.example"]);
  const text = { subject: "Vai turpināt?", heading: "Vai vēlaties?", lead: "Jautājam no jauna." };
  const draft = { texts: { lv: text, en: text }, ...GROUND };
  const { id } = must(
    await createCampaign(scene.deps, editor, {
      listId: LISTS.newsletter,
      title: "A",
      deadlineDay: "2026-12-15",
      draft,
    }),
  );
  const version = await agreed(scene.deps, id);
  Object.assign(scene.deps.config, { mode: "production" });
  expect(await sendCampaign(scene.deps, editor, { id, version })).toMatchObject({ code: "suppressions.keeping_unset" });
  await scene.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.keeping', json(?))",
    args: [JSON.stringify(keeping)],
  });
  must(await sendCampaign(scene.deps, editor, { id, version }));
});

it("wants of each a purpose and a ground in every language of the house, a basis, and a reviewer who may decide", () => {
  const reviewers = new Set(["dace"]);
  expect(keepingProblems(keeping, ["lv", "en"], reviewers)).toEqual([]);
  const faulty = { ...sheet, purpose: { lv: "", en: "x" }, reviewer: "nobody", basis: "" as "norm" };
  const found = keepingProblems({ proof: sheet, tag: faulty }, ["lv", "en"], reviewers);
  expect(found.map((p) => `${p.field} ${p.code}`)).toEqual([
    "tag.purpose.lv form.required",
    "tag.basis form.choose",
    "tag.reviewer suppressions.reviewer_unknown",
  ]);
});
