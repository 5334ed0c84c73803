import { describe, expect, it } from "vitest";
import { readNotation } from "../../../../src/domain/documents/rules/notation.ts";
import { png } from "../../../support/pictures.ts";
import { formFields, openIssueDesk } from "./desk.ts";

const picture = () => new File([png(320, 200).slice()], "lasitava.png", { type: "image/png" });

describe("the composer without JavaScript", () => {
  it("adds, moves and removes parts by its buttons, and loses nothing that was typed", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:text", { "lv.subject": "Ko lasīt novembrī" });
    const [first] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    const typed =
      "## Jaunumi\n\nNo **1. decembra** lasītava ir atvērta ilgāk.\n\n| Diena | Laiks |\n| --- | --- |\n| Pirmdien | 9–20 |";
    const added = await desk.press(id, "add:lv:button", { [`lv.${first?.id}.text`]: typed });
    expect(added.headers.get("location")).toMatch(new RegExp(`^/staff/issues/${id}\\?done=saved#f-lv\\.`));
    const [, button] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    await desk.press(id, `up:lv:${button?.id}`, { [`lv.${button?.id}.label`]: "Skatīt darba laiku" });
    const { texts } = await desk.draft(id);
    expect(texts.lv?.subject).toBe("Ko lasīt novembrī");
    expect(texts.lv?.blocks).toEqual([
      { id: button?.id, kind: "button", label: "Skatīt darba laiku", href: "" },
      { id: first?.id, kind: "text", text: readNotation(typed) },
    ]);
    expect(Object.fromEntries(await desk.fields(id))[`lv.${first?.id}.text`]).toBe(typed);
    await desk.press(id, `remove:lv:${button?.id}`);
    expect((await desk.draft(id)).texts.lv?.blocks.map((block) => block.id)).toEqual([first?.id]);
  });

  it("saves with Enter in a field, and presses no other button", async () => {
    const desk = await openIssueDesk();
    const html = await desk.page(await desk.begin());
    expect(/<button[^>]*>/.exec(html.slice(html.indexOf('class="composer"')))?.[0]).toContain('value="save"');
  });

  it("takes rows of links, an event and a line as they were typed", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    for (const kind of ["links", "event", "divider"]) await desk.press(id, `add:en:${kind}`);
    const [links, event] = (await desk.draft(id)).texts.en?.blocks ?? [];
    await desk.press(id, "save", {
      [`en.${links?.id}.heading`]: "Read on",
      [`en.${links?.id}.title`]: "The project",
      [`en.${links?.id}.href`]: "https://ministrija.example/project",
      [`en.${links?.id}.summary`]: "",
      [`en.${event?.id}.title`]: "Open day",
      [`en.${event?.id}.when`]: "5 December at 17:00",
      [`en.${event?.id}.place`]: "Main hall",
      [`en.${event?.id}.href`]: "",
    });
    const html = await desk.page(id);
    const titles = formFields(html).filter(([name]) => name === `en.${links?.id}.title`);
    expect(titles.map(([, value]) => value)).toEqual(["The project", ""]);
    expect((await desk.draft(id)).texts.en?.blocks).toEqual([
      {
        id: links?.id,
        kind: "links",
        heading: "Read on",
        items: [{ title: "The project", href: "https://ministrija.example/project" }],
      },
      { id: event?.id, kind: "event", title: "Open day", when: "5 December at 17:00", place: "Main hall" },
      expect.objectContaining({ kind: "divider" }),
    ]);
  });

  it("takes a picture with its file, asks for its description, and says which file it does not take", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const send = async (file: File) => {
      const body = new FormData();
      for (const [name, value] of await desk.fields(id)) body.append(name, value);
      body.append("new.lv.file", file);
      body.append("act", "add:lv:image");
      const headers = { Origin: desk.deps.config.publicUrl };
      return desk.editor.send(`/staff/issues/${id}`, { method: "POST", body, headers });
    };
    const refused = await send(new File(["<svg/>"], "x.svg", { type: "image/svg+xml" }));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#f-new.lv.file"');
    expect((await send(picture())).status).toBe(303);
    const [block] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    expect(block).toMatchObject({ kind: "image", alt: "", image: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const shown = await desk.editor.get(`/media/${block?.kind === "image" ? block.image : ""}`);
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(await desk.page(id)).toContain(`href="/staff/issues/${id}#f-lv.${block?.id}"`);
  });

  it("takes over the structure of the other language without its words", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:button");
    const [button] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    await desk.press(id, "copy:en", {
      [`lv.${button?.id}.label`]: "Pieteikties",
      [`lv.${button?.id}.href`]: "https://ministrija.example/pieteikties",
    });
    expect((await desk.draft(id)).texts.en?.blocks).toEqual([
      { id: button?.id, kind: "button", label: "", href: "https://ministrija.example/pieteikties" },
    ]);
  });

  it("keeps what was typed over an issue that a colleague has sent meanwhile, and shows where", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const body = new FormData();
    for (const [name, value] of await desk.fields(id)) if (name !== "lv.subject") body.append(name, value);
    body.append("lv.subject", "Par vēlu rakstīts temats");
    body.append("act", "save");
    await desk.deps.db.client.execute("UPDATE mailing SET state='sent', sent_at=1 WHERE kind='newsletter'");
    const headers = { Origin: desk.deps.config.publicUrl };
    const late = await desk.editor.send(`/staff/issues/${id}`, { method: "POST", body, headers });
    expect(late.headers.get("location")).toBe(`/staff/issues/${id}/versions/1?done=kept`);
    const page = await (await desk.editor.get(`/staff/issues/${id}/versions/1?done=kept&lang=lv`)).text();
    expect(page).toContain("Par vēlu rakstīts temats");
    expect(page).toContain("Vēstule vairs nav melnraksts");
    expect((await desk.draft(id)).texts.lv?.subject).not.toBe("Par vēlu rakstīts temats");
  });

  it("deletes a draft after asking once, as it was shown; a newer save is not deleted unseen, and asking changes nothing", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    expect(await desk.page(id)).toContain(`href="/staff/issues/${id}/drop"`);
    const ask = async () => (await desk.editor.get(`/staff/issues/${id}/drop?lang=lv`)).text();
    const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
    const old = versionIn(await ask());
    expect(await ask()).toContain("Vai dzēst melnrakstu?");
    await desk.press(id, "save", { "lv.subject": "Tikmēr mainīts" });
    expect((await desk.editor.post(`/staff/issues/${id}/drop`, { version: old })).status).toBe(409);
    expect((await desk.draft(id)).texts.lv?.subject).toBe("Tikmēr mainīts");
    const auditor = await desk.signIn("auditor");
    expect((await auditor.get(`/staff/issues/${id}/drop`)).status).toBe(403);
    const gone = await desk.editor.post(`/staff/issues/${id}/drop`, { version: versionIn(await ask()) });
    expect(gone.headers.get("location")).toBe("/staff/issues?done=dropped");
    expect(await (await desk.editor.get("/staff/issues?done=dropped&lang=lv")).text()).toContain(
      "Melnraksts ir dzēsts.",
    );
    expect((await desk.editor.get(`/staff/issues/${id}`)).status).toBe(404);
  });

  it("keeps both texts when two people save, and saving again decides", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const mine = new Map(await desk.fields(id));
    await desk.press(id, "save", { "lv.subject": "Otra autora temats" });
    const conflict = await desk.press(id, "save", { version: mine.get("version") ?? "", "lv.subject": "Mans temats" });
    const html = await conflict.text();
    expect(conflict.status).toBe(409);
    expect(html).toContain("Otra autora temats");
    const fields = formFields(html);
    expect(new Map(fields).get("lv.subject")).toBe("Mans temats");
    expect((await desk.draft(id)).texts.lv?.subject).toBe("Otra autora temats");
    await desk.press(id, "save", Object.fromEntries(fields));
    expect((await desk.draft(id)).texts.lv?.subject).toBe("Mans temats");
    const versions = await (await desk.editor.get(`/staff/issues/${id}/versions`)).text();
    expect(versions.match(/\/versions\/\d+/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("restores an earlier version, and keeps the one that it takes the place of", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "save", { "lv.subject": "Pirmais" });
    await desk.press(id, "save", { "lv.subject": "Otrais" });
    const page = await (await desk.editor.get(`/staff/issues/${id}/versions/1`)).text();
    expect(page).toContain("Pirmais");
    expect(page).toContain("Otrais");
    const { version } = await desk.draft(id);
    const back = await desk.editor.post(`/staff/issues/${id}/versions/1`, { version: String(version) });
    expect(back.headers.get("location")).toBe(`/staff/issues/${id}?done=restored`);
    expect((await desk.draft(id)).texts.lv?.subject).toBe("Pirmais");
    expect(await (await desk.editor.get(`/staff/issues/${id}/versions/2`)).text()).toContain("Otrais");
  });
});

