import { describe, expect, it } from "vitest";
import { deskWorld } from "./desk-world.ts";

async function staffed() {
  const world = await deskWorld();
  const admin = await world.member("admin@ministry.example", "admin");
  const editor = await world.member("editor@ministry.example", "editor");
  const cookie = await world.cookieOf("admin@ministry.example");
  return { ...world, admin, editor, cookie, as: { cookie } };
}

describe("staff accounts at the desk", () => {
  it("are for admins: nobody else reads a colleague's address or changes anything", async () => {
    const { get, post, cookieOf, editor, auth } = await staffed();
    const as = { cookie: await cookieOf("editor@ministry.example") };
    for (const path of [
      "/staff/staff",
      "/staff/staff/new",
      `/staff/staff/${editor}`,
      `/staff/staff/${editor}/disable`,
    ]) {
      const page = await get(path, as);
      expect(page.status).toBe(403);
      expect(await page.text()).not.toContain("@ministry.example<");
    }
    expect((await post(`/staff/staff/${editor}/role`, { role: "admin" }, as)).status).toBe(403);
    expect((await auth.users.byId(editor))?.role).toBe("editor");
  });

  it("list who has access, who never came and who no longer has it", async () => {
    const { get, post, as, editor } = await staffed();
    expect(await (await get("/staff/staff", as)).text()).toContain("Gaida pirmo pieslēgšanos");
    await post(`/staff/staff/${editor}/disable`, {}, as);
    const page = await (await get("/staff/staff", as)).text();
    expect(page).toContain("Piekļuve atņemta 03.11.2026.");
    expect(page).toContain("Piekļuve ir 1 darbiniekam.");
  });

  it("invite by mail and say so after a redirect", async () => {
    const { get, post, as, mails } = await staffed();
    const done = await post(
      "/staff/staff/new",
      { email: "new@ministry.example", name: "Jauns Cilvēks", role: "dpo", language: "en" },
      as,
    );
    expect(done.status).toBe(303);
    expect(mails.at(-1)).toMatchObject({ to: "new@ministry.example", language: "en" });
    expect(await (await get(done.headers.get("location") ?? "", as)).text()).toContain("Uzaicinājums ir nosūtīts.");
  });

  it("keep what was typed when something is wrong", async () => {
    const { post, as } = await staffed();
    const page = await post("/staff/staff/new", { email: "nobody", name: "Jauns", role: "dpo" }, as);
    expect(page.status).toBe(422);
    const html = await page.text();
    expect(html).toMatch(/<title>Kļūda: /);
    expect(html).toContain('value="nobody"');
    expect(html).toMatch(/value="dpo"[^>]* checked/);
  });

  it("ask before access ends, name what ends and what stays, and undo it", async () => {
    const { get, post, as, editor, auth } = await staffed();
    const question = await get(`/staff/staff/${editor}/disable`, as);
    expect(await question.text()).toMatch(/Kas paliek iesākts.*Atvērtās sesijas.*Vārds paliek.*var atjaunot/s);
    expect((await auth.users.byId(editor))?.disabledAt).toBeUndefined();
    await post(`/staff/staff/${editor}/disable`, {}, as);
    expect((await auth.users.byId(editor))?.disabledAt).toBeDefined();
    await post(`/staff/staff/${editor}/enable`, {}, as);
    expect((await auth.users.byId(editor))?.disabledAt).toBeUndefined();
  });

  it("do not let an admin shut himself out", async () => {
    const { get, post, as, admin, auth } = await staffed();
    expect(await (await get(`/staff/staff/${admin}`, as)).text()).not.toContain("/disable");
    const no = await post(`/staff/staff/${admin}/disable`, {}, as);
    expect([no.status, (await no.text()).includes("cits administrators")]).toEqual([422, true]);
    expect((await auth.users.byId(admin))?.disabledAt).toBeUndefined();
  });

  it("answer 404 for an account that is not there", async () => {
    const { get, post, as } = await staffed();
    expect((await get("/staff/staff/none", as)).status).toBe(404);
    expect((await post("/staff/staff/none/role", { role: "dpo" }, as)).status).toBe(404);
  });
});
