import { describe, expect, it } from "vitest";
import { inputsOf, openDesk } from "./desk.ts";

/** Figures of the balance, in the order of the page. */
const balance = (html: string) =>
  [...(/<dl class="desk-balance">(.*?)<\/dl>/s.exec(html)?.[1]?.matchAll(/<dd>(\d+)<\/dd>/g) ?? [])].map(([, n]) =>
    Number(n),
  );

describe("the page of a campaign", () => {
  it("tells figures that add up and a finding that says them", async () => {
    const desk = await openDesk();
    await desk.people(6);
    const id = await desk.sent();
    await desk.answer(1, "yes");
    await desk.answer(2, "yes");
    await desk.answer(3, "no");
    const page = await (await desk.editor.get(`/staff/mailings/${id}`)).text();
    expect(balance(page)).toEqual([6, 6, 0, 0, 0]);
    expect(page).toContain("Saņemtās atbildes: 3 no 6.");
    expect(page).toContain("Piekrita 2, atteicās 1, atgrieztas 0, nav atbildējuši 3");
    expect(page).not.toContain("hx-get");
    await desk.check();
  });

  it("raises an alarm when the rows do not add up", async () => {
    const desk = await openDesk();
    await desk.people(3);
    const id = await desk.sent();
    await desk.client.execute({
      sql: "DELETE FROM message WHERE person_id IN (SELECT min(person_id) FROM message WHERE mailing_id=?)",
      args: [id],
    });
    const page = await (await desk.editor.get(`/staff/mailings/${id}`)).text();
    expect(page).toContain('data-color="danger" role="alert"');
    expect(page).toContain("saņēmēji kopā 3, bet pa daļām 2");
  });

  it("asks for itself only while work goes on, works without a script, and is loaded anew when the state changes", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const id = await desk.complete();
    const form = inputsOf(await (await desk.editor.get(`/staff/mailings/${id}/send`)).text());
    await desk.editor.post(`/staff/mailings/${id}/send`, form);
    const busy = await (await desk.editor.get(`/staff/mailings/${id}`)).text();
    expect(busy).toContain(`hx-get="/staff/mailings/${id}/numbers?state=planning"`);
    expect(busy).toMatch(new RegExp(`<a id="reload" href="/staff/mailings/${id}">`));
    await desk.work();
    const part = await desk.editor.get(`/staff/mailings/${id}/numbers?state=planning`);
    expect(part.headers.get("hx-refresh")).toBe("true");
    const html = await part.text();
    expect(html).toMatch(/^<div id="numbers">/);
    expect(html).not.toContain("<html");
  });

  it("asks for its figures in vain when the session has ended: the page is loaded anew, and so leads to the sign-in", async () => {
    const desk = await openDesk();
    const headers = { "HX-Request": "true" };
    const poll = await desk.request("/staff/mailings/none/numbers", { headers });
    expect([poll.status, poll.headers.get("hx-refresh"), await poll.text()]).toEqual([401, "true", ""]);
  });

  it("reading never changes anything: pages, fragments and HEAD", async () => {
    const desk = await openDesk();
    await desk.people(2);
    const draft = await desk.draft("Otrs");
    const id = await desk.sent();
    desk.clock.pass({ days: 40 });
    const admin = await desk.signIn("admin");
    const before = await desk.state();
    const of = (m: string) =>
      ["", "/edit", "/preview", "/preview/mail", "/send", "/numbers", "/close"].map((p) => `/staff/mailings/${m}${p}`);
    for (const path of [
      "/staff/mailings",
      "/staff/mailings/new",
      `/staff/mailings/new?list=${desk.listId}`,
      ...of(id),
      ...of(draft),
    ])
      for (const browser of [desk.editor, admin]) expect((await browser.get(path)).status).toBeLessThan(500);
    expect(await desk.state()).toBe(before);
  });

  it("lists mailings newest first, a page by key, and says what to do when there is none", async () => {
    const desk = await openDesk();
    expect(await (await desk.editor.get("/staff/mailings")).text()).toContain('href="/staff/mailings/new"');
    for (let i = 0; i < 52; i++) await desk.draft(`Sūtījums ${i}`);
    const first = await (await desk.editor.get("/staff/mailings")).text();
    expect(first.match(/>Sūtījums \d+</g)).toHaveLength(50);
    const next = /href="(\/staff\/mailings\?before=[^"]+)"/.exec(first)?.[1] ?? "";
    const second = await (await desk.editor.get(next)).text();
    expect(second.match(/>Sūtījums \d+</g)).toEqual([">Sūtījums 1<", ">Sūtījums 0<"]);
  });

  it("does not know a mailing that is not there", async () => {
    const desk = await openDesk();
    for (const page of ["", "/edit", "/preview", "/send"])
      expect((await desk.editor.get(`/staff/mailings/none${page}`)).status).toBe(404);
  });
});
