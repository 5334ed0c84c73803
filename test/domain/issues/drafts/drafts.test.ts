import { describe, expect, it } from "vitest";
import type { Deps } from "../../../../src/deps.ts";
import { uploadImage } from "../../../../src/domain/images/upload.ts";
import { freezeIssue } from "../../../../src/domain/issues/acts/freeze.ts";
import { createIssue } from "../../../../src/domain/issues/drafts/create.ts";
import { dropIssue } from "../../../../src/domain/issues/drafts/drop.ts";
import { previewIssue } from "../../../../src/domain/issues/drafts/preview.ts";
import { restoreVersion } from "../../../../src/domain/issues/drafts/restore.ts";
import { reuseIssue } from "../../../../src/domain/issues/drafts/reuse.ts";
import { saveIssue } from "../../../../src/domain/issues/drafts/save.ts";
import { sendIssueTrial } from "../../../../src/domain/issues/drafts/send-trial.ts";
import type { IssueDraft, IssueText } from "../../../../src/domain/issues/rules/issue.ts";
import { approveIssue } from "../../../../src/domain/issues/sending/approve.ts";
import { readVersion, readVersions } from "../../../../src/domain/issues/views/versions.ts";
import { readIssue, readIssues, readLastIssue } from "../../../../src/domain/issues/views.ts";
import type { StaffActor } from "../../../../src/domain/staff/rules.ts";
import { ROLES, type Role } from "../../../../src/domain/staff/rules.ts";
import { isRefusal, refuse } from "../../../../src/refusal.ts";
import { exif, jpeg, png, segment } from "../../../support/pictures.ts";
import { must, openScene } from "../../consent/scene.ts";
import { auditor, editor, LISTS } from "../../imports/office.ts";
import { meanwhile } from "../../office.ts";

const anna = { ...editor, id: "anna" };
const text = (said: string, more: IssueText["blocks"] = []): IssueText => ({
  subject: said,
  preheader: "Ievads",
  blocks: [{ id: "a", kind: "text", text: [{ kind: "paragraph", runs: [{ kind: "text", text: said }] }] }, ...more],
});
const draft = (said: string, more: IssueText["blocks"] = []): IssueDraft => ({
  texts: { lv: text(said, more), en: text(said, more) },
  salutation: "general",
});
const title = "Novembris";

async function issue(deps: Deps, said = "Sākums"): Promise<string> {
  const { id } = must(await createIssue(deps, editor, { listId: LISTS.newsletter, title }));
  must(await saveIssue(deps, editor, { id, version: 1, title, draft: draft(said) }));
  return id;
}
const saidIn = async (deps: Deps, id: string) => (await readIssue(deps.db, id))?.draft.texts.lv?.subject;

describe("an issue is begun", () => {
  it("for a list that takes issues, in the institution's languages", async () => {
    const { deps } = await openScene();
    const { id } = must(await createIssue(deps, editor, { listId: LISTS.newsletter, title }));
    expect(await readIssue(deps.db, id)).toMatchObject({ title, state: "draft", version: 1, listId: LISTS.newsletter });
    expect(Object.keys((await readIssue(deps.db, id))?.draft.texts ?? {}).sort()).toEqual(["en", "lv"]);
    expect((await readIssues(deps.db, { limit: 10 })).rows.map((row) => row.id)).toEqual([id]);
    expect(await createIssue(deps, auditor, { listId: LISTS.newsletter, title })).toMatchObject({
      code: "staff.forbidden",
    });
    expect(await createIssue(deps, editor, { listId: LISTS.press, title })).toMatchObject({
      fields: [{ code: "issues.list_missing" }],
    });
    expect(await createIssue(deps, editor, { listId: LISTS.newsletter, title: " " })).toMatchObject({
      fields: [{ field: "title" }],
    });
  });

  it("not for a list whose purpose has ended", async () => {
    const { deps, client } = await openScene();
    await client.execute("UPDATE purpose SET state='ended'");
    const no = await createIssue(deps, editor, { listId: LISTS.newsletter, title });
    expect(no).toMatchObject({ code: "issues.no_basis" });
  });
});