describe("saving by itself", () => {
  const send = async (desk: Awaited<ReturnType<typeof openIssueDesk>>, id: string, typed: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of await desk.fields(id)) if (!(name in typed)) body.append(name, value);
    for (const [name, value] of Object.entries(typed)) body.append(name, value);
    const headers = { Origin: desk.deps.config.publicUrl, Accept: "application/json" };
    const response = await desk.editor.send(`/staff/issues/${id}/autosave`, { method: "POST", body, headers });
    const answer = (await response.json()) as Record<string, string | undefined>;
    return { status: response.status, checks: answer.checks, problem: answer.problem, ...answer };
  };

  it("answers with the version, the time and what stands between the draft and its sending", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const answer = await send(desk, id, { "lv.subject": "Ko lasīt" });
    const { version, texts } = await desk.draft(id);
    expect(answer).toMatchObject({ status: 200, version, saved: expect.stringMatching(/^Saglabāts plkst\./) });
    expect(answer.checks).toContain("desk-checks");
    expect(texts.lv?.subject).toBe("Ko lasīt");
  });

  it("takes rich text of the editor through the gate, and says what is wrong with it", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:text");
    const [block] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    const text = [{ kind: "heading", level: 2, text: "Termiņi" }];
    expect((await send(desk, id, { [`lv.${block?.id}.json`]: JSON.stringify(text) })).status).toBe(200);
    expect((await desk.draft(id)).texts.lv?.blocks).toEqual([{ id: block?.id, kind: "text", text }]);
    const bad = await send(desk, id, { [`lv.${block?.id}.json`]: '[{"kind":"html","html":"<script>"}]' });
    expect([bad.status, typeof bad.problem]).toEqual([422, "string"]);
    expect((await desk.draft(id)).texts.lv?.blocks).toEqual([{ id: block?.id, kind: "text", text }]);
  });

  it("after somebody else saved answers with both, and changes nothing of the other's", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const old = new Map(await desk.fields(id)).get("version") ?? "";
    await desk.press(id, "save", { "lv.subject": "Otra temats" });
    const answer = await send(desk, id, { version: old, "lv.subject": "Mans temats" });
    const { version, texts } = await desk.draft(id);
    expect(answer).toMatchObject({ status: 409, version, panel: expect.stringContaining("Otra temats") });
    expect(texts.lv?.subject).toBe("Otra temats");
  });

  it("of whoever may not write is refused, and so is a picture of his", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const auditor = await desk.signIn("auditor");
    const headers = { Origin: desk.deps.config.publicUrl };
    const body = new FormData();
    body.append("file", picture());
    expect((await auditor.send("/staff/issues/images", { method: "POST", body, headers })).status).toBe(403);
    expect((await auditor.post(`/staff/issues/${id}/autosave`, { version: "1" })).status).toBe(403);
    expect((await auditor.post(`/staff/issues/${id}`, { version: "1", act: "save" })).status).toBe(403);
    expect((await auditor.get(`/staff/issues/${id}`)).status).toBe(403);
  });
});

