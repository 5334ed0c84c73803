import { expect, it } from "vitest";
import { uploadImage } from "../../../src/domain/images/upload.ts";
import { createIssue } from "../../../src/domain/issues/drafts/create.ts";
import { saveIssue } from "../../../src/domain/issues/drafts/save.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { png } from "../../support/pictures.ts";
import { must } from "../office.ts";
import { openScene } from "../retention/scene.ts";

const editor: StaffActor = { kind: "staff", id: "ilze", role: "editor", via: "desk" };

it("an image goes a month after nothing shows it; one in an issue stays while the issue does, and goes with its record", async () => {
  const scene = await openScene();
  const { deps } = scene;
  const upload = async (n: number) => must(await uploadImage(deps, editor, { bytes: png(40, n) })).sha256;
  const [unused, drafted, sent] = [await upload(40), await upload(41), await upload(42)];
  const listId = String(await scene.one("SELECT id FROM list WHERE kind='newsletter' AND state='active' LIMIT 1"));
  const issue = async (image: string) => {
    const { id } = must(await createIssue(deps, editor, { listId, title: "Novembris" }));
    const blocks = [{ id: "i", kind: "image", image, alt: "Lasītava" }];
    const draft = { texts: { lv: { subject: "Novembris", preheader: "", blocks } }, salutation: "general" };
    must(await saveIssue(deps, editor, { id, version: 1, title: "Novembris", draft }));
    return id;
  };
  await issue(drafted);
  const gone = await issue(sent);
  await scene.client.execute({
    sql: "UPDATE mailing SET state='sent', sent_at=?, finished_at=? WHERE id=?",
    args: [deps.clock.now(), deps.clock.now(), gone],
  });
  const left = async () => (await scene.rows("SELECT sha256 FROM image")).map((row) => row.sha256).sort();
  scene.clock.pass({ days: 29 });
  await scene.night();
  expect(await left()).toEqual([unused, drafted, sent].sort());
  scene.clock.pass({ days: 2 });
  await scene.night();
  expect(await left()).toEqual([drafted, sent].sort());
  // A disposal act names the record of the issue: it goes with its versions, and its image is unused from then.
  await scene.client.execute({
    sql: "INSERT INTO record_file VALUES ('campaign', ?, '1-12', 'Akts Nr. 3', '2026-01-01', 'staff:x', 0)",
    args: [gone],
  });
  scene.clock.pass({ days: 1 });
  await scene.night();
  scene.clock.pass({ days: 1 });
  await scene.night();
  expect(await scene.rows(`SELECT 1 FROM mailing WHERE id='${gone}'`)).toEqual([]);
  expect(await scene.rows(`SELECT 1 FROM issue_version WHERE mailing_id='${gone}'`)).toEqual([]);
  expect(await left()).toEqual([drafted]);
});

it("versions of an issue go after two years; what is written stays", async () => {
  const scene = await openScene();
  const { deps } = scene;
  const listId = String(await scene.one("SELECT id FROM list WHERE kind='newsletter' AND state='active' LIMIT 1"));
  const { id } = must(await createIssue(deps, editor, { listId, title: "Novembris" }));
  const draft = { texts: { lv: { subject: "Novembris", preheader: "", blocks: [] } }, salutation: "general" };
  must(await saveIssue(deps, editor, { id, version: 1, title: "Novembris", draft }));
  scene.clock.pass({ days: 720 });
  await scene.night();
  expect(await scene.rows("SELECT n FROM issue_version")).toEqual([{ n: 1 }]);
  scene.clock.pass({ days: 20 });
  await scene.night();
  expect(await scene.rows("SELECT n FROM issue_version")).toEqual([]);
  expect(await scene.rows("SELECT draft ->> '$.texts.lv.subject' AS s FROM mailing WHERE kind='newsletter'")).toEqual([
    { s: "Novembris" },
  ]);
});