describe("a save", () => {
  it("keeps what was written, and every version of it", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    expect(must(await saveIssue(deps, anna, { id, version: 2, title, draft: draft("Vēlāk") }))).toEqual({ version: 3 });
    expect(await saidIn(deps, id)).toBe("Vēlāk");
    expect((await readVersions(deps.db, id)).map((v) => [v.n, v.by, v.how])).toEqual([
      [2, "staff:anna", "saved"],
      [1, "staff:ilze", "saved"],
    ]);
    expect((await readVersion(deps.db, id, 1))?.draft.texts.lv?.subject).toBe("Sākums");
    // Who wrote it does not approve it.
    expect((await readIssue(deps.db, id))?.review?.authors).toEqual(["staff:ilze", "staff:anna"]);
  });

  it("of nothing new writes nothing", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    expect(must(await saveIssue(deps, editor, { id, version: 2, title, draft: draft("Sākums") }))).toEqual({
      version: 2,
    });
    expect(await readVersions(deps.db, id)).toHaveLength(1);
  });

  it("beside somebody else's save loses neither: the refusal names the version in which the typed text is kept", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    must(await saveIssue(deps, editor, { id, version: 2, title, draft: draft("Ilzes") }));
    const no = await saveIssue(deps, anna, { id, version: 2, title: "Annas", draft: draft("Annas") });
    expect(no).toMatchObject({ code: "issues.conflict", values: { n: 3, version: 3 } });
    expect(await saidIn(deps, id)).toBe("Ilzes");
    expect(await readVersion(deps.db, id, 3)).toMatchObject({ how: "aside", by: "staff:anna", title: "Annas" });
    must(await restoreVersion(deps, anna, { id, version: 3, n: 3 }));
    expect(await saidIn(deps, id)).toBe("Annas");
  });

  it("in the same instant as another's loses neither", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    const raced = meanwhile(deps, `UPDATE mailing SET version=version+1, title='Cits' WHERE id='${id}'`);
    const no = await saveIssue(raced, anna, { id, version: 2, title, draft: draft("Annas") });
    expect(no).toMatchObject({ code: "issues.conflict" });
    expect((await readVersions(deps.db, id))[0]).toMatchObject({ how: "aside", by: "staff:anna" });
    expect((await readIssue(deps.db, id))?.title).toBe("Cits");
  });

  it("in the same instant as the same author's own of the same text is no conflict", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    const typed = JSON.stringify(draft("Annas")).replaceAll("'", "''");
    const raced = meanwhile(deps, `UPDATE mailing SET version=version+1, draft='${typed}' WHERE id='${id}'`);
    expect(await saveIssue(raced, anna, { id, version: 2, title, draft: draft("Annas") })).toEqual({ version: 3 });
    expect((await readVersions(deps.db, id)).filter((v) => v.how === "aside")).toEqual([]);
  });

  it("that is kept aside keeps its pictures", async () => {
    const s = await openScene();
    const { sha256 } = must(await uploadImage(s.deps, editor, { bytes: png(40, 40) }));
    const id = await issue(s.deps);
    must(await saveIssue(s.deps, editor, { id, version: 2, title, draft: draft("Ilzes") }));
    const mine = draft("Annas", [{ id: "i", kind: "image", image: sha256, alt: "Zīme" }]);
    expect(await saveIssue(s.deps, anna, { id, version: 2, title, draft: mine })).toMatchObject({
      code: "issues.conflict",
    });
    expect(await s.count(`SELECT count(*) FROM image_use WHERE subject='${id}' AND sha256='${sha256}'`)).toBe(1);
  });

  it("over what was sent meanwhile is kept as a version where nothing else holds it; what was sent stays", async () => {
    const { deps, client } = await openScene();
    const id = await issue(deps);
    await client.execute("UPDATE mailing SET state='sent'");
    const input = { id, version: 2, title, draft: draft("Par vēlu") };
    expect((await saveIssue(deps, anna, input)) as object).not.toHaveProperty("values");
    expect(await saveIssue(deps, anna, { ...input, late: true })).toMatchObject({
      code: "issues.sent_already",
      values: { n: 2 },
    });
    expect((await readVersion(deps.db, id, 2))?.draft.texts.lv?.subject).toBe("Par vēlu");
    expect(await saidIn(deps, id)).toBe("Sākums");
  });

  it("every few seconds leaves few rows, and those that a person saved", async () => {
    const s = await openScene();
    const id = await issue(s.deps);
    for (let i = 0; i < 40; i++) {
      s.clock.set(s.clock.now() + 5_000);
      must(await saveIssue(s.deps, editor, { id, version: i + 2, title, draft: draft(`Teksts ${i}`), auto: true }));
    }
    const left = await readVersions(s.deps.db, id);
    expect(left.length).toBeLessThanOrEqual(4);
    expect(left[0]).toMatchObject({ n: 41, auto: true });
    expect(left.some((v) => !v.auto)).toBe(true);
  });

  it("is refused where there is no draft, and to whoever may not write", async () => {
    const { deps, client } = await openScene();
    const id = await issue(deps);
    const input = { id, version: 2, title, draft: draft("x") };
    expect(await saveIssue(deps, auditor, input)).toMatchObject({ code: "staff.forbidden" });
    expect(await saveIssue(deps, editor, { ...input, id: "none" })).toMatchObject({ code: "issues.unknown" });
    expect(await saveIssue(deps, editor, { ...input, draft: { texts: 1 } })).toMatchObject({ code: "issues.shape" });
    await client.execute("UPDATE mailing SET state='sent'");
    expect(await saveIssue(deps, editor, input)).toMatchObject({ code: "issues.sent_already" });
    expect(await restoreVersion(deps, editor, { id, version: 2, n: 1 })).toMatchObject({ code: "issues.sent_already" });
    expect(await dropIssue(deps, editor, { id, version: 2 })).toMatchObject({ code: "issues.sent_already" });
  });

  it("voids the approval of a second person", async () => {
    const { deps, client } = await openScene();
    const id = await issue(deps);
    await client.execute(
      `UPDATE mailing SET review=json_set(coalesce(review,'{}'),'$.approval',json('{"by":"staff:x"}'))`,
    );
    must(await saveIssue(deps, editor, { id, version: 2, title, draft: draft("Cits") }));
    expect((await readIssue(deps.db, id))?.review?.approval).toBeUndefined();
  });
});