describe("the preview of an issue", () => {
  it("shows the mail in every manner without a right of its own, pictures only of this house", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:text", { "lv.subject": "Ko lasīt" });
    const [block] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    await desk.press(id, "save", { [`lv.${block?.id}.text`]: "Lasītava ir atvērta." });
    const mail = (query: string) => desk.editor.get(`/staff/issues/${id}/preview/mail?mail=lv${query}`);
    for (const view of ["wide", "narrow", "dark", "plain", "text"]) {
      const response = await mail(`&view=${view}`);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(await response.text()).toContain("Lasītava ir atvērta.");
      expect(policy).toContain("sandbox");
      expect(policy).toContain("default-src 'none'");
      expect(policy.includes(desk.deps.config.publicUrl)).toBe(view !== "plain");
    }
    const page = await (await desk.editor.get(`/staff/issues/${id}/preview?mail=lv`)).text();
    expect(page).toMatch(/<iframe [^>]*sandbox=""/);
    expect(desk.mailbox.mails).toEqual([]);
  });

  it("is sent to staff who were chosen, and to nobody else", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:text", { "lv.subject": "Ko lasīt" });
    const [block] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    await desk.press(id, "save", { [`lv.${block?.id}.text`]: "Lasītava ir atvērta." });
    const page = await (await desk.editor.get(`/staff/issues/${id}/preview?mail=lv`)).text();
    const own = /name="to" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const refused = await desk.editor.post(`/staff/issues/${id}/trial`, { to: "janis@pasts.example", language: "lv" });
    expect([refused.status, desk.mailbox.mails.length]).toEqual([422, 0]);
    const sent = await desk.editor.post(`/staff/issues/${id}/trial`, { to: own, language: "lv" });
    expect(sent.headers.get("location")).toBe(`/staff/issues/${id}/preview?mail=lv&done=trial`);
    expect(desk.mailbox.mails).toHaveLength(1);
    expect(desk.mailbox.mails[0]?.mail.to).toMatch(/@ministrija\.example$/);
  });
});

