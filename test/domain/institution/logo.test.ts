import { describe, expect, it } from "vitest";
import { uploadImage } from "../../../src/domain/images/upload.ts";
import { changeInstitution } from "../../../src/domain/institution/change.ts";
import { setLogo } from "../../../src/domain/institution/set-logo.ts";
import { setUpInstitution } from "../../../src/domain/institution/set-up.ts";
import { readInstitutionRow } from "../../../src/domain/institution/views.ts";
import { demoInstitution } from "../../../src/runtime/node/demo/content.ts";
import { png } from "../../support/pictures.ts";
import { admin, editor, emptyOffice, must } from "../office.ts";

async function office() {
  const made = await emptyOffice();
  await setUpInstitution(made.deps, admin, demoInstitution);
  const upload = async (n: number) => must(await uploadImage(made.deps, admin, { bytes: png(n, 50) })).sha256;
  const logo = async () => (await readInstitutionRow(made.deps.db))?.profile.logo;
  return { ...made, upload, logo };
}

describe("the picture above the institution's name", () => {
  it("is an image that was uploaded; it stays while it is chosen, and through every change of the settings", async () => {
    const { deps, upload, logo, rows } = await office();
    const [one, two] = [await upload(400), await upload(300)];
    must(await setLogo(deps, admin, { image: one, version: 1 }));
    expect(await logo()).toEqual({ image: one, width: 400, height: 50 });
    must(
      await changeInstitution(deps, admin, { profile: { ...demoInstitution, phone: "+371 6000 0009" }, version: 2 }),
    );
    expect((await logo())?.image).toBe(one);
    must(await setLogo(deps, admin, { image: two, version: 3 }));
    expect(await rows("SELECT subject, sha256 FROM image_use")).toEqual([{ subject: "institution", sha256: two }]);
    must(await setLogo(deps, admin, { image: undefined, version: 4 }));
    expect([await logo(), await rows("SELECT * FROM image_use")]).toEqual([undefined, []]);
    const said = await rows("SELECT body ->> 'changed' AS changed FROM event WHERE typ='institution.changed'");
    expect(said.map((row) => row.changed)).toContain('["logo"]');
  });

  it("that mails have gone out with stays for them when another one takes its place", async () => {
    const { deps, upload, rows } = await office();
    const [one, two] = [await upload(400), await upload(300)];
    must(await setLogo(deps, admin, { image: one, version: 1 }));
    const frozen = (image: string) => JSON.stringify({ institution: { logo: { image, width: 400, height: 50 } } });
    for (const [id, kind, image] of [
      ["sent", "newsletter", one],
      ["other", "newsletter", two],
      ["draft", "newsletter", undefined],
    ] as const)
      await deps.db.client.batch([
        "INSERT OR IGNORE INTO purpose VALUES ('p', 'p', 'active', 'a', '{}', 1, 0, 0)",
        "INSERT OR IGNORE INTO list (id, slug, kind, purpose_id, names, promise, state, created_at) VALUES ('l', 'l', 'newsletter', 'p', '{}', '{}', 'active', 0)",
        {
          sql: "INSERT INTO mailing (id, kind, list_id, purpose_id, title, state, draft, frozen, created_by, created_at) VALUES (?, ?, 'l', 'p', '', 'sent', '{}', ?, '', 0)",
          args: [id, kind, image ? frozen(image) : null],
        },
      ]);
    must(await setLogo(deps, admin, { image: two, version: 2 }));
    expect(await rows("SELECT subject, sha256 FROM image_use ORDER BY subject")).toEqual([
      { subject: "institution", sha256: two },
      { subject: "sent", sha256: one },
    ]);
  });

  it("is refused to whoever may not change settings, over another version, and where there is no such image", async () => {
    const { deps, upload, logo } = await office();
    const image = await upload(400);
    expect(await setLogo(deps, editor, { image, version: 1 })).toMatchObject({ code: "staff.forbidden" });
    expect(await setLogo(deps, admin, { image, version: 7 })).toMatchObject({ code: "form.stale" });
    expect(await setLogo(deps, admin, { image: "0".repeat(64), version: 1 })).toMatchObject({ code: "images.missing" });
    expect(await logo()).toBeUndefined();
  });
});