describe("an earlier version", () => {
  it("becomes the draft again, as a version of its own", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    must(await saveIssue(deps, editor, { id, version: 2, title: "Cits", draft: draft("Vēlāk") }));
    expect(await restoreVersion(deps, editor, { id, version: 2, n: 1 })).toMatchObject({ code: "form.stale" });
    expect(await restoreVersion(deps, auditor, { id, version: 3, n: 1 })).toMatchObject({ code: "staff.forbidden" });
    must(await restoreVersion(deps, anna, { id, version: 3, n: 1 }));
    expect([await saidIn(deps, id), (await readIssue(deps.db, id))?.title]).toEqual(["Sākums", title]);
    expect((await readVersions(deps.db, id))[0]).toMatchObject({ n: 3, how: "restored", by: "staff:anna" });
    expect((await readVersion(deps.db, id, 2))?.draft.texts.lv?.subject).toBe("Vēlāk");
  });
});

describe("a version that was kept aside", () => {
  it("and is fetched back by a colleague is not approved by who wrote it", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    const maris: StaffActor = { kind: "staff", id: "maris", role: "head", via: "desk" };
    must(await saveIssue(deps, editor, { id, version: 2, title, draft: draft("Ilzes") }));
    expect(
      await saveIssue(deps, { ...editor, id: "maris" }, { id, version: 2, title, draft: draft("Māra") }),
    ).toMatchObject({
      code: "issues.conflict",
    });
    // Of the other text he wrote nothing.
    expect((await readIssue(deps.db, id))?.review?.authors).toEqual(["staff:ilze"]);
    must(await restoreVersion(deps, anna, { id, version: 3, n: 3 }));
    expect((await readIssue(deps.db, id))?.review?.authors).toEqual(["staff:ilze", "staff:anna", "staff:maris"]);
    expect(await approveIssue(deps, maris, { id, version: 4 })).toMatchObject({ code: "campaigns.own_draft" });
  });

  it("by a program and is fetched back is its maker's as well", async () => {
    const { deps, client } = await openScene();
    const id = await issue(deps);
    await client.execute(`INSERT INTO api_key (id, name, purpose, hash, permissions, created_by, created_at, expires_at, tat)
      VALUES ('k', 'K', 'P', x'01', '[]', 'staff:maris', 1, 2, 0)`);
    await client.execute("UPDATE issue_version SET by='api:k'");
    must(await restoreVersion(deps, anna, { id, version: 2, n: 1 }));
    expect((await readIssue(deps.db, id))?.review?.authors).toEqual(
      expect.arrayContaining(["staff:anna", "api:k", "staff:maris"]),
    );
  });
});

describe("the last issue", () => {
  it("is where the next one begins: what was sent, or where nothing was, the newest draft", async () => {
    const { deps, client } = await openScene();
    expect(await reuseIssue(deps, editor, { listId: LISTS.newsletter, title })).toMatchObject({
      code: "issues.nothing_to_reuse",
    });
    const old = await issue(deps, "Nosūtītais");
    await client.execute({ sql: "UPDATE mailing SET state='sent', sent_at=1 WHERE id=?", args: [old] });
    await issue(deps, "Melnraksts");
    expect((await readLastIssue(deps.db, LISTS.newsletter))?.id).toBe(old);
    const { id } = must(await reuseIssue(deps, editor, { listId: LISTS.newsletter, title: "Decembris" }));
    expect([await saidIn(deps, id), (await readIssue(deps.db, id))?.state]).toEqual(["Nosūtītais", "draft"]);
    expect(await readVersions(deps.db, id)).toMatchObject([{ n: 1, how: "reused" }]);
    expect(await reuseIssue(deps, auditor, { id: old, title })).toMatchObject({ code: "staff.forbidden" });
  });
});