describe("whoever approves", () => {
  it("sees the mail and the versions that he approves, and no button that is not his; who only reads sees neither", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:text", { "lv.subject": "Ko lasīt" });
    const pages = ["/preview", "/preview/mail", "/versions", "/versions/1"];
    for (const role of ["head", "dpo"] as const) {
      const browser = await desk.signIn(role);
      for (const page of pages) {
        const answer = await browser.get(`/staff/issues/${id}${page}`);
        const html = await answer.text();
        expect([role, page, answer.status]).toEqual([role, page, 200]);
        expect(html).not.toMatch(new RegExp(`href="/staff/issues/${id}"|action="/staff/issues/${id}/(trial|versions)`));
      }
      expect((await browser.post(`/staff/issues/${id}/trial`, { to: "x", language: "lv" })).status).toBe(403);
      expect((await browser.post(`/staff/issues/${id}/versions/1`, { version: "1" })).status).toBe(403);
    }
    for (const role of ["auditor", "press"] as const) {
      const browser = await desk.signIn(role);
      for (const page of pages) expect((await browser.get(`/staff/issues/${id}${page}`)).status).toBe(403);
      await desk.deps.db.client.execute(`UPDATE mailing SET state='cancelled' WHERE id='${id}'`);
      for (const page of pages.slice(0, 2)) expect((await browser.get(`/staff/issues/${id}${page}`)).status).toBe(200);
      await desk.deps.db.client.execute(`UPDATE mailing SET state='draft' WHERE id='${id}'`);
    }
  });
});

