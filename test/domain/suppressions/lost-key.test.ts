/** A lost ADDRESS key stops no list: whoever it names ends as everybody, and nobody finds his sealed proof by his address. */
import { expect, it } from "vitest";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { readMissingKeys } from "../../../src/domain/key-rotation/views.ts";
import { addSuppression } from "../../../src/domain/suppressions/add.ts";
import { runList } from "../../../src/domain/suppressions/lists/run.ts";
import { takeList } from "../../../src/domain/suppressions/lists/take.ts";
import { EVERYTHING } from "../../../src/domain/suppressions/rules.ts";
import { readListJob } from "../../../src/domain/suppressions/views/lists.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { loseKeyOf, spoil } from "../../support/lost-key.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";

const ANNA = "anna@pasts.example";
const BERTA = "berta@pasts.example";
const given = { scope: EVERYTHING, source: "Vecā sistēma", endsProven: true };

const live = (scene: Scene) => scene.count("SELECT count(*) FROM subscription WHERE state <> 'ended'");

/** Both are on a list, and the first has consented. */
async function opened(): Promise<Scene> {
  const scene = await openScene();
  await scene.importList([ANNA, BERTA]);
  await scene.campaign();
  const noticeSha256 = await scene.question();
  must(await answerReconsent(scene.deps, { token: scene.token("r", ANNA), answer: "yes", noticeSha256 }));
  await scene.run();
  return scene;
}

async function run(scene: Scene, reason: string) {
  const { id } = must(await takeList(scene.deps, editor, { ...given, reason, bytes: utf8(`${ANNA}\n${BERTA}\n`) }));
  must(await runList(scene.deps, editor, { id }));
  await scene.run();
  return readListJob(scene.deps.db, id);
}

it.each(["never", "withdrawn"])(
  "of a list with the reason „%s”, both end and the list comes to its end",
  async (reason) => {
    const scene = await opened();
    await loseKeyOf(scene.client, "address");
    expect(await run(scene, reason)).toMatchObject({ state: "done", written: { added: 2, ended: 2 } });
    expect([await live(scene), await scene.count("SELECT count(*) FROM address")]).toEqual([0, 0]);
    expect(await scene.count("SELECT count(*) FROM suppression")).toBe(2);
    // Nothing of it asks for a key that there never was: the program starts again.
    expect(await scene.count("SELECT count(*) FROM link_tag")).toBe(1);
    expect(await readMissingKeys(scene.deps)).toEqual([]);
  },
);

it("of one address typed in as well", async () => {
  const scene = await opened();
  await loseKeyOf(scene.client, "address");
  const one = { address: ANNA, scope: EVERYTHING, reason: "withdrawn", source: "Vēstule" } as const;
  must(await addSuppression(scene.deps, editor, one));
  expect([await live(scene), await scene.count("SELECT count(*) FROM address")]).toEqual([1, 1]);
});

it("an address that was changed is a fault as before, and takes nobody off silently", async () => {
  const scene = await opened();
  await spoil(scene.client, "address");
  await expect(run(scene, "never")).rejects.toThrow();
  expect(await live(scene)).toBe(2);
});