describe("a draft", () => {
  it("is deleted with all its versions; its images age from then", async () => {
    const s = await openScene();
    const { sha256 } = must(await uploadImage(s.deps, editor, { bytes: png(40, 40) }));
    const id = await issue(s.deps);
    const image = { id: "i", kind: "image" as const, image: sha256, alt: "Zīme" };
    must(await saveIssue(s.deps, editor, { id, version: 2, title, draft: draft("Ar attēlu", [image]) }));
    expect(await s.count("SELECT count(*) FROM image_use")).toBe(1);
    // Taken out of the text it stays with the issue: a version shows it.
    must(await saveIssue(s.deps, editor, { id, version: 3, title, draft: draft("Bez attēla") }));
    expect(await s.count("SELECT count(*) FROM image_use")).toBe(1);
    s.clock.set(s.clock.now() + 86_400_000);
    expect(await dropIssue(s.deps, editor, { id, version: 3 })).toMatchObject({ code: "form.stale" });
    expect(await dropIssue(s.deps, auditor, { id, version: 4 })).toMatchObject({ code: "staff.forbidden" });
    expect(await s.count("SELECT count(*) FROM issue_version")).toBe(3);
    must(await dropIssue(s.deps, editor, { id, version: 4 }));
    for (const table of ["mailing", "issue_version", "image_use"])
      expect(await s.count(`SELECT count(*) FROM ${table}`)).toBe(0);
    expect(await s.count("SELECT created_at FROM image")).toBe(s.clock.now());
  });
});

describe("a picture", () => {
  it("comes in once under the hash of what is published, without what the camera noted", async () => {
    const s = await openScene();
    const dirty = jpeg(400, 300, [segment(0xe1, exif())]);
    const one = must(await uploadImage(s.deps, editor, { bytes: dirty }));
    expect(one).toMatchObject({ type: "jpeg", width: 400, height: 300, size: jpeg(400, 300).length });
    expect(must(await uploadImage(s.deps, anna, { bytes: jpeg(400, 300) }))).toEqual(one);
    expect(await s.count("SELECT count(*) FROM image")).toBe(1);
    const { rows } = await s.client.execute("SELECT hex(bytes) AS x FROM image");
    expect(String(rows[0]?.x)).not.toContain(Buffer.from("56.9496N").toString("hex").toUpperCase());
  });

  it.each([
    ["no picture", new TextEncoder().encode("<svg/>"), "images.unknown"],
    ["a tiny one", png(1, 1), "images.tiny"],
    ["endless sides", jpeg(20_000, 30), "images.sides"],
    [
      "too many octets",
      jpeg(
        40,
        30,
        Array(31).fill(segment(0xe2, [...new TextEncoder().encode("ICC_PROFILE\0"), ...Array(65_000).fill(1)])),
      ),
      "images.large",
    ],
  ])("is refused if it is %s", async (_, bytes, code) => {
    const s = await openScene();
    expect(await uploadImage(s.deps, editor, { bytes })).toMatchObject({ code });
    expect(await uploadImage(s.deps, auditor, { bytes })).toMatchObject({ code: "staff.forbidden" });
    expect(await s.count("SELECT count(*) FROM image")).toBe(0);
  });
});

describe("what its author sees", () => {
  it("is the mail, and everything that is to be said of it; of an empty draft no mail", async () => {
    const { deps } = await openScene();
    const { id } = must(await createIssue(deps, editor, { listId: LISTS.newsletter, title }));
    const empty = must(await previewIssue(deps, editor, { id, language: "lv" }));
    expect([empty.mail, empty.findings.map((f) => f.code)]).toEqual([undefined, ["form.required"]]);
    const half = { id: "b", kind: "button" as const, label: "Pieteikties", href: "https://" };
    must(await saveIssue(deps, editor, { id, version: 1, title, draft: draft("Virsraksts", [half]) }));
    const seen = must(await previewIssue(deps, editor, { id, language: "lv" }));
    expect(seen.mail?.html).toContain("Virsraksts");
    expect(seen.mail?.html).not.toContain("Pieteikties");
    expect(seen.findings.map((f) => [f.field, f.code])).toEqual([
      ["lv.b", "issues.link_empty"],
      ["en.b", "issues.link_empty"],
    ]);
    expect(seen.size).toBeGreaterThan(5_000);
    expect(await previewIssue(deps, auditor, { id, language: "lv" })).toMatchObject({ code: "staff.forbidden" });
  });

  it("shows the other language where one is not written", async () => {
    const { deps } = await openScene();
    const id = await issue(deps);
    must(
      await saveIssue(deps, editor, {
        id,
        version: 2,
        title,
        draft: { texts: { lv: text("Tikai latviski") }, salutation: "none" },
      }),
    );
    const seen = must(await previewIssue(deps, editor, { id, language: "en" }));
    expect([seen.language, seen.mail?.subject]).toEqual(["lv", "Tikai latviski"]);
    expect(seen.findings.map((f) => f.code)).toEqual(["issues.language_missing"]);
  });
});