describe("a picture of a draft", () => {
  it("is seen by staff alone until a trial mail or a frozen issue shows it; the preview holds it itself", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    const body = new FormData();
    for (const [name, value] of await desk.fields(id)) body.append(name, value);
    body.append("new.lv.file", picture());
    body.append("act", "add:lv:image");
    const headers = { Origin: desk.deps.config.publicUrl };
    await desk.editor.send(`/staff/issues/${id}`, { method: "POST", body, headers });
    const [block] = (await desk.draft(id)).texts.lv?.blocks ?? [];
    const sha = block?.kind === "image" ? block.image : "";
    await desk.press(id, "save", { "lv.subject": "Ko lasīt", [`lv.${block?.id}.alt`]: "Lasītava no ielas" });
    const stranger = async () => {
      const answer = await desk.request(`/media/${sha}`);
      return [answer.status, answer.headers.get("cache-control")];
    };
    const none = await desk.request(`/media/${"0".repeat(64)}`);
    expect([none.status, none.headers.get("cache-control")]).toEqual(await stranger());
    expect(await stranger()).toEqual([404, "no-store"]);
    const own = await desk.editor.get(`/media/${sha}`);
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const mail = async (view: string) =>
      (await desk.editor.get(`/staff/issues/${id}/preview/mail?mail=lv&view=${view}`)).text();
    expect(await mail("wide")).toContain('src="data:image/png;base64,');
    expect(await mail("plain")).toContain(`/media/${sha}"`);

    const forever = [200, "public, max-age=31536000, immutable"];
    const page = await (await desk.editor.get(`/staff/issues/${id}/preview?mail=lv`)).text();
    const to = /name="to" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect((await desk.editor.post(`/staff/issues/${id}/trial`, { to, language: "lv" })).status).toBe(303);
    expect(await stranger()).toEqual(forever);
    const { client } = desk.deps.db;
    await client.execute(`UPDATE mailing SET review=json_remove(review, '$.trial') WHERE id='${id}'`);
    expect(await stranger()).toEqual([404, "no-store"]);
    await client.execute(`UPDATE mailing SET frozen='{"images":{"${sha}":{}}}' WHERE id='${id}'`);
    expect(await stranger()).toEqual(forever);
    await client.execute(`UPDATE mailing SET frozen='{"images":{}}' WHERE id='${id}'`);
    expect(await stranger()).toEqual([404, "no-store"]);
  });
});

describe("looking", () => {
  it("changes nothing, whichever page of an issue it is, and brings no script or style of the page's own", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin();
    await desk.press(id, "add:lv:text", { "lv.subject": "Ko lasīt" });
    await desk.press(id, "save", { "lv.subject": "Ko lasīt decembrī" });
    const state = async () =>
      JSON.stringify(
        await Promise.all(["mailing", "issue_version", "image", "event"].map((t) => desk.rows(`SELECT * FROM ${t}`))),
      );
    const before = await state();
    for (const page of ["", "/preview", "/preview/mail", "/versions", "/versions/1"]) {
      const response = await desk.editor.get(`/staff/issues/${id}${page}`);
      const html = await response.text();
      expect([page, response.status]).toEqual([page, 200]);
      if (page !== "/preview/mail") expect(html).not.toMatch(/<script(?![^>]* src=)|\sstyle=|\son\w+=/);
    }
    for (const page of ["/staff/issues", "/staff/issues/new"]) expect((await desk.editor.get(page)).status).toBe(200);
    expect([await state(), desk.mailbox.mails.length, desk.jobs.length]).toEqual([before, 0, 0]);
  });
});

describe("the list of issues", () => {
  it("shows them all, or those of one list; a new one begins empty or as the last one was", async () => {
    const desk = await openIssueDesk();
    const id = await desk.begin("Pirmā vēstule");
    await desk.press(id, "add:lv:divider", { "lv.subject": "Ko lasīt" });
    const again = await desk.editor.post("/staff/issues/new", {
      listId: desk.listId,
      title: "Otrā vēstule",
      from: "last",
    });
    const second = /issues\/([\w-]{36})/.exec(again.headers.get("location") ?? "")?.[1] ?? "";
    expect((await desk.draft(second)).texts.lv).toEqual((await desk.draft(id)).texts.lv);
    const all = await (await desk.editor.get("/staff/issues")).text();
    expect(all).toContain("Pirmā vēstule");
    const [other] = await desk.rows("SELECT id FROM list WHERE kind = 'service'");
    const none = await (await desk.editor.get(`/staff/issues?list=${other?.id}`)).text();
    expect(none).not.toContain("Pirmā vēstule");
    const refused = await desk.editor.post("/staff/issues/new", { listId: "x", title: "", from: "blank" });
    expect(refused.status).toBe(422);
  });
});
