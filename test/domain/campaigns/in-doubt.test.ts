import { expect, it } from "vitest";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { decideUnknown } from "../../../src/domain/messages/decide-unknown.ts";
import { countSilent } from "../../../src/domain/messages/views/silent.ts";
import { must, openScene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";
import { daysPass, fates } from "./days.ts";

it("nobody is deleted for silence whom the question may not have reached: taken as sent is no knowledge", async () => {
  const s = await openScene();
  await s.importList(["anna@pasts.example", "janis@pasts.example", "liga@pasts.example"]);
  const id = await s.campaign();
  const { rows } = await s.client.execute("SELECT person_id FROM message ORDER BY person_id");
  const [doubted, told] = rows.map((row) => String(row.person_id));
  await s.client.execute({
    sql: "UPDATE message SET state='unknown', reason='too-late' WHERE person_id IN (?, ?)",
    args: [doubted as string, told as string],
  });
  must(await decideUnknown(s.deps, editor, { mailingId: id, decision: "sent", n: 2 }));
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, unknown: 0, silent: 3 });
  // The provider tells of one of them after all.
  await s.client.execute({
    sql: "UPDATE message SET state='delivered', reason=NULL WHERE person_id=?",
    args: [told as string],
  });
  expect(await countSilent(s.deps.db, id)).toEqual({ silent: 2, erased: 2, elsewhere: 0, kept: 1 });
  await daysPass(s, 26);
  expect(await fates(s, id)).toEqual({ "sent expired": 1, "delivered expired": 1, "sent kept": 1 });
  expect(await s.count("SELECT count(*) FROM address")).toBe(1);
});