describe("who may look", () => {
  it("at a draft is who writes or approves; at what was sent all of the desk, as it was frozen, though its list has ended", async () => {
    const s = await openScene();
    const id = await issue(s.deps);
    const seen = async () => {
      const roles: Role[] = [];
      for (const role of ROLES)
        if (!isRefusal(await previewIssue(s.deps, { ...editor, role }, { id, language: "lv" }))) roles.push(role);
      return roles;
    };
    expect(await seen()).toEqual(["admin", "head", "editor", "dpo"]);
    const made = await freezeIssue(s.deps, must((await readIssue(s.deps.db, id)) ?? refuse("issues.unknown")));
    const frozen = JSON.stringify(must(made).frozen).replaceAll("Sākums", "Nosūtītais");
    await s.client.execute({ sql: "UPDATE mailing SET state='sent', frozen=? WHERE id=?", args: [frozen, id] });
    await s.client.execute("UPDATE purpose SET state='ended'");
    expect(await seen()).toEqual([...ROLES]);
    const sent = must(await previewIssue(s.deps, auditor, { id, language: "lv" }));
    expect([sent.mail?.subject, sent.findings]).toEqual(["Nosūtītais", []]);
  });
});

describe("a trial", () => {
  const colleagues = [
    { id: "ilze", email: "ilze@ministry.example" },
    { id: "anna", email: "anna@ministry.example" },
    { id: "gone", email: "gone@ministry.example", disabledAt: 1 },
  ];
  const scene = async () => {
    const s = await openScene();
    const deps = { ...s.deps, auth: { users: { list: async () => colleagues } } } as unknown as Deps;
    return { ...s, deps };
  };

  it("goes to members of staff with access, one mail each, marked, with links that belong to nobody", async () => {
    const { deps, mails } = await scene();
    const id = await issue(deps);
    expect(must(await sendIssueTrial(deps, editor, { id, to: ["ilze", "anna"], language: "lv" }))).toEqual({ sent: 2 });
    expect(mails.map((m) => m.to)).toEqual(["ilze@ministry.example", "anna@ministry.example"]);
    for (const mail of mails)
      expect([mail.subject, mail.html.includes("/u/izmeginajums")]).toEqual(["[Izmēģinājums] Sākums", true]);
  });

  it("goes to nobody else", async () => {
    const { deps, mails } = await scene();
    const id = await issue(deps);
    for (const to of [
      ["gone"],
      ["liga@pasts.example"],
      ["ilze", "unknown"],
      [],
      Array.from({ length: 11 }, (_, i) => `x${i}`),
    ])
      expect(await sendIssueTrial(deps, editor, { id, to, language: "lv" })).toMatchObject({
        fields: [{ code: "issues.trial_staff" }],
      });
    expect(await sendIssueTrial(deps, auditor, { id, to: ["ilze"], language: "lv" })).toMatchObject({
      code: "staff.forbidden",
    });
    expect(mails).toEqual([]);
  });

  it("is not made of a draft that could not be sent, in this language", async () => {
    const { deps, mails } = await scene();
    const id = await issue(deps);
    const half = { id: "b", kind: "button" as const, label: "Pieteikties", href: "" };
    must(
      await saveIssue(deps, editor, {
        id,
        version: 2,
        title,
        draft: { texts: { lv: text("A", [half]), en: text("B") }, salutation: "none" },
      }),
    );
    const trial = (language: "lv" | "en") => sendIssueTrial(deps, editor, { id, to: ["ilze"], language });
    expect(await trial("lv")).toMatchObject({ fields: [{ field: "lv.b", code: "issues.link_empty" }] });
    expect(await trial("en")).toEqual({ sent: 1 });
    expect(mails).toHaveLength(1);
  });
});
