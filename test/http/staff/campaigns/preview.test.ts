import { describe, expect, it } from "vitest";
import { inputsOf, openDesk } from "./desk.ts";

describe("the preview", () => {
  it("shows mail, text part and question in each language, and never sends", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.complete();
    const before = await desk.state();
    for (const [lang, list] of [
      ["lv", "„Nedēļas apskats”"],
      ["en", "“Weekly overview”"],
    ] as const) {
      const page = await (await desk.editor.get(`/staff/mailings/${id}/preview?mail=${lang}`)).text();
      expect(page).toContain(`<pre class="desk-plain mono" lang="${lang}"`);
      expect(page).toContain(list);
      const mail = await (await desk.editor.get(`/staff/mailings/${id}/preview/mail?mail=${lang}`)).text();
      expect(mail).toMatch(/^<!doctype html>/i);
      expect(mail).toContain(list);
      expect(mail).not.toContain("pasts.example");
      // The trial says that it is one; what people get does not, and neither does its preview.
      expect(`${page}${mail}`).not.toMatch(
        /Izmēģinājuma vēstule darbiniekiem|Test e-mail for staff|\[(Izmēģinājums|Test)\]/,
      );
      expect(page).toContain(`href="/staff/mailings/${id}/send"`);
    }
    expect(await desk.state()).toBe(before);
    expect([desk.mailbox.mails, desk.jobs]).toEqual([[], []]);
  });

  it("gives the mail's HTML no rights, lets only our own page frame it, and that page frame nothing else", async () => {
    const desk = await openDesk();
    const id = await desk.complete();
    const page = await desk.editor.get(`/staff/mailings/${id}/preview`);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-inline");
    expect(await page.text()).toMatch(/<iframe [^>]*sandbox=""/);
    const mail = await desk.editor.get(`/staff/mailings/${id}/preview/mail`);
    const strict = (mail.headers.get("content-security-policy") ?? "").split("; ");
    expect(strict).toContain("default-src 'none'");
    expect(strict).toContain("sandbox");
    expect(strict).toContain("frame-ancestors 'self'");
    expect(mail.headers.get("x-frame-options")).toBe("SAMEORIGIN");
    const other = await desk.editor.get(`/staff/mailings/${id}`);
    expect(other.headers.get("x-frame-options")).toBe("DENY");
    expect(other.headers.get("content-security-policy")).not.toContain("frame-src");
  });

  it("of an unfinished draft says what it needs instead of failing", async () => {
    const desk = await openDesk();
    const id = await desk.draft();
    const page = await desk.editor.get(`/staff/mailings/${id}/preview`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Priekšskatījumam trūkst termiņa.");
    expect((await desk.editor.get(`/staff/mailings/${id}/preview/mail`)).status).toBe(404);
    const trial = await desk.editor.post(`/staff/mailings/${id}/trial`, {
      to: "ilze@ministrija.example",
      language: "lv",
    });
    expect([trial.status, desk.mailbox.mails.length]).toEqual([422, 0]);
  });

  it("of a sent campaign shows what was frozen, to everybody at the desk", async () => {
    const desk = await openDesk();
    await desk.people(1);
    const id = await desk.sent();
    const auditor = await desk.signIn("auditor");
    const page = await (await auditor.get(`/staff/mailings/${id}/preview?mail=lv`)).text();
    expect(page).toContain("Vai arī turpmāk sūtīt Jums saraksta „Nedēļas apskats” vēstules?");
    expect(page).toContain("desk-question");
    expect((await auditor.get(`/staff/mailings/${id}/preview/mail`)).status).toBe(200);
    expect(desk.mailbox.mails).toHaveLength(1);
  });

  it("sends one trial, to staff only, and keeps the typed address when it refuses", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.complete();
    const refused = await desk.editor.post(`/staff/mailings/${id}/trial`, {
      to: "janis@pasts.example",
      language: "en",
    });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(inputsOf(page)).toMatchObject({ to: "janis@pasts.example", language: "en" });
    expect(desk.mailbox.mails).toEqual([]);
    const sent = await desk.editor.post(`/staff/mailings/${id}/trial`, {
      to: "ilze@ministrija.example",
      language: "en",
    });
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      `/staff/mailings/${id}/preview?mail=en&done=trial`,
    ]);
    expect(desk.mailbox.mails.map(({ mail }) => mail.to)).toEqual(["ilze@ministrija.example"]);
    expect(desk.mailbox.mails[0]?.mail.text).toContain("Test e-mail for staff");
  });

  it("is also shown narrow and in dark mode, whatever the browser asks for", async () => {
    const desk = await openDesk();
    await desk.people(1);
    const id = await desk.complete();
    const frame = async (query: string) =>
      (await (await desk.editor.get(`/staff/mailings/${id}/preview/mail?mail=lv${query}`)).text()).match(
        /prefers-color-scheme/g,
      )?.length ?? 0;
    expect(await frame("")).toBeGreaterThan(0);
    expect(await frame("&view=dark")).toBe(0);
    const page = await (await desk.editor.get(`/staff/mailings/${id}/preview?view=narrow`)).text();
    expect(page).toContain('width="320"');
  });

  it("that the linter finds unfit keeps the draft from being ready, and the page says why", async () => {
    const desk = await openDesk();
    await desk.people(1);
    const id = await desk.complete();
    await desk.client.execute(
      "UPDATE institution SET profile = json_set(profile, '$.sender.replyTo', 'šķūnis@ministrija.example')",
    );
    const page = await (await desk.editor.get(`/staff/mailings/${id}/send`)).text();
    expect(page).toContain("Vēl nevar nosūtīt");
    expect(page).toContain("Vēstules izmērs un piekļūstamība");
  });
});
